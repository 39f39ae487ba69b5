import LocatedYAML

extension Rule {
  /// TRF-029 for contracts outside of a health service, and for services that nobody marked as using patient data.
  static let offshoringForbidden = Rule(
    "offshoring-forbidden", .transfers, .error, .contradiction,
    title: "A contract forbids places abroad, and the records show one",
    rationale: """
      A customer or a supplier has agreed that data stay in the country. The flows of the register lead abroad all the same: the contract or \
      the record is wrong, or what was agreed is not kept. An adequate country is still abroad.
      """,
    remedy: "Move the service, change the contract and record offshoring: again, or correct the place.",
    citations: ["Art 28(3)(a)", "Art 29"],
    yieldsTo: ["nhs-data-offshore"],
    check: .parties { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let agreement = (party.agreements.given?.values ?? []).first {
        $0.offshoring.given == .forbidden && ($0.status.given?.value ?? .inForce) == .inForce
      }
      guard let agreement, case .given(_, let range) = agreement.offshoring.answer else { return .notApplicable }
      let (found, isOpen) = assessed.placesAbroad(under: party)
      guard let first = found.first else { return isOpen ? .notEvaluable("a place is an open question") : .clear }
      return .finding(
        Observation(
          "The agreement '\(agreement.id)' forbids places abroad, and data reach \(assessed.law.inText(first.place.territory)): \(assessed.path(to: first.leg, at: [first.place]))",
          at: range, hint: "correct the place, or write what the contract says now: needs-approval with approval:, or allowed",
          notes: found.map {
            Note(message: "\(assessed.registry.name(of: $0.leg.importer)) \($0.place.kind.words) here", range: $0.place.range)
          },
          records: [party.common.record] + unique(found.map(\.leg.importer)),
          evidence: found.map { Evidence("place", assessed.law.code($0.place.territory)) }))
    },
    examples: [
      Example("a supplier that can see data from abroad", files(access: "CH", contract: "offshoring: «forbidden»")),
      Example("at home", files(access: "GB", contract: "offshoring: forbidden")),
      Example("allowed", files(access: "CH", contract: "offshoring: allowed")),
      Example(
        "a customer forbids it",
        ["organisations/clinics.yaml": clinics("«forbidden»", more: ""), "systems/office-files.yaml": abroad],
        also: ["transfer-undeclared-hosting"]),
      Example(
        "the contract has ended",
        ["organisations/clinics.yaml": clinics("forbidden", more: ", status: ended")]),
      Example(
        "the place is an open question",
        files(access: "{unknown: from where}", contract: "offshoring: forbidden"), also: ["open-question"]),
    ])

  private static func files(access: String, contract: String) -> ExampleTexts {
    [
      "processors/mailer.yaml": exampleMailer(contract: contract).replacingLine("access-from", with: access),
      "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
      "transfers/mailer.yaml": access == "CH"
        ? "title: To the mailer\nexporter: example-care\nimporter: mailer\ncountries: [CH]\nregime: uk-gdpr\nmechanism: adequacy\n"
        : "",
    ]
  }

  private static func clinics(_ offshoring: String, more: String) -> String {
    """
    title: Clinics
    kind: class
    category: clinics
    members: list
    agreements: {service: {kind: service, with: example-care, signed: 2025-01-01\(more), offshoring: \(offshoring)}}
    """
  }

  private static let abroad = """
    title: Office files
    operator: example-care
    hosting: [GB, {country: IE, by: cloud-host}]
    access-from: GB
    controls: [encrypted-storage, multi-factor-sign-in, access-log]

    """
}

extension Assessed {
  /// The places in third countries that data certainly reach on a way with a body, or in activities that it decides on; each body and
  /// country once, without systems for which an approval is recorded. `isOpen` when some place is not known.
  fileprivate func placesAbroad(under party: Party) -> (found: [(leg: Leg, place: LegPlace)], isOpen: Bool) {
    let record = party.common.record
    let reached = facts.flowIndex.legs(to: record).map { Int(facts.flows.legs[Int($0)].activity) }
    let decided = registry.mentions(of: record).map { registry.header($0.from) }
      .filter { $0.kind == .activities && $0.slot >= 0 }.map { Int($0.slot) }
    var found: [(leg: Leg, place: LegPlace)] = []
    var isOpen = false
    for slot in Set(reached + decided).sorted() {
      let activity = registry.records.activities[slot]
      guard activity.isJudged else { continue }
      let decides = activity.controller.elements().contains { $0.record == record }
      let regimes = registry.regimes(of: activity)
      for leg in facts.flows.legs(ofActivity: slot)
      where leg.certainty == .certain && (decides || facts.flows.path(to: leg).contains { $0.importer == record }) {
        if leg.hasUnknownPlace { isOpen = true }
        if !(registry.system(leg.system)?.approvals.elements().isEmpty ?? true) { continue }
        for place in leg.places
        where regimes.contains(where: { law.isThird(place.territory, $0) })
          && !found.contains(where: { $0.leg.importer == leg.importer && $0.place.territory == place.territory })
        {
          found.append((leg, place))
        }
      }
    }
    return (found, isOpen)
  }
}
