import LocatedYAML

extension Rule {
  /// ORG-010.
  static let feeExpired = Rule(
    "fee-expired", .organisations, .error, .mandatory,
    title: "The last day that the regulator's fee covers has passed, or is near",
    rationale: """
      The fee is paid for a year at a time, and the regulator can fine who forgets it. How early to be reminded is your policy: 30 days \
      unless registry.yaml says otherwise.
      """,
    remedy: "Renew, and record the new last day.",
    citations: ["SI 2018/480 reg 2", "DPA s.155"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let registration, _)? = party.registrations.given?.regulatorNumber.answer
      else { return .notApplicable }
      if registration.paidUntil.answer.isOpen { return .notEvaluable("the last day of the fee is an open question") }
      guard case .given(let last, let range) = registration.paidUntil.answer else { return .notApplicable }
      let warning = assessed.registry.settings?.policy.given?.feeWarning.given ?? Policy.defaultFeeWarning
      let isOver = last < assessed.day
      guard isOver || last <= assessed.day.adding(warning) else { return .clear }
      let name = assessed.registry.name(of: party.common.record)
      return .finding(
        Observation(
          isOver ? "The fee of \(name) covered \(last) as its last day" : "The fee of \(name) runs out after \(last)",
          at: range, hint: "renew and write the new last day", severity: isOver ? .error : .advice,
          records: [party.common.record], evidence: [Evidence("registrations.ico.paid-until", last.description)]))
    },
    examples: [
      Example("over", ["organisations/example-care.yaml": paid(until: "«2026-11-20»")]),
      Example("on the last day", ["organisations/example-care.yaml": paid(until: "«2026-11-21»")], severity: .advice),
      Example(
        "within the time of the policy", ["organisations/example-care.yaml": paid(until: "«2026-12-21»")],
        severity: .advice),
      Example("a day later", ["organisations/example-care.yaml": paid(until: "2026-12-22")]),
      Example(
        "not known",
        ["organisations/example-care.yaml": paid(until: "{unknown: what the direct debit covers}")],
        also: ["open-question"]),
    ])

  private static func paid(until day: String) -> String {
    exampleOrganisation(["registrations": "{ico: {number: ZA123456, paid-until: \(day)}}"])
  }
}
