import LocatedYAML

extension Rule {
  /// LAW-005, second half.
  static let interestsAssessmentMissing = Rule(
    "interests-assessment-missing", .lawfulness, .warning, .expectation,
    title: "Legitimate interests are the basis, and no assessment weighs them",
    rationale: """
      The basis holds only where the interest is not outweighed by the interests and rights of the people. The text names no document, but \
      without a record of the weighing nobody can show that it took place. One assessment may serve several activities.
      """,
    remedy: "Write the assessment and link it.",
    citations: ["Art 6(1)(f)", "Art 5(2)", "EDPB Guidelines 1/2024"],
    // Without an interest there is nothing to weigh.
    yieldsTo: ["interests-unnamed"],
    check: .lawfulBases { basis, assessed in
      guard !assessed.regimes(using: basis, restingOn: "6(1)(f)").isEmpty else { return .notApplicable }
      let name = assessed.registry.name(of: basis.common.record)
      switch basis.assessment.answer.standing(anchor: basis.article6.answer.range ?? basis.common.anchor) {
      case .open: return .notEvaluable("the assessment is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(name)' rests on legitimate interests, and no assessment is recorded that weighs them", at: range,
            hint: "add assessment: with the id of a record of kind legitimate-interests",
            records: [basis.common.record],
            evidence: [Evidence("assessment", "not given")]))
      case .answered: break
      }
      guard case .given(let reference, let range) = basis.assessment.answer,
        let assessment = assessed.registry.assessment(reference), let kind = assessment.kind.given?.value,
        kind != .legitimateInterests
      else { return .clear }
      return .finding(
        Observation(
          "'\(name)' rests on legitimate interests, and the assessment it names is one of kind \(kind.rawValue)",
          at: range,
          hint: "name an assessment of kind legitimate-interests",
          records: [basis.common.record, assessment.common.record],
          evidence: [Evidence("assessment.kind", kind.rawValue)]))
    },
    examples: [
      Example("no assessment", ["lawful-bases/better-reminders.yaml": exampleInterests("«legitimate-interests»", "")]),
      Example(
        "an assessment of another kind",
        [
          "lawful-bases/better-reminders.yaml": exampleInterests("legitimate-interests", "assessment: «reminders»"),
          "assessments/reminders.yaml": exampleWeighed("compatibility"),
        ]),
      Example(
        "weighed",
        [
          "lawful-bases/better-reminders.yaml": exampleInterests("legitimate-interests", "assessment: reminders"),
          "assessments/reminders.yaml": exampleWeighed("legitimate-interests"),
        ]),
      Example(
        "an open question",
        [
          "lawful-bases/better-reminders.yaml": exampleInterests(
            "legitimate-interests", "assessment: {unknown: where it is}")
        ],
        also: ["open-question"]),
      Example(
        "without an interest there is nothing to weigh",
        [
          "lawful-bases/better-reminders.yaml":
            "title: Our interest in reminders that work\narticle-6: legitimate-interests\n"
        ], also: ["interests-unnamed", "notice-element-missing"]),
      Example(
        "another basis needs none",
        ["lawful-bases/better-reminders.yaml": exampleInterests("legal-obligation", "law: Some Act, section 1")]),
    ])

  private static func exampleInterests(_ article6: String, _ more: String) -> String {
    """
    title: Our interest in reminders that work
    article-6: \(article6)
    interests: We want reminders that people read.
    \(more)
    """
  }

  private static func exampleWeighed(_ kind: String) -> String {
    """
    title: Reminders and what people expect
    kind: \(kind)
    status: approved
    date: 2026-08-01
    approved: 2026-08-10
    approver: dpo
    document: handbook/reminders.md
    outcome: passes
    interests: We want reminders that people read.
    balance: People expect to be reminded.
    necessity: A reminder that nobody reads does not help.
    owner: dpo
    reviewed: 2026-08-10
    """
  }
}
