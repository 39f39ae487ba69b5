import LocatedYAML

extension Rule {
  /// SEC-008, for technical measures that something relies on. Where tests run all the time, the day is that of the last evidence.
  static let controlTestOverdue = Rule(
    "control-test-overdue", .security, .warning, .policy,
    title: "A technical measure was not tested lately",
    rationale: """
      Measures are tested regularly; settings drift, and what worked once need not work today. How often is your policy: what the control says, \
      else every 12 months unless registry.yaml says otherwise.
      """,
    remedy: "Test it and record the day.",
    citations: ["Art 32(1)(d)"],
    check: .controls { control, assessed in
      guard control.isInPlace, control.status.given != nil, control.common.isJudged,
        !assessed.registry.mentions(of: control.common.record).isEmpty,
        control.measures.elements().contains(where: {
          assessed.law.law.schemes.measures[Int($0.index.value)].isTechnical
        })
      else { return .notApplicable }
      let words: String
      switch assessed.test(of: control) {
      case .fresh: return .clear
      case .open: return .notEvaluable("when the measure was tested is an open question")
      case .never:
        // What can hardly be tested says why.
        if !control.tested.answer.isAbsent { return .clear }
        words = "has no day on which it was tested"
      case .old(let last): words = "was last tested on \(last), longer ago than your policy allows"
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: control.common.record))' \(words)",
          at: control.tested.answer.range ?? control.common.anchor, hint: "test it, and write tested: with the day",
          records: [control.common.record],
          evidence: [
            Evidence("tested", control.tested.given?.description ?? "not given"),
            Evidence(
              "test-every", control.testEvery.answer.range.map { assessed.registry.text(in: $0) } ?? "your policy"),
          ]))
    },
    examples: [
      Example("more than a year ago", log("tested: «2025-11-20»")),
      Example("a year ago", log("tested: 2025-11-21")),
      Example("never", log("", title: "«title»")),
      Example("more often by its own word", log("tested: «2026-06-10»\ntest-every: P3M")),
      Example("less often by its own word", log("tested: 2025-01-10\ntest-every: P2Y")),
      Example("a measure of people, not of machines", log("", measure: "staff-confidentiality")),
      Example("not in place yet", log("due: 2027-05-01", status: "planned")),
      Example("a reason why not", log("tested: {none: the supplier's report stands for it}")),
      Example(
        "nothing relies on it",
        ["controls/spare.yaml": "title: Spare\nmeasure: monitoring\nstatus: implemented\n"]),
      Example("not known yet", log("tested: {unknown: when}"), also: ["open-question"]),
    ])

  private static func log(
    _ lines: String, title: String = "title", measure: String = "access-logging", status: String = "implemented"
  ) -> ExampleTexts {
    ["controls/access-log.yaml": "\(title): Log of who opened what\nmeasure: \(measure)\nstatus: \(status)\n\(lines)\n"]
  }
}
