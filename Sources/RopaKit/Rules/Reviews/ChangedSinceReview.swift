import LocatedYAML

extension Rule {
  /// REV-005. A change is the day that the activity records as `changed`; edits that leave the values alone are none.
  static let changedSinceReview = Rule(
    "changed-since-review", .reviews, .warning, .risk,
    title: "An activity changed after its last review",
    rationale: """
      A review holds for the activity as it was on its day. What changed since, nobody has looked at as a whole: whether the basis still \
      carries it, whether the measures still fit.
      """,
    remedy: "Review the activity as it is now, and set reviewed: to that day.",
    citations: ["Art 24(1)", "Art 25(1)"],
    yieldsTo: ["review-overdue"],
    check: .activities { activity, assessed in
      guard activity.isJudged, case .given(let changed, let range) = activity.changed.answer, changed <= assessed.day
      else { return .notApplicable }
      switch activity.common.reviewed.answer {
      case .unknown, .unusable: return .notEvaluable("the day of the last review is an open question")
      case .absent, .none, .notApplicable: return .notApplicable
      case .given(let reviewed, let place):
        guard changed > reviewed else { return .clear }
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: activity.common.record))' changed on \(changed), after its last review on \(reviewed)",
            at: range, hint: "review the activity and set reviewed: to that day",
            notes: [Note(message: "the last review", range: place)], records: [activity.common.record],
            evidence: [Evidence("changed", changed.description), Evidence("reviewed", reviewed.description)]))
      }
    },
    examples: [
      Example("changed since", letters(changed: "«2026-09-02»")),
      Example("reviewed on the day of the change", letters(changed: "2026-09-01")),
      Example("a change to come", letters(changed: "2027-01-01")),
      Example(
        "overdue anyway",
        ["activities/letters.yaml": exampleActivity(["changed": "2026-09-02", "review-by": "2026-10-01"])],
        also: ["review-overdue"]),
      Example("no change on record", ["activities/letters.yaml": exampleActivity([:])]),
      Example(
        "the last review is an open question",
        ["activities/letters.yaml": exampleActivity(["changed": "2026-09-02", "reviewed": "{unknown: when}"])],
        also: ["open-question"]),
      Example(
        "retired",
        [
          "activities/letters.yaml": exampleActivity([
            "changed": "2026-09-02", "status": "retired", "end": "2026-09-02",
          ])
        ]),
    ])

  private static func letters(changed: String) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["changed": changed])]
  }
}
