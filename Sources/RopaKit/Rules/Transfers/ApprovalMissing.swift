import LocatedYAML

extension Rule {
  /// TRF-019. For which regime an approval was given stands in its text alone: that is for people to read.
  static let approvalMissing = Rule(
    "bcr-or-authorisation-missing", .transfers, .error, .mandatory,
    title: "Binding rules or clauses of one's own carry a transfer, and no approval of them is recorded",
    rationale: """
      Binding corporate rules hold once a regulator has exampleApproved them, for the members of the group, and an approval of one regime does not \
      serve the other; an addendum that extends it is an approval. Clauses of one's own and arrangements between authorities need an \
      authorisation.
      """,
    remedy: "Record the number of the approval or authorisation, and the group of both ends; or use another mechanism.",
    citations: ["Art 46(2)(b)", "Art 46(3)", "Art 47"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), let regime = transfer.regime.given?.value else {
        return .notApplicable
      }
      let isGroup = ["bcr-c", "bcr-p"].contains(mechanism.term.id)
      guard isGroup || ["ad-hoc-clauses", "admin-arrangement"].contains(mechanism.term.id) else {
        return .notApplicable
      }
      let registry = assessed.registry
      let place = transfer.mechanism.given?.range ?? transfer.common.anchor
      func found(_ words: String, _ range: SourceRange, _ hint: String, _ more: [RecordIndex] = []) -> Verdict {
        .finding(
          Observation(
            "The transfer rests on '\(mechanism.term.title)', and \(words)", at: range, hint: hint,
            citations: [mechanism.cite[regime]].compactMap { $0 }, records: [transfer.common.record] + more,
            evidence: [Evidence("mechanism", mechanism.term.id)]))
      }
      if transfer.instrument.answer.isOpen { return .notEvaluable("the instrument is an open question") }
      let instrument = transfer.instrument.given
      let approval = isGroup ? instrument?.approval.answer : instrument?.authorisation.answer
      switch (approval ?? .absent).standing(anchor: transfer.instrument.answer.range ?? place, noneCounts: false) {
      case .open: return .notEvaluable("the approval is an open question")
      case .missing(let range):
        return found(
          "no \(isGroup ? "approval" : "authorisation") of it is recorded", range,
          "add \(isGroup ? "approval" : "authorisation"): to instrument:")
      case .answered: break
      }
      guard isGroup, let exporter = registry.party(transfer.exporter.given),
        let importer = registry.party(transfer.importer.given)
      else { return .clear }
      if exporter.group.answer.isOpen || importer.group.answer.isOpen {
        return .notEvaluable("the group is an open question")
      }
      if let own = exporter.group.given, let its = importer.group.given, own.text.utf8.elementsEqual(its.text.utf8) {
        return .clear
      }
      return found(
        "\(registry.name(of: importer.common.record)) is not recorded to be of the group of \(registry.name(of: exporter.common.record))",
        transfer.importer.answer.range ?? place, "add group: to both, if they are", [importer.common.record])
    },
    examples: [
      Example(
        "no approval",
        rules("bcr-c", "instrument: «{version: \"2\", status: signed, signed: 2026-01-01}»", group: "Example")),
      Example("approved, in one group", rules("bcr-c", exampleApproved, group: "Example")),
      Example(
        "the importer is of another group", rules("bcr-c", exampleApproved, group: "Others", importer: "«analytics-fr»")
      ),
      Example("of no recorded group", rules("bcr-p", exampleApproved, group: "", importer: "«analytics-fr»")),
      Example(
        "clauses of one's own without an authorisation",
        rules("ad-hoc-clauses", "instrument: «{version: \"1\", status: signed, signed: 2026-01-01}»", group: "")),
      Example(
        "authorised",
        rules(
          "ad-hoc-clauses", "instrument: {version: \"1\", status: signed, signed: 2026-01-01, authorisation: A-7}",
          group: "")),
      Example(
        "clauses that are exampleApproved for everybody", rules("idta", ExampleTransfers.soundInstrument, group: "")),
      Example(
        "not known yet",
        rules(
          "bcr-c", "instrument: {version: \"2\", status: signed, signed: 2026-01-01, approval: {unknown: which}}",
          group: "Example"),
        also: ["open-question"]),
    ])

  private static let exampleApproved =
    "instrument: {version: \"2\", status: signed, signed: 2026-01-01, approval: UK-BCR-7}"

  private static func rules(_ mechanism: String, _ instrument: String, group: String, importer: String = "analytics-fr")
    -> ExampleTexts
  {
    let sound = ExampleTransfers.files(mechanism: mechanism, instrument: instrument)
    let transfer = sound.first { $0.key == "transfers/reminder-study.yaml" }?.value ?? ""
    return [
      "transfers/reminder-study.yaml": transfer.replacingLine("importer", with: importer) + "\n",
      "assessments/abroad.yaml": sound.first { $0.key == "assessments/abroad.yaml" }?.value ?? "",
      "activities/appointment-messages.yaml": sound.first { $0.key == "activities/appointment-messages.yaml" }?.value
        ?? "",
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(
        country: "IN", more: group.isEmpty ? "" : "group: \(group)"),
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "uk-gdpr") + "\ngroup: Example\n",
    ]
  }
}
