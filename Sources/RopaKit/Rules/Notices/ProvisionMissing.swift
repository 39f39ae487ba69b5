import LocatedYAML

extension Rule {
  /// Art 13(2)(e), for data that the person gives.
  static let provisionMissing = Rule(
    "provision-missing", .notices, .advice, .mandatory,
    title: "Nothing is recorded of whether people must give the data",
    rationale: """
      Who asks people for data tells them whether a law or a contract requires it, whether they are obliged, and what follows if they do not. \
      Without the fact on record a notice cannot say so. Data that a device sends are not asked for.
      """,
    remedy: "Record whether the data are voluntary, required by contract or by law, and what a refusal means.",
    citations: ["Art 13(2)(e)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord, activity.noticeExempt.given == nil else {
        return .notApplicable
      }
      let isAsked = activity.sources.elements().contains { if case .subject? = $0.origin.given { true } else { false } }
      guard isAsked else {
        return activity.sources.hasOpenElement() ? .notEvaluable("the sources are an open question") : .notApplicable
      }
      return activity.judge(
        activity.provision.answer.standing(anchor: activity.common.anchor), "word on whether people must give the data",
        field: "provision", hint: "add provision: {required: voluntary, if-refused: ...}, or contractual, or statutory",
        assessed)
    },
    examples: [
      Example(
        "no word", ["activities/letters.yaml": exampleActivity(["provision": "", "notice-exempt": ""])],
        also: ["activity-without-notice"]),
      Example(
        "an exemption from telling people",
        ["activities/letters.yaml": exampleActivity(["provision": ""], isMissed: false)]),
      Example(
        "what a device sends",
        [
          "activities/letters.yaml": exampleActivity(
            ["provision": "", "notice-exempt": "", "sources": "device"], isMissed: false)
        ],
        also: ["activity-without-notice"]),
      Example(
        "not known yet",
        [
          "activities/letters.yaml": exampleActivity(
            ["provision": "{unknown: must they}", "notice-exempt": ""], isMissed: false)
        ],
        also: ["activity-without-notice", "open-question"]),
    ])
}
