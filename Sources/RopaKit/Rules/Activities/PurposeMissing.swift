import LocatedYAML

extension Rule {
  /// ACT-001.
  static let purposeMissing = Rule(
    "purpose-missing", .activities, .error, .mandatory,
    title: "An activity records no purpose",
    rationale: """
      Data are collected for stated purposes, and everything else hangs on them: the basis, which data are needed, how long they are kept.
      """,
    remedy: "Add at least one purpose, as a sentence that people outside would understand.",
    citations: ["Art 30(1)(b)", "Art 5(1)(b)"],
    isWaivable: false,
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      return activity.judge(
        activity.purposes.answer.standing(anchor: activity.common.anchor, noneCounts: false), "purpose",
        field: "purposes",
        hint: "add purposes: with an id of your own and a sentence", assessed)
    },
    examples: [
      Example("no purpose", ["activities/letters.yaml": exampleActivity(["purposes": ""])]),
      Example("an empty list", ["activities/letters.yaml": exampleActivity(["purposes": "«{}»"])]),
      Example(
        "a purpose is never none",
        ["activities/letters.yaml": exampleActivity(["purposes": "«{none: we just keep the letters}»"])]),
      Example(
        "not known yet", ["activities/letters.yaml": exampleActivity(["purposes": "{unknown: why letters are kept}"])],
        also: ["open-question"]),
      Example(
        "a retired activity",
        [
          "activities/letters.yaml": exampleActivity(
            ["purposes": "", "status": "retired", "end": "2026-01-31"], isMissed: false)
        ]),
      Example(
        "the only purpose is an open question",
        ["activities/letters.yaml": exampleActivity(["purposes": "{write: {unknown: why letters are kept}}"])],
        also: ["open-question"]),
    ])
}
