import LocatedYAML

extension Rule {
  /// TRF-021.
  static let derogationUndocumented = Rule(
    "derogation-undocumented", .transfers, .error, .mandatory,
    title: "A transfer rests on a derogation, and what the law asks to be written down is not there",
    rationale: """
      An exception holds where it is necessary, and the record says why. Compelling interests of one's own need more: an assessment on record, the \
      people told, the regulator told. Public authorities cannot use some of the exceptions for their public powers.
      """,
    remedy: "Complete the derogation, or use a safeguard.",
    citations: ["Art 49(1)", "Art 49(3)", "Art 49(6)"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), mechanism.kind == .derogation,
        let regime = transfer.regime.given?.value
      else { return .notApplicable }
      let place = transfer.mechanism.given?.range ?? transfer.common.anchor
      if transfer.derogation.answer.isOpen { return .notEvaluable("the derogation is an open question") }
      let derogation = transfer.derogation.given
      let anchor = transfer.derogation.answer.range ?? place
      var missing = Missing()
      missing.look(
        derogation?.necessity.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
        "reason why it is necessary",
        "necessity")
      if mechanism.repeatable == .never {
        missing.look(
          derogation?.assessment.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
          "written assessment",
          "assessment")
        missing.look(
          derogation?.informedSubjects.held(anchor) ?? .missing(anchor), "word that people were told",
          "informed-subjects")
        missing.look(
          derogation?.notifiedRegulator.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
          "day on which the regulator was told", "notified-regulator")
      }
      let exporter = assessed.registry.party(transfer.exporter.given)
      if !mechanism.isForPublicAuthorities, exporter?.own?.publicAuthority.given?.value == true {
        missing.look(
          derogation?.outsidePublicPowers.held(anchor) ?? .missing(anchor), "word that it is outside of public powers",
          "outside-public-powers")
      }
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("part of the derogation is an open question") : .clear
      }
      return .finding(
        Observation(
          "The transfer rests on a derogation ('\(mechanism.term.title)') and records \(missing.words)",
          at: missing.range(anchor: anchor), hint: missing.hint + " below derogation:",
          citations: [mechanism.cite[regime]].compactMap { $0 } + assessed.citations(["derogations"], regime),
          records: [transfer.common.record], evidence: missing.evidence))
    },
    examples: derogationUndocumentedExamples)
}

extension Internal where Value == Truth {
  /// Only true answers.
  fileprivate func held(_ anchor: SourceRange) -> Standing {
    switch answer {
    case .given(let truth, let range): truth.value ? .answered : .missing(range)
    case .unknown, .unusable: .open
    case .absent, .none, .notApplicable: .missing(answer.range ?? anchor)
    }
  }
}

private let derogationUndocumentedExamples: [Example] = [
  Example("not a word", derogation("«derogation-contract»", "")),
  Example(
    "why it is necessary",
    derogation("derogation-contract", "derogation: {necessity: The guest asked for it., occasional: true}")),
  Example(
    "compelling interests with no more than that",
    derogation("derogation-compelling-interests", "derogation: «{necessity: Fraud., occasional: true}»")),
  Example(
    "without an assessment",
    derogation(
      "derogation-compelling-interests",
      "derogation: «{necessity: Fraud., occasional: true, informed-subjects: true, notified-regulator: 2026-10-01}»")),
  Example(
    "people were not told",
    derogation(
      "derogation-compelling-interests",
      "derogation: {necessity: Fraud., occasional: true, assessment: abroad, informed-subjects: «false», notified-regulator: 2026-10-01}"
    )),
  Example(
    "the regulator was not told",
    derogation(
      "derogation-compelling-interests",
      "derogation: «{necessity: Fraud., occasional: true, assessment: abroad, informed-subjects: true}»")),
  Example(
    "complete",
    derogation(
      "derogation-compelling-interests",
      "derogation: {necessity: Fraud., occasional: true, assessment: abroad, informed-subjects: true, notified-regulator: 2026-10-01}"
    )),
  Example(
    "a public authority",
    derogation(
      "derogation-contract", "derogation: «{necessity: The guest asked for it., occasional: true}»", isPublic: true)),
  Example(
    "a public authority, outside of its powers",
    derogation(
      "derogation-contract",
      "derogation: {necessity: The guest asked for it., occasional: true, outside-public-powers: true}", isPublic: true)
  ),
  Example(
    "one that authorities may use",
    derogation(
      "derogation-vital-interests", "derogation: {necessity: She was unconscious., occasional: true}", isPublic: true)),
  Example("a safeguard", ExampleTransfers.files()),
  Example(
    "not known yet", derogation("derogation-contract", "derogation: {unknown: what counsel says}"),
    also: ["open-question"]),
]

private func derogation(_ mechanism: String, _ lines: String, isPublic: Bool = false) -> ExampleTexts {
  let sound = ExampleTransfers.files(
    mechanism: mechanism, instrument: "", assessment: nil, more: lines, frequency: "occasional")
  func file(_ path: String) -> String { sound.first { $0.key == path }?.value ?? "" }
  return [
    "transfers/reminder-study.yaml": file("transfers/reminder-study.yaml"),
    "assessments/abroad.yaml": file("assessments/abroad.yaml"),
    "activities/appointment-messages.yaml": file("activities/appointment-messages.yaml"),
    "recipients/analytics-fr.yaml": file("recipients/analytics-fr.yaml"),
    "organisations/example-care.yaml": isPublic
      ? ExampleRecords.exampleCare(regimes: "uk-gdpr").replacingLine("public-authority", with: "true") + "\n"
      : ExampleRecords.exampleCare(regimes: "uk-gdpr"),
    "lawful-bases/better-reminders.yaml": isPublic
      ? "title: Reminders\narticle-6: legal-obligation\nlaw: Some Act, section 1\n"
      : "title: Our interest in reminders that work\narticle-6: legitimate-interests\ninterests: Reminders that people read.\nassessment: {not-applicable: kept on paper}\n"
      ,
  ]
}
