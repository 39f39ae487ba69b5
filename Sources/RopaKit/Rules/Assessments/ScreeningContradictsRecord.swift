import LocatedYAML

extension Rule {
  /// DPI-005.
  static let screeningContradictsRecord = Rule(
    "screening-contradicts-record", .assessments, .error, .contradiction,
    title: "The screening says no to something that the records show",
    rationale: """
      A screening is only as good as the facts it was made on. When it rules out a reason that the same record raises, one of the two is \
      wrong, or the facts changed after the day of the screening.
      """,
    remedy: "Correct the fact or the screening; when the facts have changed, screen again.",
    citations: ["Art 35(1)", "Art 5(2)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord, let screening = activity.screening.given else {
        return .notApplicable
      }
      let (screen, registry) = (assessed.facts.impact.screen, assessed.registry)
      let computed = assessed.facts.impact.computed(ofActivity: Int(registry.header(activity.common.record).slot))
      var denied = TriggerSet()
      for trigger in screening.ruledOut.elements() { denied.insert(trigger) }
      let isNo = screening.outcome.given == .noDPIA
      // "No assessment needed" says no to the cases of the text, whatever the list of what was ruled out.
      if isNo { denied.formUnion(screen.of(.law)) }
      let contradicted = denied.intersection(computed)
      guard !contradicted.isEmpty else {
        if screening.outcome.answer.isOpen { return .notEvaluable("the outcome of the screening is an open question") }
        return screening.ruledOut.elements().isEmpty && !isNo ? .notApplicable : .clear
      }
      // What the guidelines and the text name follows from the facts; the regulator's list leaves room for judgement.
      let isJudgement = contradicted.intersection(screen.of(.regulator)) == contradicted
      let listed = contradicted.triggers.filter { screening.ruledOut.elements().contains($0) }
      let range =
        (listed.isEmpty ? screening.outcome.answer.range : screening.ruledOut.answer.range)
        ?? activity.screening.answer.range
      return .finding(
        Observation(
          "The screening of '\(registry.name(of: activity.common.record))'\(screening.date.given.map { " of \($0)" } ?? "") says no to \(joined(contradicted.triggers.map(\.rawValue))), and the record shows otherwise: \(joined(unique(assessed.facts(for: contradicted, in: activity).map(\.words))))",
          at: range ?? activity.common.anchor,
          hint: "correct the fact, or the screening: outcome:, ruled-out: and date:",
          notes: assessed.notes(for: contradicted, in: activity), severity: isJudgement ? .warning : .error,
          citations: unique(["Art 35(1)"] + assessed.citations(for: contradicted, in: activity)),
          records: [activity.common.record],
          evidence: [
            Evidence("ruled out", joined(screening.ruledOut.elements().map(\.rawValue))),
            Evidence("raised by the records", joined(computed.triggers.map(\.rawValue))),
          ]))
    },
    examples: [
      Example(
        "no assessment, for health data on a large scale",
        exampleScreened(
          "outcome: «no-dpia», reason: We looked.", ["data": "[name, health]", "basis": "care", "scale": "large"])),
      Example(
        "a criterion of the guidelines that the record shows",
        exampleScreened("outcome: no-dpia, reason: We looked., ruled-out: «[large-scale, scoring]»", ["scale": "large"])
      ),
      Example(
        "the people are vulnerable",
        exampleScreened(
          "outcome: no-dpia, reason: We looked., ruled-out: «vulnerable-people»", ["subjects": "vulnerable-adult"])),
      Example(
        "a case of the regulator's list",
        exampleScreened("outcome: no-dpia, reason: Two lists., ruled-out: «ico-6»", ["matching": "true"]),
        severity: .warning),
      Example(
        "an assessment is going to be made",
        exampleScreened(
          "outcome: dpia, reason: Many people.", ["data": "[name, health]", "basis": "care", "scale": "large"]),
        also: ["dpia-missing"]),
      Example(
        "what was ruled out is not there",
        exampleScreened("outcome: no-dpia, reason: We looked., ruled-out: [large-scale, scoring]", [:])),
      Example(
        "the criterion is said to apply",
        exampleScreened(
          "outcome: no-dpia, reason: One criterion only., applies: large-scale, ruled-out: scoring", ["scale": "large"])
      ),
      Example(
        "the outcome is an open question", exampleScreened("outcome: {unknown: what we decided}", ["scale": "large"]),
        also: ["open-question"]),
    ])

  private static func exampleScreened(_ screening: String, _ changes: ExampleTexts) -> ExampleTexts {
    let text = exampleActivity(changes, isMissed: false)
      .replacingLine("screening", with: "{date: 2026-08-15, by: dpo, \(screening)}")
    return ["activities/letters.yaml": text + "\n", "lawful-bases/care.yaml": exampleCareBasis]
  }
}
