import LocatedYAML

extension Rule {
  /// PRC-009.
  static let subProcessorsUnknown = Rule(
    "sub-processors-unknown", .processors, .warning, .blind,
    title: "Nothing is recorded of whom a processor uses",
    rationale: """
      A processor uses others only as we allow, and we should be able to name them at any time. Where the chain is not recorded, hosts \
      and countries behind the processor cannot be followed.
      """,
    remedy: "Ask the processor, and list whom it uses, or write none with a reason.",
    citations: ["Art 28(2)", "EDPB Opinion 22/2024"],
    check: .parties { party, assessed in
      guard let use = assessed.processorUse(of: party) else { return .notApplicable }
      switch party.subProcessors.answer.standing(anchor: party.common.anchor) {
      case .answered: return .clear
      case .open: return .notEvaluable("the sub-processors are an open question")
      case .missing(let range):
        let activity = use.activity(in: assessed.registry)
        return .finding(
          Observation(
            "\(assessed.registry.name(of: party.common.record)) has neither a list of sub-processors nor a word that there are none",
            at: range, hint: "add sub-processors:, or sub-processors: {none: how we know}",
            notes: [use.note(assessed.registry)],
            severity: use.isCertain
              ? (assessed.facts.words.dataFlags(activity).contains(.special) ? .error : nil) : .advice,
            records: [party.common.record, activity.common.record], evidence: [Evidence("sub-processors", "not given")])
        )
      }
    },
    examples: [
      Example("no word", ["processors/mailer.yaml": exampleMailer(subProcessors: nil)]),
      Example(
        "with health data",
        [
          "processors/mailer.yaml": exampleMailer(subProcessors: nil), "lawful-bases/care.yaml": exampleCareBasis,
          "activities/letters.yaml": exampleActivity([
            "data": "[name, health]", "basis": "care", "systems": "mail-system",
          ]),
          "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
          "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
          "systems/mail-system.yaml":
            "title: Mail system\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
        ], severity: .error),
      Example("an empty list says nothing", ["processors/mailer.yaml": exampleMailer(subProcessors: "«[]»")]),
      Example(
        "none, and how we know",
        ["processors/mailer.yaml": exampleMailer(subProcessors: "{none: confirmed in writing}")]),
      Example(
        "not known yet", ["processors/mailer.yaml": exampleMailer(subProcessors: "{unknown: which hosts it uses}")],
        also: ["open-question"]),
    ])
}
