import LocatedYAML

extension Rule {
  /// A certificate without what makes it evidence.
  static let certificateUnspecified = Rule(
    "certificate-unspecified", .security, .advice, .expectation,
    title: "A certificate is recorded without its number, scope or time",
    rationale: """
      Adherence to a certification can help to show that security is in order, for what it covers and while it lasts. Without number, scope \
      and time nobody can look it up, and it shows nothing about a system. A published notice that names our certificate while its scope is an \
      open question lets readers think that it covers everything.
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
      guard let found else {
        let shown = assessed.publishesSecurity(of: party) ? certificates.filter(\.scope.answer.isOpen) : []
        if let first = shown.first { return .finding(assessed.shownWithoutScope(first, shown, party)) }
        return isOpen ? .notEvaluable("details of a certificate are an open question") : .clear
      }
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
        "readers see our certificate, and what it covers is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "certificates":
              "{iso: {kind: «iso27001», number: A1, scope: {unknown: which systems}, expires: 2028-01-01}}"
          ])
        ], also: ["open-question"]),
      Example(
        "the same in a notice that is not in force",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "certificates":
              "{iso: {kind: iso27001, number: A1, scope: {unknown: which systems}, expires: 2028-01-01}}"
          ]), "notices/customer-notice.yaml": ExampleRecords.customerNotice(effective: "2027-01-01", sections: nil),
        ], also: ["activity-without-notice", "open-question"]),
      Example(
        "open questions",
        [
          "processors/mailer.yaml": exampleMailer()
            + "certificates: {iso: {kind: iso27001, number: {unknown: its number}, scope: {unknown: what it covers}, expires: {unknown: its last day}}}\n"
        ], also: ["open-question"]),
    ])
}

extension Assessed {
  /// A notice that is published tells of the certificates of one of our organisations.
  fileprivate func publishesSecurity(of party: Party) -> Bool {
    guard registry.isOurs(party.common.record) else { return false }
    return zip(registry.records.notices, facts.notices).contains { notice, facts in
      facts.isPublished && facts.organisation == party.common.record
        && (notice.sections.given == nil
          || notice.sections.elements().contains { $0.section.given == .security && $0.replace.given?.value != true })
    }
  }

  fileprivate func shownWithoutScope(_ first: Certificate, _ shown: [Certificate], _ party: Party) -> Observation {
    let names = joined(shown.map { "'\($0.id)'" })
    return Observation(
      "A published notice names \(names) of \(registry.name(of: party.common.record)), and what \(shown.count == 1 ? "it covers" : "they cover") is an open question",
      at: first.kind.answer.range ?? first.scope.answer.range ?? party.common.anchor,
      hint: "copy the scope from the certificate",
      notes: shown.compactMap { $0.scope.answer.range }.map { Note(message: "not known yet", range: $0) },
      records: [party.common.record], evidence: shown.map { Evidence("certificates.\($0.id).scope", "open") })
  }
}
