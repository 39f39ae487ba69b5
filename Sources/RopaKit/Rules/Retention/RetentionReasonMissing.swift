import LocatedYAML

extension Rule {
  /// RET-004.
  static let retentionReasonMissing = Rule(
    "retention-reason-missing", .retention, .warning, .expectation,
    title: "A retention rule does not say why this long",
    rationale: """
      Whether a time is as short as the purpose allows can only be judged from its reason: a law, a time for claims, a guideline, a need of \
      the service. Without one the next review has nothing to hold the time against.
      """,
    remedy: "Add the reason, or the law that sets the time.",
    citations: ["Art 5(1)(e)", "Art 5(2)"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged else { return .notApplicable }
      if rule.law.given != nil { return .clear }
      switch rule.reason.answer.standing(anchor: rule.common.anchor, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("the reason is an open question")
      case .missing(let range):
        if rule.law.answer.isOpen { return .notEvaluable("the law is an open question") }
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: rule.common.record))' gives no reason and no law for its time", at: range,
            hint: "add reason: with why the data are needed that long, or law:", records: [rule.common.record],
            evidence: [Evidence("reason", "not given"), Evidence("law", "not given")]))
      }
    },
    examples: [
      Example("no reason", ["retention/messages.yaml": exampleRule("«title»", "")]),
      Example(
        "none is no reason", ["retention/messages.yaml": exampleRule("title", "reason: «{none: it was always so}»")]),
      Example("a reason", ["retention/messages.yaml": exampleRule("title", "reason: Customers ask about them.")]),
      Example("a law", ["retention/messages.yaml": exampleRule("title", "law: Limitation Act 1980, section 5")]),
      Example(
        "not known yet", ["retention/messages.yaml": exampleRule("title", "reason: {unknown: why a year}")],
        also: ["open-question"]),
    ])

  private static func exampleRule(_ title: String, _ more: String) -> String {
    "\(title): Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\n\(more)\n"
  }
}
