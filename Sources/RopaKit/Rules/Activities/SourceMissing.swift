import LocatedYAML

extension Rule {
  /// ACT-010.
  static let sourceMissing = Rule(
    "source-missing", .activities, .warning, .mandatory,
    title: "An activity does not say where the data come from",
    rationale: """
      Whether people gave the data themselves decides which notice they get and when, and a notice has to name any other source.
      """,
    remedy: "Say where the data come from: subject, device, derived, public, or the id of a body.",
    citations: ["Art 14(2)(f)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord else { return .notApplicable }
      return activity.judge(
        activity.sources.answer.standing(anchor: activity.common.anchor), "source of the data", field: "sources",
        hint: "add sources: with subject, device, derived, public, or a body", assessed)
    },
    examples: [
      Example("no source", ["activities/letters.yaml": exampleActivity(["sources": ""])]),
      Example(
        "some known, one not",
        ["activities/letters.yaml": exampleActivity(["sources": "[subject, {unknown: who else tells us}]"])],
        also: ["open-question"]),
      Example(
        "a planned activity may still look for its sources",
        ["activities/letters.yaml": exampleActivity(["sources": "", "status": "planned"], isMissed: false)]),
    ])
}
