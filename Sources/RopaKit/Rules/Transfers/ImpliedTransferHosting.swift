import LocatedYAML

extension Rule {
  /// TRF-005.
  static let impliedTransferHosting = Rule(
    "implied-transfer-hosting", .transfers, .error, .contradiction,
    title: "Data are stored abroad, and no transfer is recorded",
    rationale: """
      A body that only stores data for another one gets them all the same. If it, or the place where it stores them, lies in a third \
      country, the transfer needs a record. Where one body stores data at a place of its own, people must judge whether that is a transfer.
      """,
    remedy:
      "Record the transfer from the body that uses the host, or correct the place; for a body's own place abroad record why it is none.",
    citations: ["UK Art 44A", "EU Art 44", "Art 30(1)(e)", "EDPB Guidelines 05/2021"],
    check: .transferGaps { gap, assessed in
      guard gap.kind == .hosting, !gap.coveredElsewhere else { return .notApplicable }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let names = (assessed.registry.name(of: leg.importer), assessed.registry.name(of: leg.exporter))
      let places = assessed.names(of: gap.places.map(\.territory))
      let fact =
        gap.isSameEntity
        ? "\(names.0) stores data from \(names.1) at a place of its own in \(places)"
        : "\(names.0) in \(places) stores data for \(names.1)"
      return .finding(assessed.observation(of: gap, fact, severity: assessed.severity(of: gap)))
    },
    examples: [
      Example(
        "another body stores the data of a system",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: {by: «archive-us»}
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """,
          "processors/archive-us.yaml": ExampleRecords.archive(country: "US", hosting: "US"),
        ]),
      Example(
        "the place is at home, the body that stores there is not",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: {country: GB, by: «archive-us»}
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """,
          "processors/archive-us.yaml": ExampleRecords.archive(country: "US", hosting: "GB"),
        ]),
      Example(
        "a body at home that stores at a place of its own abroad",
        [
          "processors/cloud-host.yaml": """
          title: Cloud Host
          legal-name: Example Cloud Host Ltd
          kind: company
          country: GB
          category: hosting
          owner: service-lead
          reviewed: 2026-09-01
          services: Hosts the e-mail service for Mailer.
          hosting: US
          access-from: GB
          sub-processors: {none: it runs its own machines}
          """,
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "«cloud-host»"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
        ], severity: .warning),
      Example(
        "an adequacy finding without condition covers the place",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: {by: «archive-us»}
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """,
          "processors/archive-us.yaml": ExampleRecords.archive(country: "NO", hosting: "NO"),
        ], severity: .advice),
      Example(
        "recorded from the body that uses the host",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: {by: archive-us}
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """,
          "processors/archive-us.yaml": ExampleRecords.archive(country: "US", hosting: "US"),
          "transfers/archive.yaml": """
          title: Archive of office files
          exporter: example-care
          importer: archive-us
          countries: [US]
          regime: uk-gdpr
          mechanism: idta
          instrument: {version: A1.0, status: signed, signed: 2026-01-01}
          assessment: {not-applicable: kept on paper}
          """,
        ]),
    ])
}
