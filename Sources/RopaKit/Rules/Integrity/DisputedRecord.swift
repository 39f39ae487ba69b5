import LocatedYAML

extension Rule {
  /// What is stated and doubted carries no rule, so the doubt itself is shown.
  static let disputedRecord = Rule(
    "disputed-record", .integrity, .advice, .risk,
    title: "A record is disputed",
    rationale: """
      A disputed record says what somebody stated and somebody else doubts. No rule builds on it and no notice prints it as a fact, so \
      it should not stay that way for long.
      """,
    remedy: "Decide: make the record certain, correct it, or remove it.",
    citations: ["Art 5(2)"],
    check: .records { header, common, assessed in
      guard common.isDisputed else { return .notApplicable }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: common.record))' is disputed, and nothing is concluded from it",
          at: common.certainty.answer.range ?? common.anchor,
          hint: "remove certainty: when the record holds, or remove the record", records: [common.record],
          evidence: [Evidence("certainty", Certainty.disputed.rawValue)]))
    },
    examples: [
      Example(
        "a claimed transfer that may be none",
        [
          "transfers/use-from-abroad.yaml": """
          title: Use of our website from abroad
          exporter: example-care
          importer: {none: people read their own data}
          countries: {outside: EEA}
          regime: uk-gdpr
          certainty: «disputed»
          """
        ]),
      Example(
        "what only may happen is not disputed",
        [
          "recipients/regulator.yaml": """
          title: A regulator that asks
          kind: circumstance
          category: regulators
          certainty: possible
          when: Only when a regulator asks for the data and has the power to do so.
          """
        ]),
    ])
}
