import LocatedYAML

extension Rule {
  /// TRF-003.
  static let mechanismDead = Rule(
    "mechanism-dead", .transfers, .error, .barred,
    title: "A transfer rests on a mechanism that has ended",
    rationale:
      "Courts and decisions have ended several mechanisms on a day. A transfer that still rests on one of them has no gate since then.",
    remedy: "Record what the transfer rests on now, or set its status to ended.",
    citations: ["C-362/14", "C-311/18", "Decision (EU) 2021/914 Art 4"],
    isWaivable: false,
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), let regime = transfer.regime.given?.value,
        let span = mechanism.regimes[regime]
      else { return .notApplicable }
      guard let end = span.to, end < assessed.day else { return .clear }
      return .finding(
        Observation(
          "\(mechanism.term.title) carries no transfer under the \(assessed.name(of: regime)) since \(end)",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "put the word for what the transfer rests on now in its place, or {unknown: what it rests on}",
          citations: ([assessed.law.cite(mechanism, regime)].compactMap { $0 })
            + assessed.citations(["transfers-gate"], regime),
          records: [transfer.common.record],
          evidence: [Evidence("mechanism", mechanism.term.id), Evidence("last day", end.description)]))
    },
    examples: [
      Example(
        "a framework that a court has ended",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "US"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: «privacy-shield»"),
        ]),
      Example(
        "on its last day",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "US"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: privacy-shield"),
        ], also: ["activity-without-notice"], asOf: "2020-07-16"),
      Example(
        "an ended transfer is kept for the record",
        [
          "transfers/old-study.yaml": ExampleRecords.studyTransfer(
            countries: "[US]", "regime: uk-gdpr\nmechanism: privacy-shield\nstatus: ended")
        ]),
    ])
}
