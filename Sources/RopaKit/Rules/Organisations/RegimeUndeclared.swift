import LocatedYAML

extension Rule {
  /// ORG-002, for what its establishments show.
  static let regimeUndeclared = Rule(
    "regime-undeclared", .organisations, .error, .blind,
    title: "An organisation does not declare the regime that it is established under",
    rationale: """
      Which law applies decides what counts as a transfer, which rights people have and who supervises. Every other rule is judged under \
      the declared regimes only.
      """,
    remedy: "Declare the regime, or correct the country; mark an establishment where nothing happens as inactive.",
    citations: ["Art 3"],
    isWaivable: false,
    check: .organisations { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let name = assessed.registry.name(of: party.common.record)
      guard let own = party.own else {
        return .finding(
          Observation(
            "\(name) keeps this register and its record stands among the \(party.face.rawValue), where no regime can be declared",
            at: party.common.anchor, hint: "move the file to organisations/ and add regimes:",
            records: [party.common.record]))
      }
      switch own.regimes.answer.standing(anchor: party.common.anchor, noneCounts: false) {
      case .open: return .notEvaluable("the regimes are an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "\(name) declares no regime", at: range, hint: "add regimes: with \(words(Regime.allCases))",
            records: [party.common.record], evidence: [Evidence("regimes", "not given")]))
      case .answered: break
      }
      let declared = own.regimes.elements()
      for (territory, range) in assessed.establishments(of: party) {
        let inside = Regime.allCases.filter { !assessed.law.isThird(territory, $0) }
        // Where the regimes are one law on the day, one of them is enough.
        guard !inside.isEmpty, !inside.contains(where: declared.contains) else { continue }
        return .finding(
          Observation(
            "\(name) is established in \(assessed.law.inText(territory)) and does not declare \(words(inside))",
            at: own.regimes.answer.range ?? party.common.anchor, hint: "add \(words(inside)) to regimes:",
            notes: [Note(message: "established here", range: range)], records: [party.common.record],
            evidence: [Evidence("regimes", words(declared)), Evidence("country", assessed.law.code(territory))]))
      }
      return party.country.answer.isOpen ? .notEvaluable("the country of the organisation is an open question") : .clear
    },
    examples: [
      Example("no regime", ["organisations/example-care.yaml": exampleOrganisation(["regimes": ""])]),
      Example(
        "a regime that does not cover the country",
        ["organisations/example-care.yaml": exampleOrganisation(["country": "FR", "regimes": "«uk-gdpr»"])]),
      Example(
        "a further establishment",
        ["organisations/example-care.yaml": exampleOrganisation(["regimes": "«uk-gdpr»", "establishments": "[FR]"])]),
      Example(
        "nothing happens at the further establishment",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "establishments": "[{country: FR, inactive: true}]"
          ])
        ]),
      Example(
        "on a day when both regimes were one law",
        [
          "organisations/example-care.yaml": exampleOrganisation(["regimes": "eu-gdpr"]),
          "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
          "transfers/reminder-study.yaml": "",
        ], asOf: "2020-06-01"),
    ])

  private static func words(_ regimes: [Regime]) -> String { regimes.map(\.rawValue).joined(separator: " or ") }
}
