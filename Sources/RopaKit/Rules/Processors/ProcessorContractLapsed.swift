import LocatedYAML

extension Rule {
  /// PRC-002.
  static let processorContractLapsed = Rule(
    "processor-contract-lapsed", .processors, .error, .mandatory,
    title: "A processor is used, and its contract is a draft or has ended",
    rationale:
      "A contract binds from its signature to its end. Data that a processor holds outside of that time are held without terms.",
    remedy: "Sign or renew the contract and record it, or stop the use.",
    citations: ["Art 28(3)", "Art 28(9)"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard use.isLive, use.isCertain else { return .notApplicable }
        var lapsed: (agreement: Agreement, words: String, range: SourceRange)?
        for agreement in party.agreements.given?.values ?? []
        where agreement.bindsProcessor == true && agreement.isMade(for: use, assessed.registry) == true {
          switch agreement.standing(on: assessed.day) {
          case .inForce: return .clear
          case .unknown: return .notEvaluable("the status of a contract is not recorded")
          case .lapsed(let words, let range): lapsed = (agreement, words, range)
          }
        }
        guard let lapsed else { return .notApplicable }
        let activity = use.activity(in: assessed.registry)
        return .finding(
          Observation(
            "The contract '\(lapsed.agreement.id)' with \(assessed.registry.name(of: party.common.record)) \(lapsed.words), "
              + "and '\(assessed.registry.name(of: activity.common.record))' goes on",
            at: lapsed.range, hint: "record the contract that holds now, or end the use",
            notes: [use.note(assessed.registry)], records: [party.common.record, activity.common.record],
            evidence: [
              Evidence("status", lapsed.agreement.status.given?.value.rawValue ?? "not given"),
              Evidence("expires", lapsed.agreement.expires.given?.description ?? "not given"),
            ]))
      }
    },
    examples: [
      Example("past its last day", ["processors/mailer.yaml": exampleContract("in-force", expires: "«2026-11-20»")]),
      Example("on its last day", ["processors/mailer.yaml": exampleContract("in-force", expires: "2026-11-21")]),
      Example("a draft", ["processors/mailer.yaml": exampleContract("«draft»", expires: "2028-01-01")]),
      Example("ended before its time", ["processors/mailer.yaml": exampleContract("«ended»", expires: "2028-01-01")]),
      Example(
        "renewed by another one",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements: """

                first: {kind: processing, status: ended, signed: 2023-03-01, terms: all}
                second: {kind: processing, status: in-force, signed: 2026-03-01, terms: all, sub-processors: {mode: general, notice: P30D}}
              """)
        ]),
    ])

  private static func exampleContract(_ status: String, expires: String) -> String {
    exampleMailer(
      agreements:
        "{data-processing: {kind: processing, status: \(status), signed: 2025-03-01, expires: \(expires), terms: all, sub-processors: {mode: general, notice: P30D}}}"
    )
  }
}

/// How an agreement stands on a day.
private enum AgreementStanding {
  case inForce
  case unknown
  case lapsed(String, SourceRange)
}

extension Agreement {
  fileprivate func standing(on day: Day) -> AgreementStanding {
    guard case .given(let status, let range) = status.answer else { return .unknown }
    switch status.value {
    case .draft: return .lapsed("is a draft", range)
    case .ended: return .lapsed("has ended", range)
    case .inForce:
      if case .given(let last, let range) = expires.answer, last < day { return .lapsed("ended on \(last)", range) }
      return .inForce
    }
  }
}
