import LocatedYAML

extension Rule {
  /// PRC-001.
  static let processorContractMissing = Rule(
    "processor-contract-missing", .processors, .error, .mandatory,
    title: "A processor is used and no contract with it is recorded",
    rationale: """
      Whoever works with data on our behalf is bound by a contract or another binding act with the terms of Art 28(3). Without a record of \
      it nobody can say what the processor may do. Each controller has its own: a contract of another body, or of another of our \
      organisations, binds nobody to this one.
      """,
    remedy: "Add the signed contract or other binding act to the record of the processor.",
    citations: ["Art 28(3)", "Art 28(9)"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { assessed.contractStands(with: party, for: $0) }
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
              "{clauses: {kind: clauses, with: example-care, status: in-force, signed: 2025-03-01, terms: all, sub-processors: {mode: general, notice: P30D}}}"
          )
        ]),
      Example(
        "a contract with somebody else",
        ["processors/mailer.yaml": exampleMailer(agreements: "{dpa: {\(exampleContract(with: "«clinics»"))}}")]),
      Example(
        "a contract of another of our organisations",
        exampleTwoOrganisations(agreements: "{dpa: {\(exampleContract(with: "«example-care»"))}}")),
      Example(
        "a contract of each",
        exampleTwoOrganisations(
          agreements:
            "{one: {\(exampleContract(with: "example-care"))}, two: {\(exampleContract(with: "example-trust"))}}")),
      Example(
        "a contract that does not say whose it is belongs to the first organisation",
        exampleTwoOrganisations(
          agreements:
            "{«one»: {kind: processing, status: in-force, signed: 2025-03-01, terms: all, sub-processors: {mode: specific}}}"
        )),
      Example(
        "whose contract it is, is an open question",
        exampleTwoOrganisations(
          agreements: "{dpa: {\(exampleContract(with: "{unknown: which of us signed}"))}}"), also: ["open-question"]),
      Example(
        "not known yet", ["processors/mailer.yaml": exampleMailer(agreements: "{unknown: where the contract is}")],
        also: ["open-question"]),
    ])
}

extension Assessed {
  /// Whether a contract between a body and the controller of a use is recorded.
  fileprivate func contractStands(with party: Party, for use: ProcessorUse) -> Verdict {
    var place = party.common.anchor
    var other: Agreement?
    switch party.agreements.answer.standing(anchor: place, noneCounts: false) {
    case .open: return .notEvaluable("the contract with the processor is an open question")
    case .missing(let range): place = range
    case .answered:
      let all = party.agreements.given?.values ?? []
      let own = all.filter { $0.isMade(for: use, registry) == true }
      if own.contains(where: { $0.bindsProcessor == true }) { return .clear }
      if all.contains(where: { $0.isMade(for: use, registry) == nil && $0.bindsProcessor != false }) {
        return .notEvaluable("whose contract it is, is an open question")
      }
      if own.contains(where: { $0.bindsProcessor == nil }) {
        return .notEvaluable("the kind of an agreement is not recorded")
      }
      other = all.first { $0.bindsProcessor == true }
      place =
        other.map { $0.with.answer.range ?? $0.range } ?? (own.first ?? all[0]).kind.answer.range
        ?? (own.first ?? all[0]).range
    }
    let activity = use.activity(in: registry)
    let (name, user) = (registry.name(of: party.common.record), registry.name(of: activity.common.record))
    let ours = registry.name(of: use.organisation)
    let missing =
      other.map {
        "the contract '\($0.id)' is \($0.with.given.map { "with \(registry.name(of: $0.record))" } ?? "not recorded to be with \(ours)")"
      } ?? "no contract about that is recorded"
    return .finding(
      Observation(
        "\(name) \(use.isCertain ? "processes" : "may process") data for '\(user)'\(other == nil ? "" : " of \(ours)") and \(missing)",
        at: place,
        hint: other == nil
          ? "add agreements: with kind: processing, its status and the day it was signed"
          : "add the contract of \(ours) to agreements:, or correct with:",
        notes: [use.note(registry)], severity: use.isCertain ? nil : .advice,
        records: [party.common.record, activity.common.record],
        evidence: [Evidence("agreements", "no contract for processing with \(ours)")]))
  }
}
