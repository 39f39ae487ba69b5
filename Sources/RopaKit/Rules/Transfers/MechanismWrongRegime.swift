import LocatedYAML

extension Rule {
  /// TRF-002.
  static let mechanismWrongRegime = Rule(
    "mechanism-wrong-regime", .transfers, .error, .barred,
    title: "A mechanism of one regime is recorded under the other",
    rationale: """
      Each regime has clauses and approvals of its own. Clauses of one regime protect nothing under the other unless that regime has taken \
      them over, by an addendum for instance.
      """,
    remedy: "Name the mechanism that this regime knows; keep a second record for the other regime.",
    citations: ["UK Art 46(2)", "DPA s.119A", "EU Art 46(2)"],
    isWaivable: false,
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), let regime = transfer.regime.given?.value else {
        return .notApplicable
      }
      let span = mechanism.regimes[regime]
      if let span, span.from <= assessed.day { return .clear }
      let name = assessed.name(of: regime)
      let message =
        span.map { "\(mechanism.term.title) carries transfers under the \(name) from \($0.from) on only" }
        ?? "\(mechanism.term.title) is no mechanism of the \(name)"
      let riders = assessed.law.law.mechanisms.filter {
        $0.kind == mechanism.kind && $0.regimes[regime]?.contains(assessed.day) ?? false
      }
      return .finding(
        Observation(
          message, at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "of this kind the regime knows: \(riders.map(\.term.id).joined(separator: ", "))",
          notes: transfer.regime.answer.range.map { [Note(message: "The regime of the transfer", range: $0)] } ?? [],
          citations: assessed.citations(["safeguards"], regime)
            + mechanism.cite.sorted { $0.key < $1.key }.map(\.value),
          records: [transfer.common.record],
          evidence: [Evidence("mechanism", mechanism.term.id), Evidence("regime", regime.rawValue)]))
    },
    examples: [
      Example(
        "European clauses alone",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "US"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: «scc-2021-m1»"),
        ]),
      Example(
        "with the addendum",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "US"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]",
            """
            regime: uk-gdpr
            mechanism: uk-addendum
            instrument: {version: B1.0, status: signed, signed: 2026-01-01, base-clauses: scc-2021-m1}
            assessment: {not-applicable: kept on paper}
            """),
        ]),
      Example(
        "before the day from which the agreement could be used",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "US"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]",
            "regime: uk-gdpr\nmechanism: «idta»\ninstrument: {version: A1.0, status: signed, signed: 2026-01-01}\nassessment: {not-applicable: kept on paper}"
          ),
        ], also: ["activity-without-notice"], asOf: "2022-03-20"),
      Example(
        "a doubtful record carries no rule",
        [
          "transfers/other-study.yaml": ExampleRecords.studyTransfer(
            countries: "[FR]", "regime: uk-gdpr\nmechanism: scc-2021-m1\ncertainty: disputed")
        ], also: ["disputed-record"]),
    ])
}
