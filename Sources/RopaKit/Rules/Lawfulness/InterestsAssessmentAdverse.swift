import LocatedYAML

extension Rule {
  /// LAW-006. A change of the wording alone is no change: `changed` on the activity is declared.
  static let interestsAssessmentAdverse = Rule(
    "lia-adverse-or-stale", .lawfulness, .warning, .risk,
    title: "The weighing of interests came out against us, is old, or is older than a change",
    rationale: """
      Where the interests of the people outweigh ours, the basis is not there. A weighing is made for the facts of its day; a material change \
      of an activity, or time, asks for another look. How long one serves is your policy: 24 months unless registry.yaml says otherwise.
      """,
    remedy: "Weigh again and record the outcome and the day, or use another basis.",
    citations: ["Art 6(1)(f)", "Art 24(1)"],
    yieldsTo: ["interests-assessment-missing"],
    check: .lawfulBases { basis, assessed in
      guard case .given(let reference, let range) = basis.assessment.answer,
        !assessed.regimes(using: basis, restingOn: "6(1)(f)").isEmpty,
        let assessment = assessed.registry.assessment(reference), assessment.kind.given?.value == .legitimateInterests
      else { return .notApplicable }
      let (registry, day) = (assessed.registry, assessed.day)
      let name = registry.name(of: assessment.common.record)
      func found(_ words: String, _ severity: Severity, _ more: [RecordIndex] = [], _ notes: [Note] = []) -> Verdict {
        .finding(
          Observation(
            "'\(registry.name(of: basis.common.record))' rests on '\(name)', which \(words)", at: range,
            hint: "weigh again and record the day and the outcome", notes: notes, severity: severity,
            records: [basis.common.record, assessment.common.record] + more,
            evidence: [Evidence("outcome", assessment.outcome.given?.rawValue ?? "not given")]))
      }
      if case .given(.overridden, let at) = assessment.outcome.answer {
        return found("found our interests outweighed", .error, [], [Note(message: "the outcome", range: at)])
      }
      let looks = [assessment.date, assessment.common.reviewed, assessment.unchanged]
      guard let look = latest(looks) else {
        return looks.contains { $0.answer.isOpen } || assessment.outcome.answer.isOpen
          ? .notEvaluable("the day or the outcome of the weighing is an open question") : .clear
      }
      let last = look.day
      let due = DueLook(assessment.common, last: look, assessed.reviewInterval(of: assessment))
      if due.day < day { return found("was due to be looked at again on \(due.day), \(due.words)", .warning) }
      for activity in assessed.activities(naming: basis.common.record) {
        if case .given(let changed, let at) = activity.changed.answer, changed > last {
          return found(
            "is of \(last), and '\(registry.name(of: activity.common.record))' changed on \(changed)", .warning,
            [activity.common.record], [Note(message: "the change", range: at)])
        }
      }
      return assessment.outcome.answer.isOpen
        ? .notEvaluable("the outcome of the weighing is an open question") : .clear
    },
    examples: [
      Example("outweighed", weighed("outcome: overridden\ndate: 2026-08-01", fires: true), severity: .error),
      Example("passed", weighed("outcome: passes\ndate: 2026-08-01")),
      Example("older than your policy allows", weighed("outcome: passes\ndate: 2024-11-20", fires: true)),
      Example(
        "a later day of its own does not lengthen the interval",
        weighed("outcome: passes\ndate: 2024-11-20\nreview-by: 2030-01-01", fires: true)),
      Example("its last day", weighed("outcome: passes\ndate: 2024-11-21")),
      Example("looked at since", weighed("outcome: passes\ndate: 2022-01-01\nunchanged: 2026-02-01")),
      Example(
        "the activity changed since",
        weighed("outcome: passes\ndate: 2026-08-01", changed: "2026-08-02", fires: true)),
      Example("changed before", weighed("outcome: passes\ndate: 2026-08-01", changed: "2026-08-01")),
      Example(
        "the outcome is an open question", weighed("outcome: {unknown: what came of it}\ndate: 2026-08-01"),
        also: ["open-question"]),
      Example(
        "nothing rests on it",
        [
          "lawful-bases/spare.yaml":
            "title: Spare\narticle-6: legitimate-interests\ninterests: None.\nassessment: weighing\n",
          "assessments/weighing.yaml":
            "title: Weighing\nkind: legitimate-interests\nstatus: approved\ndate: 2020-01-01\noutcome: overridden\nowner: dpo\nreviewed: 2020-01-01\n",
        ], also: ["review-overdue"]),
    ])

  private static func weighed(_ fields: String, changed: String = "", fires: Bool = false) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(["basis": "fewer-gaps", "changed": changed], isMissed: false),
      "lawful-bases/fewer-gaps.yaml":
        "title: Fewer gaps\narticle-6: legitimate-interests\ninterests: We want fewer missed visits.\nassessment: \(fires ? "«weighing»" : "weighing")\n",
      "assessments/weighing.yaml":
        "title: Weighing\nkind: legitimate-interests\nstatus: approved\nowner: dpo\n\(fields)\n",
    ]
  }
}
