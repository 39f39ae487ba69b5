import LocatedYAML

extension Rule {
  /// TRF-031. The market uses the clauses meanwhile: advice.
  static let importerAlreadySubject = Rule(
    "scc-importer-already-subject", .transfers, .advice, .risk,
    title: "Clauses for importers outside the regulation are used with one that falls under it",
    rationale: """
      The clauses of 2021 were written for importers that the regulation does not reach, and say so; a set for the others is still to come. \
      Meanwhile they are used there too, and the file says why.
      """,
    remedy: "Note why they are used, and watch for the new set.",
    citations: ["Decision (EU) 2021/914, recital 7"],
    check: .transfers { transfer, assessed in
      // The clauses that are written for roles.
      guard let mechanism = assessed.mechanism(of: transfer), mechanism.roles != nil,
        transfer.regime.given?.value == .euGDPR,
        let importer = assessed.registry.party(transfer.importer.given)
      else { return .notApplicable }
      guard case .given(let subject, let range) = importer.subjectTo.answer else {
        return importer.subjectTo.answer.isOpen
          ? .notEvaluable("what the importer falls under is an open question") : .notApplicable
      }
      guard subject.elements.contains(.euGDPR) else { return .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: importer.common.record)) falls under the \(assessed.name(of: .euGDPR)) itself, and the transfer rests on '\(mechanism.term.title)', written for others",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor, hint: "note why they are used",
          notes: [Note(message: "recorded here", range: range)],
          records: [transfer.common.record, importer.common.record],
          evidence: [Evidence("subject-to", subject.elements.map(\.rawValue).joined(separator: ", "))]))
    },
    examples: [
      Example("it falls under it", exampleClauses("«scc-2021-m1»", subject: "subject-to: eu-gdpr")),
      Example("under the other one", exampleClauses("scc-2021-m1", subject: "subject-to: uk-gdpr")),
      Example("under none", exampleClauses("scc-2021-m1", subject: "")),
      Example(
        "not known yet", exampleClauses("scc-2021-m1", subject: "subject-to: {unknown: whether}"),
        also: ["open-question"]),
      Example(
        "another mechanism",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "subject-to: eu-gdpr")
        ]),
    ])

  private static func exampleClauses(_ mechanism: String, subject: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation(
        ["country": "IE", "regimes": "eu-gdpr", "registrations": ""], isMissed: false),
      "recipients/partner.yaml":
        "title: Partner\nlegal-name: Example Partner Ltd\nkind: company\ncountry: IN\n\(subject)\nagreements: {sharing: {kind: sharing, status: in-force, signed: 2026-01-15}}\n",
      "transfers/partner.yaml":
        "title: To the partner\nexporter: example-care\nimporter: partner\ncountries: [IN]\nregime: eu-gdpr\nmechanism: \(mechanism)\ninstrument: {version: \"2021\", status: signed, signed: 2026-01-01}\nassessment: abroad\n",
      "assessments/abroad.yaml":
        "title: Assessment\nkind: transfer\nstatus: approved\nowner: dpo\nreviewed: 2026-03-01\ndate: 2026-03-01\noutcome: pass\ncountries: [IN]\n",
      "activities/letters.yaml": exampleActivity([
        "recipients": "[{party: partner, role: controller}]", "systems": "shelf", "controls": "encrypted-storage",
      ]),
      "systems/shelf.yaml": "title: Shelf\noperator: example-care\nmedium: paper\nhosting: IE\naccess-from: IE\n",
      "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
      "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
    ]
  }
}
