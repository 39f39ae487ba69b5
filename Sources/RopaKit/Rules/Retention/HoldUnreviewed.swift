import LocatedYAML

extension Rule {
  /// RET-010.
  static let holdUnreviewed = Rule(
    "legal-hold-unreviewed", .retention, .advice, .expectation,
    title: "Data are held back from deletion, and nobody is due to look at that again",
    rationale: """
      A claim or an inquiry holds data for as long as it lasts. Holds that nobody looks at become storage without end.
      """,
    remedy: "Look whether the hold is still needed; lift it, or set the next day.",
    citations: ["Art 5(1)(e)", "Art 17(3)(e)"],
    check: .retention { rule, assessed in
      guard case .given(let hold, let place) = rule.hold.answer, rule.common.isJudged else {
        return rule.hold.answer.isOpen ? .notEvaluable("whether data are held is an open question") : .notApplicable
      }
      let name = assessed.registry.name(of: rule.common.record)
      let since = hold.since.given.map { " since \($0)" } ?? ""
      let words: String
      let range: SourceRange
      switch hold.reviewBy.answer {
      case .unknown, .unusable: return .notEvaluable("when the hold is looked at again is an open question")
      case .absent, .none, .notApplicable:
        (words, range) = ("and no day to look at that again is recorded", hold.reviewBy.answer.range ?? place)
      case .given(let day, let at):
        guard day < assessed.day else { return .clear }
        (words, range) = ("and that was due to be looked at again on \(day)", at)
      }
      return .finding(
        Observation(
          "'\(name)' is held back from deletion\(since), \(words)", at: range, hint: "lift the hold, or set review-by:",
          records: [rule.common.record],
          evidence: [Evidence("hold.review-by", hold.reviewBy.given?.description ?? "not given")]))
    },
    examples: [
      Example("the day has passed", exampleLetters("review-by: «2026-11-20»")),
      Example("today", exampleLetters("review-by: 2026-11-21")),
      Example("none, with a reason", exampleLetters("review-by: «{none: until the court decides}»")),
      Example(
        "no hold",
        [
          "retention/messages.yaml":
            "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\napplies-to: {data: [name, email, appointment-time, usage]}\ndisposal: {method: job, verified: 2026-08-01}\n"
        ]),
      Example("not known yet", exampleLetters("review-by: {unknown: what counsel says}"), also: ["open-question"]),
    ])

  private static func exampleLetters(_ review: String) -> ExampleTexts {
    [
      "retention/messages.yaml":
        "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\napplies-to: {data: [name, email, appointment-time, usage]}\ndisposal: {method: job, verified: 2026-08-01}\nhold: {reason: An inquiry., since: 2026-01-01, \(review)}\n"
    ]
  }
}
