import LocatedYAML

extension Rule {
  /// PRC-003, and RGT-010: help with people's rights is one of the terms. Terms that nobody has read are not missing.
  static let contractTermsIncomplete = Rule(
    "contract-terms-incomplete", .processors, .error, .mandatory,
    title: "A contract with a processor is not recorded to hold the terms of Article 28",
    rationale: """
      The law lists what a contract with a processor says. A term that is missing is a duty that the processor does not have. A contract \
      that nobody has read against the list is a question, not yet an omission.
      """,
    remedy:
      "Read the contract against the list and record what it holds; ask for an amendment where something is missing.",
    citations: ["Art 28(3)(a) to (h)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard use.isCertain else { return .notApplicable }
        let agreements = assessed.bindingAgreements(party, for: use)
        if agreements.isEmpty { return .notApplicable }
        let registry = assessed.registry
        let regimes = registry.regimes(of: use.activity(in: registry))
        var worst: (agreement: Agreement, missing: [ContractTermRow]?)?
        for agreement in agreements {
          switch agreement.terms(.clause, regimes, assessed.law) {
          case .complete: return .clear
          case .open: return .notEvaluable("the terms of the contract are an open question")
          case .lacks(let rows): worst = (agreement, rows)
          case .unread: worst = worst ?? (agreement, nil)
          }
        }
        guard let worst, !assessed.holdsTermsByTransfer(party, for: use) else { return .clear }
        let name = registry.name(of: party.common.record)
        let titles = worst.missing?.map { "\($0.row.title.prefix(1).lowercased() + $0.row.title.dropFirst())" } ?? []
        return .finding(
          Observation(
            worst.missing == nil
              ? "Nobody has recorded which terms the contract '\(worst.agreement.id)' with \(name) holds"
              : "The contract '\(worst.agreement.id)' with \(name) is not recorded to hold: \(titles.joined(separator: ", "))",
            at: worst.agreement.terms.answer.range ?? worst.agreement.range,
            hint: worst.missing == nil
              ? "read the contract, and add terms: all, or the terms that it holds"
              : "add \(worst.missing!.map(\.row.id).joined(separator: ", ")) to terms: if the contract has them",
            severity: worst.missing == nil ? .warning : .error,
            citations: worst.missing.map { rows in
              unique(rows.compactMap { row in regimes.lazy.compactMap { assessed.law.cite(row.row, $0) }.first })
            } ?? [],
            records: [party.common.record],
            evidence: [
              Evidence(
                "terms", worst.agreement.terms.elements().map(\.rawValue).joined(separator: ", "))
            ]))
      }
    },
    examples: [
      Example(
        "two of eight",
        ["processors/mailer.yaml": exampleMailer(terms: "terms: «[instructions, security]»")],
        also: ["contract-particulars-missing"]),
      Example(
        "one is missing", ["processors/mailer.yaml": exampleMailer(terms: "terms: «\(clauses(without: "audit"))»")]),
      Example("each by its name", ["processors/mailer.yaml": exampleMailer(terms: "terms: \(clauses(without: ""))")]),
      Example(
        "nobody has read it",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements:
              "{«data-processing»: {kind: processing, status: in-force, signed: 2025-03-01, breach-notice: PT24H, sub-processors: {mode: general, notice: P30D}}}"
          )
        ], severity: .warning),
      Example(
        "the Commission's clauses hold them all",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements:
              "{clauses: {kind: clauses, status: in-force, signed: 2025-03-01, breach-notice: PT24H, sub-processors: {mode: general, notice: P30D}}}"
          )
        ]),
      Example(
        "not read yet, with a day for it",
        ["processors/mailer.yaml": exampleMailer(terms: "terms: {unknown: which terms it holds}")],
        also: ["open-question"]),
    ])

  private static func clauses(without missing: String) -> String {
    let all = [
      "instructions", "confidentiality", "security", "sub-processors", "rights-assistance", "assistance",
      "delete-or-return", "audit", "subject-matter", "duration", "nature", "data", "subjects", "controller-rights",
    ]
    return "[" + all.filter { $0 != missing }.joined(separator: ", ") + "]"
  }
}
