import LocatedYAML

extension Rule {
  /// TRF-014. The interval is the organisation's own; a change of the law is a prompt to read again, no expiry.
  static let riskAssessmentStale = Rule(
    "risk-assessment-stale", .transfers, .warning, .policy,
    title: "The assessment of a transfer is old",
    rationale: """
      Laws and practice in other countries change, and so does the test. How long an assessment serves is your policy: 24 months unless \
      registry.yaml says otherwise under policy.
      """,
    remedy: "Look at the assessment again, and set reviewed: or unchanged: to that day.",
    citations: ["UK Art 46(7)", "EU Art 46(1)", "EDPB Recommendations 01/2020"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime", "risk-assessment-missing"],
    check: .transfers { transfer, assessed in
      guard let need = assessed.assessmentNeed(transfer),
        case .given(let reference, let range) = transfer.assessment.answer,
        let assessment = assessed.registry.assessment(reference)
      else { return .notApplicable }
      let days = [assessment.date, assessment.common.reviewed, assessment.unchanged]
      if days.contains(where: \.answer.isOpen) { return .notEvaluable("the day of the assessment is an open question") }
      guard let look = latest(days) else { return .notApplicable }
      let last = look.day
      let name = assessed.registry.name(of: assessment.common.record)
      let due = DueLook(assessment.common, last: look, assessed.reviewInterval(of: assessment))
      var (words, severity) = ("", Severity.warning)
      if due.day < assessed.day {
        words = "was due to be looked at again on \(due.day), \(due.words)"
      } else if let change = assessed.law.firstDay(of: "transfer-assessment", need.regime), last < change {
        words = "is of \(last), and the test changed on \(change)"
        severity = .advice
      } else {
        return .clear
      }
      return .finding(
        Observation(
          "'\(name)', on which the transfer rests, \(words)", at: range,
          hint: "look at it again, and set reviewed: of \(assessed.registry.header(assessment.common.record).id)",
          severity: severity, citations: [need.cite],
          records: [transfer.common.record, assessment.common.record],
          evidence: [Evidence("last looked at", last.description), Evidence("due", due.day.description)]))
    },
    examples: [
      Example(
        "older than your policy allows",
        ExampleTransfers.files(assessmentLine: "assessment: «abroad»", date: "2024-11-20")),
      Example(
        "made under the test that held before",
        ExampleTransfers.files(assessmentLine: "assessment: «abroad»", date: "2026-02-04"), severity: .advice),
      Example("on the first day of the new test", ExampleTransfers.files(date: "2026-02-05")),
      Example(
        "somebody found that nothing had changed",
        ExampleTransfers.files(date: "2021-11-01", assessmentMore: "unchanged: 2026-09-01")),
      Example(
        "a day of its own has passed",
        ExampleTransfers.files(
          assessmentLine: "assessment: «abroad»", assessmentMore: "review-by: 2026-11-20")),
      Example(
        "a later day of its own does not lengthen the interval",
        ExampleTransfers.files(
          assessmentLine: "assessment: «abroad»", date: "2024-11-20", assessmentMore: "review-by: 2030-01-01")),
      Example(
        "the day is not known yet", ExampleTransfers.files(date: "{unknown: when it was made}"),
        also: ["open-question"]),
    ])
}
