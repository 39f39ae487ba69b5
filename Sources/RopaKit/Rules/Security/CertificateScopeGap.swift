import LocatedYAML

extension Rule {
  /// SEC-013, where scopes name systems or activities. Words alone cannot be compared: a scope in words is silent.
  static let certificateScopeGap = Rule(
    "certificate-scope-gap", .security, .warning, .risk,
    title: "The certificates of a processor cover something else than what we use",
    rationale: """
      A certificate is evidence for its scope. One for the head office says nothing of the service that holds the data. Scopes that are written \
      in words are left to people.
      """,
    remedy: "Get the statement of scope, or other evidence for the service, and record it.",
    citations: ["Art 28(1)", "Art 28(5)", "Art 32"],
    check: .parties { party, assessed in
      guard let certificates = party.certificates.given?.values, !certificates.isEmpty,
        assessed.processorUse(of: party) != nil
      else { return .notApplicable }
      var systems: Set<RecordIndex> = []
      var activities: Set<RecordIndex> = []
      var first: (scope: CertificateScope, kind: String, range: SourceRange)?
      for certificate in certificates {
        if let last = certificate.expires.given, last < assessed.day { continue }
        guard case .given(let scope, let range) = certificate.scope.answer else {
          if certificate.scope.answer.isOpen { return .notEvaluable("what a certificate covers is an open question") }
          continue
        }
        let named = scope.systems.elements().map(\.record)
        if (named.isEmpty && scope.activities.elements().isEmpty)
          || scope.parties.elements().contains(where: { $0.record == party.common.record })
        {
          return .notApplicable
        }
        first = first ?? (scope, certificate.kind.given?.value.text ?? certificate.id, range)
        systems.formUnion(named)
        activities.formUnion(scope.activities.elements().map(\.record))
      }
      guard let first else { return .notApplicable }
      // Where the activity itself is in the scope, so are its systems.
      let used = assessed.systems(runBy: party).map(\.system).filter { system in
        assessed.registry.mentions(of: system.common.record).contains { use in
          (assessed.registry.activity(at: use.from)?.isJudged ?? false) && !activities.contains(use.from)
        }
      }
      guard !used.isEmpty else { return .notApplicable }
      let gap = used.filter { !systems.contains($0.common.record) }
      guard !gap.isEmpty else { return .clear }
      let names = gap.map { assessed.registry.name(of: $0.common.record) }
      return .finding(
        Observation(
          "No certificate of \(assessed.registry.name(of: party.common.record)) covers \(joined(names)), which it runs for us",
          at: first.range, hint: "record a certificate that covers it, or other evidence",
          notes: gap.map { Note(message: "it runs this for us", range: $0.operator_.answer.range ?? $0.common.anchor) },
          records: [party.common.record] + gap.map(\.common.record),
          evidence: [Evidence("outside the scope of \(first.kind)", names.joined(separator: ", "))]))
    },
    examples: [
      Example("another system", exampleCertificate("«{systems: spare}»")),
      Example("the system that we use", exampleCertificate("{systems: mail-system}")),
      Example("the activity that we use it for", exampleCertificate("{activities: appointment-messages}")),
      Example("the whole body", exampleCertificate("{parties: mailer}")),
      Example("in words", exampleCertificate("the mail service and the office")),
      Example("one of two systems", exampleCertificate("«{systems: mail-system}»", uses: true)),
      Example("not known yet", exampleCertificate("{unknown: what it covers}"), also: ["open-question"]),
    ])

  private static func exampleCertificate(_ scope: String, uses: Bool = false) -> ExampleTexts {
    [
      "processors/mailer.yaml": exampleMailer()
        + "certificates: {iso: {kind: iso27001, edition: \"2022\", number: A1, scope: \(scope), expires: 2028-01-01}}\n",
      "systems/spare.yaml": "title: Spare\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in]\n",
      "activities/letters.yaml": exampleActivity(["systems": uses ? "spare" : "office-files"]),
    ]
  }
}
