import LocatedYAML

extension Rule {
  /// TRF-015.
  static let riskAssessmentFails = Rule(
    "risk-assessment-fails", .transfers, .error, .barred,
    title: "A transfer goes on although its assessment did not pass",
    rationale: """
      An assessment that fails ends the reliance on the safeguard. One that passes with measures passes only as long as the measures are in \
      place.
      """,
    remedy: "Stop the transfer, or put the measures in place and link them.",
    citations: ["UK Art 46(1A)", "EU Art 46(1)", "C-311/18"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    isWaivable: false,
    check: .transfers { transfer, assessed in
      guard let need = assessed.assessmentNeed(transfer),
        case .given(let reference, let range) = transfer.assessment.answer,
        let assessment = assessed.registry.assessment(reference), assessment.kind.given?.value == .transfer
      else { return .notApplicable }
      let name = assessed.registry.name(of: assessment.common.record)
      let controls = transfer.measures.elements().compactMap { assessed.registry.control($0) }
      let missing = controls.filter { !$0.isInPlace }
      let words: String
      switch assessment.outcome.answer {
      case .unknown, .unusable: return .notEvaluable("the outcome of the assessment is an open question")
      case .given(.fail, _): words = "did not pass"
      case .given(.passWithMeasures, _):
        if transfer.measures.hasOpenElement() { return .notEvaluable("the measures are an open question") }
        if !missing.isEmpty {
          let names = missing.map { assessed.registry.name(of: $0.common.record) }
          words = "passed only with measures, and \(joined(names)) \(names.count == 1 ? "is" : "are") not in place"
        } else if controls.isEmpty {
          words = "passed only with measures, and the transfer names none"
        } else {
          return .clear
        }
      default: return .clear
      }
      return .finding(
        Observation(
          "'\(name)' \(words), and the transfer is in use", at: range,
          hint: "set status: of the transfer to ended, or link measures: that are implemented",
          notes: missing.map { Note(message: "not in place", range: $0.status.answer.range ?? $0.common.anchor) },
          citations: [need.cite],
          records: [transfer.common.record, assessment.common.record] + missing.map(\.common.record),
          evidence: [Evidence("outcome", assessment.outcome.given?.rawValue ?? "")]))
    },
    examples: [
      Example("it failed", ExampleTransfers.files(assessmentLine: "assessment: «abroad»", outcome: "fail")),
      Example(
        "with measures, and none named",
        ExampleTransfers.files(assessmentLine: "assessment: «abroad»", outcome: "pass-with-measures")),
      Example(
        "with a measure that is only planned",
        ExampleTransfers.files(
          assessmentLine: "assessment: «abroad»", outcome: "pass-with-measures", more: "measures: keys-at-home",
          control: "status: planned\ndue: 2027-01-31")),
      Example(
        "with a measure in place",
        ExampleTransfers.files(outcome: "pass-with-measures", more: "measures: keys-at-home")),
      Example(
        "it failed, and the transfer ended",
        ExampleTransfers.files(outcome: "fail", more: "status: ended", isActive: false)),
      Example(
        "the outcome is not known yet", ExampleTransfers.files(outcome: "{unknown: what came of it}"),
        also: ["open-question"]),
    ])
}
