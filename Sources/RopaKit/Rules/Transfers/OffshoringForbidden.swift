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
          "The agreement '\(agreement.id)' forbids places abroad, and data reach \(assessed.law.inText(first.place.territory)): \(first.path)",
          at: range,
          hint: "correct the place, or write what the contract says now: needs-approval with approval:, or allowed",
          notes: found.map {
            Note(message: "\(assessed.registry.name(of: $0.holder)) \($0.place.kind.words) here", range: $0.place.range)
          },
          records: [party.common.record] + unique(found.map(\.holder)),
          evidence: found.map { Evidence("place", assessed.law.code($0.place.territory)) }))
    },
    examples: [
      Example("a supplier that can see data from abroad", files(access: "CH", contract: "offshoring: «forbidden»")),
      Example("at home", files(access: "GB", contract: "offshoring: forbidden")),
      Example("allowed", files(access: "CH", contract: "offshoring: allowed")),
      Example(
        "a customer forbids it",
        ["organisations/clinics.yaml": exampleClinics("«forbidden»", more: ""), "systems/office-files.yaml": abroad]),
      Example(
        "the contract has ended",
        ["organisations/clinics.yaml": exampleClinics("forbidden", more: ", status: ended")]),
      Example(
        "the place is an open question",
        files(access: "{unknown: from where}", contract: "offshoring: forbidden"),
        also: ["notice-element-open", "open-question"]),
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

  private static func exampleClinics(_ offshoring: String, more: String) -> String {
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
    hosting: [GB, IE]
    access-from: GB
    controls: [encrypted-storage, multi-factor-sign-in, access-log]

    """
}

/// A place in a third country that data reach.
private struct PlaceAbroad {
  /// The body, or the system of our own, that has it.
  let holder: RecordIndex
  let place: LegPlace
  let path: String
}

extension Assessed {
  /// The places in third countries that data certainly reach on a way with a body, or in activities that it decides on; each body and
  /// country once, without systems for which an approval is recorded, and without patient data, of which another rule speaks. `isOpen`
  /// when some place is not known.
  fileprivate func placesAbroad(under party: Party) -> (found: [PlaceAbroad], isOpen: Bool) {
    let record = party.common.record
    let reached = facts.flowIndex.legs(to: record).map { Int(facts.flows.legs[Int($0)].activity) }
    let decided = registry.mentions(of: record).map { registry.header($0.from) }
      .filter { $0.kind == .activities && $0.slot >= 0 }.map { Int($0.slot) }
    var found: [PlaceAbroad] = []
    var isOpen = false
    func add(_ holder: RecordIndex, _ place: LegPlace, _ regimes: [Regime], _ path: () -> String) {
      guard regimes.contains(where: { law.isThird(place.territory, $0) }),
        !found.contains(where: { $0.holder == holder && $0.place.territory == place.territory })
      else { return }
      found.append(PlaceAbroad(holder: holder, place: place, path: path()))
    }
    for slot in Set(reached + decided).sorted() {
      let activity = registry.records.activities[slot]
      guard activity.isJudged, patientData(of: activity) == nil else { continue }
      let decides = activity.controller.elements().contains { $0.record == record }
      let regimes = registry.regimes(of: activity)
      for leg in facts.flows.legs(ofActivity: slot)
      where leg.certainty == .certain && (decides || facts.flows.path(to: leg).contains { $0.importer == record }) {
        if leg.hasUnknownPlace { isOpen = true }
        if !(registry.system(leg.system)?.approvals.elements().isEmpty ?? true) { continue }
        for place in leg.places { add(leg.importer, place, regimes) { path(to: leg, at: [place]) } }
      }
      guard decides else { continue }
      for (system, place) in registry.ownPlaces(of: activity) where system.approvals.elements().isEmpty {
        add(system.common.record, place, regimes) { path(from: activity, to: system, at: place) }
      }
    }
    return (found, isOpen)
  }
}
