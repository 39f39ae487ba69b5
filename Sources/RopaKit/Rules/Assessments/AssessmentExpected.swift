import LocatedYAML

extension Rule {
  /// DPI-004. That nobody screened the activity is for `screening-missing`, which tells the same facts.
  static let assessmentExpected = Rule(
    "dpia-expected", .assessments, .warning, .expectation,
    title: "Two or more criteria of the guidelines are met, and neither an assessment nor a reason is recorded",
    rationale: """
      Where two of the nine criteria are met, the guidelines expect an assessment in most cases. They are guidance: who decides against one \
      writes down why.
      """,
    remedy: "Begin an assessment, or give the reason why none is needed under screening.",
    citations: ["Art 35(1)", "WP 248 rev.01"],
    yieldsTo: [
      "dpia-missing", "regulators-list-dpia-missing", "screening-contradicts-record", "screening-missing",
      "dpia-rejected-but-live",
    ],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord,
        case .given(let screening, let range) = activity.screening.answer
      else { return .notApplicable }
      let slot = Int(assessed.registry.header(activity.common.record).slot)
      guard assessed.facts.impact.assessments(ofActivity: slot).isEmpty else { return .clear }
      let raised = assessed.raised(.guidelines, in: activity)
      var triggers = raised.computed
      triggers.formUnion(raised.declared)
      guard triggers.triggers.count > 1 else { return .clear }
      let place: SourceRange
      switch screening.reason.answer.standing(anchor: range, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("the reason of the screening is an open question")
      case .missing(let range): place = range
      }
      return .finding(
        Observation(
          "\(triggers.triggers.count) criteria of the guidelines are met by '\(assessed.registry.name(of: activity.common.record))', and the screening gives no reason against an assessment: \(assessed.words(for: triggers))",
          at: place, hint: "add reason: to screening:, or an assessment that names this activity",
          notes: assessed.notes(for: triggers, in: activity), records: [activity.common.record],
          evidence: [
            Evidence("raised by the records", joined(raised.computed.triggers.map(\.rawValue))),
            Evidence("declared", joined(raised.declared.triggers.map(\.rawValue))),
          ]))
    },
    examples: [
      Example("people who depend on us, on a large scale", screened("«{date: 2026-08-15, by: dpo, outcome: no-dpia}»")),
      Example("with a reason", screened("{date: 2026-08-15, by: dpo, outcome: no-dpia, reason: Names only.}")),
      Example(
        "one criterion",
        screened("{date: 2026-08-15, by: dpo, outcome: no-dpia}", ["scale": "large"])),
      Example(
        "the second one is declared",
        screened(
          "«{date: 2026-08-15, by: dpo, outcome: no-dpia, applies: prevents-right}»", ["scale": "large"])),
      Example(
        "a draft covers it",
        [
          "activities/letters.yaml": letters("{date: 2026-08-15, by: dpo, outcome: dpia}", both, "planned"),
          "assessments/letters.yaml": exampleAssessment(),
        ]),
      Example(
        "the reason is an open question",
        screened("{date: 2026-08-15, by: dpo, outcome: no-dpia, reason: {unknown: why not}}"), also: ["open-question"]),
    ])

  private static let both: [String: String] = ["scale": "large", "subjects": "employee"]

  private static func screened(_ screening: String, _ facts: [String: String] = both) -> ExampleTexts {
    ["activities/letters.yaml": letters(screening, facts)]
  }

  private static func letters(_ screening: String, _ facts: [String: String], _ status: String = "active") -> String {
    exampleActivity([
      "screening": screening, "scale": facts["scale"] ?? "small", "subjects": facts["subjects"] ?? "customers",
      "status": status,
    ])
  }
}
