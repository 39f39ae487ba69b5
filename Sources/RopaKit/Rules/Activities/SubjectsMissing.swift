import LocatedYAML

extension Rule {
  /// ACT-003.
  static let subjectsMissing = Rule(
    "subjects-missing", .activities, .error, .mandatory,
    title: "An activity does not say whose data it uses",
    rationale: """
      The groups of people are part of the record, and decide which notice has to reach whom and whether somebody needs special care.
      """,
    remedy: "Name the groups: ids from data-subjects, or words of the built-in vocabulary.",
    citations: ["Art 30(1)(c)"],
    isWaivable: false,
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      return activity.judge(
        activity.subjects.answer.standing(anchor: activity.common.anchor, noneCounts: false), "group of people",
        field: "subjects",
        hint: "add subjects: with the groups whose data are used", assessed)
    },
    examples: [
      Example("nobody named", ["activities/letters.yaml": exampleActivity(["subjects": ""])]),
      Example("an empty list", ["activities/letters.yaml": exampleActivity(["subjects": "«[]»"])]),
      Example(
        "a word of the built-in vocabulary", ["activities/letters.yaml": exampleActivity(["subjects": "employee"])]),
      Example(
        "one group is not known yet",
        ["activities/letters.yaml": exampleActivity(["subjects": "[{unknown: whose letters}]"])],
        also: ["open-question"]),
    ])
}
