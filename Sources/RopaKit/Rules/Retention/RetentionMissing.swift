import LocatedYAML

extension Rule {
  /// RET-001, for an activity and its purposes as a whole; which data the rules leave out is told by ``dataWithoutRetention``.
  static let retentionMissing = Rule(
    "retention-missing", .retention, .error, .mandatory,
    title: "An activity does not say how long data are kept",
    rationale: """
      Data are kept no longer than their purpose needs, the record gives the time limits where that is possible, and a notice gives the \
      period or the test that decides it.
      """,
    remedy: "Link a retention rule to the activity, or to each of its purposes.",
    citations: ["Art 30(1)(f)", "Art 13(2)(a)", "Art 14(2)(a)", "Art 5(1)(e)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      let standing = activity.retention.answer.standing(anchor: activity.common.anchor)
      guard case .missing = standing, let purposes = activity.purposes.given?.values, !purposes.isEmpty else {
        return activity.judge(standing, "retention rule", field: "retention", hint: smallestEdit, assessed)
      }
      var without: [Purpose] = []
      var isOpen = false
      for purpose in purposes {
        switch purpose.retention.answer.standing(anchor: purpose.range) {
        case .answered: break
        case .open: isOpen = true
        case .missing: without.append(purpose)
        }
      }
      if without.isEmpty { return isOpen ? .notEvaluable("the retention of a purpose is an open question") : .clear }
      if without.count == purposes.count {
        return activity.judge(standing, "retention rule", field: "retention", hint: smallestEdit, assessed)
      }
      return .finding(
        Observation(
          "The purpose '\(without[0].id)' has no retention, and the activity gives none for all purposes",
          at: without[0].range,
          hint: "add retention: to the purpose or to the activity",
          notes: without.dropFirst().map { Note(message: "nor has this one", range: $0.range) },
          records: [activity.common.record],
          evidence: without.map { Evidence("purposes.\($0.id).retention", "not given") }))
    },
    examples: [
      Example("no retention", ["activities/letters.yaml": exampleActivity(["retention": ""])]),
      Example("an empty list", ["activities/letters.yaml": exampleActivity(["retention": "«[]»"])]),
      Example(
        "one purpose of two has its own",
        [
          "activities/letters.yaml": exampleActivity([
            "retention": "",
            "purposes":
              "{write: {text: Write to customers., retention: messages}, «ask»: {text: Ask customers what they think.}}",
          ])
        ]),
      Example(
        "every purpose has its own",
        [
          "activities/letters.yaml": exampleActivity(
            ["retention": "", "purposes": "{write: {text: Write to customers., retention: messages}}"], isMissed: false)
        ]),
      Example(
        "not known yet",
        ["activities/letters.yaml": exampleActivity(["retention": "{unknown: how long letters are kept}"])],
        also: ["open-question"]),
    ])

  private static let smallestEdit: StaticString = "add retention: with the id of a retention rule"
}
