import LocatedYAML

extension Rule {
  /// RET-005. Compared with the longest rule of all activities that use the system.
  static let systemKeepsLonger = Rule(
    "system-keeps-longer", .retention, .error, .contradiction,
    title: "A system is set to keep data longer than the rules allow",
    rationale: """
      A rule on paper deletes nothing. Where a system keeps data longer than every rule for them, the rule is not followed, or it is not \
      the true one. A period that starts later than the collection leaves room; then it is a question.
      """,
    remedy: "Shorten the setting of the system, or correct the rule and say why.",
    citations: ["Art 5(1)(e)", "Art 25(2)"],
    check: .systems { system, assessed in
      guard system.common.isJudged, case .given(let keeps, let range) = system.keeps.answer else {
        return system.keeps.answer.isOpen
          ? .notEvaluable("the setting of the system is an open question") : .notApplicable
      }
      let registry = assessed.registry
      var users: [Activity] = []
      for mention in registry.mentions(of: system.common.record) {
        guard let activity = registry.activity(at: mention.from), activity.isJudged, activity.isControllerRecord,
          users.last?.common.record != activity.common.record
        else { continue }
        users.append(activity)
      }
      return assessed.compare(
        keeps, at: range, of: system.common.record, users, data: system.data.elements().map(\.record),
        hint: "set keeps: to what the rule allows once the system is set so, or correct the rule")
    },
    examples: [
      Example(
        "ten years, and the rules allow six", exampleFiles(keeps: "«P10Y»", starts: "collected")),
      Example("as long as the longest rule", exampleFiles(keeps: "P6Y", starts: "collected")),
      Example(
        "the period starts later than the collection", exampleFiles(keeps: "«P10Y»", starts: "contract-end"),
        severity: .warning),
      Example(
        "only the rule for what the system holds counts",
        exampleFiles(keeps: "«P2Y»", starts: "collected", data: "data: [name, email]"), severity: .warning),
      Example(
        "an event ends storage", exampleFiles(keeps: "P10Y", starts: "collected", accounts: "ends: contract-end")),
      Example(
        "the setting is not known yet", exampleFiles(keeps: "{unknown: what it is set to}", starts: "collected"),
        also: ["open-question"]),
    ])

  private static func exampleFiles(
    keeps: String, starts: String, data: String = "", accounts: String? = nil
  ) -> KeyValuePairs<String, String> {
    [
      "systems/mail-system.yaml":
        "title: Mail system\noperator: mailer\n\(data)\nkeeps: \(keeps)\ncontrols: [encrypted-storage, multi-factor-sign-in]\n",
      "retention/accounts.yaml": """
      title: Accounts
      \(accounts ?? "period: P6Y\nstarts: \(starts)")
      action: delete
      disposal: {method: monthly job, verified: 2026-08-01}
      reason: Claims about a contract can be brought for six years.
      law: Limitation Act 1980, section 5
      applies-to: {data: transactions}

      """,
    ]
  }
}

extension Assessed {
  /// Compares what a system or body is set to keep with the rules of the activities that use it.
  func compare(
    _ keeps: Period, at range: SourceRange, of record: RecordIndex, _ users: [Activity], data: [RecordIndex],
    hint: String, severity: Severity = .error
  ) -> Verdict {
    let limit: RetentionLimit
    switch registry.allowance(users, data: data) {
    case .nothing: return .notApplicable
    case .notComparable: return .notEvaluable("a rule gives no length that could be compared")
    case .longest(let longest): limit = longest
    }
    guard keeps.approximateDays > limit.length.approximateDays + 1 else { return .clear }
    let rule = limit.rule
    let length =
      rule.period.answer.range ?? rule.maximum.answer.range ?? rule.backStop.answer.range ?? rule.common.anchor
    let start = rule.starts.given?.event.given.map { ", counted from \($0.text)" } ?? ""
    return .finding(
      Observation(
        "\(registry.name(of: record)) keeps data for \(registry.text(in: range)), and the longest rule for them, '\(registry.name(of: rule.common.record))', allows \(registry.text(in: length))\(limit.startsAtCollection ? "" : start)",
        at: range, hint: hint, notes: [Note(message: "The rule", range: length)],
        severity: limit.startsAtCollection ? severity : .warning,
        records: [record, rule.common.record] + users.map(\.common.record),
        evidence: [
          Evidence("keeps", registry.text(in: range)), Evidence("longest rule", registry.text(in: length)),
        ]))
  }
}
