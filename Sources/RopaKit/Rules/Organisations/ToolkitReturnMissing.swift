import LocatedYAML

extension Rule {
  /// ORG-014.
  static let toolkitReturnMissing = Rule(
    "dspt-missing-or-expired", .organisations, .warning, .expectation,
    title: "A supplier with patient data has no current return in the toolkit for data security on record",
    rationale: """
      Health service bodies ask their suppliers for a yearly return with standards met. It rests on contract and policy, not on statute, and \
      weighs more where a contract of ours asks for it. Editions and categories move; the return is judged by its status and last day alone. \
      A time of grace that was agreed stands in no field: record it as the last day.
      """,
    remedy: "Submit the return and record its status and last day, or leave an open question with an owner.",
    citations: ["NHS England, Data Security and Protection Toolkit", "National Data Guardian standards"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let roles, let place)? = party.own?.healthService.answer,
        roles.supplier.given?.value == true, roles.patientData.given?.value == true, assessed.follows(.nhs)
      else { return .notApplicable }
      switch assessed.toolkit(of: party) {
      case .met: return .clear
      case .open: return .notEvaluable("the return is an open question")
      case .short(let words, let range):
        return .finding(
          Observation(
            "\(assessed.registry.name(of: party.common.record)) holds patient data for the health service, and its return in the toolkit \(words)",
            at: range ?? place,
            hint: "add certificates: {dspt: {kind: dspt, edition: ..., status: Standards Met, expires: ...}}",
            severity: roles.dsptRequiredByContract.given?.value == true ? .error : .warning,
            records: [party.common.record], evidence: [Evidence("certificates, kind dspt", words)]))
      }
    },
    examples: [
      Example("none", exampleHealthSupplier("«{\(roles)}»", "")),
      Example(
        "a contract asks for it", exampleHealthSupplier("«{\(roles), dspt-required-by-contract: true}»", ""),
        severity: .error),
      Example(
        "its last day has passed",
        exampleHealthSupplier("{\(roles)}", "status: Standards Met, expires: «2026-06-30»"),
        also: ["certificate-expired"]
      ),
      Example(
        "standards not met", exampleHealthSupplier("{\(roles)}", "status: «Standards Not Met», expires: 2027-06-30")),
      Example("exceeded", exampleHealthSupplier("{\(roles)}", "status: Standards Exceeded, expires: 2027-06-30")),
      Example(
        "no status",
        [
          "registry.yaml": exampleRegistry("profiles: nhs"),
          "organisations/example-care.yaml": exampleOrganisation([
            "nhs": "{\(roles)}",
            "certificates":
              "{toolkit: {kind: «dspt», edition: 2025-26, number: X1, scope: the whole organisation, expires: 2027-06-30}}",
          ]),
        ]),
      Example(
        "no supplier",
        exampleHealthSupplier("{supplier: false, patient-data: true, caldicott-guardian: dpo, siro: service-lead}", "")),
      Example(
        "a supplier without patient data",
        exampleHealthSupplier("{supplier: true, patient-data: false}", "")),
      Example(
        "the rules of the health service are off", exampleHealthSupplier("{\(roles)}", "", profile: "")),
      Example(
        "not known yet", exampleHealthSupplier("{\(roles)}", "status: {unknown: this year's}, expires: 2027-06-30"),
        also: ["open-question"]),
    ])

  private static let roles = "supplier: true, patient-data: true, caldicott-guardian: dpo, siro: service-lead"
}

/// A register of a body that works for the health service.
/// - Parameters:
///   - roles: the field `nhs` of the organisation.
///   - toolkit: fields of its return beside kind and scope; empty for none.
///   - profile: the line of registry.yaml that turns the rules on.
func exampleHealthSupplier(_ roles: String, _ toolkit: String, profile: String = "profiles: nhs") -> ExampleTexts {
  [
    "registry.yaml": exampleRegistry(profile),
    "organisations/example-care.yaml": exampleOrganisation([
      "nhs": roles,
      "certificates": toolkit.isEmpty
        ? "{none: nothing submitted}"
        : "{toolkit: {kind: dspt, edition: 2025-26, number: X1, scope: the whole organisation, \(toolkit)}}",
    ]),
  ]
}

/// registry.yaml of the sound register with further lines.
func exampleRegistry(_ more: String) -> String {
  "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n\(more)\n"
}
