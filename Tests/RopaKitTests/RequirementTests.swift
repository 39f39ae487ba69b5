import LocatedYAML
import Testing

@testable import RopaKit

/// Every line of the list of things that real notices say: the records can say it, the register shows it, and what the notice does with
/// it is stated.
@Suite struct RequirementTests {
  @Test func everyRequirementHasACase() {
    #expect(Set(Requirement.all.map(\.number)) == Set(1...39))
  }

  @Test(arguments: Requirement.all) func recordsSayIt(_ requirement: Requirement) throws {
    let files = requirement.registerFiles
    let faults = load(files, law: shippedLaw, jobs: 1).diagnostics
    #expect(faults.isEmpty, "\(faults.map { "\(files[Int($0.range.file)].path): \($0.message)" })")
    let assessment = judge(files)

    let pages = rendered(assessment)
    for (page, expected) in requirement.register {
      let text = words(of: try #require(pages["register/\(page).html"], "no page \(page)"))
      for word in expected { #expect(text.contains(word), "\(requirement): \(page) does not show \(word)\n\(text)") }
    }

    let notice = words(of: publicBytes(of: assessment).filter { $0.key.hasSuffix("page/en.html") }.values.first ?? [])
    #expect(!notice.isEmpty)
    switch requirement.notice {
    case .words(let words, let never):
      for word in words { #expect(notice.contains(word), "\(requirement): the notice does not say \(word)\n\(notice)") }
      for word in never { #expect(!notice.contains(word), "\(requirement): the notice says \(word)") }
    case .nothing(let reason, let never):
      #expect(!reason.isEmpty && !never.isEmpty)
      for word in never { #expect(!notice.contains(word), "\(requirement): the notice says \(word)") }
    case .notYet(let reason, let words):
      #expect(!reason.isEmpty && !words.isEmpty)
      for word in words { #expect(!notice.contains(word), "\(requirement): the notice says \(word) now: list it") }
    }
  }

  /// The text of a page, without markup, with one space between words.
  private func words(of html: [UInt8]) -> String {
    var text: [UInt8] = []
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"):
        isTag = true
      case UInt8(ascii: ">"):
        isTag = false
        text.append(0x20)
      case 0x0A, 0x20: if !isTag { text.append(0x20) }
      default: if !isTag { text.append(byte) }
      }
    }
    var words = String(decoding: text, as: UTF8.self)
    for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      words = words.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return words.split(separator: " ").joined(separator: " ")
  }
}
