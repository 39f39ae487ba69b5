import LocatedYAML

extension Rule {
  /// ACT-017. A purpose that is only written down later gets the first day of the activity.
  static let newPurposeUnassessed = Rule(
    "new-purpose-no-compatibility", .activities, .warning, .risk,
    title: "A purpose was added after the data were collected, and nobody has compared it with the first one",
    rationale: """
      Data that were collected for one purpose serve another only where the two fit together, where the person agrees, or where a law says \
      so. Which of these holds is an assessment. A purpose that was there from the start and only written down later is added on the first \
      day.
      """,
    remedy: "Write the assessment and name it as compatibility, or correct the day.",
    citations: ["Art 5(1)(b)", "Art 6(4)"],
    check: .purposes { activity, purpose, assessed in
      guard case .given(let added, let range) = purpose.added.answer else {
        return purpose.added.answer.isOpen
          ? .notEvaluable("when the purpose was added is an open question") : .notApplicable
      }
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      guard let start = activity.start.given else {
        return activity.start.answer.isOpen
          ? .notEvaluable("when the activity began is an open question") : .notApplicable
      }
      guard added.number > start.number + 1 else { return .clear }
      switch purpose.compatibility.answer.standing(anchor: range) {
      case .answered: return .clear
      case .open: return .notEvaluable("the assessment of the purpose is an open question")
      case .missing: break
      }
      let bases = assessed.bases(of: purpose, in: activity)
      let regimes = assessed.registry.regimes(of: activity)
      if bases.records.contains(where: { assessed.rests($0, on: "6(1)(a)", regimes) }) { return .clear }
      if bases.isOpen { return .notEvaluable("the basis of the purpose is an open question") }
      return .finding(
        Observation(
          "The purpose '\(purpose.id)' of '\(assessed.registry.name(of: activity.common.record))' was added on \(added), after data were collected from \(start) on, and no assessment compares the two",
          at: range, hint: "add compatibility: with the id of an assessment of that kind, or correct added:",
          citations: ["Art 5(1)(b)"] + regimes.compactMap { assessed.law.cite("compatibility", $0) },
          records: [activity.common.record],
          evidence: [Evidence("added", added.description), Evidence("start", start.description)]))
    },
    examples: [
      Example("added later", examplePurpose("added: «2026-05-01»")),
      Example("on the first day", examplePurpose("added: 2024-01-01")),
      Example("the day after", examplePurpose("added: 2024-01-02")),
      Example("two days after", examplePurpose("added: «2024-01-03»")),
      Example("assessed", examplePurpose("added: 2026-05-01, compatibility: both")),
      Example(
        "covered by a law, said so",
        examplePurpose("added: 2026-05-01, compatibility: {not-applicable: the law asks for it}")),
      Example(
        "with consent",
        [
          "activities/letters.yaml": letters("added: 2026-05-01, basis: agreed"),
          "lawful-bases/agreed.yaml": "title: Permission\narticle-6: consent\nconsent: study-box\n",
          "consents/study-box.yaml": "title: Box for the study\n" + Rule.soundConsent + "\n",
        ]),
      Example(
        "nobody knows when the activity began",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes": "{write: {text: Write to customers., added: 2026-05-01}}", "start": "{unknown: when we began}",
          ])
        ], also: ["open-question"]),
      Example("not said when", examplePurpose("tags: research"), also: ["research-safeguards-missing"]),
    ])

  private static func examplePurpose(_ fields: String) -> ExampleTexts {
    [
      "activities/letters.yaml": letters(fields),
      "assessments/both.yaml":
        "title: Letters and questions\nkind: compatibility\nstatus: approved\ndate: 2026-04-01\nowner: dpo\nreviewed: 2026-04-01\npurposes: ask\n",
    ]
  }

  private static func letters(_ fields: String) -> String {
    exampleActivity([
      "start": "2024-01-01",
      "purposes": "{write: Write to customers., ask: {text: Ask customers what they think., \(fields)}}",
    ])
  }
}
