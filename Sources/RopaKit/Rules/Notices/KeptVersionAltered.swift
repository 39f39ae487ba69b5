import LocatedYAML

extension Rule {
  static let keptVersionAltered = Rule(
    "kept-version-altered", .notices, .error, .contradiction,
    title: "The kept text of an earlier version is not what was approved",
    rationale: """
      An earlier version is evidence of what people were told. Its text and the approval beside it cannot both be right when the digest of \
      the one is not named by the other: the file was edited afterwards, or the approval was of another text.
      """,
    remedy: "Restore the file from version control, or correct the approval in the history.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .notices { notice, _, assessed in
      let history = notice.history.elements()
      var isJudged = false
      for version in history {
        guard let day = version.effective.given, let approval = version.approved.given,
          case .given(let content, let range) = approval.content.answer
        else { continue }
        let kept = assessed.registry.keptVersions(of: notice, day: day)
        guard !kept.isEmpty else { continue }
        isJudged = true
        let digest = ContentDigest.digits(of: kept.map(\.content))
        if digest == content.text { continue }
        return .finding(
          Observation(
            "The text that was kept for \(day) is not the one that was approved",
            at: range, hint: "restore the kept text from version control, or correct content: here",
            notes: kept.map { Note(message: "The text that was kept", range: $0.range) },
            records: [notice.common.record],
            evidence: [Evidence("approved", content.text), Evidence("kept", digest)]))
      }
      return isJudged ? .clear : .notApplicable
    },
    examples: [
      Example(
        "another digest",
        [
          ExampleVersions.path("2025-09-01"): ExampleVersions.kept,
          "notices/customer-notice.yaml": ExampleVersions.notice(
            exampleHistory("«0123456789abcdef0123456789abcdef01234567»")),
        ], also: ["notice-version-not-kept"]),
      Example(
        "the text that was approved",
        [
          ExampleVersions.path("2025-09-01"): ExampleVersions.kept,
          "notices/customer-notice.yaml": ExampleVersions.notice(exampleHistory(ExampleVersions.digest)),
        ], also: ["notice-version-not-kept"]),
    ])

  private static func exampleHistory(_ exampleDigest: String) -> String {
    """
    history:
      - effective: 2025-09-01
        summary: Reminders
        approved: {by: dpo, date: 2025-08-20, content: \(exampleDigest)}
    """
  }
}
