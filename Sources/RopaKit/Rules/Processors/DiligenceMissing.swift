import LocatedYAML

extension Rule {
  /// PRC-011. For a commodity tool of low risk, none: with the reason is an answer.
  static let diligenceMissing = Rule(
    "due-diligence-missing", .processors, .warning, .mandatory,
    title: "A processor is used, and nobody has recorded that its guarantees were examined",
    rationale: """
      Only processors that give sufficient guarantees may be used, and how deep one looks follows the risk. Without a record of the look nobody \
      can show that it took place. It weighs more where the data are of a special category or about offences.
      """,
    remedy: "Examine the processor and record the day and the result, or why none is needed.",
    citations: ["Art 28(1)", "Art 5(2)"],
    check: .parties { party, assessed in
      guard let use = assessed.processorUse(of: party), use.isCertain else { return .notApplicable }
      let anchor = party.common.anchor
      var place = anchor
      switch party.diligence.answer {
      case .none, .notApplicable: return .clear
      case .unknown, .unusable: return .notEvaluable("when the processor was examined is an open question")
      case .absent: break
      case .given(let diligence, let range):
        switch diligence.last.answer.standing(anchor: range) {
        case .answered: return .clear
        case .open: return .notEvaluable("when the processor was examined is an open question")
        case .missing(let missing): place = missing
        }
      }
      let registry = assessed.registry
      let sensitive = assessed.sensitiveActivity(reaching: party)
      let activity = sensitive ?? use.activity(in: registry)
      return .finding(
        Observation(
          "\(registry.name(of: party.common.record)) works with data of '\(registry.name(of: activity.common.record))', and no examination of its guarantees is recorded",
          at: place, hint: "add diligence: {last: the day, next: ..., result: ...}", notes: [use.note(registry)],
          severity: sensitive == nil ? .warning : .error, records: [party.common.record, activity.common.record],
          evidence: [Evidence("diligence.last", "not given")]))
    },
    examples: [
      Example("no word", ["processors/mailer.yaml": exampleMailer(diligence: "")]),
      Example("no day", ["processors/mailer.yaml": exampleMailer(diligence: "«{next: 2027-06-01}»")]),
      Example(
        "with health data",
        [
          "processors/mailer.yaml": exampleMailer(diligence: ""), "lawful-bases/care.yaml": exampleCareBasis,
          "activities/letters.yaml": exampleActivity([
            "data": "[name, health]", "basis": "care", "systems": "mail-system",
          ]),
          "systems/mail-system.yaml":
            "title: Mail system\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
        ], severity: .error),
      Example("examined", ["processors/mailer.yaml": exampleMailer()]),
      Example(
        "a commodity tool", ["processors/mailer.yaml": exampleMailer(diligence: "{none: a postal franking machine}")]),
      Example(
        "a body below it owes us none",
        [
          "processors/cloud-host.yaml":
            "title: Cloud Host\nlegal-name: Example Cloud Host Ltd\ncountry: GB\nowner: service-lead\nreviewed: 2026-09-01\nhosting: GB\naccess-from: GB\nsub-processors: {none: its own machines}\n"
        ]),
      Example(
        "not known yet", ["processors/mailer.yaml": exampleMailer(diligence: "{unknown: when}")],
        also: ["open-question"]),
    ])
}

extension Assessed {
  /// The first running activity that gives a body data of a special category or about offences.
  func sensitiveActivity(reaching party: Party) -> Activity? {
    for index in facts.flowIndex.legs(to: party.common.record) {
      let leg = facts.flows.legs[Int(index)]
      let activity = registry.records.activities[Int(leg.activity)]
      if leg.certainty == .certain, facts.words.hasSensitiveData(activity), activity.isJudged { return activity }
    }
    return nil
  }
}
