import LocatedYAML

extension Rule {
  /// ORG-004. A reason without a day counts: only a day that is given can be too long ago.
  static let officerDecisionUndocumented = Rule(
    "dpo-decision-undocumented", .organisations, .warning, .expectation,
    title: "There is no data protection officer, and no current reason for that is recorded",
    rationale: """
      Guidelines and regulators expect that the decision against an officer is written down and looked at again when the facts change. How \
      long it serves is your policy: 24 months unless registry.yaml says otherwise. Very small bodies are not exempt; their reason is short.
      """,
    remedy: "Write down why no officer is needed, and the day of the decision.",
    citations: ["Art 37", "Art 5(2)", "Art 24(1)", "WP 243 rev.01"],
    // Where the law asks for an officer, no reason helps.
    yieldsTo: ["dpo-missing-where-required"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let officer, let place)? = party.own?.dpo.answer,
        let status = officer.status.given?.value, status != .appointed
      else { return .notApplicable }
      let interval = assessed.policy(\.decisionInterval, Policy.defaultDecisionInterval)
      let words: String
      let range: SourceRange
      switch officer.reason.answer.standing(anchor: officer.status.answer.range ?? place, noneCounts: false) {
      case .open: return .notEvaluable("the reason is an open question")
      case .missing(let missing): (words, range) = ("no reason is recorded", missing)
      case .answered:
        if officer.decided.answer.isOpen { return .notEvaluable("the day of the decision is an open question") }
        guard case .given(let day, let at) = officer.decided.answer, day.adding(interval) < assessed.day else {
          return .clear
        }
        (words, range) = ("that was decided on \(day), longer ago than your policy allows", at)
      }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) has no data protection officer, and \(words)", at: range,
          hint: "add reason: and decided: below dpo:", records: [party.common.record],
          evidence: [
            Evidence("dpo.status", status.rawValue),
            Evidence("dpo.decided", officer.decided.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("no reason", officer("{status: «not-required»}")),
      Example("undecided, without a word", officer("{status: «undecided»}")),
      Example("a reason", officer("{status: not-required, reason: Nothing we do is on a large scale.}")),
      Example(
        "decided more than two years ago",
        officer("{status: not-required, reason: Nothing we do is on a large scale., decided: «2024-11-20»}")),
      Example(
        "decided two years ago",
        officer("{status: not-required, reason: Nothing we do is on a large scale., decided: 2024-11-21}")),
      Example(
        "the reason is an open question", officer("{status: not-required, reason: {unknown: what the board decided}}"),
        also: ["open-question"]),
      Example(
        "one is needed, so that no reason helps",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "public-authority": "true", "dpo": "{status: not-required}",
          ])
        ], also: ["dpo-missing-where-required", "interests-of-public-authority"]),
    ])

  private static func officer(_ text: String) -> ExampleTexts {
    ["organisations/example-care.yaml": exampleOrganisation(["dpo": text])]
  }
}
