import LocatedYAML

extension Rule {
  /// A minimum alone limits nothing.
  static let retentionFloorOnly = Rule(
    "retention-floor-only", .retention, .warning, .mandatory,
    title: "A retention rule gives a least time and no end",
    rationale: """
      "At least six years" tells people how long data stay for certain, and nobody when they go. A floor that a law or a code sets still \
      needs a ceiling of your own.
      """,
    remedy: "Add the time or the event after which the data go.",
    citations: ["Art 5(1)(e)", "Art 13(2)(a)"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged, case .given(_, let range) = rule.minimum.answer else { return .notApplicable }
      let anchor = rule.common.anchor
      let limits = [
        rule.period.answer.standing(anchor: anchor, noneCounts: false),
        rule.maximum.answer.standing(anchor: anchor, noneCounts: false),
        rule.backStop.answer.standing(anchor: anchor, noneCounts: false),
        rule.ends.answer.standing(anchor: anchor, noneCounts: false),
        rule.criterion.answer.standing(anchor: anchor, noneCounts: false),
      ]
      if limits.contains(where: { if case .answered = $0 { true } else { false } }) { return .clear }
      if limits.contains(where: { if case .open = $0 { true } else { false } }) {
        return .notEvaluable("the end of storage is an open question")
      }
      return .finding(
        Observation(
          "\(assessed.registry.text(in: range)) is a floor, and '\(assessed.registry.name(of: rule.common.record))' gives no end",
          at: range, hint: "add maximum:, or ends: with the event that ends storage", records: [rule.common.record],
          evidence: [Evidence("minimum", assessed.registry.text(in: range)), Evidence("maximum", "not given")]))
    },
    examples: [
      Example("a floor alone", ["retention/messages.yaml": exampleRule("«P8Y»", "")]),
      Example("with a ceiling", ["retention/messages.yaml": exampleRule("P8Y", "maximum: P10Y")]),
      Example(
        "a reason for no ceiling",
        ["retention/messages.yaml": exampleRule("«P8Y»", "maximum: {none: we keep them for good}")]),
      Example("with an event", ["retention/messages.yaml": exampleRule("P8Y", "ends: account-closed")]),
      Example(
        "with a test", ["retention/messages.yaml": exampleRule("P8Y", "criterion: until the yearly review clears them")]
      ),
      Example(
        "the ceiling is not known yet",
        ["retention/messages.yaml": exampleRule("P8Y", "maximum: {unknown: how long at most}")],
        also: ["open-question"]),
    ])

  private static func exampleRule(_ minimum: String, _ more: String) -> String {
    "title: Messages\nminimum: \(minimum)\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: The code asks for it.\n\(more)\n"
  }
}
