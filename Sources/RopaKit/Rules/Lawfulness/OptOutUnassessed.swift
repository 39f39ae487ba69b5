import LocatedYAML

extension Rule {
  /// LAW-027. Where a customer decides, its instruction is the reason.
  static let optOutUnassessed = Rule(
    "national-data-opt-out-unassessed", .lawfulness, .warning, .expectation,
    title: "Patient data serve more than care, and whether the national data opt-out is applied is not recorded",
    rationale: """
      Patients can opt out of the use of their confidential information beyond their own care. Policy and contract, not statute, ask every body \
      to apply that, or to say why it does not apply. For a processor the reason can be the controller's instruction.
      """,
    remedy: "Record opt-out: applied, or not-applicable with the reason.",
    citations: ["NHS England, national data opt-out policy"],
    check: .activities { activity, assessed in
      guard !activity.healthService.answer.isAbsent, let found = assessed.patientData(of: activity),
        let use = found.use.use.given, use != .directCare
      else { return .notApplicable }
      let words: String
      let range: SourceRange
      switch found.use.optOut.answer {
      case .unknown, .unusable: return .notEvaluable("the opt-out is an open question")
      case .given(.applied, _): return .clear
      case .given(.notApplicable, let place):
        switch found.use.optOutReason.answer.standing(anchor: place) {
        case .answered: return .clear
        case .open: return .notEvaluable("the reason is an open question")
        case .missing(let at): (words, range) = ("says without a reason that the opt-out does not apply", at)
        }
      case .absent, .none, .notApplicable:
        (words, range) = ("does not say whether the national data opt-out is applied", found.range)
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' uses patient data for \(use.rawValue), and \(words)",
          at: range, hint: "add opt-out: applied, or not-applicable with opt-out-reason:",
          records: [activity.common.record], evidence: [Evidence("nhs.use", use.rawValue)]))
    },
    examples: [
      Example("planning, without a word", patient("«{\(route), use: planning}»")),
      Example("research, without a word", patient("«{\(route), use: research}»")),
      Example("another use, without a word", patient("«{\(route), use: other}»")),
      Example("applied", patient("{\(route), use: planning, opt-out: applied}")),
      Example("not applicable, without a reason", patient("{\(route), use: planning, opt-out: «not-applicable»}")),
      Example(
        "not applicable, with a reason",
        patient("{\(route), use: planning, opt-out: not-applicable, opt-out-reason: The patients have agreed.}")),
      Example("care", patient("{\(route), use: direct-care}")),
      Example(
        "not known yet", patient("{\(route), use: planning, opt-out: {unknown: whether}}"), also: ["open-question"]),
    ])

  private static let route = "patient-data: true, confidentiality-route: explicit-consent"
  private static func patient(_ nhs: String) -> ExampleTexts { examplePatientData(nhs) }
}
