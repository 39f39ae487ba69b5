import LocatedYAML

extension Rule {
  /// A certificate without what makes it evidence.
  static let certificateUnspecified = Rule(
    "certificate-unspecified", .security, .advice, .expectation,
    title: "A certificate is recorded without its number, scope or time",
    rationale: """
      Adherence to a certification can help to show that security is in order, for what it covers and while it lasts. Without number, scope \
      and time nobody can look it up, and it shows nothing about a system.
      """,
    remedy: "Copy number, scope and last day from the certificate.",
    citations: ["Art 5(2)", "Art 24(3)", "Art 32(3)"],
    check: .parties { party, assessed in
      guard party.common.isJudged, let certificates = party.certificates.given?.values, !certificates.isEmpty else {
        return .notApplicable
      }
      var found: (certificate: Certificate, missing: Missing, place: SourceRange)?
      var isOpen = false
      let anchor = party.certificates.answer.range ?? party.common.anchor
      for certificate in certificates where found == nil {
        let place = certificate.kind.answer.range ?? anchor
        var missing = Missing()
        missing.look(certificate.number.answer.standing(anchor: place), "number", "number")
        missing.look(certificate.scope.answer.standing(anchor: place), "scope", "scope")
        let ends = certificate.expires.answer.standing(anchor: place)
        // Returns of a scheme have an edition for the year in place of a last day; others follow from the day of issue.
        if case .missing = ends, certificate.issued.answer.isAbsent,
          certificate.edition.answer.isAbsent || certificate.status.answer.isAbsent
        {
          missing.look(ends, "last day", "expires")
        }
        if missing.isOpen { isOpen = true }
        if !missing.isEmpty { found = (certificate, missing, place) }
      }
      guard let found else { return isOpen ? .notEvaluable("details of a certificate are an open question") : .clear }
      return .finding(
        Observation(
          "The certificate '\(found.certificate.id)' of \(assessed.registry.name(of: party.common.record)) has \(found.missing.words)",
          at: found.missing.range(anchor: anchor), hint: found.missing.hint, records: [party.common.record],
          evidence: found.missing.evidence))
    },
    examples: [
      Example(
        "only its kind", ["processors/mailer.yaml": exampleMailer() + "certificates: {iso: {kind: «iso27001»}}\n"]),
      Example(
        "no scope",
        [
          "processors/mailer.yaml": exampleMailer()
            + "certificates: {iso: {kind: «iso27001», number: A1, expires: 2028-01-01}}\n"
        ]),
      Example(
        "complete",
        [
          "processors/mailer.yaml": exampleMailer()
            + "certificates: {iso: {kind: iso27001, number: A1, scope: the mail service, expires: 2028-01-01}}\n"
        ]),
      Example(
        "a return of a year with its result",
        [
          "processors/mailer.yaml": exampleMailer()
            + "certificates: {toolkit: {kind: dspt, edition: 2025-26, status: Standards Met, number: X1, scope: the mail service}}\n"
        ]),
      Example(
        "open questions",
        [
          "processors/mailer.yaml": exampleMailer()
            + "certificates: {iso: {kind: iso27001, number: {unknown: its number}, scope: {unknown: what it covers}, expires: {unknown: its last day}}}\n"
        ], also: ["open-question"]),
    ])
}
