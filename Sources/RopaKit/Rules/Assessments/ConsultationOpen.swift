import LocatedYAML

extension Rule {
  /// DPI-010. Once the regulator's time has passed without an answer, the consultation is closed, and the record says so.
  static let consultationOpen = Rule(
    "consultation-open-but-live", .assessments, .error, .contradiction,
    title: "The regulator is being consulted, and the activity is already in use",
    rationale: """
      A consultation comes before the processing, and the regulator has weeks to advise. An activity that runs meanwhile has not waited. When \
      the time has passed without an answer, the consultation is over, and its day is recorded as closed.
      """,
    remedy: "Record the day on which the consultation was closed, or suspend the activity until then.",
    citations: ["Art 36(1)", "Art 36(2)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse,
        case .given(let submitted, let range)? = assessment.consultation.given?.submitted.answer
      else { return .notApplicable }
      let live = assessed.activities(of: assessment).filter { ($0.status.given?.value ?? .active) == .active }
      guard !live.isEmpty, submitted <= assessed.day else { return .clear }
      switch assessment.consultation.given?.closed.answer.standing(anchor: range, noneCounts: false) {
      case .answered?, nil: return .clear
      case .open?: return .notEvaluable("when the consultation was closed is an open question")
      case .missing?: break
      }
      let registry = assessed.registry
      return .finding(
        Observation(
          "The consultation of \(submitted) on '\(registry.name(of: assessment.common.record))' is not closed, and \(joined(live.map { "'\(registry.name(of: $0.common.record))'" })) \(live.count == 1 ? "is" : "are") in use",
          at: range, hint: "add closed: to consultation:, or write status: suspended on the activity",
          notes: live.map { Note(message: "in use", range: $0.status.answer.range ?? $0.common.anchor) },
          records: [assessment.common.record] + live.map(\.common.record),
          evidence: [Evidence("submitted", submitted.description), Evidence("closed", "not given")]))
    },
    examples: [
      Example("open, and in use", consulted("{submitted: «2026-09-01»}")),
      Example("closed", consulted("{submitted: 2026-03-01, closed: 2026-06-01}")),
      Example("open, and planned", consulted("{submitted: 2026-09-01}", status: "planned")),
      Example("open, and suspended", consulted("{submitted: 2026-09-01}", status: "suspended")),
      Example(
        "when it was closed is an open question", consulted("{submitted: 2026-09-01, closed: {unknown: when}}"),
        also: ["open-question"]),
      Example("no consultation", consulted("")),
    ])

  private static func consulted(_ consultation: String, status: String = "active") -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(["status": status]),
      "assessments/letters.yaml": exampleImpactAssessment(["consultation": consultation], isMissed: false),
    ]
  }
}
