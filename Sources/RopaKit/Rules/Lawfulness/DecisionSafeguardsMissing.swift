import LocatedYAML

extension Rule {
  /// LAW-023.
  static let decisionSafeguardsMissing = Rule(
    "decision-safeguards-missing", .lawfulness, .error, .mandatory,
    title: "A computer alone decides with significant effect, and people cannot do all that the law gives them",
    rationale: """
      Who is judged by a machine can give a view, have a person look at it, and contest the decision; some laws also ask that people are \
      told. Where a law itself allows the decision, it may set the safeguards.
      """,
    remedy: "Record how each of the safeguards is given, or put a person into the decision.",
    citations: ["Art 22(3)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord,
        case .given(let decisions, let place) = activity.automatedDecisions.answer,
        decisions.isSolelySignificant == true
      else { return .notApplicable }
      if decisions.safeguards.answer.isOpen { return .notEvaluable("the safeguards are an open question") }
      let given = decisions.safeguards.elements().map(\.rawValue)
      var lacking: [LawRow] = []
      var citations: [String] = []
      for regime in assessed.registry.regimes(of: activity) {
        let ground = assessed.law.decisionGrounds(regime).first { $0.row.id == decisions.ground.given?.rawValue }
        if let ground, assessed.law.leavesSafeguardsToLaw(ground, regime) { continue }
        for row in assessed.law.decisionSafeguards(regime) where !given.contains(row.id) {
          if !lacking.contains(where: { $0.id == row.id }) { lacking.append(row) }
          if let cite = assessed.law.cite(row, regime), !citations.contains(cite) { citations.append(cite) }
        }
      }
      guard !lacking.isEmpty else { return .clear }
      if decisions.safeguards.hasOpenElement() { return .notEvaluable("a safeguard is an open question") }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' lets a computer alone decide with significant effect, and does not record: \(joined(lacking.map { inSentence($0.title) }))",
          at: decisions.safeguards.answer.range ?? place,
          hint: "add to safeguards: \(lacking.map(\.id).joined(separator: ", "))",
          citations: citations, records: [activity.common.record],
          evidence: [
            Evidence("automated-decisions.safeguards", given.isEmpty ? "not given" : given.joined(separator: ", "))
          ]))
    },
    examples: [
      Example("people are only told", decisions("ground: contract", safeguards: "«[inform]»"), also: ["dpia-missing"]),
      Example(
        "people are not told, where the law asks for it",
        decisions("ground: contract", safeguards: "«[represent, human, contest]»"), also: ["dpia-missing"]),
      Example(
        "and where it does not",
        decisions(
          "ground: contract", safeguards: "[represent, human, contest]", regimes: "[uk-gdpr, eu-gdpr]",
          activity: ["regimes": "eu-gdpr"]),
        also: ["dpia-missing", "implied-transfer-recipient"]),
      Example(
        "a law that allows the decision sets the safeguards",
        decisions(
          "ground: law", safeguards: "[human]", regimes: "[uk-gdpr, eu-gdpr]", activity: ["regimes": "eu-gdpr"]),
        also: ["dpia-missing", "implied-transfer-recipient"]),
      Example("all of them", decisions("ground: contract"), also: ["dpia-missing"]),
      Example(
        "an open question", decisions("ground: contract", safeguards: "{unknown: who looks at complaints}"),
        also: ["dpia-missing", "open-question"]),
    ])
}
