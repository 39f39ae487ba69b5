import LocatedYAML

extension Rule {
  /// SEC-015. What is said of codes holds of encryption as well: whoever holds the key reads.
  static let keysWithImporter = Rule(
    "keys-with-importer", .security, .warning, .risk,
    title: "A transfer counts on codes or encryption, and the importer holds the key",
    rationale: """
      Codes and encryption protect data abroad from those who cannot undo them. With the key at the importer, whoever can order it to hand over \
      the data can read them, and the measure adds little to this transfer.
      """,
    remedy: "Keep the key at home, or stop counting on the measure and assess the transfer without it.",
    citations: ["Art 4(5)", "Art 32(1)(a)", "EDPB Recommendations 01/2020, use cases 1 and 2"],
    check: .transfers { transfer, assessed in
      guard transfer.isActive, !transfer.measures.answer.isAbsent, let importer = transfer.importer.given?.record,
        importer.isResolved
      else { return .notApplicable }
      var isOpen = transfer.measures.hasOpenElement()
      for reference in transfer.measures.elements() {
        guard let control = assessed.registry.control(reference), control.common.isJudged,
          control.serves([assessed.facts.measures.pseudonymisation, assessed.facts.measures.encryptionAtRest])
        else { continue }
        if control.keyHolder.answer.isOpen { isOpen = true }
        guard case .given(let holder, let range) = control.keyHolder.answer, holder.record == importer else { continue }
        return .finding(
          Observation(
            "The transfer counts on '\(assessed.registry.name(of: control.common.record))', and \(assessed.registry.name(of: importer)), the importer, holds the key",
            at: reference.range, hint: "move the key, or take the measure from the transfer",
            notes: [Note(message: "the holder", range: range)],
            records: [transfer.common.record, control.common.record, importer],
            evidence: [Evidence("key-holder", assessed.registry.header(importer).id)]))
      }
      return isOpen ? .notEvaluable("a measure, or who holds its key, is an open question") : .clear
    },
    examples: [
      Example(
        "codes, and the key is there", exampleKeys("measure: pseudonymisation", holder: "analytics-fr", "«codes»")),
      Example(
        "encryption, and the key is there",
        exampleKeys("measure: encryption-at-rest", holder: "analytics-fr", "«codes»")),
      Example("the key is at home", exampleKeys("measure: pseudonymisation", holder: "example-care", "codes")),
      Example("a measure without a key", exampleKeys("measure: monitoring", holder: "analytics-fr", "codes")),
      Example(
        "the transfer does not count on it", exampleKeys("measure: pseudonymisation", holder: "analytics-fr", "")),
      Example(
        "not known yet", exampleKeys("measure: pseudonymisation", holder: "{unknown: who}", "codes"),
        also: ["open-question"]),
    ])

  private static func exampleKeys(_ measure: String, holder: String, _ named: String) -> ExampleTexts {
    [
      "controls/codes.yaml":
        "title: Codes in place of names\n\(measure)\nstatus: implemented\nkey-holder: \(holder)\ntested: 2026-06-10\ntest-every: P1Y\n",
      "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
        "regime: uk-gdpr\nmechanism: adequacy\(named.isEmpty ? "" : "\nmeasures: \(named)")"),
    ]
  }
}
