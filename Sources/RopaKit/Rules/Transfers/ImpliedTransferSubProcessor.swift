import LocatedYAML

extension Rule {
  /// TRF-007.
  static let impliedTransferSubProcessor = Rule(
    "implied-transfer-sub-processor", .transfers, .error, .contradiction,
    title: "A sub-processor abroad gets data, and no transfer is recorded for that leg",
    rationale: """
      The chain does not end at the processor. On the leg to a sub-processor in a third country the processor is the exporter and needs the \
      instrument; the controller obtains evidence of it and lists the leg. A record that names the controller as exporter covers another leg.
      """,
    remedy: "Ask the processor what the leg rests on, and record a transfer with the processor as exporter.",
    citations: ["Art 28(2), (4)", "UK Art 44A", "EU Art 44", "EDPB Opinion 22/2024"],
    check: .transferGaps { gap, assessed in
      guard gap.kind == .subProcessor, !gap.coveredElsewhere else { return .notApplicable }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let registry = assessed.registry
      let names = (registry.name(of: leg.importer), registry.name(of: leg.exporter))
      let isSensitive = gap.activities.contains {
        assessed.facts.words.hasSensitiveData(registry.records.activities[Int($0)])
      }
      let isCovered: Bool =
        switch gap.adequacy {
        case .covered, .met: true
        case .home, .unproven, .notCovered: false
        }
      var found = assessed.observation(
        of: gap,
        "\(names.0) in \(assessed.names(of: gap.places.map(\.territory))) gets data from \(names.1) as its sub-processor",
        severity: isCovered && !isSensitive ? .warning : .error)
      found.evidence.append(
        Evidence("data of a special category or about offences", isSensitive ? "recorded" : "not recorded"))
      return .finding(found)
    },
    examples: [
      Example(
        "the host of the mailer is abroad; a transfer of the controller covers another leg",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "«archive-us»"),
          "processors/archive-us.yaml": ExampleRecords.archive(country: "US", hosting: "US"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
          "transfers/archive.yaml": """
          title: Archive
          exporter: example-care
          importer: archive-us
          countries: [US]
          regime: uk-gdpr
          mechanism: idta
          instrument: {version: A1.0, status: signed, signed: 2026-01-01}
          assessment: {not-applicable: kept on paper}
          """,
        ]),
      Example(
        "covered without condition, and no sensitive data",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "«archive-us»"),
          "processors/archive-us.yaml": ExampleRecords.archive(country: "NO", hosting: "NO"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
        ], severity: .warning),
      Example(
        "covered without condition, but data about health",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "«archive-us»"),
          "processors/archive-us.yaml": ExampleRecords.archive(country: "NO", hosting: "NO"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: analytics-fr, role: controller, data: usage}",
            data: "[name, email, usage, transactions, health]"),
        ], also: ["data-without-retention", "screening-contradicts-record", "special-condition-missing"]),
      Example(
        "recorded with the processor as exporter",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "archive-us"),
          "processors/archive-us.yaml": ExampleRecords.archive(country: "NO", hosting: "NO"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
          "transfers/archive.yaml": """
          title: Archive
          exporter: mailer
          importer: archive-us
          countries: [NO]
          regime: uk-gdpr
          mechanism: adequacy
          """,
        ]),
    ])
}
