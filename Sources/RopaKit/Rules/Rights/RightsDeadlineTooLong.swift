import LocatedYAML

extension Rule {
  /// RGT-002.
  static let rightsDeadlineTooLong = Rule(
    "rights-deadline-too-long", .rights, .error, .barred,
    title: "Requests are answered later than the law allows",
    rationale: """
      A request is answered without undue delay, and within a month at the latest. The month can be made longer for one request that is \
      complex or one of many, with the reason told to the person; it cannot be longer for all of them.
      """,
    remedy: "Answer within the legal month, and say under if-longer what happens where one request needs more.",
    citations: ["Art 12(3)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, let rights = own.rights.given else { return .notApplicable }
      if rights.respondWithin.answer.isOpen { return .notEvaluable("the time to answer is an open question") }
      guard case .given(let time, let range) = rights.respondWithin.answer else { return .notApplicable }
      let figures = own.declaredRegimes.compactMap { regime in
        assessed.law.figure("request-answer", regime).map { (regime, $0) }
      }
      let exceeded = figures.filter { $0.1.period.map { days(time) > days($0) } ?? false }
      guard let limit = exceeded.first?.1.period else { return figures.isEmpty ? .notApplicable : .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) answers requests within \(time.written), and the law allows \(limit.written)",
          at: range, hint: "write respond-within: \(limit.written)",
          citations: unique(exceeded.compactMap { assessed.law.cite($0.1.row, $0.0) }),
          records: [party.common.record], evidence: [Evidence("rights.respond-within", time.written)]))
    },
    examples: [
      Example("six months", ["organisations/example-care.yaml": within("«P6M»")]),
      Example("more days than a month is sure to have", ["organisations/example-care.yaml": within("«P31D»")]),
      Example("thirty days", ["organisations/example-care.yaml": within("P30D")]),
      Example("the legal month", ["organisations/example-care.yaml": within("P1M")]),
      Example(
        "not known", ["organisations/example-care.yaml": within("{unknown: what the desk does}")],
        also: ["open-question"]),
    ])

  private static func within(_ time: String) -> String {
    exampleOrganisation([
      "rights":
        "{contact: dpo, procedure: handbook/requests.md, respond-within: \(time), \(exampleRights)}"
    ])
  }
}

/// Days of a period, with thirty for a month, so that a month and thirty days count as the same.
private func days(_ period: Period) -> Int32 { period.months * 30 + period.days + (period.hours + 23) / 24 }
