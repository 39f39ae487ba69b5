import LocatedYAML

extension Rule {
  /// TRF-010.
  static let adequacyScopeUnproven = Rule(
    "adequacy-scope-unproven", .transfers, .error, .barred,
    title: "Adequacy covers only some recipients, and this one is not recorded to be among them",
    rationale: """
      Several findings cover only recipients that meet a condition: an entry in a list, a law that binds them. As long as the record does \
      not show the condition, the finding does not carry the transfer.
      """,
    remedy: "Look the condition up, record it on the recipient, or name another mechanism.",
    citations: ["UK Art 45A", "EU Art 45(3)"],
    check: .transfers { transfer, assessed in
      guard let claim = assessed.adequacyClaim(transfer) else { return .notApplicable }
      let law = assessed.law
      let partial = claim.countries.filter { law.adequacyRow($0, claim.regime)?.scope != nil }
      guard !partial.isEmpty else { return .clear }
      guard let importer = assessed.registry.party(transfer.importer.given) else {
        return .notEvaluable("the importer is not known")
      }
      for code in partial {
        guard
          case .unproven(let row) = law.adequacy(
            of: .country(code), claim.regime, importer: importer, transfer: transfer)
        else { continue }
        let listing = importer.dataPrivacyFramework
        if listing.answer.isOpen || importer.adequacyScope.answer.isOpen
          || (listing.given?.status.answer.isOpen ?? false)
          || (listing.given?.ukExtension.answer.isOpen ?? false) || (listing.given?.coversHR.answer.isOpen ?? false)
        {
          return .notEvaluable("whether the importer meets the condition is an open question")
        }
        let test = row.scope?.test ?? ""
        let name = assessed.registry.name(of: importer.common.record)
        let place = listing.answer.range ?? importer.adequacyScope.answer.range ?? importer.country.answer.range
        return .finding(
          Observation(
            "\(row.decision) covers in \(law.inText(.country(code))) only \(row.scope?.words ?? "some recipients"); that is not recorded of \(name)",
            at: transfer.mechanism.given?.range ?? transfer.common.anchor,
            hint:
              "when you have checked it, add to \(assessed.registry.header(importer.common.record).id): \(stub(test))",
            notes: [Note(message: "What is recorded of \(name)", range: place ?? importer.common.anchor)],
            citations: assessed.citations(["adequacy"], claim.regime) + [row.decision],
            records: [transfer.common.record, importer.common.record],
            evidence: [
              Evidence("condition", test),
              Evidence("adequacy-scope", importer.adequacyScope.elements().map(\.text).joined(separator: ", ")),
            ]))
      }
      return .clear
    },
    examples: [
      Example(
        "listed, but not for the data of this regime",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "dpf: {status: active, uk-extension: false, covers-hr: false, verified: 2026-09-01}"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: «adequacy»"),
        ]),
      Example(
        "listed with the extension",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "dpf: {status: active, uk-extension: true, covers-hr: false, verified: 2026-09-01}"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
      Example(
        "data about staff need an entry that covers them",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "dpf: {status: active, uk-extension: true, covers-hr: false, verified: 2026-09-01}"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: «adequacy»\nhr-data: true"),
        ]),
      Example(
        "whether it is listed is an open question",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "dpf: {unknown: whether the company is listed, owner: dpo, due: 2027-01-31}"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: adequacy"),
        ], also: ["open-question"]),
      Example(
        "bound by the law that the finding names",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "CA", more: "adequacy-scope: pipeda"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[CA]", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
    ])

  /// What shows that a condition is met: entries on the lists of the United States have fields of their own.
  private static func stub(_ test: String) -> String {
    ["dpf", "dpf-uk-extension"].contains(test)
      ? "dpf: with status, uk-extension, covers-hr and verified" : "adequacy-scope: \(test)"
  }
}
