import LocatedYAML

extension Rule {
  /// DPI-001. Where recorded facts already ask for an assessment, the rules on missing assessments speak in its place, as errors.
  static let screeningMissing = Rule(
    "screening-missing", .assessments, .warning, .expectation,
    title: "Nobody has recorded whether an activity needs an impact assessment",
    rationale: """
      Whether a high risk is likely is asked before the processing begins. A screening is a few minutes of work, and without its day and its \
      outcome nobody can show later that the question was asked. An activity that an assessment covers has its answer.
      """,
    remedy: "Screen the activity, and record the day, the outcome and the reason under screening.",
    citations: ["Art 35(1)", "Art 5(2)"],
    yieldsTo: ["dpia-missing", "regulators-list-dpia-missing"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      let slot = Int(assessed.registry.header(activity.common.record).slot)
      guard assessed.facts.impact.assessments(ofActivity: slot).isEmpty else { return .clear }
      var missing = Missing()
      switch activity.screening.answer {
      case .unknown, .unusable: return .notEvaluable("the screening is an open question")
      case .none, .notApplicable: return .clear
      case .absent: missing.look(.missing(activity.common.anchor), "screening", "screening")
      case .given(let screening, let range):
        missing.look(screening.date.answer.standing(anchor: range, noneCounts: false), "day of the screening", "date")
        missing.look(screening.outcome.answer.standing(anchor: range, noneCounts: false), "outcome", "outcome")
      }
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("a part of the screening is an open question") : .clear
      }
      let triggers = assessed.facts.impact.computed(ofActivity: slot)
      let raised = unique(assessed.facts(for: triggers, in: activity).map(\.words))
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' records \(missing.words)\(raised.isEmpty ? "" : "; on record so far: \(joined(raised))")",
          at: missing.range(anchor: activity.common.anchor),
          hint: activity.screening.answer.isAbsent
            ? "add screening: {date: ..., by: ..., outcome: no-dpia or dpia, reason: ...}"
            : missing.hint + " to screening:",
          notes: assessed.notes(for: triggers, in: activity), records: [activity.common.record],
          evidence: missing.evidence + [Evidence("raised by the records", joined(triggers.triggers.map(\.rawValue)))]))
    },
    examples: [
      Example("no screening", ["activities/letters.yaml": exampleActivity(["screening": ""])]),
      Example(
        "no outcome",
        ["activities/letters.yaml": exampleActivity(["screening": "«{date: 2026-08-15, by: dpo, reason: Few.}»"])]),
      Example(
        "no day",
        ["activities/letters.yaml": exampleActivity(["screening": "«{by: dpo, outcome: no-dpia, reason: Few.}»"])]),
      Example("screened", ["activities/letters.yaml": exampleActivity([:])]),
      Example(
        "an assessment covers it",
        [
          "activities/letters.yaml": exampleActivity(["screening": ""], isMissed: false),
          "assessments/letters.yaml": exampleImpactAssessment(),
        ]),
      Example(
        "the facts ask for an assessment, which is told first",
        ["activities/letters.yaml": exampleActivity(["screening": "", "matching": "true"], isMissed: false)],
        also: ["regulators-list-dpia-missing"]),
      Example(
        "done for another controller",
        [
          "activities/letters.yaml": exampleActivity(
            [
              "screening": "", "controller": "clinics", "processor": "example-care", "processing": "printing",
              "notice-exempt": "", "provision": "", "basis": "", "purposes": "",
            ], isMissed: false)
        ]),
      Example(
        "retired",
        [
          "activities/letters.yaml": exampleActivity(
            ["screening": "", "status": "retired", "end": "2026-01-31"], isMissed: false)
        ]),
      Example(
        "not known",
        ["activities/letters.yaml": exampleActivity(["screening": "{unknown: whether it was screened}"])],
        also: ["open-question"]),
    ])
}
