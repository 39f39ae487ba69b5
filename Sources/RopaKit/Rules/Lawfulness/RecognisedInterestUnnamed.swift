import LocatedYAML

extension Rule {
  /// LAW-003. Which conditions need somebody's request is a column of the table.
  static let recognisedInterestUnnamed = Rule(
    "recognised-interest-unnamed", .lawfulness, .error, .mandatory,
    title: "A recognised legitimate interest is the basis, and none of the recognised ones is named, or not who asked",
    rationale: """
      The list of recognised interests is closed, and the condition is part of the basis: without one of them the weighing of an ordinary \
      legitimate interest is needed. Disclosure for somebody else's public task is one of them only where they have asked for the data.
      """,
    remedy: "Name the condition of Annex 1, and the request where one is needed; or use another basis.",
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
      case .answered: return assessed.request(of: basis, regime)
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
        "a disclosure for somebody else's task, without their request",
        [
          "lawful-bases/better-reminders.yaml": basis(
            "recognised-legitimate-interests", "recognised-interest: «public-task-disclosure»")
        ]),
      Example(
        "the same with the request",
        [
          "lawful-bases/better-reminders.yaml": basis(
            "recognised-legitimate-interests",
            "recognised-interest: public-task-disclosure\nrequest: letters of the council, kept with the case")
        ]),
      Example(
        "who asked is an open question",
        [
          "lawful-bases/better-reminders.yaml": basis(
            "recognised-legitimate-interests",
            "recognised-interest: public-task-disclosure\nrequest: {unknown: where the request is kept}")
        ], also: ["open-question"]),
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

extension Assessed {
  /// Whether somebody asked, where the condition that a basis names holds only then.
  fileprivate func request(of basis: LawfulBasis, _ regime: Regime) -> Verdict {
    guard case .given(let condition, let range) = basis.recognisedCondition.answer,
      let row = law.recognisedInterests(regime).first(where: { $0.row.id == condition.rawValue }), row.needsRequest
    else { return .clear }
    switch basis.request.answer.standing(anchor: range, noneCounts: false) {
    case .answered: return .clear
    case .open: return .notEvaluable("who asked for the data is an open question")
    case .missing(let place):
      return .finding(
        Observation(
          "'\(registry.name(of: basis.common.record))' rests on '\(row.row.title)', and nobody's request for the data is recorded",
          at: place, hint: "add request: with who asked and where that is kept",
          citations: [law.cite(row.row, regime)].compactMap { $0 }, records: [basis.common.record],
          evidence: [Evidence("recognised-interest", condition.rawValue), Evidence("request", "not given")]))
    }
  }
}
