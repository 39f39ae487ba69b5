import LocatedYAML

extension Rule {
  /// SEC-016. Of a rolling programme the last day on which everybody had been trained counts.
  static let trainingOverdue = Rule(
    "training-overdue", .security, .warning, .policy,
    title: "Staff were not trained in data protection lately, or that is not recorded",
    rationale: """
      Whoever works with data works on instructions, and has to know them. How often is your policy: what the organisation says, else every 12 \
      months. Of a rolling programme record the day by which everybody was trained.
      """,
    remedy: "Train the staff and record the day.",
    citations: ["Art 32(4)", "Art 39(1)(b)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, !own.declaredRegimes.isEmpty else { return .notApplicable }
      let name = assessed.registry.name(of: party.common.record)
      let words: String
      let range: SourceRange
      switch own.training.answer {
      case .unknown, .unusable: return .notEvaluable("when staff were trained is an open question")
      case .notApplicable: return .notApplicable
      case .absent, .none:
        (words, range) = ("records no training of its staff", own.training.answer.range ?? party.common.anchor)
      case .given(let training, let place):
        switch training.last.answer {
        case .unknown, .unusable: return .notEvaluable("when staff were trained is an open question")
        case .absent, .none, .notApplicable:
          (words, range) = ("records no day on which its staff were trained", training.last.answer.range ?? place)
        case .given(let last, let at):
          guard last.adding(training.every.given ?? usualInterval) < assessed.day else { return .clear }
          (words, range) = ("last trained its staff on \(last), longer ago than your policy allows", at)
        }
      }
      return .finding(
        Observation(
          "\(name) \(words)", at: range, hint: "add training: {last: the day, every: P1Y}",
          records: [party.common.record],
          evidence: [Evidence("training.last", own.training.given?.last.given?.description ?? "not given")]))
    },
    examples: [
      Example("no word", care("", isMissed: true)),
      Example("no day", care("«{every: P1Y}»")),
      Example("more than a year ago", care("{last: «2025-11-20»}")),
      Example("a year ago", care("{last: 2025-11-21}")),
      Example("every two years, by your own word", care("{last: 2025-01-10, every: P2Y}")),
      Example("nobody to train", care("{not-applicable: the owner works alone}")),
      Example("not known yet", care("{unknown: when}"), also: ["open-question"]),
    ])

  private static let usualInterval = Period("P12M")!

  private static func care(_ training: String, isMissed: Bool = false) -> ExampleTexts {
    ["organisations/example-care.yaml": exampleOrganisation(["training": training], isMissed: isMissed)]
  }
}
