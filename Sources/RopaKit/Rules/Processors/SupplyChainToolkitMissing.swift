import LocatedYAML

extension Rule {
  /// PRC-018, once for each processor that activities of ours give patient data.
  static let supplyChainToolkitMissing = Rule(
    "nhs-supplier-chain-dspt-missing", .processors, .warning, .expectation,
    title: "A processor handles patient data, and no current return of it in the toolkit is recorded",
    rationale: """
      The toolkit asks about suppliers too: policy and contract, not statute. A cloud that is covered in another way says so: certificates: with \
      none: and the route of assurance.
      """,
    remedy: "Ask for the return and record it as a certificate of kind dspt, or the other assurance as the reason.",
    citations: ["NHS England, Data Security and Protection Toolkit"],
    check: .parties { party, assessed in
      guard assessed.follows(.nhs), assessed.processorUse(of: party) != nil else { return .notApplicable }
      switch party.certificates.answer {
      case .none, .notApplicable: return .clear
      default: break
      }
      let standing = assessed.toolkit(of: party)
      if case .met = standing { return .clear }
      for index in assessed.facts.flowIndex.legs(to: party.common.record) {
        let leg = assessed.facts.flows.legs[Int(index)]
        let activity = assessed.registry.records.activities[Int(leg.activity)]
        guard leg.isProcessor, leg.certainty == .certain, assessed.patientData(of: activity) != nil else { continue }
        guard case .short(let words, let range) = standing else {
          return .notEvaluable("the return is an open question")
        }
        return .finding(
          Observation(
            "\(assessed.registry.name(of: party.common.record)) handles patient data of '\(assessed.registry.name(of: activity.common.record))', and its return in the toolkit \(words)",
            at: range ?? party.common.anchor,
            hint: "add certificates: {toolkit: {kind: dspt, status: ..., expires: ...}}",
            notes: [Note(message: "The data come from here", range: leg.range)],
            records: [party.common.record, activity.common.record],
            evidence: [Evidence("certificates, kind dspt", words)]))
      }
      return .notApplicable
    },
    examples: [
      Example("none", patient("", title: "«title»")),
      Example(
        "its last day has passed",
        patient(
          "certificates: {toolkit: {kind: dspt, edition: 2024-25, number: X1, scope: the mail service, status: Standards Met, expires: «2026-06-30»}}"
        ), also: ["certificate-expired"]),
      Example(
        "current",
        patient(
          "certificates: {toolkit: {kind: dspt, edition: 2025-26, number: X1, scope: the mail service, status: Standards Met, expires: 2027-06-30}}"
        )),
      Example("covered in another way", patient("certificates: {none: a public cloud that the trust assures itself}")),
      Example("no patient data", patient("", isPatient: false)),
      Example("the rules of the health service are off", patient("", profile: "")),
      Example("not known yet", patient("certificates: {unknown: whether}"), also: ["open-question"]),
    ])

  private static func patient(
    _ certificates: String, title: String = "title", isPatient: Bool = true, profile: String = "profiles: nhs"
  ) -> ExampleTexts {
    [
      "registry.yaml": exampleRegistry(profile), "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "data": "[name, health]", "basis": "care", "systems": "mail-system",
        "nhs": "{patient-data: \(isPatient), use: direct-care, confidentiality-route: implied-consent}",
      ]),
      "systems/mail-system.yaml":
        "title: Mail system\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
      "processors/mailer.yaml": title + exampleMailer().dropFirst("title".count) + certificates + "\n",
    ]
  }
}
