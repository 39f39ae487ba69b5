import LocatedYAML

extension Rule {
  /// ORG-005. That a notice leaves the officer out is for the rule on elements of notices.
  static let officerNotReachable = Rule(
    "dpo-contact-not-published", .organisations, .error, .mandatory,
    title:
      "A data protection officer is appointed, and no way to reach the officer is recorded for the public or the regulator",
    rationale: """
      The contact details of the officer are published and told to the regulator, so that both can go there directly. A name is not \
      needed; a mailbox of the role is enough.
      """,
    remedy: "Name a contact that notices may print, and record the day on which the regulator was told.",
    citations: ["Art 37(7)", "Art 13(1)(b)", "Art 14(1)(b)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let officer, let range)? = party.own?.dpo.answer,
        officer.status.given?.value == .appointed
      else { return .notApplicable }
      var missing = Missing()
      missing.look(
        officer.contact.answer.standing(anchor: range, noneCounts: false), "contact of the officer", "contact")
      missing.look(
        officer.notified.answer.standing(anchor: range, noneCounts: false), "day on which the regulator was told",
        "notified")
      let registry = assessed.registry
      var words = missing.isEmpty ? "" : missing.words
      var place = missing.range(anchor: range)
      var hint = missing.isEmpty ? "" : missing.hint + " below dpo:"
      // A contact of an unknown name has been reported where it stands.
      if case .given(let name, let at) = officer.contact.answer, let contact = registry.contact(name, of: party),
        !contact.isReachable
      {
        let what = "a contact '\(name.text)' that no notice can print"
        words += words.isEmpty ? what : " and " + what
        (place, hint) = (at, "name an entry of contacts: that has an address, a telephone number or a form")
      }
      guard !words.isEmpty else {
        return missing.isOpen
          ? .notEvaluable("the contact of the officer, or when the regulator was told, is open") : .clear
      }
      let notices = assessed.noticesPrintingOfficer(of: party).map { registry.records.notices[$0].common.record }
      return .finding(
        Observation(
          "The data protection officer of \(registry.name(of: party.common.record)) is appointed with \(words)",
          at: place, hint: hint, records: [party.common.record],
          evidence: missing.evidence + [
            Evidence("notices that print it", joined(notices.map { registry.header($0).id }))
          ]))
    },
    examples: [
      Example(
        "the regulator was not told",
        ["organisations/example-care.yaml": exampleOrganisation(["dpo": "«{status: appointed, contact: dpo}»"])]),
      Example(
        "no contact",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "«{status: appointed, notified: 2024-02-01}»"
          ]), "notices/customer-notice.yaml": "", "activities/appointment-messages.yaml": "",
          "transfers/reminder-study.yaml": "",
        ]),
      Example(
        "a contact of another name",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "{status: appointed, contact: officer, notified: 2024-02-01}"
          ])
        ], also: ["contact-unknown"]),
      Example(
        "a contact that is kept out of public pages",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "contacts":
              "{dpo: {for: [privacy questions, rights, complaints], email: privacy@example.org}, direct: {for: staff, email: d@example.org, publish: false}}",
            "dpo": "{status: appointed, contact: «direct», notified: 2024-02-01}",
          ])
        ]),
      Example(
        "when the regulator was told is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "{status: appointed, contact: dpo, notified: {unknown: when the form was sent}}"
          ])
        ], also: ["open-question"]),
      Example(
        "no officer is needed",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "{status: not-required, reason: No core activity on a large scale.}"
          ])
        ]),
    ])
}
