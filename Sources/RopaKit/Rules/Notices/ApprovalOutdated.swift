import LocatedYAML

extension Rule {
  static let approvalOutdated = Rule(
    "approval-outdated", .notices, .warning, .contradiction,
    title: "A notice says other things than what was approved",
    rationale: """
      An approval is of a text. Notices are composed from records, so whoever changes a record may change what somebody approved without \
      opening the notice. The digest beside the approval shows it, and with --strict such a notice is withheld until it is approved again.
      """,
    remedy:
      "Let the approver read what changed and approve it: ropa approve prints the lines. Or take the change back.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .notices { notice, _, assessed in
      guard notice.common.isJudged, let approval = notice.approved.given,
        case .given(let content, let range) = approval.content.answer, let slot = assessed.slot(of: notice),
        let standing = assessed.standing(ofNotice: slot)
      else { return .notApplicable }
      guard case .ofOtherContent(let since) = standing.approval else { return .clear }
      let id = assessed.registry.header(notice.common.record).id
      let date = approval.date.given.map { " on \($0)" } ?? ""
      let changed = since.map { $0.isEmpty ? "" : "; changed since: \(someOf($0))" } ?? ""
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: notice.common.record))' says other things than what was approved\(date)\(changed)",
          at: range, hint: "let it be approved again: ropa approve \(id) prints the lines",
          records: [notice.common.record],
          evidence: [Evidence("approved", content.text), Evidence("now", standing.digest ?? "not composed")]))
    },
    examples: [
      Example(
        "approved was another text",
        [
          "notices/customer-notice.yaml": ExampleVersions.notice(
            "approved: {by: dpo, date: 2026-08-28, content: «0123456789abcdef0123456789abcdef01234567»}")
        ]),
      Example(
        "approved was the text that was kept, and a record changed since",
        [
          ExampleVersions.path("2026-09-01"): ExampleVersions.kept,
          "notices/customer-notice.yaml": ExampleVersions.notice(
            "approved: {by: dpo, date: 2026-08-28, content: «\(ExampleVersions.digest)»}"),
        ], also: ["notice-changed-without-version"]),
      Example(
        "an approval that names no content",
        ["notices/customer-notice.yaml": ExampleVersions.notice("approved: {by: dpo, date: 2026-08-28}")]),
    ])
}
