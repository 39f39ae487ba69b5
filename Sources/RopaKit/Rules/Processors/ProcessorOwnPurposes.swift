import LocatedYAML

extension Rule {
  /// PRC-014. Counting of what is no longer personal is no purpose with data: none: with that reason.
  static let processorOwnPurposes = Rule(
    "processor-own-purposes", .processors, .warning, .risk,
    title: "A contract lets a processor use the data for purposes of its own",
    rationale: """
      Whoever uses data for ends of its own decides about them, and is a controller for that part: with a basis, a notice and a recipient on \
      record. Statistics without personal data are none of that; say so in the reason.
      """,
    remedy: "Record it as a recipient with the role controller for that purpose, or have the term removed.",
    citations: ["Art 28(10)", "Art 5(1)(b)"],
    check: .parties { party, assessed in
      guard let agreements = party.agreements.given?.values, !agreements.isEmpty,
        assessed.processorUse(of: party) != nil
      else { return .notApplicable }
      var isOpen = false
      for agreement in agreements where agreement.binds(on: assessed.day) {
        if agreement.ownPurposes.answer.isOpen { isOpen = true }
        guard case .given(let purposes, let range) = agreement.ownPurposes.answer else { continue }
        if assessed.isRecordedAsController(party) { return .clear }
        return .finding(
          Observation(
            "The contract '\(agreement.id)' lets \(assessed.registry.name(of: party.common.record)) use the data for itself: \(purposes.first)",
            at: range, hint: "add it among recipients: with role: controller, or write {none: the reason}",
            records: [party.common.record], evidence: [Evidence("own-purposes", purposes.first)]))
      }
      return isOpen ? .notEvaluable("what the contract allows is an open question") : .clear
    },
    examples: [
      Example("it trains a model", contract("own-purposes: «Training of its models.»")),
      Example("excluded", contract("own-purposes: {none: excluded by clause 4}")),
      Example(
        "recorded as a controller for that",
        [
          "processors/mailer.yaml": exampleMailer(contract: "own-purposes: Training of its models."),
          "activities/letters.yaml": exampleActivity([
            "recipients": "[{party: mailer, role: controller, data: email}]", "data": "[name, phone, email]",
          ]),
        ], also: ["role-conflict-same-party", "sharing-agreement-missing"]),
      Example("not known yet", contract("own-purposes: {unknown: what section 4 means}"), also: ["open-question"]),
    ])

  private static func contract(_ line: String) -> ExampleTexts {
    ["processors/mailer.yaml": exampleMailer(contract: line)]
  }
}

extension Assessed {
  /// Some running activity of ours names a body as somebody who decides.
  fileprivate func isRecordedAsController(_ party: Party) -> Bool {
    facts.flowIndex.legs(to: party.common.record).contains { index in
      let activity = registry.records.activities[Int(facts.flows.legs[Int(index)].activity)]
      return activity.recipients.elements().contains {
        $0.party.given?.record == party.common.record && ($0.role.given == .controller || $0.role.given == .joint)
      }
    }
  }
}
