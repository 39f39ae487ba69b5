import LocatedYAML

extension Rule {
  /// A promise about places that leaves room, without a word on what remains.
  static let hedgedTransferPromise = Rule(
    "hedged-transfer-promise", .notices, .warning, .mandatory,
    title: "A promise about places leaves room for transfers that nothing describes",
    rationale: """
      "Where possible" admits that it is not always possible. People are owed the rest: which countries, what protects the data there, and \
      how to get a copy. If nothing goes there, the sentence can be firm.
      """,
    remedy: "Say it without the hedge, or record the transfers that remain with what they rest on.",
    citations: ["Art 13(1)(f)", "Art 14(1)(f)", "Art 12(1)"],
    yieldsTo: ["notice-denies-recorded-transfer"],
    check: .statements { statement, assessed in
      guard let claim = statement.claim.given, claim == .noTransfer || claim == .noDataOutside,
        statement.common.isJudged, case .given(let strength, let range) = statement.strength.answer,
        strength != .absolute
      else { return .notApplicable }
      let law = assessed.law
      let remains = assessed.registry.records.transfers.contains { transfer in
        guard let mechanism = assessed.mechanism(of: transfer) else { return false }
        return mechanism.kind == .safeguard || mechanism.kind == .derogation
      }
      if remains { return .clear }
      let reach = assessed.reach(of: statement)
      let regimes = unique(assessed.registry.organisations.flatMap { $0.own?.declaredRegimes ?? [] })
      return .finding(
        Observation(
          "The statement leaves room for transfers, and no transfer on a safeguard or derogation is recorded\(reach.isOpen ? "; where some of the data go is an open question" : "")",
          at: range,
          hint: "remove strength: and say it firmly, or record what remains in transfers with country and mechanism",
          citations: ["Art 13(1)(f)", "Art 14(1)(f)"] + regimes.compactMap { law.cite("safeguards", $0) },
          records: [statement.common.record],
          evidence: [
            Evidence("strength", strength.rawValue), Evidence("transfers on a safeguard or derogation", "none"),
          ]))
    },
    examples: [
      Example("where we can", ["statements/abroad.yaml": statement("strength: «best-effort»")]),
      Example("without a hedge", ["statements/abroad.yaml": statement("strength: absolute")]),
      Example("no word of strength is a firm promise", ["statements/abroad.yaml": statement("")]),
      Example(
        "what remains is on record",
        ExampleTransfers.with(
          "statements/abroad.yaml", statement("strength: best-effort", "about: {systems: office-files}\n"))),
    ])

  private static func statement(_ strength: String, _ more: String = "") -> String {
    "kind: promise\nclaim: no-transfer\narea: not-adequate\ntext: We avoid sending data to other countries.\n\(strength)\n\(more)"
  }
}
