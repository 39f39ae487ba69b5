import LocatedYAML

extension Rule {
  /// TRF-004.
  static let impliedTransferRecipient = Rule(
    "implied-transfer-recipient", .transfers, .error, .contradiction,
    title: "A recipient abroad gets data, and no transfer is recorded",
    rationale: """
      Who gets data and where that body is stands in other records. If it lies in a third country, each regime wants to know what the \
      transfer rests on, and notices have to tell people about it. Without a transfer record nobody has looked.
      """,
    remedy: "Record the transfer with the mechanism it rests on, or correct the country of the recipient.",
    citations: ["UK Art 44A", "EU Art 44", "Art 30(1)(d), (e)"],
    check: .transferGaps { gap, assessed in
      guard gap.kind == .recipient, !gap.coveredElsewhere else { return .notApplicable }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let names = (assessed.registry.name(of: leg.importer), assessed.registry.name(of: leg.exporter))
      return .finding(
        assessed.observation(
          of: gap, "\(names.0) in \(assessed.names(of: gap.places.map(\.territory))) gets data from \(names.1)",
          severity: assessed.severity(of: gap)))
    },
    examples: [
      Example(
        "the research partner moved abroad",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "IN"),
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: «analytics-fr», role: controller, data: usage}"),
        ]),
      Example(
        "an adequacy finding without condition leaves only the record to be written",
        [
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: «analytics-fr», role: controller, data: usage}"),
        ], severity: .advice),
      Example(
        "a disclosure that may happen is a question",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "IN"),
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: «analytics-fr», role: controller, data: usage, certainty: possible}"),
        ], severity: .advice),
      Example(
        "while the country was inside the area of the regime there was no transfer",
        ["transfers/reminder-study.yaml": ""], also: ["activity-without-notice"], asOf: "2020-06-01"),
      Example(
        "the countries of the recorded transfer cannot be read",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "IN"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "Indien", "regime: uk-gdpr\nmechanism: adequacy\n"),
        ], also: ["unknown-country"]),
      Example(
        "anonymous figures are no personal data",
        [
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: analytics-fr, role: controller, data: usage, state: anonymous}"),
        ]),
    ])
}
