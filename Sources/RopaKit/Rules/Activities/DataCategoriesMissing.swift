import LocatedYAML

extension Rule {
  /// ACT-004.
  static let dataCategoriesMissing = Rule(
    "data-categories-missing", .activities, .error, .mandatory,
    title: "An activity does not say which data it uses",
    rationale: """
      The categories of data are part of the record. Without them nobody can tell whether an activity uses health data, or more than it needs.
      """,
    remedy: "Name the categories: ids from data-categories, or words of the built-in vocabulary.",
    citations: ["Art 30(1)(c)"],
    isWaivable: false,
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      return activity.judge(
        activity.data.answer.standing(anchor: activity.common.anchor, noneCounts: false), "category of data",
        field: "data",
        hint: "add data: with the categories that are used", assessed)
    },
    examples: [
      Example("no data named", ["activities/letters.yaml": exampleActivity(["data": ""])]),
      Example("an empty list", ["activities/letters.yaml": exampleActivity(["data": "«[]»"])]),
      Example(
        "not known yet", ["activities/letters.yaml": exampleActivity(["data": "{unknown: what the letters hold}"])],
        also: ["open-question"]),
    ])
}
