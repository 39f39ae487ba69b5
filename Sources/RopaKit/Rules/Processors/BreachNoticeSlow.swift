import LocatedYAML

extension Rule {
  /// PRC-015. The law asks for no number: a contract that says "without undue delay" is worth a thought, no more.
  static let breachNoticeSlow = Rule(
    "breach-notice-term-slow", .processors, .advice, .expectation,
    title: "A processor has long, or any time, to report a personal data breach",
    rationale: """
      The controller has 72 hours from when it knows, and knows by its processor. The longest time that suits you is your policy: 48 hours unless \
      registry.yaml says otherwise. A contract without any term on breaches, or with more than the law leaves the controller, weighs more.
      """,
    remedy: "Ask for a shorter time, and record what the contract gives.",
    citations: ["Art 33(2)", "Art 33(1)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard use.isCertain else { return .notApplicable }
        let agreements = assessed.bindingAgreements(party, for: use)
        var worst: (agreement: Agreement, words: String, range: SourceRange, isGrave: Bool)?
        let longest = assessed.policy(\.breachNotice, Policy.defaultBreachNotice).hoursOrMore
        let legal = Regime.allCases.lazy.compactMap { assessed.law.figure("breach-to-regulator", $0)?.period }.first
        for agreement in agreements {
          switch agreement.breachNotice.answer {
          case .unknown, .unusable: return .notEvaluable("the time to report a breach is an open question")
          case .given(let period, let range):
            guard period.hoursOrMore > longest else { return .clear }
            worst = (
              agreement, "gives \(assessed.registry.text(in: range)) to report a personal data breach", range,
              period.hoursOrMore > (legal?.hoursOrMore ?? .max)
            )
          case .none, .notApplicable: return .clear
          case .absent:
            let terms = agreement.terms.elements()
            let isTerm = terms.contains(.all) || terms.contains(.breachNotice)
            worst = (
              agreement,
              isTerm
                ? "gives no number of hours to report a personal data breach"
                : "is not recorded to say how fast a personal data breach is reported",
              agreement.range, !isTerm
            )
          }
        }
        guard let worst else { return .notApplicable }
        return .finding(
          Observation(
            "The contract '\(worst.agreement.id)' with \(assessed.registry.name(of: party.common.record)) \(worst.words)",
            at: worst.range, hint: "add breach-notice: with the time of the contract, as in PT24H",
            severity: worst.isGrave ? .warning : .advice, records: [party.common.record],
            evidence: [Evidence("breach-notice", worst.agreement.breachNotice.given == nil ? "not given" : "given")]))
      }
    },
    examples: [
      Example("longer than the controller has", mailer("breach-notice: «PT96H»"), severity: .warning),
      Example("longer than your policy", mailer("breach-notice: «PT72H»")),
      Example("as long as your policy", mailer("breach-notice: PT48H")),
      Example(
        "a term without a number",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements:
              "{«data-processing»: {kind: processing, status: in-force, signed: 2025-03-01, terms: all, sub-processors: {mode: general, notice: P30D}}}"
          )
        ]),
      Example(
        "no term at all",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements:
              "{«data-processing»: {kind: processing, status: in-force, signed: 2025-03-01, terms: [instructions, confidentiality, security, sub-processors, rights-assistance, assistance, delete-or-return, audit, subject-matter, duration, nature, data, subjects, controller-rights], sub-processors: {mode: general, notice: P30D}}}"
          )
        ], severity: .warning),
      Example("not known yet", mailer("breach-notice: {unknown: how fast}"), also: ["open-question"]),
    ])

  private static func mailer(_ line: String) -> ExampleTexts {
    ["processors/mailer.yaml": exampleMailer(breach: line)]
  }
}

extension Period {
  /// Hours, with 31 days for a month.
  fileprivate var hoursOrMore: Int { (Int(months) * 31 + Int(days)) * 24 + Int(hours) }
}
