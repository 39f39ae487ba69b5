import LocatedYAML

extension Rule {
  /// TRF-006.
  static let impliedTransferRemoteAccess = Rule(
    "implied-transfer-remote-access", .transfers, .error, .contradiction,
    title: "Data can be seen from abroad, and no transfer is recorded",
    rationale: """
      Support and administration from another country make data available there, even when nothing is copied. If another body does it, \
      that is a flow like any other; if a body's own staff do it, people must judge.
      """,
    remedy: "Record the transfer, or record why no personal data can be seen from there.",
    citations: ["UK Art 44A", "EU Art 44", "Art 30(1)(e)", "EDPB Guidelines 05/2021"],
    check: .transferGaps { gap, assessed in
      guard gap.kind == .access, !gap.coveredElsewhere else { return .notApplicable }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let names = (assessed.registry.name(of: leg.importer), assessed.registry.name(of: leg.exporter))
      let places = assessed.names(of: gap.places.map(\.territory))
      let fact =
        gap.isSameEntity
        ? "\(names.0) can see data from \(names.1) at a place of its own in \(places)"
        : "\(names.0) in \(places) can see data that \(names.1) holds"
      return .finding(assessed.observation(of: gap, fact, severity: assessed.severity(of: gap)))
    },
    examples: [
      Example(
        "support by another body abroad",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(
            subProcessors: "cloud-host", accessFrom: "[GB, {country: IN, by: «archive-us», purpose: support at night}]"),
          "processors/archive-us.yaml": ExampleRecords.archive(country: "IN", hosting: "IN"),
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
        ]),
      Example(
        "its own staff abroad",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(subProcessors: "cloud-host", accessFrom: "[GB, IN]"),
          "systems/mail-system.yaml": """
          title: Mail system
          operator: «mailer»
          controls: [encrypted-storage, multi-factor-sign-in]
          """,
          "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
        ], severity: .warning),
      Example(
        "from where it can be seen is an open question",
        [
          "processors/mailer.yaml": ExampleRecords.mailer(
            subProcessors: "cloud-host",
            accessFrom: "{unknown: from where its staff can see data, owner: dpo, due: 2027-01-31}")
        ], also: ["notice-element-open", "open-question"]),
    ])
}
