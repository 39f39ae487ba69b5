import LocatedYAML

extension Rule {
  /// SEC-012. Without an edition the rule on incomplete certificates asks for it; a life of a year has its own rule.
  static let certificateEditionSuperseded = Rule(
    "certificate-edition-superseded", .security, .warning, .contradiction,
    title: "A certificate is of an edition that can no longer be valid",
    rationale: """
      Standards are replaced, and certificates of the old edition end on a day of the scheme, whatever stands on the paper. Which editions can be \
      valid on a day is a table.
      """,
    remedy: "Ask for the certificate of the current edition.",
    citations: ["Art 28(1)", "Art 32(1)(d)", "IAF MD 26"],
    yieldsTo: ["certificate-expired"],
    check: .parties { party, assessed in
      guard let certificates = party.certificates.given?.values, !certificates.isEmpty, party.common.isJudged else {
        return .notApplicable
      }
      var isOpen = false
      for certificate in certificates {
        guard let kind = certificate.kind.given?.value.text else { continue }
        if certificate.edition.answer.isOpen { isOpen = true }
        guard case .given(let edition, let range) = certificate.edition.answer,
          assessed.law.isCurrent(edition.text, of: kind) == false,
          !certificates.contains(where: { other in
            other.kind.given?.value.text == kind
              && other.edition.given.flatMap { assessed.law.isCurrent($0.text, of: kind) } == true
          })
        else { continue }
        return .finding(
          Observation(
            "The \(kind) certificate of \(assessed.registry.name(of: party.common.record)) is of the edition \(edition.text), which can no longer be valid",
            at: range, hint: "ask for the current one, and record its edition:", records: [party.common.record],
            evidence: [Evidence("certificates.\(certificate.id).edition", edition.text)]))
      }
      return isOpen ? .notEvaluable("the edition of a certificate is an open question") : .clear
    },
    examples: [
      Example("the edition of 2013", exampleCertificate("kind: iso27001, edition: «\"2013\"»")),
      Example("the current one", exampleCertificate("kind: iso27001, edition: \"2022\"")),
      Example(
        "while it still could be", exampleCertificate("kind: iso27001, edition: \"2013\""),
        also: ["activity-without-notice"],
        asOf: "2025-10-31"),
      Example(
        "renewed in the current one",
        exampleCertificate(
          "kind: iso27001, edition: \"2013\"",
          more: ", new: {kind: iso27001, edition: \"2022\", number: A2, scope: mail, expires: 2028-01-01}")),
      Example("a kind without editions in the table", exampleCertificate("kind: soc2-type2, edition: \"2025\"")),
      Example(
        "not known yet", exampleCertificate("kind: iso27001, edition: {unknown: which}"), also: ["open-question"]),
    ])

  private static func exampleCertificate(_ fields: String, more: String = "") -> ExampleTexts {
    [
      "processors/mailer.yaml": exampleMailer()
        + "certificates: {iso: {\(fields), number: A1, scope: mail, expires: 2027-01-01}\(more)}\n"
    ]
  }
}
