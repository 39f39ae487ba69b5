import LocatedYAML

extension Rule {
  /// DPI-014, once an assessment is said to be finished: what a draft counts on may still come. Where the document's section on measures is
  /// named and a risk links none, the document speaks; a measure that was due is for `control-planned-overdue`.
  static let riskFallsWithoutMeasure = Rule(
    "risk-falls-without-measure", .assessments, .warning, .contradiction,
    title: "A risk is said to fall, and no measure against it is in place",
    rationale: """
      What remains of a risk is what the measures leave of it. Where none of them is in place, the lower level is a hope. A risk that was \
      designed away falls without a measure, and the record says how.
      """,
    remedy: "Link the measure that is in place, say how the risk was avoided, or state the level as it is.",
    citations: ["Art 35(7)(d)", "Art 24(1)"],
    yieldsTo: ["dpia-incomplete"],
    check: .assessments { assessment, assessed in
      guard assessment.isFinishedImpactAssessment, assessment.coversRunningActivity(assessed.registry),
        let risks = assessment.risks.given?.values, !risks.isEmpty
      else { return .notApplicable }
      let registry = assessed.registry
      var found: [(words: String, range: SourceRange)] = []
      var isOpen = false
      for risk in risks {
        guard let inherent = risk.inherent.given, case .given(let residual, let range) = risk.residual.answer,
          residual < inherent
        else { continue }
        if risk.avoided.given != nil { continue }
        let controls = risk.measures.elements().compactMap { registry.control($0) }
        if controls.contains(where: { $0.isInPlace && $0.common.isJudged }) { continue }
        if risk.measures.answer.isOpen || !(risk.measures.given?.open.isEmpty ?? true) || risk.avoided.answer.isOpen {
          isOpen = true
          continue
        }
        if controls.contains(where: { $0.due.given.map { $0 < assessed.day } ?? false }) { continue }
        if controls.isEmpty, let map = assessment.documentMap.given?.measures.answer, !map.isAbsent { continue }
        let why = controls.isEmpty ? "no measure is linked" : "none of its measures is in place"
        found.append(("'\(risk.id)' falls from \(inherent.rawValue) to \(residual.rawValue), and \(why)", range))
      }
      guard let first = found.first else {
        return isOpen ? .notEvaluable("the measures against a risk are an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(registry.name(of: assessment.common.record))': \(joined(found.map(\.words)))", at: first.range,
          hint: "add a measure that is in place to measures:, say how the risk was avoided: or correct residual:",
          notes: found.dropFirst().map { Note(message: "this one too", range: $0.range) },
          records: [assessment.common.record], evidence: found.map { Evidence("risk", $0.words) }))
    },
    examples: [
      Example("no measure", risk("inherent: high, residual: «low»")),
      Example("a measure in place", risk("inherent: high, residual: low, measures: staff-training")),
      Example("a measure that is planned", risk("inherent: high, residual: «low», measures: seals")),
      Example(
        "a measure that was due", risk("inherent: high, residual: low, measures: seals", due: "2026-03-01"),
        also: ["control-planned-overdue"]),
      Example("one of two is in place", risk("inherent: high, residual: low, measures: [seals, staff-training]")),
      Example("the level stays", risk("inherent: medium, residual: medium")),
      Example("avoided", risk("inherent: high, residual: low, avoided: No name stands on the envelope.")),
      Example(
        "the document tells of the measures",
        risk("inherent: high, residual: low", more: ["document-map": "{measures: section 5}"])),
      Example(
        "which measures is an open question", risk("inherent: high, residual: low, measures: {unknown: which}"),
        also: ["open-question"]),
    ])

  private static func risk(_ fields: String, more: ExampleTexts = [:], due: String = "2027-03-01") -> ExampleTexts {
    let text = exampleImpactAssessment([
      "risks":
        "{misprint: {text: A name is misspelt., inherent: low, residual: low, measures: staff-training}, lost-letter: {text: Somebody else opens it., \(fields)}}"
    ])
    return [
      "activities/letters.yaml": exampleActivity([:]),
      "assessments/letters.yaml": text + more.map { "\($0.key): \($0.value)\n" }.joined(),
      "controls/seals.yaml": "title: Seals\nmeasure: physical-protection\nstatus: planned\ndue: \(due)\n",
    ]
  }
}
