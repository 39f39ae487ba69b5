import LocatedYAML

extension Rule {
  /// SEC-011.
  static let certificateExpired = Rule(
    "certificate-expired", .security, .warning, .contradiction,
    title: "A certificate is over",
    rationale: """
      A certificate is evidence for its time and its scope. Where a statement of ours still names it, people are told what no longer holds. \
      A kind of certificate that is valid for a fixed time ends then, also where no last day is recorded.
      """,
    remedy: "Record the new certificate, or take the old one out of what we say.",
    citations: ["Art 32(1)(d)", "Art 5(1)(a)"],
    check: .parties { party, assessed in
      guard party.common.isJudged, let certificates = party.certificates.given?.values, !certificates.isEmpty else {
        return .notApplicable
      }
      var over: [(certificate: Certificate, last: Day, range: SourceRange)] = []
      var isOpen = false
      for certificate in certificates {
        if certificate.expires.answer.isOpen { isOpen = true }
        // One that was renewed stays as history.
        let isRenewed = certificates.contains { other in
          other.kind.given?.value.text == certificate.kind.given?.value.text
            && assessed.end(of: other).map { $0.last >= assessed.day } ?? false
        }
        if !isRenewed, let end = assessed.end(of: certificate), end.last < assessed.day {
          over.append((certificate, end.last, end.range))
        }
      }
      guard let first = over.first else {
        return isOpen ? .notEvaluable("when a certificate ends is an open question") : .clear
      }
      let name = assessed.registry.name(of: party.common.record)
      let claims = assessed.statementsCertifying(party)
      let kinds = over.map { "\($0.certificate.kind.given?.value.text ?? $0.certificate.id) (\($0.last))" }
      return .finding(
        Observation(
          "Of the certificates of \(name) \(over.count == 1 ? "one is" : "\(over.count) are") over: \(joined(kinds))\(claims.isEmpty ? "" : ", and a statement still names it")",
          at: first.range, hint: "record the new certificate with its expires:, or remove this one",
          notes: over.dropFirst().map { Note(message: "this one is over too", range: $0.range) }
            + claims.map {
              Note(
                message: "this statement says that it is certified", range: $0.claim.answer.range ?? $0.common.anchor)
            },
          severity: claims.isEmpty ? .warning : .error, records: [party.common.record] + claims.map(\.common.record),
          evidence: over.map { Evidence("certificates.\($0.certificate.id).expires", $0.last.description) }))
    },
    examples: [
      Example(
        "over",
        mailer(
          "{iso: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, issued: 2023-11-20, expires: «2026-11-20»}}"
        )),
      Example(
        "renewed",
        mailer(
          "{old: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, expires: 2026-01-31}, new: {kind: iso27001, edition: \"2022\", number: A2, scope: the mail service, expires: 2029-01-31}}"
        )),
      Example(
        "over, and the current one is of another kind",
        mailer(
          "{old: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, expires: «2026-01-31»}, new: {kind: iso27701, edition: \"2019\", number: A2, scope: the mail service, expires: 2029-01-31}}"
        )),
      Example(
        "on its last day",
        mailer(
          "{iso: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, issued: 2023-11-20, expires: 2026-11-21}}"
        )),
      Example(
        "a kind that is valid for a year, without a last day",
        mailer("{plus: {kind: ce-plus, edition: \"3.2\", number: A1, scope: the mail service, issued: «2025-11-01»}}")),
      Example(
        "the same within its year",
        mailer("{plus: {kind: ce-plus, edition: \"3.2\", number: A1, scope: the mail service, issued: 2026-01-01}}")),
      Example(
        "a statement still names it",
        mailer(
          "{iso: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, issued: 2023-11-20, expires: «2026-11-20»}}",
          claim: true), severity: .error),
      Example(
        "when it ends is an open question",
        mailer(
          "{iso: {kind: iso27001, edition: \"2022\", number: A1, scope: the mail service, expires: {unknown: last day}}}"
        ),
        also: ["open-question"]),
    ])

  private static func mailer(_ certificates: String, claim: Bool = false) -> KeyValuePairs<String, String> {
    [
      "processors/mailer.yaml": exampleMailer() + "certificates: \(certificates)\n",
      "statements/mail-certified.yaml": claim
        ? "kind: claim\nclaim: certified\nabout: {parties: mailer}\ntext: Our e-mail service is certified.\n"
        : "kind: explanation\ntext: We send e-mail.\n",
    ]
  }
}

extension Assessed {
  /// The last day of a certificate: its own, or that of its kind's life after the day of issue.
  fileprivate func end(of certificate: Certificate) -> (last: Day, range: SourceRange)? {
    if case .given(let last, let range) = certificate.expires.answer { return (last, range) }
    guard certificate.expires.answer.isAbsent, case .given(let issued, let range) = certificate.issued.answer,
      let kind = certificate.kind.given?.value.text,
      let life = law.law.schemes.certificateKinds.first(where: { $0.row.id == kind })?.life
    else { return nil }
    return (issued.adding(life), range)
  }

  /// Statements which say that a body, or the whole organisation that it is, is certified.
  fileprivate func statementsCertifying(_ party: Party) -> [Statement] {
    registry.records.statements.filter { statement in
      guard statement.claim.given == .certified, statement.common.isJudged else { return false }
      guard let about = statement.about.given else { return registry.isOurs(party.common.record) }
      return about.parties.elements().contains { $0.record == party.common.record }
    }
  }
}
