import LocatedYAML

extension Rule {
  /// REV-006. The report drops it where the finding that it was about is no longer there.
  static let waiverExpired = Rule(
    "waiver-expired", .reviews, .error, .policy,
    title: "A waiver has lapsed, and its finding is still there",
    rationale: """
      A waiver accepts a risk for a limited time. After its last day the finding is open again, and nobody has decided to go on. A renewal is \
      a new decision, with a record of its own.
      """,
    remedy: "Mend what was found, or decide again in a new waiver that supersedes this one.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .waivers { waiver, assessed in
      guard waiver.common.isJudged, waiver.status.given?.value == .active else { return .notApplicable }
      switch waiver.expires.answer {
      case .unknown, .unusable: return .notEvaluable("the last day of the waiver is an open question")
      case .absent, .none, .notApplicable: return .notApplicable
      case .given(let last, let range):
        guard last < assessed.day else { return .clear }
        let rule = waiver.rule.given?.value.text ?? "its rule"
        let subject = waiver.subject.given.map { $0.value.record.isResolved ? [$0.value.record] : [] } ?? []
        let about = subject.first.map { " on '\(assessed.registry.name(of: $0))'" } ?? ""
        return .finding(
          Observation(
            "The waiver lapsed on \(last), and '\(rule)'\(about) is open again", at: range,
            hint: "mend what was found and set status: expired, or add a new waiver with supersedes:",
            records: [waiver.common.record] + subject,
            evidence: [Evidence("rule", rule), Evidence("last day", last.description)]))
      }
    },
    examples: [
      Example("past its last day", exampleFiles("«2026-11-20»"), also: ["retention-reason-missing"]),
      Example("on its last day", exampleFiles("2026-11-21"), also: ["retention-reason-missing"]),
      Example("closed by status", exampleFiles("2026-11-20", status: "expired"), also: ["retention-reason-missing"]),
      Example("what was found has been mended", exampleFiles("2026-11-20", reason: "Customers ask about them.")),
      Example(
        "it is about another record", exampleFiles("2026-11-20", subject: "retention/accounts"),
        also: ["retention-reason-missing"]),
    ])

  private static func exampleFiles(
    _ expires: String, status: String = "active", reason: String = "", subject: String = "retention/messages"
  ) -> KeyValuePairs<String, String> {
    [
      "retention/messages.yaml":
        "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\n\(reason.isEmpty ? "" : "reason: \(reason)\n")",
      "waivers/messages.yaml": """
      kind: accept
      rule: retention-reason-missing
      subject: \(subject)
      reason: The service is being replaced, and the reason is settled with the new one in the autumn.
      risk: {likelihood: low, impact-on-people: low}
      requested-by: service-lead
      requested: 2026-05-01
      dpo-view: {by: dpo, date: 2026-05-02, text: Acceptable until the autumn., agrees: true}
      approved-by: service-lead
      approved: 2026-05-04
      approver-role: head of service
      expires: \(expires)
      status: \(status)
      """,
    ]
  }
}
