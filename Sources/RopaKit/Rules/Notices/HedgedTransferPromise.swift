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
      // Within which systems data stay is no matter of countries.
      if case .given(.systems, _) = statement.area.answer { return .notApplicable }
      let law = assessed.law
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      if assessed.hasDescribedTransfer(statement) { return .clear }
      let reach = assessed.reach(of: statement)
      let regimes = unique(assessed.registry.organisations.flatMap { $0.own?.declaredRegimes ?? [] })
      return .finding(
        Observation(
          "The statement leaves room for transfers, and no transfer of these data on a safeguard or derogation is recorded\(reach.isOpen ? "; where some of the data go is an open question" : "")",
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
        "a transfer is on record, of data that it does not speak of",
        ExampleTransfers.with(
          "statements/abroad.yaml", statement("strength: «best-effort»", "about: {systems: office-files}\n"))),
      Example(
        "what remains is on record and named as the exception",
        ExampleTransfers.with("statements/abroad.yaml", statement("strength: best-effort", exception))),
      Example(
        "the same, said of one activity",
        ExampleTransfers.with(
          "statements/abroad.yaml",
          statement("strength: best-effort", "about: {activities: appointment-messages}\n\(exception)"))),
      Example(
        "an exception that is on no record",
        ["statements/abroad.yaml": statement("strength: «best-effort»", exception)]),
    ])

  private static let exception = "except: [{parties: analytics-fr, because: it studies reminders with us}]\n"

  private static func statement(_ strength: String, _ more: String = "") -> String {
    "kind: promise\nclaim: no-transfer\narea: not-adequate\ntext: We avoid sending data to other countries.\n\(strength)\n\(more)"
  }
}

extension Assessed {
  /// A flow that the statement speaks of, or that it names as an exception, is covered by a recorded transfer on a safeguard or derogation.
  fileprivate func hasDescribedTransfer(_ statement: Statement) -> Bool {
    let described = registry.records.transfers.contains { isOnSafeguardOrDerogation($0) }
    guard described else { return false }
    return hasLeg(of: statement) { leg in
      let activity = registry.records.activities[Int(leg.activity)]
      return registry.regimes(of: activity).contains { regime in
        leg.places.contains { place in
          facts.cover.covering(leg, regime, place.territory).contains(where: isOnSafeguardOrDerogation)
        }
      }
    }
  }

  private func isOnSafeguardOrDerogation(_ transfer: Transfer) -> Bool {
    let kind = mechanism(of: transfer)?.kind
    return kind == .safeguard || kind == .derogation
  }
}
