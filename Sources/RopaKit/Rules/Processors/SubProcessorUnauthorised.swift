import LocatedYAML

extension Rule {
  /// PRC-007, for specific authorisation: under a general one silence is consent.
  static let subProcessorUnauthorised = Rule(
    "sub-processor-unauthorised", .processors, .error, .mandatory,
    title: "A processor uses a body that we have not authorised on record",
    rationale: """
      Where the contract asks for our agreement to each further processor, one without a recorded day of agreement works with the data \
      outside of the contract.
      """,
    remedy: "Record the day on which it was authorised, or object.",
    citations: ["Art 28(2)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        guard !party.subProcessors.elements().isEmpty else { return .notApplicable }
        let agreements = assessed.bindingAgreements(party, for: use)
        guard let agreement = agreements.first(where: { $0.subProcessors.given?.mode.given == .specific }),
          !agreements.contains(where: { $0.subProcessors.given?.mode.given == .general })
        else { return .notApplicable }
        return assessed.judge(
          party, \.authorised.answer, open: "the authorisation of a sub-processor is an open question",
          test: { $0 <= assessed.day }
        ) { names, isOne in
          Observation(
            "\(names) work\(isOne ? "s" : "") for \(assessed.registry.name(of: party.common.record)) without a recorded authorisation, and '\(agreement.id)' asks for one for each",
            at: party.common.anchor, hint: "add authorised: with the day of our agreement",
            records: [party.common.record]
          )
        }
      }
    },
    examples: [
      Example(
        "no day",
        [
          "processors/mailer.yaml": exampleMailer(
            subProcessors: "[{party: «cloud-host», flow-down: true}]", authorisation: "sub-processors: {mode: specific}"
          )
        ]),
      Example(
        "to be authorised later",
        [
          "processors/mailer.yaml": exampleMailer(
            subProcessors: "[{party: «cloud-host», authorised: 2026-11-22, flow-down: true}]",
            authorisation: "sub-processors: {mode: specific}")
        ]),
      Example(
        "authorised", ["processors/mailer.yaml": exampleMailer(authorisation: "sub-processors: {mode: specific}")]),
      Example(
        "a general authorisation asks for no day",
        ["processors/mailer.yaml": exampleMailer(subProcessors: "[{party: cloud-host, flow-down: true}]")]),
      Example(
        "not known yet",
        [
          "processors/mailer.yaml": exampleMailer(
            subProcessors: "[{party: cloud-host, authorised: {unknown: when}, flow-down: true}]",
            authorisation: "sub-processors: {mode: specific}")
        ], also: ["open-question"]),
    ])
}

extension Assessed {
  /// Judges a field of each sub-processor of a body: one finding at the first that does not pass, with notes at the others.
  func judge<Value>(
    _ party: Party, _ field: KeyPath<SubProcessor, Answer<Value>>, open reason: String, test: (Value) -> Bool,
    _ observation: (String, Bool) -> Observation
  ) -> Verdict {
    var missing: [(name: String, entry: SubProcessor)] = []
    var isOpen = false
    for entry in party.subProcessors.elements() {
      guard let reference = entry.party.given, reference.record.isResolved,
        (entry.certainty.given ?? .certain) == .certain
      else { continue }
      switch entry[keyPath: field].tested(test) {
      case true?: break
      case nil: isOpen = true
      case false?: missing.append((registry.name(of: reference.record), entry))
      }
    }
    guard let first = missing.first else { return isOpen ? .notEvaluable(reason) : .clear }
    var found = observation(joined(missing.map(\.name)), missing.count == 1)
    found.range = first.entry.party.given?.range ?? first.entry.range
    found.notes = missing.dropFirst().map { Note(message: "nor does this one", range: $0.entry.range) }
    found.records += missing.compactMap(\.entry.party.given?.record)
    return .finding(found)
  }
}
