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
    check: .organisations { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let anchor = party.common.anchor
      let standings = [
        ("legal name", "legal-name:", party.legalName.answer.standing(anchor: anchor, noneCounts: false)),
        ("postal address", "address:", party.address.answer.standing(anchor: anchor, noneCounts: false)),
        ("contact", "contacts:", party.contacts.answer.standing(anchor: anchor, noneCounts: false)),
      ]
      var missing: [(name: String, field: String, range: SourceRange)] = []
      var isOpen = false
      for (name, field, standing) in standings {
        switch standing {
        case .answered: break
        case .open: isOpen = true
        case .missing(let range): missing.append((name, field, range))
        }
      }
      if missing.isEmpty { return isOpen ? .notEvaluable("part of the identity is an open question") : .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) has no \(missing.map(\.name).joined(separator: " and no "))",
          at: missing.first { $0.range != anchor }?.range ?? anchor,
          hint: "add \(missing.map(\.field).joined(separator: " and "))", records: [party.common.record],
          evidence: missing.map { Evidence($0.field, "not given") }))
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
