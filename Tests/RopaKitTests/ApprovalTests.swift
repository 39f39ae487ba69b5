import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// An approval is of a text: it lapses when a record changes what people read, and by nothing else.
@Suite struct ApprovalTests {
  private static let path = "notices/customer-notice.yaml"

  private func files(_ from: String, _ to: String, in file: String = path, of files: [SourceFile] = soundRegister)
    -> [SourceFile]
  {
    let text = String(decoding: files.first { $0.path == file }!.bytes, as: UTF8.self)
    precondition(text.contains(from), "\(from)")
    return overlay(files, with: [(file, text.replacingOccurrences(of: from, with: to))])
  }

  private func digest(_ files: [SourceFile]) throws -> String {
    let draft = try judge(files).approvalDraft(of: "customer-notice", shippedMessages)
    let lines = String(decoding: draft.bytes, as: UTF8.self).split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("  content: ") })
    return String(line.dropFirst("  content: \"".count).dropLast())
  }

  /// The sound register with what its notice says approved.
  private func approved() throws -> [SourceFile] {
    files(
      "approved: {by: dpo, date: 2026-08-28}",
      "approved: {by: dpo, date: 2026-08-28, content: \"\(try digest(soundRegister))\"}")
  }

  private func ids(_ assessment: Assessment) -> [String] {
    assessment.report.findings.map { Rule.catalogue[$0.rule].id }
  }

  @Test func anApprovedNoticeIsPublishedStrictly() throws {
    let assessment = judge(try approved())
    #expect(ids(assessment).isEmpty && assessment.withheldNotices.isEmpty)
    let draft = try assessment.approvalDraft(of: "notices/customer-notice.yaml", shippedMessages)
    #expect(draft.remarks == ["This content is approved already."])
  }

  @Test func withoutContentItIsWithheld() {
    #expect(judge(soundRegister).withheldNotices.map(\.reason).first?.contains("names no content") ?? false)
    #expect(
      judge(files("approved: {by: dpo, date: 2026-08-28}\n", "")).withheldNotices.map(\.reason) == [
        "no approval is recorded"
      ])
  }

  @Test func aChangedRecordOpensItAgain() throws {
    let changed = files(
      "title:", "text: We keep messages for a week.\ntitle:", in: "retention/messages.yaml", of: try approved())
    let assessment = judge(changed)
    #expect(ids(assessment) == ["approval-outdated"])
    #expect(assessment.withheldNotices.map(\.reason) == ["it says other things than what was approved on 2026-08-28"])
    // Where the approved text was kept, the sections are named.
    let drafts = try judge(try approved()).keptDrafts(of: [], shippedMessages)
    let kept = overlay(changed, with: drafts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    let told = judge(kept).report.findings.first { Rule.catalogue[$0.rule].id == "approval-outdated" }?.message ?? ""
    #expect(told.contains("changed since: ") && told.contains("How long do we keep your data?"), "\(told)")
    let remarks = try judge(kept).approvalDraft(of: "customer-notice", shippedMessages).remarks
    #expect(remarks.first?.contains("How long do we keep your data?") ?? false)
  }

  /// What people read is covered; the version, its days, and what insiders read are not.
  @Test func theDigestCoversWhatPeopleRead() throws {
    let before = try digest(soundRegister)
    #expect(before.utf8.count == ContentDigest.length)
    for (from, to) in [
      ("effective: 2026-09-01", "effective: 2026-10-01"), ("version: 3", "version: 4"),
      ("version: 3", "summary: All is new"),
      ("version: 3", "history: [{effective: 2025-01-01, summary: Before}]"), ("owner: dpo", "owner: service-lead"),
      ("version: 3", "note: for insiders"), ("reviewed: 2026-09-01", "reviewed: 2026-10-01"),
    ] { #expect(try digest(files(from, to)) == before, "\(to)") }
    for (from, to) in [
      ("title: How we use your data", "title: How we use data"), ("  - security\n", ""),
      ("  - security\n", "  - {section: security, text: We lock doors.}\n"),
      ("https://example.org/reminders", "https://example.org/reminder"),
      ("  - security\n  - retention\n", "  - retention\n  - security\n"),
      ("  - {heading: x}", ""),
    ] where (String(decoding: soundRegister.first { $0.path == Self.path }!.bytes, as: UTF8.self)).contains(from) {
      #expect(try digest(files(from, to)) != before, "\(to)")
    }
  }

  @Test func anEarlierVersionKeepsItsApproval() throws {
    let drafts = try judge(try approved()).keptDrafts(of: [], shippedMessages)
    let history =
      "effective: 2026-10-01\nhistory: [{effective: 2026-09-01, summary: First, approved: {by: dpo, date: 2026-08-28, content: \"\(try digest(soundRegister))\"}}]"
    let renewed = overlay(
      files("effective: 2026-09-01", history), with: drafts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    )
    #expect(ids(judge(renewed)) == ["notice-version-not-kept"])
    let edited = String(decoding: drafts[0].bytes, as: UTF8.self).replacingOccurrences(
      of: "Example Care Ltd", with: "Another Ltd")
    #expect(ids(judge(overlay(renewed, with: [(drafts[0].path, edited)]))).contains("kept-version-altered"))
  }

  @Test func theExamplesKnowTheDigestOfTheirText() throws {
    let files = overlay(soundRegister, with: [(ExampleVersions.path("2025-09-01"), ExampleVersions.kept)])
    let content = try #require(judge(files).registry.keptVersions.first).content
    #expect(ContentDigest.digits(of: [content]) == ExampleVersions.digest)
  }
}

/// The check of public files knows feeds.
@Suite struct FeedCheckTests {
  private static let check = PublicTreeCheck(judge(soundRegister), words: embedded("messages/"), jobs: 1)

  private func fault(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBytes { FeedCheckTests.check.fault(in: $0, path: "public/feed/en.xml")?.reason }
  }

  @Test(arguments: [
    "<script>", "<title type=\"html\">", "<?xml-stylesheet href=\"x\"?>", "<!DOCTYPE feed>", "<![CDATA[x]]>",
    "<!-- x -->",
    "<link rel=\"alternate\" type=\"text/html\" href=\"javascript:alert(1)\"/>",
    "<link rel=\"alternate\" type=\"text/html\" href=\"../../register/index.html\"/>",
    "<link rel=\"stylesheet\" type=\"text/css\" href=\"x\"/>", "<content src=\"https://example.org\"/>",
    "<link rel=\"alternate\" type=\"text/html\" href=\"x\" onclick=\"y\"/>", "<feed>", "<title",
  ]) func whatNoFeedHasIsFound(_ text: String) { #expect(fault(text) != nil) }

  @Test(arguments: [
    "<title>a</title>", "<link rel=\"alternate\" type=\"text/html\" href=\"../index.html\"/>",
    "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/feed/en.xml\"/>",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">",
  ]) func whatAFeedHasPasses(_ text: String) { #expect(fault(text) == nil) }
}
