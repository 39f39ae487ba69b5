import LocatedYAML

extension Rule {
  /// A sentence that encryption keeps the provider out, against what is known of the keys.
  static let providerAccessDenied = Rule(
    "provider-access-denied", .security, .warning, .contradiction,
    title: "Encryption is said to keep a provider from the data, and the records do not bear that out",
    rationale: """
      Encryption keeps out whoever does not hold the keys, and a provider that runs a service on the data has to have them in clear. What a \
      provider may do with them is settled by the contract, not by the technique. It stays a processor either way.
      """,
    remedy: "Record who holds the keys; say what the contract forbids, and leave out what encryption does not do.",
    citations: ["Art 28(3)", "Art 32(1)(a)", "Art 5(1)(a)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, statement.claim.given == .noProviderAccess else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("which provider is meant is an open question") }
      let encryption = assessed.measures(named: ["encryption-at-rest"])
      var doubts: [KeyDoubt] = []
      for system in assessed.systems(of: statement) {
        guard let runs = system.operator_.given, runs.record.isResolved, !assessed.registry.isOurs(runs.record) else {
          continue
        }
        let controls = assessed.measures(of: system, usedBy: RecordIndex(-1)).controls.filter { $0.serves(encryption) }
        doubts += assessed.doubts(system, runBy: runs.record, controls)
      }
      guard let first = doubts.first(where: \.isHeldByProvider) ?? doubts.first else { return .clear }
      return .finding(
        Observation(
          "The statement says that the provider cannot see the data, and \(first.words)",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "record key-holder: on the control, or correct text:",
          notes: unique(doubts.map(\.note)).map { Note(message: $0.words, range: $0.range) },
          severity: first.isHeldByProvider && (statement.strength.given ?? .absolute) == .absolute ? .error : .warning,
          records: [statement.common.record] + doubts.flatMap(\.records),
          evidence: [Evidence("claim", Claim.noProviderAccess.rawValue)]))
    },
    examples: [
      Example("who holds the keys is not recorded", exampleClaim(control: "")),
      Example("the provider holds them", exampleClaim(control: "key-holder: mailer"), severity: .error),
      Example(
        "who holds them is an open question", exampleClaim(control: "key-holder: {unknown: who has them}"),
        also: ["open-question"]),
      Example(
        "no encryption at all", exampleClaim(control: "key-holder: example-care", measure: "backup"),
        also: ["backup-tail-unrecorded"]),
      Example("we hold them", exampleClaim(control: "key-holder: example-care", mark: false)),
      Example("about our own system", exampleClaim(control: "", about: "systems: office-files", mark: false)),
      Example(
        "another claim",
        [
          "statements/mail-encrypted.yaml":
            "kind: claim\nclaim: encrypted\nabout: {parties: mailer}\ntext: Stored messages are encrypted.\n"
        ]),
    ])

  private static func exampleClaim(
    control: String, measure: String = "encryption-at-rest", about: String = "parties: mailer", mark: Bool = true
  ) -> KeyValuePairs<String, String> {
    [
      "statements/provider-kept-out.yaml": """
      kind: claim
      claim: \(mark ? "«no-provider-access»" : "no-provider-access")
      about: {\(about)}
      text: Messages are encrypted, so that the provider cannot read them.
      """,
      "controls/encrypted-storage.yaml":
        "title: Encrypted storage\nmeasure: \(measure)\nstatus: implemented\ntested: 2026-06-10\ntest-every: P1Y\n\(control)\n",
    ]
  }
}

/// Why a system's encryption does not keep its provider out, as far as the records show.
private struct KeyDoubt {
  struct Place: Equatable {
    let words: String
    let range: SourceRange
  }
  let words: String
  let note: Place
  let isHeldByProvider: Bool
  let records: [RecordIndex]
}

extension Assessed {
  fileprivate func doubts(_ system: System, runBy provider: RecordIndex, _ controls: [Control]) -> [KeyDoubt] {
    let (name, runs) = (registry.name(of: system.common.record), registry.name(of: provider))
    guard !controls.isEmpty else {
      return [
        KeyDoubt(
          words: "no encryption of stored data is recorded for \(name)",
          note: .init(words: "no such control here", range: system.controls.answer.range ?? system.common.anchor),
          isHeldByProvider: false, records: [system.common.record])
      ]
    }
    return controls.compactMap { control in
      let range = control.keyHolder.answer.range ?? control.common.anchor
      let records = [control.common.record, system.common.record]
      if let holder = control.keyHolder.given {
        guard holder.record == provider else { return nil }
        return KeyDoubt(
          words: "\(runs), which runs \(name), holds the keys",
          note: .init(words: "recorded as holder of the keys", range: range),
          isHeldByProvider: true, records: records)
      }
      return KeyDoubt(
        words: "who holds the keys of \(name), which \(runs) runs, is not known",
        note: .init(words: "the holder of the keys is not known", range: range), isHeldByProvider: false,
        records: records)
    }
  }
}
