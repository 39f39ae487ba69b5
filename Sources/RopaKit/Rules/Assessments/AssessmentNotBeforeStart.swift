import LocatedYAML

extension Rule {
  /// DPI-006. Processing older than the law itself, and an assessment that replaces an earlier one, are left alone. That the only
  /// assessment was rejected is for a rule of its own.
  static let assessmentNotBeforeStart = Rule(
    "dpia-not-before-start", .assessments, .error, .mandatory,
    title: "An activity began before its impact assessment was approved",
    rationale: """
      An assessment comes before the processing, so that it can still change it. A draft beside a running activity protects nobody yet; an \
      approval after the first day is a fact that stays, and the decision to begin without it is worth a word.
      """,
    remedy:
      "Finish the assessment or suspend the activity; where it was approved late, record why, or the assessment that it replaces.",
    citations: ["Art 35(1)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord else { return .notApplicable }
      let registry = assessed.registry
      let covering = assessed.facts.impact.assessments(
        ofActivity: Int(registry.header(activity.common.record).slot)
      ).map { registry.records.assessments[Int($0)] }
      guard let first = covering.first else { return .notApplicable }
      if let start = activity.start.given, start < .earliestLaw { return .clear }
      let name = registry.name(of: activity.common.record)
      let approved = covering.filter { $0.status.given?.value == .approved }
      if approved.isEmpty {
        guard let status = first.status.given?.value else {
          return .notEvaluable("the status of an impact assessment is not recorded")
        }
        return .finding(
          Observation(
            "'\(name)' is in use, and its impact assessment '\(registry.name(of: first.common.record))' \(status == .draft ? "is a draft" : "waits for the data protection officer")",
            at: activity.status.answer.range ?? activity.common.anchor,
            hint: "finish the assessment, or write status: suspended until then",
            notes: [Note(message: "not approved", range: first.status.answer.range ?? first.common.anchor)],
            records: [activity.common.record, first.common.record],
            evidence: [Evidence("status of the assessment", status.rawValue)]))
      }
      if activity.start.answer.isOpen { return .notEvaluable("the first day of the activity is an open question") }
      guard case .given(let start, let range) = activity.start.answer else { return .clear }
      let days = approved.compactMap { $0.approved.given }
      if days.contains(where: { $0 <= start }) || approved.contains(where: { !$0.supersedes.answer.isAbsent }) {
        return .clear
      }
      if days.count < approved.count {
        return approved.contains { $0.approved.answer.isOpen }
          ? .notEvaluable("the day of an approval is an open question") : .clear
      }
      guard let late = days.min() else { return .clear }
      return .finding(
        Observation(
          "'\(name)' began on \(start), and its impact assessment was approved on \(late)", at: range,
          hint: "correct one of the two days, or name the earlier assessment as supersedes: of this one",
          notes: approved.compactMap { assessment in
            assessment.approved.answer.range.map { Note(message: "approved here", range: $0) }
          },
          severity: .warning, records: [activity.common.record] + approved.map(\.common.record),
          evidence: [Evidence("start", start.description), Evidence("approved", late.description)]))
    },
    examples: [
      Example("a draft", begun(["status": "«active»"], exampleAssessment())),
      Example(
        "still with the officer",
        begun(
          ["status": "«active»"],
          exampleImpactAssessment(["status": "dpo-review", "approved": "", "approver": ""], isMissed: false))
      ),
      Example("a draft of something planned", begun(["status": "planned"], exampleAssessment())),
      Example("approved before the start", begun(["start": "2026-09-15"], exampleImpactAssessment())),
      Example(
        "approved the day after", begun(["start": "«2026-09-14»"], exampleImpactAssessment()), severity: .warning),
      Example(
        "it replaces an earlier one",
        [
          "activities/letters.yaml": exampleActivity(["start": "2026-01-01"]),
          "assessments/letters.yaml": exampleImpactAssessment(["supersedes": "letters-2025"]),
          "assessments/letters-2025.yaml": exampleImpactAssessment([
            "status": "retired", "date": "2025-11-01", "approved": "2025-12-01",
          ]),
        ]),
      Example("older than the law", begun(["start": "2015-01-01"], exampleImpactAssessment())),
      Example("no first day", begun([:], exampleImpactAssessment())),
      Example(
        "when it was approved is an open question",
        begun(["start": "2026-01-01"], exampleImpactAssessment(["approved": "{unknown: when}"])),
        also: ["open-question"]),
    ])

  private static func begun(_ activity: ExampleTexts, _ assessment: String) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(activity), "assessments/letters.yaml": assessment]
  }
}
