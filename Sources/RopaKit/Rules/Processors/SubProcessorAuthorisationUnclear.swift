import LocatedYAML

extension Rule {
  /// PRC-006.
  static let subProcessorAuthorisationUnclear = Rule(
    "sub-processor-authorisation-unclear", .processors, .warning, .mandatory,
    title: "A processor uses others, and its contract does not say how we allow that",
    rationale: """
      A processor engages others only with our authorisation: for each of them, or in general with notice of changes and time to object. \
      Without the mode nobody can say whether a change needs an answer.
      """,
    remedy: "Record whether the authorisation is general or specific, and how long we have to object.",
    citations: ["Art 28(2)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard !party.subProcessors.elements().isEmpty else { return .notApplicable }
        let agreements = assessed.bindingAgreements(party, for: use)
        var fault: (agreement: Agreement, words: String, range: SourceRange)?
        for agreement in agreements {
          switch agreement.subProcessors.answer {
          case .unknown, .unusable: return .notEvaluable("the authorisation is an open question")
          case .absent, .none, .notApplicable:
            fault = (agreement, "says nothing of how it may use others", agreement.range)
          case .given(let terms, let range):
            if terms.mode.answer.isOpen || (terms.mode.given == .general && terms.notice.answer.isOpen) {
              return .notEvaluable("the authorisation is an open question")
            }
            if terms.mode.given == .specific || (terms.mode.given == .general && terms.notice.given != nil) {
              return .clear
            }
            fault = (
              agreement,
              terms.mode.given == nil
                ? "does not say whether the authorisation is general or specific"
                : "authorises others in general, and gives no time to object", range
            )
          }
        }
        guard let fault else { return .notApplicable }
        return .finding(
          Observation(
            "\(assessed.registry.name(of: party.common.record)) uses others, and its contract '\(fault.agreement.id)' \(fault.words)",
            at: fault.range,
            hint: "add sub-processors: {mode: general, notice: P30D} or {mode: specific} to the contract",
            records: [party.common.record],
            evidence: [
              Evidence("mode", fault.agreement.subProcessors.given?.mode.given?.rawValue ?? "not given"),
              Evidence(
                "sub-processors",
                party.subProcessors.elements().compactMap(\.party.given).filter(\.record.isResolved)
                  .map { assessed.registry.name(of: $0.record) }.joined(separator: ", ")),
            ]))
      }
    },
    examples: [
      Example(
        "no word",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements: "{«data-processing»: {kind: processing, status: in-force, signed: 2025-03-01, terms: all}}")
        ]),
      Example(
        "general, without time to object",
        ["processors/mailer.yaml": exampleMailer(authorisation: "sub-processors: «{mode: general}»")]),
      Example(
        "time to object to what",
        ["processors/mailer.yaml": exampleMailer(authorisation: "sub-processors: «{notice: P30D}»")]
      ),
      Example("specific", ["processors/mailer.yaml": exampleMailer(authorisation: "sub-processors: {mode: specific}")]),
      Example(
        "a processor that uses nobody",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements: "{data-processing: {kind: processing, status: in-force, signed: 2025-03-01, terms: all}}",
            subProcessors: "{none: it has its own machines}")
        ]),
      Example(
        "not known yet",
        ["processors/mailer.yaml": exampleMailer(authorisation: "sub-processors: {unknown: general or specific}")],
        also: ["open-question"]),
    ])
}
