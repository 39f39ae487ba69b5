import CResources
import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

@Suite struct NoticeTests {
  @Test func sampleNotice() throws {
    let assessment = judge(sampleRegister)
    let pages = publicBytes(of: assessment)
    try expectGolden(#require(pages["public/external-referring-clinician-hub/en.html"]), "notice-sample.html")
    try expectGolden(#require(pages["public/index.html"]), "notice-index.html")
    let messages = try #require(shippedMessages.messages(Language("en")))
    let composed = try #require(composeNotice(0, of: assessment, messages: messages))
    try expectGolden(Array(plain(composed.notice).utf8), "notice-sample.txt")
    #expect(composed.provenance.omitted > 10)
    let who = try #require(composed.provenance.sections.first { $0.anchor.id == "who-we-are" })
    #expect(who.records.map { assessment.registry.header($0).id }.contains("ieso"))
  }

  @Test func soundNotice() throws {
    let messages = try #require(shippedMessages.messages(Language("en")))
    let composed = try #require(composeNotice(0, of: judge(soundRegister), messages: messages))
    try expectGolden(Array(plain(composed.notice).utf8), "notice-sound.txt")
  }

  @Test func draftsAndWithheldNoticesAreNotPublished() {
    func pages(_ from: String, _ to: String, asOf day: String = soundDay) -> [String] {
      let path = "notices/customer-notice.yaml"
      let file = String(decoding: soundRegister.first { $0.path == path }!.bytes, as: UTF8.self)
      #expect(file.contains(from))
      let changed = overlay(soundRegister, with: [(path, file.replacingOccurrences(of: from, with: to))])
      return publicBytes(of: judge(changed, asOf: day)).keys.filter { $0.hasSuffix("en.html") }
    }
    #expect(pages("version: 3", "version: 4") == ["public/customer-notice/en.html"])
    #expect(pages("effective: 2026-09-01", "effective: 2026-11-22").isEmpty)
    #expect(pages("version: 3", "publish: false").isEmpty)
    #expect(pages("version: 3", "certainty: example").isEmpty)
    #expect(pages("version: 3", "languages: fr").isEmpty)
    #expect(pages("version: 3", "version: 3", asOf: "2026-08-31").isEmpty)
  }

  /// What is withheld, disputed or an example does not appear; what is possible is said with "may".
  @Test func certaintyIsHonoured() throws {
    func text(_ path: String, adding line: String) throws -> String {
      let file = String(decoding: try #require(soundRegister.first { $0.path == path }).bytes, as: UTF8.self)
      return publicText(of: judge(overlay(soundRegister, with: [(path, file + line + "\n")])))
    }
    let mailer = "processors/mailer.yaml"
    #expect(try text(mailer, adding: "").contains("Example Mailer Ltd"))
    for line in ["publish: false", "certainty: disputed", "certainty: example"] {
      #expect(try !text(mailer, adding: line).contains("Example Mailer Ltd"), "\(line)")
    }
    let possible = try text(mailer, adding: "certainty: possible")
    #expect(possible.contains("These suppliers may work for us"))
    #expect(!possible.contains("These suppliers work for us"))
  }

  @Test func messagesAndKeysAgree() throws {
    let file = try #require(embedded("messages/").first { $0.path == "en" })
    let rows = try #require(TableValue(file)["rows"]).entries.map(\.key)
    #expect(rows.sorted() == MessageKey.allCases.map(\.rawValue).sorted())
    #expect(Set(rows).count == rows.count)
    func fault(_ from: String, _ to: String) -> TableFault? {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains(from))
      do throws(TableFault) {
        _ = try MessageCatalogue([
          SourceFile(path: "en", bytes: Array(text.replacingOccurrences(of: from, with: to).utf8))
        ])
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("  court: ", "  cuort: ") != nil)
    #expect(fault("{count} years", "{number} years") != nil)
    #expect(fault("  court: You can also go to court.\n", "") != nil)
  }

  /// A key that no code names is a message that nobody sees. Families of keys are built from a prefix.
  @Test func everyMessageIsUsed() throws {
    let sources = try #require(
      FileManager.default.enumerator(
        at: repositoryRoot.appending(path: "Sources/RopaKit"), includingPropertiesForKeys: nil)
    )
    .compactMap { $0 as? URL }.filter {
      $0.pathExtension == "swift" && !$0.lastPathComponent.hasPrefix("MessageKey")
        && !$0.lastPathComponent.hasPrefix("MessagePlaceholders")
    }
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let families = [
      "heading-", "event-", "certificate-", "safeguard-", "identity-", "short-", "month-", "consent-", "marketing-",
      "channel-", "right-", "medium-", "ground-", "category-", "cookie-route-", "kind-",
    ]
    for key in MessageKey.allCases {
      let family = families.first { key.rawValue.hasPrefix($0) && sources.contains("\"\($0)") }
      #expect(
        family != nil || sources.range(of: "\\.\(key)\\b", options: .regularExpression) != nil,
        "\(key.rawValue) is not used")
    }
    for section in SectionName.allCases {
      #expect(MessageKey(rawValue: "heading-" + section.rawValue) != nil, "\(section)")
    }
  }

  @Test(arguments: [
    ("P2Y", "2 years"), ("P1M", "1 month"), ("P1Y6M", "1 year and 6 months"), ("P30D", "30 days"), ("P2W", "2 weeks"),
    ("PT24H", "24 hours"), ("PT1H", "1 hour"), ("P0D", "0 hours"),
  ])
  func durations(_ period: String, _ words: String) throws {
    #expect(try #require(shippedMessages.messages(Language("en"))).words(Period(period)!).plain == words)
  }

  @Test func sentencesAreShort() throws {
    let messages = try #require(shippedMessages.messages(Language("en")))
    for assessment in [judge(sampleRegister), judge(soundRegister)] {
      let composed = try #require(composeNotice(0, of: assessment, messages: messages))
      let text = plain(composed.notice)
      let lengths = text.split(whereSeparator: { ".?!:\n|".contains($0) }).map { $0.split(separator: " ").count }.filter
      { $0 > 1 }.sorted()
      #expect(lengths[lengths.count / 2] < 20)
    }
  }
}
