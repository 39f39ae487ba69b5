import LocatedYAML

extension Rule {
  /// RGT-009, for limits that an organisation states.
  static let rightLimitWithoutGround = Rule(
    "right-limit-without-ground", .rights, .warning, .mandatory,
    title: "A right is said to have limits, and no provision is cited for them",
    rationale: """
      Rights end where a provision says so, for certain data and reasons. A limit in general words tells people neither whether it concerns \
      them nor why, and keeps them from asking. Where the provision is an open question and a published notice already tells of the limit, \
      readers have the words without the ground.
      """,
    remedy: "Cite the exemption and say for which rights and data; or leave the sentence out.",
    citations: ["Art 23", "Art 12(1)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let limits = party.own?.rights.given?.limits.answer.given, !limits.elements.isEmpty
      else {
        return .notApplicable
      }
      let anchor = party.own?.rights.given?.limits.answer.range ?? party.common.anchor
      var isOpen = false
      for limit in limits.elements {
        let place = limit.text.answer.range ?? anchor
        var missing = Missing()
        missing.look(limit.cite.answer.standing(anchor: place, noneCounts: false), "provision", "cite")
        missing.look(limit.rights.answer.standing(anchor: place, noneCounts: false), "rights that it limits", "rights")
        let isTold = missing.isOpen && limit.text.given != nil && assessed.publishesRights(of: party)
        if missing.isOpen { isOpen = true }
        if missing.isEmpty && !isTold { continue }
        return .finding(
          Observation(
            missing.isEmpty
              ? "A published notice of \(assessed.registry.name(of: party.common.record)) tells of a limit of rights, and which provision allows it is an open question: \(limit.text.given?.first ?? "")"
              : "A limit of rights of \(assessed.registry.name(of: party.common.record)) names \(missing.words): \(limit.text.given?.first ?? "no words")",
            at: missing.isEmpty ? place : missing.range(anchor: anchor),
            hint: missing.isEmpty ? "answer the question, or leave the sentence out until then" : missing.hint,
            records: [party.common.record],
            evidence: missing.evidence))
      }
      return isOpen ? .notEvaluable("the provision of a limit is an open question") : .clear
    },
    examples: [
      Example(
        "general words",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, text: «Some rights may not apply.»}]")
        ]),
      Example(
        "no right named",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{cite: DPA Sch 2 para 5, text: «Some rights may not apply.»}]")
        ]),
      Example(
        "the second of two",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, cite: Art 17(3)(b), text: Accounts stay., data: transactions}, {rights: access, text: «Not always.»}]"
          )
        ]),
      Example(
        "a provision and a right",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, cite: Art 17(3)(b), text: Accounts stay.}]")
        ]),
      Example(
        "readers are told, and which provision is meant is an open question",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, cite: {unknown: which}, text: «Some stay.»}]")
        ],
        also: ["open-question"]),
      Example(
        "an open question that no reader meets",
        [
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, cite: {unknown: which}, text: Some stay.}]"),
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(effective: "2027-01-01", sections: nil),
        ],
        also: ["open-question", "activity-without-notice"]),
      Example("no limits", ["organisations/example-care.yaml": Rule.rights("cost: free")]),
    ])
}

extension Assessed {
  /// A notice that is published tells of the rights towards an organisation in composed words.
  func publishesRights(of party: Party) -> Bool {
    zip(registry.records.notices, facts.notices).contains { notice, facts in
      facts.isPublished && facts.organisation == party.common.record && registry.composes("n-rights", in: notice)
    }
  }
}
