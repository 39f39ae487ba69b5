import LocatedYAML

extension Rule {
  /// DPI-015. One that was retired after the activity was screened again, with the outcome that none is needed, is left alone. A draft that
  /// takes its place is for `dpia-not-before-start`; where recorded facts ask for an assessment, that one is missing is told in its place.
  static let assessmentRejected = Rule(
    "dpia-rejected-but-live", .assessments, .error, .contradiction,
    title: "The impact assessment of an activity in use was rejected or retired, and none has taken its place",
    rationale: """
      An assessment that was rejected says that the processing should not be done as it was planned. One that was retired covers nothing any \
      more. The activity runs on as if there had been another answer.
      """,
    remedy: "Suspend the activity, or link the assessment that replaces this one.",
    citations: ["Art 24(1)", "Art 35(1)"],
    yieldsTo: ["dpia-missing", "regulators-list-dpia-missing"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord else { return .notApplicable }
      let registry = assessed.registry
      let slot = Int(registry.header(activity.common.record).slot)
      guard assessed.facts.impact.assessments(ofActivity: slot).isEmpty else { return .clear }
      let givenUp = registry.mentions(of: activity.common.record).compactMap { mention -> AssessmentRecord? in
        let header = registry.header(mention.from)
        guard header.kind == .assessments, header.slot >= 0 else { return nil }
        let assessment = registry.records.assessments[Int(header.slot)]
        return assessment.kind.given?.value == .dpia && assessment.common.isJudged
          && assessment.activities.elements().contains { $0.record == activity.common.record } ? assessment : nil
      }
      let last = givenUp.max { (latest($0.looks)?.day ?? .earliestLaw) < (latest($1.looks)?.day ?? .earliestLaw) }
      guard let last, let status = last.status.given?.value else { return .notApplicable }
      if status == .retired && activity.screening.given?.outcome.given == .noDPIA { return .clear }
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' is in use, and its impact assessment '\(registry.name(of: last.common.record))' was \(status.rawValue)",
          at: activity.status.answer.range ?? activity.common.anchor,
          hint: "write status: suspended, or add the assessment that takes its place",
          notes: [Note(message: status.rawValue, range: last.status.answer.range ?? last.common.anchor)],
          records: [activity.common.record] + unique(givenUp.map(\.common.record)),
          evidence: [Evidence("status of the assessment", status.rawValue)]))
    },
    examples: [
      Example("rejected", judged("rejected")),
      Example("retired", judged("retired")),
      Example("approved", judged("approved", status: "active")),
      Example("rejected, and suspended", judged("rejected", status: "«suspended»")),
      Example("rejected, and planned", judged("rejected", status: "planned")),
      Example(
        "a newer one was approved",
        [
          "activities/letters.yaml": exampleActivity([:]),
          "assessments/letters.yaml": exampleImpactAssessment(
            ["status": "rejected", "approved": "", "approver": ""], isMissed: false),
          "assessments/letters-again.yaml": exampleImpactAssessment(),
        ]),
      Example(
        "retired, and screened again",
        [
          "activities/letters.yaml": exampleActivity([:]),
          "assessments/letters.yaml": exampleImpactAssessment(["status": "retired"]),
        ]),
    ])

  private static func judged(_ outcome: String, status: String = "«active»") -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "status": status,
        "screening": "{date: 2026-07-15, by: dpo, outcome: dpia, reason: Many letters., applies: large-scale}",
      ]),
      "assessments/letters.yaml": exampleImpactAssessment(["status": outcome]),
    ]
  }
}
