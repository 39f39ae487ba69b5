import LocatedYAML

extension Rule {
  /// LAW-005, first half.
  static let interestsUnnamed = Rule(
    "interests-unnamed", .lawfulness, .warning, .mandatory,
    title: "Legitimate interests are the basis, and no interest is named",
    rationale: """
      Whoever relies on legitimate interests weighs one particular interest against those of the people, and tells them which one it is. \
      Without its words there is nothing to weigh and nothing to tell.
      """,
    remedy: "Write down whose interest it is and in what.",
    citations: ["Art 6(1)(f)", "Art 13(1)(d)", "Art 14(2)(b)", "Art 5(2)"],
    check: .lawfulBases { basis, assessed in
      guard !assessed.regimes(using: basis, restingOn: "6(1)(f)").isEmpty else { return .notApplicable }
      switch basis.interests.answer {
      case .given: return .clear
      case .unknown, .unusable: return .notEvaluable("the interest is an open question")
      case .absent, .none, .notApplicable: break
      }
      return .finding(
        Observation(
          "No interest is named for '\(assessed.registry.name(of: basis.common.record))', which rests on legitimate interests",
          at: basis.interests.answer.range ?? basis.article6.answer.range ?? basis.common.anchor,
          hint: "add interests: with the interest in a sentence that people may read", records: [basis.common.record],
          evidence: [Evidence("article-6", "6(1)(f)"), Evidence("interests", "not given")]))
    },
    examples: [
      Example(
        "the interest is not named",
        [
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: «legitimate-interests»
          assessment: {not-applicable: kept on paper}
          """
        ], also: ["notice-element-missing"]),
      Example(
        "the interest is an open question",
        [
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: legitimate-interests
          interests: {unknown: whose interest the study serves, owner: dpo, due: 2027-01-31}
          assessment: {not-applicable: kept on paper}
          """
        ], also: ["open-question"]),
      Example(
        "another basis needs no interest",
        [
          "lawful-bases/better-reminders.yaml": """
          title: Permission to study reminders
          article-6: consent
          consent: study-box
          """,
          "consents/study-box.yaml": """
          title: Box for the study of reminders
          mechanism: tick-box
          function: basis
          wording: I agree that my messages are counted for the study.
          version: "1"
          withdraw: The same page of the account.
          evidence: The account keeps the day and the version.
          """,
        ]),
    ])
}
