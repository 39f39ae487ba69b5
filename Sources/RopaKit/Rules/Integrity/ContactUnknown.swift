import LocatedYAML

extension Rule {
  /// REF-001, for names within one record.
  static let contactUnknown = Rule(
    "contact-unknown", .integrity, .error, .blind,
    title: "A contact is named that the organisation does not have",
    rationale: """
      The officer, requests and complaints name one of the organisation's own contacts. A name that leads nowhere leaves the notice without \
      a way to reach anybody.
      """,
    remedy: "Correct the name, or add the contact to contacts.",
    citations: ["Art 13(1)(a)", "Art 13(1)(b)"],
    isWaivable: false,
    check: .organisations { party, _ in
      guard party.common.isJudged, let own = party.own else { return .notApplicable }
      let named = [
        own.dpo.given?.contact.answer, own.rights.given?.contact.answer, own.complaints.given?.contact.answer,
      ].compactMap { answer -> (name: String, range: SourceRange)? in
        if case .given(let line, let range)? = answer { (line.text, range) } else { nil }
      }
      if named.isEmpty { return .notApplicable }
      if party.contacts.answer.isOpen || party.contacts.given?.open.isEmpty == false {
        return .notEvaluable("the field 'contacts' is an open question")
      }
      let known = (party.contacts.given?.values ?? []).map(\.id)
      // An organisation without any contact is reported as such.
      if known.isEmpty { return .notApplicable }
      let unknown = named.filter { !known.contains($0.name) }
      guard let first = unknown.first else { return .clear }
      let near = nearMiss(first.name, among: known).map { "did you mean '\($0)'?" }
      return .finding(
        Observation(
          "'\(first.name)' is not one of the contacts of this organisation", at: first.range,
          hint: near ?? "add \(first.name): to contacts, or correct the name",
          notes: unknown.dropFirst().map { Note(message: "'\($0.name)' neither", range: $0.range) },
          records: [party.common.record]))
    },
    examples: [
      Example("a misspelt contact", ["organisations/example-care.yaml": complaints(to: "«dpp»")]),
      Example("a contact that is nowhere", ["organisations/example-care.yaml": complaints(to: "«desk»")]),
      Example("the contact that is there", ["organisations/example-care.yaml": complaints(to: "dpo")]),
    ])
}

/// The sound register's organisation with another contact for complaints.
private func complaints(to contact: String) -> String {
  ExampleRecords.exampleCare(regimes: "uk-gdpr").replacing(
    "  contact: dpo\n  form:", with: "  contact: \(contact)\n  form:")
}
