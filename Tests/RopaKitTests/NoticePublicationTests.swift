import LocatedYAML
import Testing

@testable import RopaKit

/// A notice is in the public tree, or the program says why it is not.
@Suite struct NoticePublicationTests {
  private static let path = "notices/customer-notice.yaml"
  private static let page = "public/customer-notice/en.html"

  private func assess(_ line: String, in file: String = path, replacing words: String = "effective: 2026-09-01")
    throws -> Assessment
  {
    let text = String(decoding: try #require(soundRegister.first { $0.path == file }).bytes, as: UTF8.self)
    try #require(text.contains(words))
    return judge(overlay(soundRegister, with: [(file, text.replacing(words, with: line))]))
  }

  private func reasons(_ assessment: Assessment) -> [String] { assessment.notPublished(shippedMessages).map(\.reason) }

  @Test func anUnknownDayIsLeftOutAndToldOf() throws {
    let assessment = try assess("effective: {unknown: since when it holds}")
    let pages = publicBytes(of: assessment)
    let page = String(decoding: try #require(pages[Self.page]), as: UTF8.self)
    #expect(!page.contains("In force from") && page.contains("<h1>How we use your data</h1>"))
    let index = String(decoding: try #require(pages["public/index.html"]), as: UTF8.self)
    #expect(index.contains("How we use your data") && !index.contains("class=\"meta\""))
    #expect(
      assessment.publishedWithoutDay(shippedMessages).map { assessment.registry.path(of: $0.notice) } == [
        "notices/customer-notice"
      ])
    #expect(assessment.withheldNotices.map(\.reason) == ["the day from which it holds is an open question"])
    #expect(reasons(assessment).isEmpty)
    #expect(assessment.report.findings.map { Rule.catalogue[$0.rule].id } == ["open-question"])
  }

  @Test(arguments: [
    ("", "it has no effective: day, which makes it a draft"), ("effective: 2026-12-01", "it holds from 2026-12-01 on"),
    ("effective: 2026-09-01\npublish: false", "its record says publish: false"),
    ("effective: 2026-09-01\ncertainty: example", "its record says certainty: example"),
    ("effective: 2026-09-01\nlanguages: fr", "there are no sentences in its language: fr"),
  ]) func whatIsNotPublishedHasAReason(_ line: String, _ reason: String) throws {
    let assessment = try assess(line)
    #expect(publicBytes(of: assessment)[Self.page] == nil)
    #expect(reasons(assessment) == [reason])
    #expect(assessment.publishedWithoutDay(shippedMessages).isEmpty)
  }

  @Test func anEmptyIndexSaysSo() throws {
    let index = try #require(publicBytes(of: try assess("effective: 2026-12-01"))["public/index.html"])
    #expect(String(decoding: index, as: UTF8.self).contains("No privacy notice is published here yet."))
  }

  /// A statement that is printed and wrong is said to be, and holds the notice back where that is asked for.
  @Test func whatTheRecordsContradictIsToldOf() throws {
    let contradicted = try assess("hosting: IE", in: "systems/office-files.yaml", replacing: "hosting: GB")
    #expect(contradicted.publishedAgainstRecords(shippedMessages, without: []).isEmpty)
    let statement = "kind: claim\nclaim: no-transfer\narea: GB\nabout: {systems: office-files}\ntext: They stay here.\n"
    let office = try #require(soundRegister.first { $0.path == "systems/office-files.yaml" })
    let assessment = judge(
      overlay(
        soundRegister,
        with: [
          ("statements/mail-stays-in-uk.yaml", statement),
          (office.path, String(decoding: office.bytes, as: UTF8.self).replacing("hosting: GB", with: "hosting: IE")),
        ]))
    let told = assessment.publishedAgainstRecords(shippedMessages, without: [])
    #expect(told.map(\.reason) == ["of statements/mail-stays-in-uk (notice-denies-recorded-transfer)"])
    #expect(assessment.publishedAgainstRecords(shippedMessages, without: Set(told.map(\.notice))).isEmpty)
    #expect(assessment.withheldNotices.map(\.notice) == told.map(\.notice))
  }

  @Test func aNoticeThatSumsItselfUpHasOneSummary() throws {
    let own = try assess("sections:\n  - {heading: In short, text: We send messages.}", replacing: "sections:")
    let page = String(decoding: try #require(publicBytes(of: own)[Self.page]), as: UTF8.self)
    #expect(page.ranges(of: "In short</h2>").count == 1)
    let composed = String(decoding: try #require(publicBytes(of: judge(soundRegister))[Self.page]), as: UTF8.self)
    #expect(composed.contains("class=\"summary\"") && !page.contains("class=\"summary\""))
  }

  @Test func anOrganisationThatIsWithheldTakesItsNoticeAlong() throws {
    let assessment = try assess(
      "legal-name: Example Care Ltd\npublish: false", in: "organisations/example-care.yaml",
      replacing: "legal-name: Example Care Ltd")
    #expect(publicBytes(of: assessment)[Self.page] == nil)
    #expect(reasons(assessment) == ["the record of Example Care is kept out of public pages"])
  }

  /// A mailbox of which letters are hidden reaches nobody.
  @Test(arguments: ["HI***@…", "privacy@example...", "<mailbox@example.org>"])
  func aMaskedMailboxIsNotPrinted(_ mailbox: String) throws {
    let assessment = try assess(
      "email: \"\(mailbox)\"", in: "organisations/example-care.yaml", replacing: "email: privacy@example.org")
    let text = publicText(of: assessment)
    #expect(!text.contains("mailto:") && !text.contains("***") && !text.contains("example..."))
    #expect(text.contains("01223 000000"))
    #expect(assessment.report.findings.map { Rule.catalogue[$0.rule].id } == ["placeholder-text"])
  }

  @Test(arguments: [
    ("Your data are completely secure.", true), ("We keep data completely secure and never sell them.", true),
    ("We never sell data, and we keep them completely secure.", true),
    ("Nobody reads your mail; it is completely secure.", true),
    ("No system is completely secure.", false), ("Our systems are not completely secure.", false),
    ("We can’t say that any website is completely secure.", false),
    ("Neither we nor our hosts are completely secure.", false), ("E-mail can never be completely secure.", false),
    ("This is about something else.", false),
  ]) func whatASentenceAffirms(_ sentence: String, _ affirms: Bool) {
    #expect(EnglishSentence(Substring(sentence).utf8).affirms("completely secure") == affirms)
  }
}
