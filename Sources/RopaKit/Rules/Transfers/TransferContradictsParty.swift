import LocatedYAML

extension Rule {
  /// TRF-024.
  static let transferContradictsParty = Rule(
    "transfer-contradicts-party", .transfers, .error, .contradiction,
    title: "A transfer names a country where the importer has no place",
    rationale: """
      A transfer record and the record of the importer both say where data go. If they differ, one of them is wrong, and the finding or the \
      safeguard was chosen for the wrong country.
      """,
    remedy: "Correct the record that is wrong; when a place moves, change both.",
    citations: ["Art 5(1)(d)", "Art 5(2)"],
    check: .transfers { transfer, assessed in
      guard transfer.isActive, let importer = assessed.registry.party(transfer.importer.given) else {
        return .notApplicable
      }
      let places = assessed.places(of: importer)
      let law = assessed.law
      let strange = transfer.countries.elements().filter { country in
        !places.known.contains { law.includes(country, $0.territory) || law.includes($0.territory, country) }
      }
      guard !strange.isEmpty else { return .clear }
      if places.isOpen { return .notEvaluable("where the importer acts is an open question") }
      guard !places.known.isEmpty else { return .notEvaluable("no place of the importer is recorded") }
      let name = assessed.registry.name(of: importer.common.record)
      return .finding(
        Observation(
          "The transfer goes to \(assessed.names(of: strange)), and \(name) is recorded elsewhere only: \(assessed.words(for: places.known))",
          at: transfer.countries.answer.range ?? transfer.common.anchor,
          hint:
            "change countries:, or add the place to hosting: or access-from: of \(assessed.registry.header(importer.common.record).id)",
          notes: places.known.map {
            Note(message: "\(name) \($0.kind.words) here: \(law.code($0.territory))", range: $0.range)
          },
          records: [transfer.common.record, importer.common.record],
          evidence: [
            Evidence("countries", strange.map(law.code).joined(separator: ", ")),
            Evidence("places", assessed.words(for: places.known)),
          ]))
    },
    examples: [
      Example(
        "one record moved, the other did not",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "«[FR, CH]»", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
      Example(
        "the importer stores data there",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "hosting: CH"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[FR, CH]", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
      Example(
        "a country of a region that the importer names",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "EEA"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[EEA, IE]", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
      Example(
        "where it stores data is an open question",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "FR", more: "hosting: {unknown: where it stores data, owner: dpo, due: 2027-01-31}"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[FR, CH]", "regime: uk-gdpr\nmechanism: adequacy"),
        ], also: ["notice-element-open", "open-question"]),
    ])
}
