import LocatedYAML

extension Rule {
  /// ORG-015.
  static let guardianMissing = Rule(
    "caldicott-or-siro-missing", .organisations, .warning, .expectation,
    title: "A body with patient data names no Caldicott Guardian or no owner of information risk",
    rationale: """
      Guidance of the National Data Guardian and the toolkit ask bodies that hold confidential patient information for both roles; that is \
      contract and policy, not statute. Where a customer fills a role by contract, say so with none: and the reason.
      """,
    remedy: "Name the role that fills it, or say who does instead.",
    citations: [
      "National Data Guardian, Caldicott guidance (2021)", "NHS England, Data Security and Protection Toolkit",
    ],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let roles, let place)? = party.own?.healthService.answer,
        roles.patientData.given?.value == true, assessed.follows(.nhs)
      else { return .notApplicable }
      var missing = Missing()
      missing.look(
        roles.caldicottGuardian.answer.standing(anchor: place), "Caldicott Guardian", "caldicott-guardian")
      missing.look(roles.siro.answer.standing(anchor: place), "senior information risk owner", "siro")
      if missing.isEmpty { return missing.isOpen ? .notEvaluable("who fills a role is an open question") : .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) holds patient data and records \(missing.words)",
          at: missing.range(anchor: place), hint: missing.hint + " below nhs:", records: [party.common.record],
          evidence: missing.evidence))
    },
    examples: [
      Example("no guardian", body("«{supplier: false, patient-data: true, siro: dpo}»")),
      Example("no owner of risk", body("«{supplier: false, patient-data: true, caldicott-guardian: dpo}»")),
      Example("both", body("{supplier: false, patient-data: true, caldicott-guardian: dpo, siro: service-lead}")),
      Example(
        "the customer fills the function",
        body("{supplier: false, patient-data: true, caldicott-guardian: {none: the trust's own}, siro: service-lead}")),
      Example("no patient data", body("{supplier: true, patient-data: false}")),
      Example(
        "the rules of the health service are off",
        exampleHealthSupplier("{supplier: false, patient-data: true}", "", profile: "")),
      Example(
        "not known yet",
        body("{supplier: false, patient-data: true, caldicott-guardian: {unknown: who}, siro: service-lead}"),
        also: ["open-question"]),
    ])

  private static func body(_ roles: String) -> ExampleTexts { exampleHealthSupplier(roles, "") }
}
