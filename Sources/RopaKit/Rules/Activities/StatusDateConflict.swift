import LocatedYAML

extension Rule {
  /// ACT-014.
  static let statusDateConflict = Rule(
    "status-date-conflict", .activities, .warning, .contradiction,
    title: "The status of an activity does not fit its dates",
    rationale: """
      Rules ask whether an activity runs, and readers too. One that is planned and has begun, is active and over, or is retired without a last \
      day, is judged by the wrong rules.
      """,
    remedy: "Correct the status or the date.",
    citations: ["Art 30", "Art 5(2)"],
    check: .activities { activity, assessed in
      guard activity.common.isJudged else { return .notApplicable }
      let day = assessed.day
      let status = activity.status.given?.value ?? .active
      let fault: (words: String, range: SourceRange)
      switch status {
      case .planned:
        if activity.start.answer.isOpen { return .notEvaluable("the first day is an open question") }
        guard case .given(let start, let range) = activity.start.answer, start < day else { return .clear }
        fault = ("is planned, and began on \(start)", range)
      case .retired:
        switch activity.end.answer {
        case .unknown, .unusable: return .notEvaluable("the last day is an open question")
        case .absent, .none, .notApplicable:
          fault = ("is retired, and has no last day", activity.status.answer.range ?? activity.common.anchor)
        case .given(let end, let range):
          guard end > day else { return .clear }
          fault = ("is retired, and ends on \(end)", range)
        }
      case .active:
        guard case .given(let end, let range) = activity.end.answer, end < day else { return .clear }
        fault = ("is active, and ended on \(end)", range)
      case .suspended: return .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' \(fault.words)", at: fault.range,
          hint: "correct status:, start: or end:", records: [activity.common.record],
          evidence: [
            Evidence("status", status.rawValue), Evidence("start", activity.start.given?.description ?? "not given"),
            Evidence("end", activity.end.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("planned, and begun", activity(["status": "planned", "start": "«2026-11-20»"])),
      Example("planned from today", activity(["status": "planned", "start": "2026-11-21"])),
      Example("retired without a last day", activity(["status": "«retired»"])),
      Example("retired from a later day", activity(["status": "retired", "end": "«2026-11-22»"])),
      Example("retired today", activity(["status": "retired", "end": "2026-11-21"])),
      Example("active, and over", activity(["status": "active", "end": "«2026-11-20»"])),
      Example("active until today", activity(["status": "active", "end": "2026-11-21"])),
      Example("suspended for a time", activity(["status": "suspended", "end": "2026-11-20"])),
      Example(
        "the last day is an open question", activity(["status": "retired", "end": "{unknown: when it stopped}"])),
    ])

  private static func activity(_ changes: ExampleTexts) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(changes)]
  }
}
