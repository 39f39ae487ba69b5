import LocatedYAML

extension Rule {
  /// REV-004. The interval is the organisation's own.
  static let reviewUnplanned = Rule(
    "review-unplanned", .reviews, .advice, .policy,
    title: "No review is planned, or it is later than your policy allows",
    rationale: """
      The next review follows from the day of the last one and your interval: 24 months unless registry.yaml says otherwise, 12 for \
      activities with data of a special category or about offences. Without either day nobody is ever asked to look again.
      """,
    remedy:
      "Note the day of the last review in reviewed:, and leave review-by out unless it is earlier than your interval.",
    citations: ["Art 24(1)"],
    check: .records { header, common, assessed in
      let activity = header.kind == .activities ? assessed.registry.activity(at: common.record) : nil
      switch header.kind {
      case .activities: guard activity?.isJudged ?? false else { return .notApplicable }
      case .processors: guard common.isJudged else { return .notApplicable }
      // Nobody asks of these that a review is planned; one far away would switch your policy off all the same.
      case .transfers, .retention:
        guard common.isJudged, common.reviewBy.given != nil else { return .notApplicable }
      default: return .notApplicable
      }
      if common.reviewed.answer.isOpen || common.reviewBy.answer.isOpen {
        return .notEvaluable("the day of a review is an open question")
      }
      let name = assessed.registry.name(of: common.record)
      guard case .given(let due, let range) = common.reviewBy.answer else {
        guard common.reviewed.answer.isAbsent else { return .clear }
        return .finding(
          Observation(
            "No review of '\(name)' is recorded, and none is planned", at: common.anchor,
            hint: "add reviewed: with the day on which somebody last looked", records: [common.record],
            evidence: [Evidence("reviewed", "not given")]))
      }
      let interval = assessed.reviewInterval(of: activity)
      guard due > (common.reviewed.given ?? assessed.day).adding(interval) else { return .clear }
      return .finding(
        Observation(
          "The next review of '\(name)' is on \(due), later than your policy allows", at: range,
          hint: "leave review-by: out, or set an earlier day", records: [common.record],
          evidence: [
            Evidence("review by", due.description),
            Evidence("reviewed", common.reviewed.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("never", ["activities/letters.yaml": exampleActivity(["reviewed": ""])]),
      Example("once", ["activities/letters.yaml": exampleActivity(["reviewed": "2026-09-01"])]),
      Example("in ten years", ["activities/letters.yaml": exampleActivity(["review-by": "«2036-09-01»"])]),
      Example("on the last day", ["activities/letters.yaml": exampleActivity(["review-by": "2028-09-01"])]),
      Example(
        "a retention rule, in ten years",
        [
          "retention/messages.yaml":
            "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask.\nreviewed: 2026-09-01\nreview-by: «2036-09-01»\n"
        ]),
      Example(
        "a transfer, in ten years",
        [
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            "regime: uk-gdpr\nmechanism: adequacy\nreview-by: «2036-09-01»")
        ]),
      Example(
        "planned and never done",
        ["activities/letters.yaml": exampleActivity(["reviewed": "", "review-by": "2027-01-01"], isMissed: false)]),
    ])
}
