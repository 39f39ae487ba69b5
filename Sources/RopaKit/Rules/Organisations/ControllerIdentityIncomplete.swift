import LocatedYAML

extension Rule {
  /// ORG-001.
  static let controllerIdentityIncomplete = Rule(
    "controller-identity-incomplete", .organisations, .error, .mandatory,
    title: "The name, address or contact of the organisation is not recorded",
    rationale: """
      Who is responsible, and how to reach them, is the first element of the record and of every notice. Nobody can use their rights \
      against an organisation that cannot be found.
      """,
    remedy: "Add the registered name, the postal address and a contact for privacy questions.",
    citations: ["Art 30(1)(a)", "Art 30(2)(a)", "Art 13(1)(a)"],
    isWaivable: false,
    check: .organisations { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let anchor = party.common.anchor
      var missing = Missing()
      missing.look(party.legalName.answer.standing(anchor: anchor, noneCounts: false), "legal name", "legal-name")
      missing.look(party.address.answer.standing(anchor: anchor, noneCounts: false), "postal address", "address")
      missing.look(party.contacts.answer.standing(anchor: anchor, noneCounts: false), "contact", "contacts")
      if missing.isEmpty { return missing.isOpen ? .notEvaluable("part of the identity is an open question") : .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) has \(missing.words)", at: missing.range(anchor: anchor),
          hint: missing.hint, records: [party.common.record], evidence: missing.evidence))
    },
    examples: [
      Example("no address", ["organisations/example-care.yaml": exampleOrganisation(["address": ""])]),
      Example(
        "contacts without an entry", ["organisations/example-care.yaml": exampleOrganisation(["contacts": "«{}»"])]),
      Example(
        "the address is an open question",
        ["organisations/example-care.yaml": exampleOrganisation(["address": "{unknown: which of the two offices}"])],
        also: ["open-question"]),
      Example(
        "a body that is only a recipient owes none", ["recipients/printer.yaml": "title: A printer\ncountry: GB\n"]),
    ])
}
