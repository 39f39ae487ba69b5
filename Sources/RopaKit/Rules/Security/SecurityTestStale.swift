import LocatedYAML

extension Rule {
  /// SEC-017. A test by the supplier counts: link its report as a control of the supplier.
  static let securityTestStale = Rule(
    "security-test-stale", .security, .advice, .expectation,
    title: "A system that is open to the internet was not tested for holes lately",
    rationale: """
      What everybody can reach is tried by everybody. A test finds what others would find. How often is your policy: every 12 months unless the \
      control or registry.yaml says otherwise; it weighs more where data of a special category are behind it.
      """,
    remedy: "Have it tested and record the day, or link the supplier's report.",
    citations: ["Art 32(1)(d)"],
    check: .systems { system, assessed in
      guard case .given(let truth, let at) = system.internetFacing.answer, truth.value, system.holdsElectronicData,
        let activity = assessed.user(of: system)
      else { return .notApplicable }
      if case .none = system.controls.answer { return .clear }
      var measures = assessed.measures(of: system, usedBy: assessed.registry.organisation(of: activity))
      measures.add(activity.controls, assessed.registry)
      let words: String
      switch assessed.tested(assessed.facts.measures.securityTesting, among: measures.controls) {
      case .fresh?: return .clear
      case .open?: return .notEvaluable("when it was tested is an open question")
      case .old(let day)?: words = "was last tested for holes on \(day)"
      case .never?: words = "has a security test without a day"
      case nil:
        if measures.isOpen { return .notEvaluable("the measures of the system are an open question") }
        words = "has no security test on record"
      }
      let isSpecial = assessed.sensitiveUse(of: system) != nil
      return .finding(
        Observation(
          "\(assessed.registry.name(of: system.common.record)) is open to the internet, and \(words)", at: at,
          hint: "link a control with measure: security-testing and its day", severity: isSpecial ? .warning : .advice,
          records: [system.common.record, activity.common.record],
          evidence: [Evidence("internet-facing", "true")]))
    },
    examples: [
      Example("none", exampleFiles("«true»")),
      Example("with health data", exampleFiles("«true»", data: "[name, health]"), severity: .warning),
      Example("tested in June", exampleFiles("true", controls: ", probe", tested: "2026-06-10")),
      Example(
        "tested more than a year ago", exampleFiles("«true»", controls: ", probe", tested: "2025-11-20"),
        also: ["control-test-overdue"]),
      Example("inside", exampleFiles("false")),
      Example(
        "not known yet", exampleFiles("true", controls: ", probe", tested: "{unknown: when}"), also: ["open-question"]),
    ])

  private static func exampleFiles(
    _ facing: String, controls: String = "", tested: String = "2026-06-10", data: String = "name"
  ) -> ExampleTexts {
    [
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: GB\ninternet-facing: \(facing)\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log\(controls)]\n",
      "controls/probe.yaml":
        "title: Test by outsiders\nmeasure: security-testing\nstatus: implemented\ntested: \(tested)\n",
      "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "systems": "letter-desk", "data": data, "basis": data == "name" ? "customer-contract" : "care",
      ]),
    ]
  }
}
