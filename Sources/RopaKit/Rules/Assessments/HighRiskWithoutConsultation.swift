import LocatedYAML

extension Rule {
  /// DPI-009. The level that remains after the measures counts; a risk of its own counts as much as the whole.
  static let highRiskWithoutConsultation = Rule(
    "high-risk-without-consultation", .assessments, .error, .mandatory,
    title: "A high risk remains after the measures, and the regulator was not consulted",
    rationale: """
      Where the measures leave a high risk, the regulator is consulted before the processing begins. A risk that is high before the measures \
      is recorded as inherent; residual is what remains.
      """,
    remedy: "Reduce the risk, or consult the regulator and record the day; until then do not begin.",
    citations: ["Art 36(1)"],
    isWaivable: false,
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse else { return .notApplicable }
      let activities = assessed.activities(of: assessment)
      guard !activities.isEmpty else { return .notApplicable }
      guard let place = assessment.highResidual else {
        let isOpen = assessment.residual.answer.isOpen || assessment.risks.answer.isOpen
        return isOpen ? .notEvaluable("what remains of the risks is an open question") : .clear
      }
      if assessment.consultation.answer.isOpen { return .notEvaluable("the consultation is an open question") }
      if let submitted = assessment.consultation.given?.submitted.answer {
        if submitted.isOpen { return .notEvaluable("the day of the consultation is an open question") }
        if submitted.given != nil { return .clear }
      }
      let registry = assessed.registry
      let live = activities.filter(\.isLive)
      let whole = assessment.residual.given
      return .finding(
        Observation(
          "'\(registry.name(of: assessment.common.record))' leaves a high risk\(whole == .high ? "" : " in one of its risks"), no consultation of the regulator is recorded, and \(joined((live.isEmpty ? activities : live).map { "'\(registry.name(of: $0.common.record))'" })) \(live.isEmpty ? "is planned" : "is in use")",
          at: place, hint: "add consultation: {submitted: day}, or correct residual: once a measure reduces the risk",
          severity: live.isEmpty ? .warning : .error,
          records: [assessment.common.record] + activities.map(\.common.record),
          evidence: [Evidence("residual", whole?.rawValue ?? "not given"), Evidence("consultation", "not submitted")]))
    },
    examples: [
      Example("high, and in use", assessed(["residual": "«high»"])),
      Example("high, and planned", assessed(["residual": "«high»"], status: "planned"), severity: .warning),
      Example("medium", assessed(["residual": "medium"])),
      Example(
        "one risk is high",
        assessed([
          "risks":
            "{lost-letter: {text: Somebody else opens it., inherent: high, residual: «high», measures: staff-training}}"
        ])),
      Example(
        "high before the measures only",
        assessed([
          "risks":
            "{lost-letter: {text: Somebody else opens it., inherent: high, residual: low, measures: staff-training}}"
        ])),
      Example(
        "consulted", assessed(["residual": "high", "consultation": "{submitted: 2026-03-01, closed: 2026-06-01}"])),
      Example("retired", assessed(["residual": "high", "status": "retired"]), also: ["dpia-rejected-but-live"]),
      Example(
        "what remains is an open question", assessed(["residual": "{unknown: what remains}"]), also: ["open-question"]),
    ])

  private static func assessed(_ assessment: ExampleTexts, status: String = "active") -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "status": status,
        "screening": "{date: 2026-08-15, by: dpo, outcome: dpia, reason: People asked., applies: prevents-right}",
      ]),
      "assessments/letters.yaml": exampleImpactAssessment(assessment),
    ]
  }
}
