import LocatedYAML

extension Rule {
  /// PRC-017, once for each body. Disclosures that a law demands go to a public body, and single ones need no agreement.
  static let sharingAgreementMissing = Rule(
    "sharing-agreement-missing", .processors, .advice, .expectation,
    title: "Data are shared with another controller again and again, and no agreement about that is recorded",
    rationale: """
      The law asks for no agreement between two controllers; the regulator's code expects one where sharing is regular, because it says who \
      answers requests, how data are protected and when they go. It weighs more with data of a special category.
      """,
    remedy: "Agree on it and record the agreement with the body, or name it at the entry.",
    citations: ["ICO data sharing code", "Art 5(2)"],
    check: .parties { party, assessed in
      let legs = assessed.facts.flowIndex.legs(to: party.common.record)
      guard !legs.isEmpty, party.isNamedBody, party.common.isJudged else { return .notApplicable }
      switch party.kind.given ?? .company {
      case .publicBody, .authority, .regulator: return .notApplicable
      default: break
      }
      if party.agreements.answer.isOpen { return .notEvaluable("the agreements are an open question") }
      let agreements = party.agreements.given?.values ?? []
      let covers = agreements.contains { agreement in
        switch agreement.kind.given?.value {
        case .sharing?, .joint?, .clauses?, .bindingAct?:
          agreement.status.given?.value != .ended && (agreement.expires.given.map { $0 >= assessed.day } ?? true)
        default: false
        }
      }
      var found: (activity: Activity, range: SourceRange)?
      var isSpecial = false
      var isOpen = false
      for index in legs {
        let leg = assessed.facts.flows.legs[Int(index)]
        guard leg.kind == .recipient, leg.certainty == .certain, !leg.system.isResolved || !leg.isProcessor else {
          continue
        }
        let activity = assessed.registry.records.activities[Int(leg.activity)]
        guard activity.isControllerRecord, activity.isJudged,
          let entry = activity.recipients.elements().first(where: { $0.sharesRegularly(party) })
        else { continue }
        if activity.frequency.answer.isOpen || entry.agreement.answer.isOpen {
          isOpen = true
          continue
        }
        guard activity.frequency.given != .occasional, entry.agreement.answer.isAbsent else { continue }
        found = found ?? (activity, entry.party.given?.range ?? leg.range)
        if assessed.facts.words.dataFlags(activity).contains(.special) { isSpecial = true }
      }
      guard let found else {
        return isOpen ? .notEvaluable("how often data are shared is an open question") : .notApplicable
      }
      if covers { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: found.activity.common.record))' shares data with \(assessed.registry.name(of: party.common.record)) regularly, and no agreement about that is recorded",
          at: found.range, hint: "add agreements: with kind: sharing to the body, or agreement: to the entry",
          severity: isSpecial ? .warning : .advice, records: [found.activity.common.record, party.common.record],
          evidence: [Evidence("agreements", "none about sharing")]))
    },
    examples: [
      Example("every day", shared("{party: «partner», role: controller}")),
      Example(
        "with health data", shared("{party: «partner», role: controller}", data: "[name, health]"), severity: .warning),
      Example(
        "agreed",
        shared(
          "{party: partner, role: controller}",
          agreements: "{sharing: {kind: sharing, status: in-force, signed: 2026-01-15}}")),
      Example(
        "named at the entry, where another rule looks for it",
        shared("{party: partner, role: controller, agreement: ct-9}"), also: ["agreement-unknown"]),
      Example(
        "the agreement has ended",
        shared(
          "{party: «partner», role: controller}",
          agreements: "{sharing: {kind: sharing, status: ended, signed: 2024-01-15}}")),
      Example("now and then", shared("{party: partner, role: controller}", frequency: "occasional")),
      Example("a public body that asks", shared("{party: partner, role: public-body}")),
      Example("an authority", shared("{party: partner, role: controller}", kind: "authority")),
      Example(
        "not known yet", shared("{party: partner, role: controller}", agreements: "{unknown: whether}"),
        also: ["open-question"]),
    ])

  private static func shared(
    _ entry: String, data: String = "name", agreements: String = "{none: not yet}", frequency: String = "regular",
    kind: String = "company"
  ) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "recipients": "[\(entry)]", "data": data, "frequency": frequency,
        "basis": data == "name" ? "customer-contract" : "care",
      ]),
      "lawful-bases/care.yaml": exampleCareBasis,
      "recipients/partner.yaml":
        "title: Partner\nlegal-name: Example Partner Ltd\nkind: \(kind)\ncountry: GB\nagreements: \(agreements)\n",
    ]
  }
}

extension RecipientEntry {
  /// A body gets personal data here for ends of its own.
  fileprivate func sharesRegularly(_ party: Party) -> Bool {
    guard self.party.given?.record == party.common.record, (certainty.given ?? .certain) == .certain,
      anonymous.given != .anonymous
    else { return false }
    switch role.given {
    case .controller?: return true
    case nil: return role.answer.isAbsent && party.face != .processors
    default: return false
    }
  }
}
