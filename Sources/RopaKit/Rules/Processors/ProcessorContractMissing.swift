import LocatedYAML

extension Rule {
  /// PRC-001.
  static let processorContractMissing = Rule(
    "processor-contract-missing", .processors, .error, .mandatory,
    title: "A processor is used and no contract with it is recorded",
    rationale: """
      Whoever works with data on our behalf is bound by a contract or another binding act with the terms of Art 28(3). Without a record of \
      it nobody can say what the processor may do.
      """,
    remedy: "Add the signed contract or other binding act to the record of the processor.",
    citations: ["Art 28(3)", "Art 28(9)"],
    check: .parties { party, assessed in
      guard let use = assessed.processorUse(of: party) else { return .notApplicable }
      let standing = party.agreements.answer.standing(anchor: party.common.anchor, noneCounts: false)
      var place = party.common.anchor
      switch standing {
      case .open: return .notEvaluable("the contract with the processor is an open question")
      case .missing(let range): place = range
      case .answered:
        let agreements = party.agreements.given?.values ?? []
        if agreements.contains(where: { $0.bindsProcessor == true }) { return .clear }
        if agreements.contains(where: { $0.bindsProcessor == nil }) {
          return .notEvaluable("the kind of an agreement is not recorded")
        }
        place = agreements[0].kind.answer.range ?? agreements[0].range
      }
      let activity = use.activity(in: assessed.registry)
      let names = (assessed.registry.name(of: party.common.record), assessed.registry.name(of: activity.common.record))
      return .finding(
        Observation(
          use.isCertain
            ? "\(names.0) processes data for '\(names.1)' and no contract about that is recorded"
            : "\(names.0) may process data for '\(names.1)' and no contract about that is recorded", at: place,
          hint: "add agreements: with kind: processing, its status and the day it was signed",
          notes: [use.note(assessed.registry)], severity: use.isCertain ? nil : .advice,
          records: [party.common.record, activity.common.record],
          evidence: [Evidence("agreements", "no contract for processing")]))
    },
    examples: [
      Example("no agreement", ["processors/mailer.yaml": exampleMailer(agreements: "")]),
      Example(
        "none is no contract", ["processors/mailer.yaml": exampleMailer(agreements: "«{none: we trust each other}»")]),
      Example(
        "an agreement of another kind",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements: "{service: {kind: «service», with: example-care, status: in-force, signed: 2025-03-01}}")
        ]),
      Example(
        "a body that only may get data on our behalf",
        [
          "activities/letters.yaml": exampleActivity([
            "recipients": "[{party: printer, role: processor, certainty: possible}]"
          ]),
          "processors/printer.yaml": """
          «title»: Printer
          country: GB
          hosting: GB
          access-from: GB
          owner: service-lead
          reviewed: 2026-09-01
          sub-processors: {none: it has its own machines}
          """,
        ], severity: .advice),
      Example(
        "standard clauses between controller and processor",
        [
          "processors/mailer.yaml": exampleMailer(
            agreements:
              "{clauses: {kind: clauses, with: example-care, status: in-force, signed: 2025-03-01, breach-notice: PT24H, terms: all, sub-processors: {mode: general, notice: P30D}}}"
          )
        ]),
      Example(
        "not known yet", ["processors/mailer.yaml": exampleMailer(agreements: "{unknown: where the contract is}")],
        also: ["open-question"]),
    ])
}
