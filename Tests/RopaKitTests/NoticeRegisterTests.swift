import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// What the register shows beside a notice, and the public never sees.
@Suite struct NoticeRegisterTests {
  private static let pages = rendered(judge(sampleRegister))
  private static let page = "register/notices/external-referring-clinician-hub.html"

  private func text(_ path: String) throws -> String { String(decoding: try #require(Self.pages[path]), as: UTF8.self) }

  @Test func eachPartNamesTheRecordsItComesFrom() throws {
    let page = try text(Self.page)
    let rows = page.components(separatedBy: "<tr>")
    let row = try #require(rows.first { $0.contains("Keeping learning records · The hub keeps") })
    #expect(row.contains("<a href=\"../activities/elearning-records.html\">"), "\(row)")
    #expect(page.contains("Where its words come from") && page.contains("says ") && page.contains("Art 13"))
    #expect(page.contains("../organisations/ieso.html"))
  }

  /// Every text of a notice knows its records: those whose words it shows were read for its section.
  @Test func wordsComeFromRecordsOfTheirSection() throws {
    for files in [sampleRegister, soundRegister] {
      let assessment = judge(files)
      let english = try #require(shippedMessages.messages(Language("en")))
      let composed = try #require(assessment.composedNotice(0, english))
      var sourced = 0
      for (section, origin) in zip(composed.notice.sections, composed.provenance.sections) {
        #expect(section.anchor == origin.anchor)
        for block in section.blocks {
          #expect(Set(block.sources).isSubset(of: Set(origin.records)), "\(section.anchor.id)")
          if !block.sources.isEmpty { sourced += 1 }
        }
      }
      #expect(sourced > 20)
    }
  }

  /// A name in a notice leads back to the body whose name it is, in whatever section it stands.
  @Test func aNameLeadsToItsRecord() throws {
    let assessment = judge(soundRegister)
    let english = try #require(shippedMessages.messages(Language("en")))
    let notice = try #require(assessment.composedNotice(0, english)).notice
    let mailer = try #require(assessment.registry.directory.record("mailer", in: .party))
    let naming = notice.sections.flatMap(\.blocks).filter { $0.lines.contains { $0.contains("Example Mailer Ltd") } }
    #expect(naming.count > 1)
    for block in naming { #expect(block.sources.contains(mailer)) }
  }

  @Test func promisesAreComparedWithTheRecords() throws {
    let page = try text(Self.page)
    #expect(page.contains("What it promises") && page.contains("../statements/hub-stays-in-uk.html"))
    #expect(page.contains("Not compared: it names no claim"))
  }

  @Test func whyANoticeIsNotPublishedIsSaid() throws {
    #expect(try text(Self.page).contains("<b class=\"warning\">Withheld</b> because "))
    let draft = soundRegister.first { $0.path == "notices/customer-notice.yaml" }!
    let later = String(decoding: draft.bytes, as: UTF8.self).replacingOccurrences(
      of: "effective: 2026", with: "effective: 2027")
    let pages = rendered(judge(overlay(soundRegister, with: [(draft.path, later)])))
    let page = String(decoding: try #require(pages["register/notices/customer-notice.html"]), as: UTF8.self)
    #expect(page.contains("it holds from 2027-09-01 on"))
  }

  @Test func nothingOfItIsPublic() throws {
    let text = publicText(of: judge(sampleRegister))
    for words in ["Where its words come from", "What it promises", "class=\"origin\"", "Who is told of what"] {
      #expect(!text.contains(words))
    }
  }

  @Test func theIndexSaysWhoIsToldOfWhat() throws {
    let index = try text("register/notices/index.html")
    #expect(index.contains("Who is told of what") && index.contains("../activities/hub-registration.html"))
    #expect(index.contains("../notices/external-referring-clinician-hub.html"))
  }

  private func cover(_ changes: (path: String, text: String)...) -> NoticeCover {
    NoticeCover(judge(overlay(soundRegister, with: changes)).assessed)
  }

  private func standings(_ cover: NoticeCover) -> [String] {
    cover.groups.flatMap(\.entries).map { entry in
      switch entry.standing {
      case .told: "told"
      case .drafted: "drafted"
      case .exempt: "exempt"
      case .otherAudience: "other"
      case .untold: "untold"
      }
    }
  }

  @Test func everyWayToBeToldIsKnown() throws {
    #expect(standings(cover()) == ["told"])
    let activity = String(
      decoding: soundRegister.first { $0.path == "activities/appointment-messages.yaml" }!.bytes, as: UTF8.self)
    func changed(_ subjects: String) -> (path: String, text: String) {
      (
        "activities/appointment-messages.yaml",
        activity.replacingOccurrences(of: "subjects: customers", with: "subjects: \(subjects)")
      )
    }
    #expect(standings(cover(changed("[customers, clinic-staff]"))).sorted() == ["other", "told"])
    let notice = String(
      decoding: soundRegister.first { $0.path == "notices/customer-notice.yaml" }!.bytes, as: UTF8.self)
    #expect(
      standings(
        cover(
          ("notices/customer-notice.yaml", notice.replacingOccurrences(of: "effective: 2026", with: "effective: 2027")))
      )
        == ["drafted"])
    #expect(standings(cover(("notices/customer-notice.yaml", ""))) == ["untold"])
    #expect(
      standings(
        cover(
          ("notices/customer-notice.yaml", ""),
          (
            "activities/appointment-messages.yaml",
            activity + "notice-exempt: {cite: Art 14(5)(b), reason: Old files.}\n"
          )))
        == ["exempt"])
  }
}
