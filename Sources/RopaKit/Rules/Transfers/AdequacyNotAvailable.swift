import LocatedYAML

extension Rule {
  /// TRF-009.
  static let adequacyNotAvailable = Rule(
    "adequacy-not-available", .transfers, .error, .barred,
    title: "A transfer rests on adequacy, and no finding covers the country",
    rationale: """
      Adequacy is a decision about a named country that holds from one day to another. Where none holds, the word carries nothing, and the \
      transfer has no gate. A finding of one regime does not help under the other.
      """,
    remedy: "Record the safeguard or derogation that the transfer has, or end it.",
    citations: ["UK Art 45A", "EU Art 45(3)"],
    isWaivable: false,
    check: .transfers { transfer, assessed in
      guard let claim = assessed.adequacyClaim(transfer) else { return .notApplicable }
      let law = assessed.law
      let open = claim.countries.filter { law.adequacyRow($0, claim.regime) == nil }
      let outside = transfer.countries.elements().filter { if case .outside = $0 { true } else { false } }
      guard !open.isEmpty || !outside.isEmpty else { return .clear }
      let names = assessed.names(of: open.map(Territory.country) + outside)
      let ended = open.compactMap { law.expiredAdequacy($0, claim.regime) }.first
      let end = ended.flatMap { row in row.span.to.map { "; \(row.decision) ended on \($0)" } } ?? ""
      let others = Regime.allCases.filter { other in
        other != claim.regime && open.contains { law.adequacyRow($0, other) != nil }
      }
      let elsewhere = others.first.map { "; there is one under the \(assessed.name(of: $0))" } ?? ""
      return .finding(
        Observation(
          "No adequacy finding under the \(assessed.name(of: claim.regime)) covers \(names)\(end)\(elsewhere)",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "put the word for what the transfer does rest on in place of adequacy, or {unknown: what it rests on}",
          notes: transfer.countries.answer.range.map { [Note(message: "The countries of the transfer", range: $0)] }
            ?? [],
          citations: assessed.citations(["adequacy", "safeguards"], claim.regime), records: [transfer.common.record],
          evidence: [Evidence("regime", claim.regime.rawValue), Evidence("countries without a finding", names)]))
    },
    examples: [
      Example(
        "the country has a finding under the other regime only",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "BR", more: "adequacy-scope: lgpd"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[BR]", "regime: uk-gdpr\nmechanism: «adequacy»"),
        ]),
      Example(
        "the finding ended",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "eu-gdpr"),
          "processors/mailer.yaml": "", "processors/cloud-host.yaml": "",
          "systems/mail-system.yaml": """
          title: Mail system
          operator: example-care
          hosting: GB
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in]
          """,
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "adequacy-scope: privacy-shield"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: eu-gdpr\nmechanism: «adequacy»"),
        ], also: ["activity-without-notice"], asOf: "2020-07-17"),
      Example(
        "on its last day the finding still holds",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "eu-gdpr"),
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "US", more: "adequacy-scope: privacy-shield"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: eu-gdpr\nmechanism: adequacy"),
        ], also: ["activity-without-notice", "adequacy-expiring"], asOf: "2020-07-16"),
      Example(
        "a region is covered when each of its countries is",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "EEA"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[EEA]", "regime: uk-gdpr\nmechanism: adequacy"),
        ]),
      Example(
        "an ended transfer is kept for the record",
        [
          "transfers/old-study.yaml": ExampleRecords.studyTransfer(
            countries: "[IN]", "regime: uk-gdpr\nmechanism: adequacy\nstatus: ended")
        ]),
    ])
}
