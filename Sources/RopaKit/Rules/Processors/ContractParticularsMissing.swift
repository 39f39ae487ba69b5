import LocatedYAML

extension Rule {
  /// PRC-004.
  static let contractParticularsMissing = Rule(
    "contract-particulars-missing", .processors, .warning, .mandatory,
    title: "A contract with a processor does not say what it is about",
    rationale: """
      The contract sets out the subject matter, the duration, the nature and purpose, the data, the people, and the controller's rights. They \
      usually stand in an annex about the data, which is easily left empty.
      """,
    remedy: "Fill in the annex, and record the terms that the contract then holds.",
    citations: ["Art 28(3)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard use.isCertain else { return .notApplicable }
        let agreements = assessed.bindingAgreements(party, for: use)
        if agreements.isEmpty { return .notApplicable }
        let regimes = assessed.registry.regimes(of: use.activity(in: assessed.registry))
        var found: (agreement: Agreement, missing: [ContractTermRow])?
        for agreement in agreements {
          switch agreement.terms(.particular, regimes, assessed.law) {
          case .complete: return .clear
          case .open: return .notEvaluable("the terms of the contract are an open question")
          case .lacks(let rows): found = (agreement, rows)
          case .unread: break
          }
        }
        guard let found, !assessed.holdsTermsByTransfer(party, for: use) else { return .notApplicable }
        let titles = found.missing.map { $0.row.title.prefix(1).lowercased() + $0.row.title.dropFirst() }
        return .finding(
          Observation(
            "The contract '\(found.agreement.id)' with \(assessed.registry.name(of: party.common.record)) is not recorded to give: \(titles.joined(separator: ", "))",
            at: found.agreement.terms.answer.range ?? found.agreement.range,
            hint:
              "add \(found.missing.map(\.row.id).joined(separator: ", ")) to terms: if the contract or its annex gives them",
            records: [party.common.record],
            evidence: [Evidence("terms", found.agreement.terms.elements().map(\.rawValue).joined(separator: ", "))]))
      }
    },
    examples: [
      Example(
        "the clauses without an annex",
        ["processors/mailer.yaml": exampleMailer(terms: "terms: «[\(clauses)]»")]),
      Example(
        "one particular is missing",
        [
          "processors/mailer.yaml": exampleMailer(
            terms: "terms: «[\(clauses), subject-matter, duration, nature, data, subjects]»")
        ]),
      Example(
        "with the annex",
        [
          "processors/mailer.yaml": exampleMailer(
            terms: "terms: [\(clauses), subject-matter, duration, nature, data, subjects, controller-rights]")
        ]),
      Example(
        "which terms it holds is an open question",
        ["processors/mailer.yaml": exampleMailer(terms: "terms: [audit, {unknown: which more}]")],
        also: ["open-question"]),
    ])

  private static let clauses =
    "instructions, confidentiality, security, sub-processors, rights-assistance, assistance, delete-or-return, audit"
}
