import LocatedYAML

extension Rule {
  /// TRF-013.
  static let riskAssessmentMissing = Rule(
    "risk-assessment-missing", .transfers, .error, .mandatory,
    title: "A transfer rests on a safeguard, and nobody has assessed the country",
    rationale: """
      Clauses bind the two ends, not the authorities of the country between them. Whether the safeguard protects people there is assessed \
      for each country, and the assessment is part of the safeguard. One assessment may serve several transfers.
      """,
    remedy: "Assess the country and link the assessment; one that was made for one regime can serve the other.",
    citations: ["UK Art 46(1A), (6)", "EU Art 46(1)", "C-311/18"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    check: .transfers { transfer, assessed in
      guard let need = assessed.assessmentNeed(transfer) else { return .notApplicable }
      let (registry, law) = (assessed.registry, assessed.law)
      let countries = transfer.countries.elements().filter { law.isThird($0, need.regime) }
      let place = transfer.mechanism.given?.range ?? transfer.common.anchor
      func found(_ message: String, at range: SourceRange, _ hint: String, _ records: [RecordIndex] = []) -> Verdict {
        .finding(
          Observation(
            message, at: range, hint: hint, citations: [need.cite], records: [transfer.common.record] + records,
            evidence: [
              Evidence("mechanism", need.mechanism.term.id), Evidence("countries", assessed.names(of: countries)),
            ]))
      }
      switch transfer.assessment.answer {
      case .unknown, .unusable: return .notEvaluable("the assessment is an open question")
      case .notApplicable: return .notApplicable
      case .absent, .none:
        return found(
          "\(need.mechanism.term.title) needs an assessment of \(assessed.names(of: countries)), and none is linked",
          at: transfer.assessment.answer.range ?? place, "add assessment: with the id of an assessment of kind transfer"
        )
      case .given(let reference, let range):
        guard let assessment = registry.assessment(reference) else {
          return .notEvaluable("the assessment was not read")
        }
        let name = registry.name(of: assessment.common.record)
        if let kind = assessment.kind.given?.value, kind != .transfer {
          return found(
            "'\(name)' is linked as the assessment of the transfer, and is one of another kind", at: range,
            "link an assessment of kind transfer", [assessment.common.record])
        }
        if assessment.countries.answer.isOpen {
          return .notEvaluable("the countries of the assessment are an open question")
        }
        let missing = countries.filter { country in
          !assessment.countries.elements().contains { law.includes($0, country) }
        }
        if missing.isEmpty { return .clear }
        return found(
          "'\(name)' does not cover \(assessed.names(of: missing))", at: range,
          "assess the country and add it to countries: of \(registry.header(assessment.common.record).id)",
          [assessment.common.record])
      }
    },
    examples: [
      Example("none is linked", ExampleTransfers.files(mechanism: "«idta»", assessment: nil)),
      Example("none is no assessment", ExampleTransfers.files(assessmentLine: "assessment: «{none: we trust them}»")),
      Example(
        "it covers another country", ExampleTransfers.files(assessmentLine: "assessment: «abroad»", countries: "[BR]")),
      Example(
        "an assessment of another kind",
        ExampleTransfers.files(assessmentLine: "assessment: «abroad»", kind: "compatibility")),
      Example("it covers the country", ExampleTransfers.files()),
      Example(
        "not known yet", ExampleTransfers.files(assessmentLine: "assessment: {unknown: where it is kept}"),
        also: ["open-question"]),
      Example(
        "clauses that ask for none",
        ExampleTransfers.files(mechanism: "scc-2021-m4", assessment: nil, regime: "eu-gdpr"),
        also: ["clauses-module-mismatch", "dual-regime-gap", "implied-transfer-recipient"]),
      Example(
        "the same, with data collected in the European Union",
        ExampleTransfers.files(
          mechanism: "«scc-2021-m4»", assessment: nil, regime: "eu-gdpr", more: "mixes-eu-data: true"),
        also: ["clauses-module-mismatch", "dual-regime-gap", "implied-transfer-recipient"]),
      Example(
        "adequacy needs none",
        [
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer("regime: uk-gdpr\nmechanism: adequacy")
        ]),
    ])
}

extension Assessed {
  /// What an active transfer rests on and the citation that asks to assess the destination; nil where nothing asks for it.
  func assessmentNeed(_ transfer: Transfer) -> (mechanism: Mechanism, regime: Regime, cite: String)? {
    guard let mechanism = mechanism(of: transfer), mechanism.kind == .safeguard,
      let regime = transfer.regime.given?.value, let cite = law.cite("transfer-assessment", regime),
      mechanism.needsAssessment || transfer.mixesEuData.given?.value == true
    else { return nil }
    return (mechanism, regime, cite)
  }
}
