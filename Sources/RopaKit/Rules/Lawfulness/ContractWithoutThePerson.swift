import LocatedYAML

extension Rule {
  /// Art 6(1)(b) on somebody else's contract.
  static let contractWithoutThePerson = Rule(
    "contract-without-the-person", .lawfulness, .error, .barred,
    title: "A contract is given as the basis, and the person is not a party to it",
    rationale: """
      Art 6(1)(b) covers data that a contract with the person needs. A contract between an organisation and, say, the person's employer \
      cannot carry it, however useful the data are for that contract.
      """,
    remedy:
      "Find the basis that the processing really has, and record what it needs: for an interest, its words and the balancing.",
    citations: ["Art 6(1)(b)", "EDPB Guidelines 2/2019"],
    check: .lawfulBases { basis, assessed in
      guard let contract = basis.contract.given else { return .notApplicable }
      let regimes = Regime.allCases.filter { regime in
        switch basis.article6.given?.answer(regime) {
        case .given(let terms, _)?:
          terms.elements.contains { assessed.law.law.lawfulBases[Int($0.index.value)].code == "6(1)(b)" }
        // A contract and no article: the contract is what the basis is said to be.
        case nil, .absent?, .unknown?: true
        default: false
        }
      }
      guard !regimes.isEmpty else { return .notApplicable }
      guard let parties = contract.between.given else {
        return .notEvaluable("the parties of the contract are not recorded")
      }
      let namesPerson = parties.elements.contains { if case .subject = $0 { true } else { false } }
      if namesPerson { return .clear }
      let isKnown = parties.elements.allSatisfy {
        if case .party(let reference) = $0 { reference.record.isResolved } else { true }
      }
      if !isKnown || parties.elements.isEmpty || !parties.open.isEmpty {
        return .notEvaluable("not all parties of the contract are known")
      }
      let names = parties.elements.compactMap { party -> String? in
        if case .party(let reference) = party, reference.record.isResolved {
          assessed.registry.name(of: reference.record)
        } else {
          nil
        }
      }
      return .finding(
        Observation(
          "The contract is between \(names.joined(separator: " and ")), so it is not a contract with the person the data are about",
          at: contract.between.answer.range ?? basis.common.anchor,
          hint: "record the Art 6 basis that the processing has in its own right; keep the published words in stated:",
          records: [basis.common.record],
          evidence: [Evidence("contract.between", names.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "a contract with the employer",
        [
          "lawful-bases/customer-contract.yaml": """
          title: Our contract with the customer
          article-6: contract
          contract: {between: «[example-care, clinics]», reference: terms of service}
          """
        ]),
      Example(
        "with the article left open, the contract is still not with the person",
        [
          "lawful-bases/customer-contract.yaml": """
          title: Our contract with the customer
          article-6: {unknown: which basis stands behind it, owner: dpo, due: 2027-01-31}
          contract: {between: «[example-care, clinics]», reference: terms of service}
          """
        ], also: ["notice-element-open", "open-question"]),
      Example(
        "an interest that mentions a contract rests on the interest",
        [
          "lawful-bases/customer-contract.yaml": """
          title: Interest in serving clinics
          article-6: legitimate-interests
          interests: Keeping the service that clinics ordered running
          assessment: {not-applicable: kept on paper}
          contract: {between: [example-care, clinics], reference: terms of service}
          """
        ]),
    ])
}
