import LocatedYAML

extension Rule {
  /// TRF-029. The text of the policy could not be confirmed; the contract of the customer, or of the processor, says what holds. Many allow the
  /// EEA: then the contract says allowed.
  static let patientDataOffshore = Rule(
    "nhs-data-offshore", .transfers, .warning, .expectation,
    title: "Patient data reach places abroad, and no approval of the customer is recorded",
    rationale: """
      Contracts of the health service say whether data may be stored or seen outside the country. That is contract and policy, not statute, and \
      stands beside the law on transfers: an adequate country is still abroad.
      """,
    remedy:
      "Get the approval and record it as offshoring: of the agreement or as approvals: of the system, or move the service.",
    citations: ["NHS contracts and policy on offshoring"],
    check: .activities { activity, assessed in
      guard !activity.healthService.answer.isAbsent, let found = assessed.patientData(of: activity) else {
        return .notApplicable
      }
      let registry = assessed.registry
      var isOpen = false
      for leg in assessed.facts.flows.legs(ofActivity: Int(registry.header(activity.common.record).slot))
      where leg.certainty == .certain {
        if leg.hasUnknownPlace { isOpen = true }
        guard let place = leg.places.first(where: { assessed.law.isThird($0.territory, .ukGDPR) }) else { continue }
        if !(registry.system(leg.system)?.approvals.elements().isEmpty ?? true) { continue }
        let words: String
        switch assessed.offshoring(of: activity, leg) {
        case .allowed: continue
        case .open: return .notEvaluable("what the contract says of places abroad is an open question")
        case .no(let reason): words = reason
        }
        return .finding(
          Observation(
            "Patient data of '\(registry.name(of: activity.common.record))' reach \(assessed.law.inText(place.territory)) with \(registry.name(of: leg.importer)), and \(words)",
            at: found.range, hint: "add offshoring: allowed, or needs-approval with approval:, to the agreement",
            notes: [Note(message: "the place", range: place.range)], records: [activity.common.record, leg.importer],
            evidence: [Evidence("place", assessed.law.code(place.territory))]))
      }
      return isOpen ? .notEvaluable("a place is an open question") : .clear
    },
    examples: [
      Example("support from abroad, and not a word", patient(access: "CH", fires: true)),
      Example("at home", patient(access: "GB")),
      Example("allowed", patient(access: "CH", contract: "offshoring: allowed")),
      Example(
        "forbidden", patient(access: "CH", contract: "offshoring: forbidden", fires: true),
        also: ["offshoring-forbidden"]),
      Example("needs an approval", patient(access: "CH", contract: "offshoring: needs-approval", fires: true)),
      Example("approved", patient(access: "CH", contract: "offshoring: needs-approval\n    approval: trust-a-2026-01")),
      Example("approved for the system", patient(access: "CH", system: "approvals: {by: the trust}")),
      Example("the rules of the health service are off", patient(access: "CH", profile: "")),
      Example(
        "not known yet", patient(access: "CH", contract: "offshoring: {unknown: what it says}"), also: ["open-question"]
      ),
    ])

  private static func patient(
    access: String, contract: String = "", system: String = "", profile: String = "profiles: nhs", fires: Bool = false
  ) -> ExampleTexts {
    let nhs = "{patient-data: true, use: direct-care, confidentiality-route: implied-consent}"
    return [
      "registry.yaml": exampleRegistry(profile), "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "data": "[name, health]", "basis": "care", "systems": "mail-system", "nhs": fires ? "«\(nhs)»" : nhs,
      ]),
      "systems/mail-system.yaml":
        "title: Mail system\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n\(system)\n",
      "processors/mailer.yaml": exampleMailer(contract: contract).replacingLine("access-from", with: access)
        + "\ncertificates: {none: a public cloud that the trust assures itself}\n",
      "transfers/mailer.yaml": access == "GB"
        ? ""
        : "title: To the mailer\nexporter: example-care\nimporter: mailer\ncountries: [\(access)]\nregime: uk-gdpr\nmechanism: adequacy\n",
      "statements/mail-stays-in-uk.yaml": ExampleRecords.plainStatement,
    ]
  }
}

/// What contracts say of places abroad.
private enum OffshoringAnswer {
  case allowed, open
  case no(String)
}

extension Assessed {
  /// What the contracts with the controllers of an activity, and with the bodies on the way to a place, say.
  fileprivate func offshoring(of activity: Activity, _ leg: Leg) -> OffshoringAnswer {
    let bodies = activity.controller.elements().map(\.record) + facts.flows.path(to: leg).map(\.importer)
    var words: String?
    var isOpen = false
    for body in bodies where body.isResolved {
      for agreement in registry.party(body)?.agreements.given?.values ?? []
      where agreement.status.given?.value != .ended {
        switch agreement.offshoring.answer {
        case .given(.allowed, _): return .allowed
        case .given(.needsApproval, _):
          if agreement.approval.given != nil { return .allowed }
          words = "the contract asks for an approval that is not recorded"
        case .given(.forbidden, _): words = words ?? "the contract forbids it"
        case .unknown, .unusable: isOpen = true
        case .absent, .none, .notApplicable: break
        }
      }
    }
    return words.map { .no($0) } ?? (isOpen ? .open : .no("no contract is recorded to allow it"))
  }
}
