import LocatedYAML

extension Rule {
  /// RGT-001.
  static let rightsProcedureMissing = Rule(
    "rights-procedure-missing", .rights, .error, .mandatory,
    title: "There is no way on record for people to use their rights, or no procedure behind it",
    rationale: """
      A request is answered within a month whoever receives it. That needs a contact that people are given, and a procedure that those who \
      read the mailbox can follow.
      """,
    remedy: "Record which contact takes requests and where the procedure is written down.",
    citations: ["Art 12(1)", "Art 12(2)", "Art 12(3)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, assessed.facts.duties.decides(party.common.record) else {
        return .notApplicable
      }
      if own.rights.answer.isOpen { return .notEvaluable("the handling of requests is an open question") }
      let anchor = own.rights.answer.range ?? party.common.anchor
      var missing = Missing()
      missing.look(
        own.rights.given?.contact.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
        "contact for requests", "contact")
      missing.look(
        own.rights.given?.procedure.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
        "procedure for requests", "procedure")
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("the contact or the procedure is an open question") : .clear
      }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) records \(missing.words)",
          at: missing.range(anchor: party.common.anchor), hint: missing.hint + " below rights:",
          records: [party.common.record], evidence: missing.evidence))
    },
    examples: [
      Example("nothing on rights", ["organisations/example-care.yaml": exampleOrganisation(["rights": ""])]),
      Example(
        "no procedure",
        ["organisations/example-care.yaml": care("«{contact: dpo, respond-within: P1M, \(exampleRights)}»")]),
      Example(
        "no contact",
        [
          "organisations/example-care.yaml": care(
            "«{procedure: handbook/requests.md, respond-within: P1M, \(exampleRights)}»")
        ]),
      Example(
        "both",
        [
          "organisations/example-care.yaml": care(
            "{contact: dpo, procedure: handbook/requests.md, respond-within: P1M, \(exampleRights)}")
        ]),
      Example(
        "where the procedure is kept is an open question",
        [
          "organisations/example-care.yaml": care(
            "{contact: dpo, procedure: {unknown: where it is kept}, respond-within: P1M, \(exampleRights)}")
        ], also: ["open-question"]),
      Example(
        "an organisation that decides nothing itself",
        [
          "organisations/example-care.yaml": exampleOrganisation(["rights": ""], isMissed: false),
          "activities/appointment-messages.yaml": "",
          "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
        ]),
    ])

  private static func care(_ rights: String) -> String { exampleOrganisation(["rights": rights]) }
}
