import LocatedYAML

extension Rule {
  /// ACT-005.
  static let recipientsUndeclared = Rule(
    "recipients-undeclared", .activities, .warning, .mandatory,
    title: "An activity neither lists recipients nor says that there are none",
    rationale: """
      A missing list can mean that nobody else gets the data, or that nobody has asked. Records and notices have to tell these apart.
      """,
    remedy: "List who else gets the data, besides the operators of the systems, or write none with a reason.",
    citations: ["Art 30(1)(d)", "Art 13(1)(e)"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      return activity.judge(
        activity.recipients.answer.standing(anchor: activity.common.anchor), "recipient, nor that there is none",
        field: "recipients",
        hint: "add recipients:, or recipients: {none: why nobody else gets the data}", assessed)
    },
    examples: [
      Example("no word of recipients", ["activities/letters.yaml": exampleActivity(["recipients": ""])]),
      Example("an empty list says nothing", ["activities/letters.yaml": exampleActivity(["recipients": "«[]»"])]),
      Example(
        "none, with its reason",
        ["activities/letters.yaml": exampleActivity(["recipients": "{none: the letters stay in the office}"])]),
      Example(
        "not known yet",
        ["activities/letters.yaml": exampleActivity(["recipients": "{unknown: who reads the letters}"])],
        also: ["open-question"]),
    ])
}
