import LocatedYAML

extension Rule {
  /// TRF-022.
  static let dualRegimeGap = Rule(
    "dual-regime-gap", .transfers, .error, .barred,
    title: "A transfer is recorded under one regime and not under the other",
    rationale: """
      Each regime has gates of its own. A finding or a set of clauses of one regime does nothing under the other, so a flow that both \
      regimes judge needs two transfer records.
      """,
    remedy: "Add the record for the other regime; if the data are truly apart, narrow the regimes of the activity.",
    citations: ["UK Art 44A", "EU Art 44"],
    check: .transferGaps { gap, assessed in
      guard gap.coveredElsewhere, let other = Regime.allCases.first(where: { $0 != gap.regime }) else {
        return .notApplicable
      }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let name = assessed.registry.name(of: leg.importer)
      let fact = """
        \(name) in \(assessed.names(of: gap.places.map(\.territory))) is reached by a transfer that is recorded under the \(assessed.name(of: other))
        """
      return .finding(assessed.observation(of: gap, fact, severity: assessed.severity(of: gap)))
    },
    examples: [
      Example(
        "the European record alone",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "BR", more: "adequacy-scope: lgpd"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[BR]", "regime: eu-gdpr\nmechanism: adequacy"),
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: «analytics-fr», role: controller, data: usage}"),
        ], also: ["implied-transfer-recipient"]),
      Example(
        "the European record alone, to a country that is covered under both",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "CH"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[CH]", "regime: eu-gdpr\nmechanism: adequacy"),
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: «analytics-fr», role: controller, data: usage}"),
        ], also: ["implied-transfer-recipient"], severity: .advice),
      Example(
        "a record under each regime",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "BR", more: "adequacy-scope: lgpd"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[BR]", "regime: eu-gdpr\nmechanism: adequacy"),
          "transfers/reminder-study-uk.yaml": ExampleRecords.studyTransfer(
            countries: "[BR]",
            "regime: uk-gdpr\nmechanism: idta\ninstrument: {version: A1.0, status: signed, signed: 2026-01-01}\nassessment: {not-applicable: kept on paper}"
          ),
        ], also: ["implied-transfer-recipient"]),
    ])
}
