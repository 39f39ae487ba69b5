import LocatedYAML

extension Rule {
  /// RET-003.
  static let retentionStartMissing = Rule(
    "retention-start-missing", .retention, .warning, .expectation,
    title: "A period does not say from when it runs",
    rationale:
      "Six years from what? Without the event nobody can work out the day, so nobody deletes, and nobody can check.",
    remedy: "Name the event that starts the period, such as collected, last-contact or contract-end.",
    citations: ["Art 5(1)(e)"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged, let length = rule.period.answer.range ?? rule.maximum.answer.range,
        rule.period.given != nil || rule.maximum.given != nil
      else { return .notApplicable }
      switch rule.starts.answer.standing(anchor: length) {
      case .answered: return .clear
      case .open: return .notEvaluable("the start of the period is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "\(assessed.registry.text(in: length)) has no event from which it runs", at: range,
            hint: "add starts: with the event, as in last-contact", records: [rule.common.record],
            evidence: [Evidence("starts", "not given")]))
      }
    },
    examples: [
      Example(
        "a period alone",
        [
          "retention/messages.yaml":
            "title: Messages\nperiod: «P1Y»\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n"
        ]),
      Example(
        "a ceiling alone",
        [
          "retention/messages.yaml":
            "title: Messages\nmaximum: «P1Y»\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n"
        ]),
      Example(
        "an event of your own",
        [
          "retention/messages.yaml":
            "title: Messages\nperiod: P1Y\nstarts: message sent\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n"
        ]),
      Example(
        "the event is not known yet",
        [
          "retention/messages.yaml":
            "title: Messages\nperiod: P1Y\nstarts: {unknown: which event}\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n"
        ], also: ["open-question"]),
      Example(
        "an end in place of a period",
        [
          "retention/messages.yaml":
            "title: Messages\nends: account-closed\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n"
        ]),
    ])
}
