import LocatedYAML

extension Rule {
  /// ORG-013. A procedure of a group counts where the organisation refers to it.
  static let breachProcedureUntested = Rule(
    "breach-procedure-missing-or-untested", .organisations, .warning, .expectation,
    title: "There is no procedure for personal data breaches on record, or nobody tried it lately",
    rationale: """
      A breach is reported within 72 hours and told to people without delay where the risk is high; that does not work without a procedure, \
      whose form is left open. How often it is tried is your policy: every 12 months unless registry.yaml says otherwise.
      """,
    remedy: "Record where the procedure is written down, try it, and record the day.",
    citations: ["Art 33(1) and (5)", "Art 34"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, !own.declaredRegimes.isEmpty else { return .notApplicable }
      let anchor = party.common.anchor
      let name = assessed.registry.name(of: party.common.record)
      func found(_ words: String, _ range: SourceRange, _ hint: String) -> Verdict {
        .finding(
          Observation(
            "\(name) \(words)", at: range, hint: hint, records: [party.common.record],
            evidence: [
              Evidence("breach.tested", own.breach.given?.tested.given?.description ?? "not given")
            ]))
      }
      switch own.breach.answer.standing(anchor: anchor, noneCounts: false) {
      case .open: return .notEvaluable("the procedure is an open question")
      case .missing(let range):
        return found(
          "records no procedure for personal data breaches", range, "add breach: {procedure: ..., tested: ...}")
      case .answered: break
      }
      guard case .given(let breach, let place) = own.breach.answer else { return .notApplicable }
      if case .missing(let range) = breach.procedure.answer.standing(anchor: place, noneCounts: false) {
        return found(
          "does not say where its procedure for breaches is written down", range, "add procedure: to breach:")
      }
      let interval = assessed.policy(\.breachTestInterval, Policy.defaultBreachTestInterval)
      switch breach.tested.answer {
      case .unknown, .unusable: return .notEvaluable("when the procedure was tried is an open question")
      case .absent, .none, .notApplicable:
        return found(
          "has not recorded that its procedure for breaches was ever tried", breach.tested.answer.range ?? place,
          "try it, and add tested: to breach:")
      case .given(let day, let range):
        if breach.procedure.answer.isOpen { return .notEvaluable("where the procedure is kept is an open question") }
        guard day.adding(interval) < assessed.day else { return .clear }
        return found(
          "last tried its procedure for breaches on \(day), longer ago than your policy allows", range,
          "try it, and write the new day")
      }
    },
    examples: [
      Example("nothing on breaches", care("", isMissed: true)),
      Example("no procedure", care("«{tested: 2026-05-02}»")),
      Example("never tried", care("«{procedure: handbook/incidents.md}»")),
      Example("tried more than a year ago", care("{procedure: handbook/incidents.md, tested: «2025-11-20»}")),
      Example("tried a year ago", care("{procedure: the group's handbook, tested: 2025-11-21}")),
      Example("an open question", care("{unknown: where the procedure is}"), also: ["open-question"]),
      Example(
        "the day is an open question", care("{procedure: handbook/incidents.md, tested: {unknown: when}}"),
        also: ["open-question"]),
    ])

  private static func care(_ breach: String, isMissed: Bool = false) -> ExampleTexts {
    ["organisations/example-care.yaml": exampleOrganisation(["breach": breach], isMissed: isMissed)]
  }
}
