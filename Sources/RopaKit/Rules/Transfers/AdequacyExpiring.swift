import LocatedYAML

extension Rule {
  /// TRF-011.
  static let adequacyExpiring = Rule(
    "adequacy-expiring", .transfers, .warning, .risk,
    title: "The adequacy finding that a transfer rests on ends soon",
    rationale: """
      Some findings have a last day. Whether they are renewed is decided elsewhere and late, and another safeguard takes weeks to agree. How \
      long before the end to warn is your own policy.
      """,
    remedy: "Prepare what the transfer can rest on afterwards, and record it as the fallback.",
    citations: ["UK Art 45A", "EU Art 45(3)"],
    check: .transfers { transfer, assessed in
      guard let claim = assessed.adequacyClaim(transfer) else { return .notApplicable }
      let warning = assessed.registry.settings?.policy.given?.expiryWarning.given ?? Policy.defaultExpiryWarning
      let limit = assessed.day.adding(warning)
      var soonest: (code: CountryCode, row: AdequacyRow, end: Day)?
      for code in claim.countries {
        guard let row = assessed.law.adequacyRow(code, claim.regime), let end = row.span.to, end <= limit else {
          continue
        }
        if soonest.map({ end < $0.end }) ?? true { soonest = (code, row, end) }
      }
      guard let soonest else { return .clear }
      return .finding(
        Observation(
          "\(soonest.row.decision) covers \(assessed.law.inText(.country(soonest.code))) until \(soonest.end) only",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "add fallback: with what holds if the finding is not renewed, and watch for a renewal",
          citations: assessed.citations(["adequacy"], claim.regime) + [soonest.row.decision],
          records: [transfer.common.record],
          evidence: [Evidence("last day", soonest.end.description)]))
    },
    examples: [
      Example(
        "the end lies within the time for which one wants to be warned", files(warning: "P6Y", "«adequacy»"),
        also: ["implied-transfer-recipient"]),
      Example("years before the end", files(warning: "P180D", "adequacy"), also: ["implied-transfer-recipient"]),
      Example("a finding without a last day", ["registry.yaml": register(warning: "P90Y")]),
    ])

  private static func files(warning: String, _ mechanism: String) -> KeyValuePairs<String, String> {
    [
      "registry.yaml": register(warning: warning),
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "GB"),
      "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
        countries: "[GB]", "regime: eu-gdpr\nmechanism: \(mechanism)"),
    ]
  }

  private static func register(warning: String) -> String {
    """
    title: Records of Example Care
    organisations: example-care
    languages: en
    questions: {owner: dpo}
    policy: {expiry-warning: \(warning)}
    """
  }
}
