import LocatedYAML

extension Rule {
  /// RET-007, for a processor's own storage time; what its contract says of deletion is another rule's matter.
  static let processorKeepsLonger = Rule(
    "processor-keeps-longer", .retention, .warning, .contradiction,
    title: "A processor keeps data longer than our rules allow",
    rationale: """
      Data at a processor are our data. What it keeps by its own settings longer than our rules say is kept too long, unless a law obliges \
      it, and then it decides about that copy itself.
      """,
    remedy: "Instruct the processor to delete earlier, bind it in the contract, or correct the rule.",
    citations: ["Art 28(3)(g)", "Art 5(1)(e)"],
    check: .parties { party, assessed in
      guard assessed.processorUse(of: party) != nil, case .given(let keeps, let range) = party.keeps.answer else {
        return .notApplicable
      }
      var users: [Activity] = []
      for index in assessed.facts.flowIndex.legs(to: party.common.record) {
        let leg = assessed.facts.flows.legs[Int(index)]
        let activity = assessed.registry.records.activities[Int(leg.activity)]
        guard leg.isProcessor, leg.certainty == .certain, activity.isControllerRecord, activity.isJudged,
          users.last?.common.record != activity.common.record
        else { continue }
        users.append(activity)
      }
      return assessed.compare(
        keeps, at: range, of: party.common.record, users, data: [],
        hint: "agree on deletion within the time of the rule, and set keeps: to it", severity: .warning)
    },
    examples: [
      Example(
        "seven years, and the rules allow six",
        ["processors/mailer.yaml": exampleMailer() + "keeps: «P7Y»\n"]),
      Example("thirty days", ["processors/mailer.yaml": exampleMailer() + "keeps: P30D\n"]),
      Example(
        "a recipient that decides itself",
        ["recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "keeps: P10Y")]),
    ])
}
