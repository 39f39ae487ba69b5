import LocatedYAML

extension Rule {
  /// LAW-015.
  static let scheduleConditionMissing = Rule(
    "schedule-condition-missing", .lawfulness, .error, .mandatory,
    title: "A condition of Art 9(2) needs a paragraph of Schedule 1, and none that fits is named",
    rationale: """
      Several conditions of Art 9(2) hold only together with a condition of Schedule 1, where the Data Protection Act 2018 applies. Which \
      paragraphs fit depends on the condition.
      """,
    remedy: "Name a paragraph that fits the condition, or another condition.",
    citations: ["DPA s.10(2) and (3)", "DPA Sch 1"],
    check: .lawfulBases { basis, assessed in
      guard basis.common.isJudged, !basis.article9.answer.isAbsent else { return .notApplicable }
      if basis.schedule1.answer.isOpen { return .notEvaluable("the paragraph of Schedule 1 is an open question") }
      let named = basis.schedule1.elements().map(\.value)
      var isAsked = false
      for regime in assessed.regimes(using: basis) {
        for condition in assessed.conditions(of: basis, regime) {
          let fitting = assessed.law.schedule1(for: condition.row.row.id, regime)
          if fitting.isEmpty { continue }
          isAsked = true
          if fitting.contains(where: { named.contains($0.paragraph) }) { continue }
          if basis.schedule1.hasOpenElement() { return .notEvaluable("a paragraph of Schedule 1 is an open question") }
          return .finding(
            Observation(
              "'\(assessed.registry.name(of: basis.common.record))' names \(condition.row.row.title) as its condition and \(named.isEmpty ? "no paragraph of Schedule 1" : "a paragraph of Schedule 1 that does not go with it")",
              at: named.isEmpty ? condition.range : basis.schedule1.answer.range ?? condition.range,
              hint: "add schedule-1: with \(oneOf(fitting.map { "\($0.paragraph)" }))",
              records: [basis.common.record],
              evidence: [
                Evidence("article-9", condition.row.row.id),
                Evidence("schedule-1", named.isEmpty ? "not given" : named.map { "\($0)" }.joined(separator: ", ")),
              ]))
        }
      }
      return isAsked ? .clear : .notApplicable
    },
    examples: [
      Example(
        "none named", exampleCondition(article9: "«health-or-social-care»", "secrecy: Nurses are bound to secrecy.")),
      Example(
        "one that goes with another condition",
        exampleCondition(article9: "health-or-social-care", "schedule-1: «3»\nsecrecy: Nurses are bound to secrecy.")),
      Example(
        "one that fits",
        exampleCondition(article9: "health-or-social-care", "schedule-1: 2\nsecrecy: Nurses are bound to secrecy.")
      ),
      Example(
        "one of a long list",
        exampleCondition(article9: "substantial-public-interest", "schedule-1: 18\npolicy-document: safeguarding")),
      Example("a condition that needs none", exampleCondition(article9: "legal-claims", "")),
      Example(
        "an open question",
        exampleCondition(
          article9: "health-or-social-care",
          "schedule-1: {unknown: which paragraph}\nsecrecy: Nurses are bound to secrecy."),
        also: ["open-question"]),
      Example(
        "under a law without such a schedule",
        exampleCondition(article9: "{eu-gdpr: health-or-social-care}", "secrecy: Nurses are bound to secrecy.")),
    ])

  /// A basis in use with a condition of Art 9(2), in place of the sound register's contract.
  static func exampleCondition(article9: String, _ more: String) -> ExampleTexts {
    [
      "lawful-bases/customer-contract.yaml": """
      title: Care at home
      article-6: contract
      contract: {between: [example-care, subject]}
      article-9: \(article9)
      retention-follows-policy: true
      \(more)
      """,
      "assessments/safeguarding.yaml": """
      title: Policy on safeguarding
      kind: policy-document
      status: approved
      date: 2026-08-01
      approved: 2026-08-10
      approver: dpo
      document: handbook/safeguarding.md
      retention: section 4
      owner: dpo
      reviewed: 2026-08-10
      """,
    ]
  }
}
