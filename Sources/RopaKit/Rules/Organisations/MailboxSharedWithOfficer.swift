import LocatedYAML

extension Rule {
  /// Who writes to the officer may be read by others.
  static let mailboxSharedWithOfficer = Rule(
    "mailbox-shared-with-dpo", .organisations, .advice, .risk,
    title: "People reach the data protection officer through a mailbox that others read",
    rationale: """
      People may contact the officer about everything that concerns their data, and the officer is bound to secrecy. What arrives in a \
      shared mailbox is read by others first, also when it is about them.
      """,
    remedy: "Give the officer an address that only the role reads.",
    citations: ["Art 38(4) and (5)", "Art 37(7)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let officer = party.own?.dpo.given, officer.status.given?.value == .appointed,
        let contact = assessed.registry.contact(officer.contact.given, of: party)
      else { return .notApplicable }
      let name = assessed.registry.name(of: party.common.record)
      var place: SourceRange?
      var notes: [Note] = []
      if case .given(let shared, let range) = contact.shared.answer, shared.value { place = range }
      if case .given(let address, let range) = contact.email.answer {
        for other in party.contacts.given?.values ?? [] where other.id != contact.id {
          guard case .given(let same, let at) = other.email.answer, same.text == address.text else { continue }
          place = place ?? range
          notes.append(Note(message: "the contact '\(other.id)' has the same address", range: at))
        }
      }
      guard let place else {
        return contact.shared.answer.isOpen ? .notEvaluable("who reads the mailbox is an open question") : .clear
      }
      return .finding(
        Observation(
          "Messages to the data protection officer of \(name) arrive in a mailbox that others read", at: place,
          hint: "give the contact '\(contact.id)' an address of its own", notes: notes, records: [party.common.record],
          evidence: [Evidence("contacts.\(contact.id).email", contact.email.given?.text ?? "not given")]))
    },
    examples: [
      Example("said to be shared", ["organisations/example-care.yaml": contacts("shared: «true»")]),
      Example(
        "the address of another contact",
        [
          "organisations/example-care.yaml": contacts(
            "email: «privacy@example.org»", ", front-desk: {for: questions, email: privacy@example.org}")
        ]),
      Example(
        "said to be its own",
        [
          "organisations/example-care.yaml": contacts(
            "shared: false", ", front-desk: {for: questions, email: desk@example.org}")
        ]),
      Example(
        "another contact is shared",
        [
          "organisations/example-care.yaml": contacts(
            "shared: false", ", front-desk: {for: questions, email: desk@example.org, shared: true}")
        ]),
      Example(
        "not known",
        ["organisations/example-care.yaml": contacts("shared: {unknown: who reads it}")], also: ["open-question"]),
    ])

  private static func contacts(_ field: String, _ others: String = "") -> String {
    let email = field.utf8.starts(with: "email".utf8) ? "" : "email: privacy@example.org, "
    return exampleOrganisation([
      "contacts": "{dpo: {for: [privacy questions, rights, complaints], \(email)\(field)}\(others)}"
    ])
  }
}
