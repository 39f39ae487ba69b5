import LocatedYAML

extension Rule {
  /// TRF-012. The interval is the organisation's own.
  static let listingCheckOverdue = Rule(
    "listing-check-overdue", .transfers, .warning, .expectation,
    title: "The entry in a list that adequacy depends on was not looked up lately",
    rationale: """
      Entries in the Data Privacy Framework list are renewed every year, and lapse without a word to those who rely on them. How often to \
      look is your policy: 12 months unless registry.yaml says otherwise.
      """,
    remedy: "Look the recipient up in the list, and set verified: under dpf to that day.",
    citations: ["UK Art 45A", "EU Art 45(3)"],
    check: .transfers { transfer, assessed in
      guard let claim = assessed.adequacyClaim(transfer),
        let importer = assessed.registry.party(transfer.importer.given),
        let listing = importer.dataPrivacyFramework.given, listing.status.given == .active,
        let row = claim.countries.lazy.compactMap({ assessed.law.adequacyRow($0, claim.regime) })
          .first(where: \.hangsOnListing)
      else { return .notApplicable }
      let interval =
        assessed.registry.settings?.policy.given?.listingCheckInterval.given ?? Policy.defaultListingCheckInterval
      let name = assessed.registry.name(of: importer.common.record)
      let words: String
      switch listing.verified.answer {
      case .unknown, .unusable: return .notEvaluable("when the list was looked at is an open question")
      case .given(let day, _) where day.adding(interval) >= assessed.day: return .clear
      case .given(let day, _): words = "was last looked up on \(day), longer ago than your policy allows"
      case .absent, .none, .notApplicable: words = "has no day on which it was looked up"
      }
      return .finding(
        Observation(
          "The entry of \(name) in the list that \(row.decision) depends on \(words)",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "look it up, and set verified: under dpf of \(assessed.registry.header(importer.common.record).id)",
          notes: [
            Note(
              message: "What is recorded of the entry",
              range: listing.verified.answer.range ?? importer.dataPrivacyFramework.answer.range
                ?? importer.common.anchor)
          ],
          citations: assessed.citations(["adequacy"], claim.regime) + [row.decision],
          records: [transfer.common.record, importer.common.record],
          evidence: [Evidence("verified", listing.verified.given?.description ?? "not given")]))
    },
    examples: [
      Example("more than a year ago", files(verified: "verified: 2025-11-20", "«adequacy»")),
      Example("a year ago", files(verified: "verified: 2025-11-21", "adequacy")),
      Example("no day", files(verified: "listed-as: Mesure Exemple Inc", "«adequacy»")),
      Example(
        "the day is not known yet", files(verified: "verified: {unknown: who looked}", "adequacy"),
        also: ["open-question"]),
      Example(
        "a finding that hangs on no list",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "FR", more: "dpf: {status: active, uk-extension: true, covers-hr: true}")
        ]),
    ])

  private static func files(verified: String, _ mechanism: String) -> KeyValuePairs<String, String> {
    [
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(
        country: "US", more: "dpf: {status: active, uk-extension: true, covers-hr: true, \(verified)}"),
      "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
        countries: "[US]", "regime: uk-gdpr\nmechanism: \(mechanism)"),
    ]
  }
}

extension AdequacyRow {
  /// Each recipient needs an entry of its own in a list.
  var hangsOnListing: Bool { ["dpf", "dpf-uk-extension", "privacy-shield"].contains(scope?.test) }
}
