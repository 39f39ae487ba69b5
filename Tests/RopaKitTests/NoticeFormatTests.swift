import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The forms of a notice beside its page. What other programs read in them is compared by the end-to-end tests.
@Suite struct NoticeFormatTests {
  private static let activity = "activities/appointment-messages.yaml"
  private static let site = """
    title: Our website
    kind: web
    visitors: uk
    forms:
      sign-up:
        fields: {E-mail: email}
        activity: appointment-messages
        consents: news
      study: {activity: appointment-messages, fields: {Use: usage}}
      elsewhere: {activity: hosted-records}

    """

  private func files(_ changes: [(path: String, text: String)]) throws -> [String: String] {
    let assessment = judge(overlay(soundRegister, with: changes))
    let faults = assessment.report.findings.filter { Rule.catalogue[$0.rule].stopsPublication }
    try #require(faults.isEmpty, "\(faults.map { "\(place(of: $0, in: assessment)) \($0.message)" })")
    return publicBytes(of: assessment).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func oneLine(_ text: String?) -> String {
    (text ?? "").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func soundNoticeInEveryForm() throws {
    let pages = publicBytes(of: judge(soundRegister))
    for ending in ["fragment.html", "md", "txt", "tilt.json"] {
      try expectGolden(#require(pages["public/customer-notice/en.\(ending)"]), "notice-sound.form.\(ending)")
    }
    let page = String(decoding: try #require(pages["public/customer-notice/en.html"]), as: UTF8.self)
    for ending in ["fragment.html", "md", "txt", "tilt.json"] { #expect(page.contains("<a href=\"en.\(ending)\">")) }
  }

  /// Each file is made from the same composition, in any order and more than once.
  @Test func formsAreTheSameInAnyOrder() throws {
    let pages = publicPages(of: judge(soundRegister), messages: shippedMessages, theme: plainTheme)
    func bytes(_ page: Page) -> [UInt8] {
      var buffer = HTMLBuffer()
      page.write(&buffer)
      return buffer.withBytes { Array($0) }
    }
    let first = pages.map(bytes)
    #expect(Array(pages.reversed().map(bytes).reversed()) == first)
    #expect(pages.map(bytes) == first && first.allSatisfy { !$0.isEmpty })
  }

  @Test func aComposedNoticeIsKeptForItsFilesOnly() {
    let made = Counter()
    let shared = SharedForms(files: 3) {
      made.add()
      return nil
    }
    #expect(shared.take() == nil && made.count == 1)
    let notice = composeNotice(
      0, of: judge(soundRegister), messages: shippedMessages.messages(Language("en"))!)!.notice
    let full = SharedForms(files: 3) {
      made.add()
      return SharedForms.Forms(notice: notice, transparency: [], shortForms: [])
    }
    for _ in 0..<3 { #expect(full.take() != nil) }
    #expect(made.count == 2)
    #expect(full.take() != nil && made.count == 3)
  }

  @Test func wordsBesideFormsSayWhatTheFormIsFor() throws {
    let consent = "title: News\nmechanism: tick-box\nwithdraw: use the link in each message\n"
    let pages = try files([("sites/website.yaml", Self.site), ("consents/news.yaml", consent)])
    let folder = "public/customer-notice/forms/website."
    #expect(
      oneLine(pages[folder + "sign-up.en.txt"]) == """
        Example Care Ltd uses what you enter here for this: Remind customers of their appointments by e-mail. We rely on our \
        contract with you, or steps that you ask for before making one. You need to give us these data for a contract with us. \
        This is what happens if you do not give them: Without a name and an e-mail address we cannot send you messages. This is \
        how you change your mind: use the link in each message. Our privacy notice says more: How we use your data \
        (https://example.org/privacy).
        """)
    let study = try #require(pages[folder + "study.en.fragment.html"])
    #expect(study.contains("Find out with a research partner which reminders are read.") && !study.contains("Remind"))
    // Nobody tells people of what we do for others only.
    #expect(pages.keys.filter { $0.contains("elsewhere") }.isEmpty)
    #expect(pages.keys.filter { $0.contains("/forms/") }.count == 4)
  }

  @Test func formsThatMayNotBeToldOfHaveNoFiles() throws {
    for line in ["publish: false", "certainty: example", "certainty: disputed"] {
      let pages = try files([
        ("sites/website.yaml", Self.site.replacing("    consents: news\n", with: "") + line + "\n")
      ])
      #expect(pages.keys.filter { $0.contains("/forms/") }.isEmpty, "\(line)")
    }
  }

  /// Without an address the words name the notice, and the register says how to get a link.
  @Test func withoutAnAddressThereIsNoLink() throws {
    let notice = try #require(soundRegister.first { $0.path == "notices/customer-notice.yaml" })
    let plain = String(decoding: notice.bytes, as: UTF8.self).replacing("url: https://example.org/privacy\n", with: "")
    let site = Self.site.replacing("    consents: news\n", with: "")
    let changes = [("sites/website.yaml", site), (notice.path, plain)]
    let path = "public/customer-notice/forms/website.sign-up.en.fragment.html"
    #expect(try #require(files(changes)[path]).contains("Our privacy notice says more: How we use your data."))
    let register = rendered(judge(overlay(soundRegister, with: changes)))
    let page = String(decoding: try #require(register["register/forms.html"]), as: UTF8.self)
    #expect(page.contains("There is no link to the whole notice") && page.contains("no published notice tells of it"))
    let settings = "title: R\norganisations: example-care\nlanguages: en\npublish: {notices: https://example.org/n}\n"
    #expect(
      try #require(files(changes + [("registry.yaml", settings)])[path])
        .contains("<a href=\"https://example.org/n/customer-notice/en.html\">How we use your data</a>"))
  }

  @Test(arguments: [
    "a <b>c</b>", "[x](javascript:y)", "[x](<javascript:y>)", "![x](<https://example.org>)", "[x]: https://example.org",
    "[x](<../../../register/index.html>)", "`` ` `` <b>",
  ]) func strangeMarkdownIsFound(_ text: String) { #expect(fault(text, "md") != nil) }

  @Test(arguments: [
    "a \\<b\\>", "\\[x\\](javascript:y)", "[x](<https://example.org>)", "`<b>` and `` ` <b> ``",
    "[x](<mailto:a@example.org>)",
    "\\`\\<b>", "", "\\",
  ]) func ordinaryMarkdownPasses(_ text: String) { #expect(fault(text, "md") == nil) }

  /// Words that lines break or signs are escaped in are found all the same.
  @Test func internalWordsAreFoundInEveryForm() throws {
    let secret =
      "Nobody has asked the *supplier* yet whether the copies are deleted when the contract ends, ask in spring"
    let mailer = try #require(soundRegister.first { $0.path == "processors/mailer.yaml" })
    let note = String(decoding: mailer.bytes, as: UTF8.self) + "note: \"\(secret)\"\n"
    let check = PublicTreeCheck(judge(overlay(soundRegister, with: [(mailer.path, note)])), words: [], jobs: 1)
    func isFound(_ text: String, _ ending: String) -> Bool {
      Array(text.utf8).withUnsafeBytes { check.fault(in: $0, path: "public/notice/en." + ending) } != nil
    }
    #expect(isFound(secret.replacing(" ", with: "\n  "), "txt"))
    #expect(isFound(secret.replacing("*", with: "\\*"), "md"))
    #expect(isFound("{\"x\": \"\(secret)\"}", "tilt.json"))
    #expect(!isFound("Nobody has asked the supplier yet.", "txt"))
  }

  private func fault(_ text: String, _ ending: String) -> String? {
    let check = PublicTreeCheck(judge(soundRegister), words: [], jobs: 1)
    return Array(text.utf8).withUnsafeBytes { check.fault(in: $0, path: "public/notice/en." + ending)?.reason }
  }

  /// Sections in another order, dropped, replaced and added, from the record and from a file.
  @Test func sectionsAreMovedReplacedAndAdded() throws {
    let notice = try #require(soundRegister.first { $0.path == "notices/customer-notice.yaml" })
    let head = String(decoding: notice.bytes, as: UTF8.self).components(separatedBy: "\nsections:")[0]
    let sections = """

      sections:
        - contact
        - {section: retention, replace: true, heading: For how long?, text: "As long as **needed**."}
        - {section: data, text: "We collect little:\\n\\n1. what you type\\n2. what you send"}
        - {heading: In an emergency, file: emergency.md}
        - who-we-are

      """
    let emergency = SourceFile(path: "notices/emergency.md", bytes: Array("Call *us*.\n\n## At night\n\n- 111\n".utf8))
    let assessment = judge(
      (overlay(soundRegister, with: [(notice.path, head + sections)]) + [emergency]).sorted { $0.path < $1.path })
    let messages = try #require(shippedMessages.messages(Language("en")))
    let composed = try #require(composeNotice(0, of: assessment, messages: messages)).notice
    #expect(composed.sections.map(\.anchor.id) == ["contact", "retention", "data", "section-1", "who-we-are"])
    #expect(composed.sections[1].heading.plain == "For how long?")
    #expect(lines(of: composed.sections[1]) == ["As long as needed."])
    #expect(
      Array(lines(of: composed.sections[2]).prefix(3)) == [
        "We collect little:", "1. what you type", "2. what you send",
      ])
    #expect(lines(of: composed.sections[2]).count > 4)
    #expect(lines(of: composed.sections[3]) == ["Call us.", "### At night", "- 111"])
    let markdown = String(decoding: composed.markdown(messages), as: UTF8.self)
    #expect(markdown.contains("## For how long?\n\nAs long as **needed**.\n"))
    #expect(markdown.contains("Call *us*.\n\n### At night\n\n- 111\n"))
  }
}

private final class Counter: @unchecked Sendable {
  private(set) var count = 0
  func add() { count += 1 }
}
