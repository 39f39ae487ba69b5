import LocatedYAML

extension Rule {
  /// LAW-003. That somebody asked for the data is on no field of its own.
  static let recognisedInterestUnnamed = Rule(
    "recognised-interest-unnamed", .lawfulness, .error, .mandatory,
    title: "A recognised legitimate interest is the basis, and none of the recognised ones is named",
    rationale: """
      The list of recognised interests is closed, and the condition is part of the basis: without one of them the weighing of an ordinary \
      legitimate interest is needed.
      """,
    remedy: "Name the condition of Annex 1, or use another basis.",
    citations: ["UK Art 6(1)(ea)", "UK Art 6(5)", "UK GDPR Annex 1"],
    check: .lawfulBases { basis, assessed in
      let regimes = assessed.regimes(using: basis, restingOn: "6(1)(ea)")
      // A regime that does not know the basis is another rule's matter.
      guard let regime = regimes.first(where: { !assessed.law.recognisedInterests($0).isEmpty }) else {
        return .notApplicable
      }
      switch basis.recognisedCondition.answer.standing(
        anchor: basis.article6.answer.range ?? basis.common.anchor, noneCounts: false)
      {
      case .answered: return .clear
      case .open: return .notEvaluable("the recognised interest is an open question")
      case .missing(let range):
        let known = assessed.law.recognisedInterests(regime).map(\.row.id)
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: basis.common.record))' rests on a recognised legitimate interest and names none of Annex 1",
            at: range, hint: "add recognised-interest: with \(oneOf(known))",
            records: [basis.common.record], evidence: [Evidence("recognised-interest", "not given")]))
      }
    },
    examples: [
      Example("none named", ["lawful-bases/better-reminders.yaml": basis("«recognised-legitimate-interests»", "")]),
      Example(
        "one named",
        ["lawful-bases/better-reminders.yaml": basis("recognised-legitimate-interests", "recognised-interest: crime")]),
      Example(
        "an open question",
        [
          "lawful-bases/better-reminders.yaml": basis(
            "recognised-legitimate-interests", "recognised-interest: {unknown: which of them}")
        ], also: ["open-question"]),
      Example(
        "an ordinary interest",
        [
          "lawful-bases/better-reminders.yaml": basis(
            "legitimate-interests", "interests: Fewer missed appointments\nassessment: {not-applicable: kept on paper}")
        ]),
    ])

  private static func basis(_ article6: String, _ more: String) -> String {
    "title: Our interest in reminders that work\narticle-6: \(article6)\n\(more)\n"
  }
}
