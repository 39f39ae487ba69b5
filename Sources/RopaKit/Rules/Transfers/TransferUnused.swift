import LocatedYAML

extension Rule {
  /// TRF-026. A transfer that has ended and is still needed is found from the flow, by the rules on transfers that nobody declared.
  static let transferUnused = Rule(
    "transfer-unused", .transfers, .warning, .contradiction,
    title: "A transfer is recorded as in use, and no recorded flow takes that way",
    rationale: """
      A transfer without a flow is a leftover, or the flow is missing from the activity, where people and notices look for it. For a supplier \
      that is still to come the transfer is planned.
      """,
    remedy: "Set status: ended or planned, or name the recipient in the activity.",
    citations: ["Art 30(1)(e)", "Art 5(2)"],
    check: .transfers { transfer, assessed in
      guard transfer.isActive, !assessed.registry.organisations.isEmpty, let exporter = transfer.exporter.given,
        let importer = transfer.importer.given,
        exporter.record.isResolved, importer.record.isResolved
      else { return .notApplicable }
      if assessed.hasLeg(exporter.record, importer.record, of: transfer) { return .clear }
      let registry = assessed.registry
      // Use by our own staff abroad is no leg to another body.
      if registry.isOurs(importer.record) { return .notApplicable }
      let names = (registry.name(of: exporter.record), registry.name(of: importer.record))
      let isBound = !transfer.activities.elements().isEmpty
      return .finding(
        Observation(
          "No \(isBound ? "activity that the transfer names" : "running activity") sends data from \(names.0) to \(names.1), and the transfer is recorded as in use",
          at: transfer.importer.answer.range ?? transfer.common.anchor,
          hint: "write status: ended or planned, or name the body in the activity",
          records: [transfer.common.record, exporter.record, importer.record],
          evidence: [Evidence("status", transfer.status.given?.value.rawValue ?? "active")]))
    },
    examples: [
      Example("to a body that gets nothing", spare("importer: «printer»")),
      Example("planned", spare("importer: printer\nstatus: planned")),
      Example("ended", spare("importer: printer\nstatus: ended")),
      Example(
        "for an activity that does not send there",
        spare("importer: «analytics-fr»\nactivities: letters", country: "FR")),
      Example("the flow is there", spare("importer: analytics-fr\nactivities: appointment-messages", country: "FR")),
      Example("without an importer", spare("importer: {none: people read their own data}")),
      Example("disputed", spare("importer: printer\ncertainty: disputed"), also: ["disputed-record"]),
      Example("not known yet", spare("importer: {unknown: who}"), also: ["open-question"]),
    ])

  private static func spare(_ lines: String, country: String = "IE") -> ExampleTexts {
    [
      "transfers/spare.yaml":
        "title: Spare\nexporter: example-care\ncountries: [\(country)]\nregime: uk-gdpr\nmechanism: adequacy\n\(lines)\n",
      "recipients/printer.yaml": "title: Printer\nlegal-name: Example Printer Ltd\nkind: company\ncountry: IE\n",
      "activities/letters.yaml": exampleActivity([:]),
    ]
  }
}

extension Assessed {
  /// Some recorded leg leads from one body to another; where the transfer names activities, one of theirs.
  fileprivate func hasLeg(_ exporter: RecordIndex, _ importer: RecordIndex, of transfer: Transfer) -> Bool {
    func isMeant(_ leg: Leg) -> Bool { leg.exporter == exporter && leg.importer == importer }
    let activities = transfer.activities.elements()
    if activities.isEmpty {
      return facts.flowIndex.legs(to: importer).contains { isMeant(facts.flows.legs[Int($0)]) }
    }
    return activities.contains { reference in
      guard reference.record.isResolved else { return false }
      let slot = Int(registry.header(reference.record).slot)
      return slot >= 0 && facts.flows.legs(ofActivity: slot).contains(where: isMeant)
    }
  }
}
