import LocatedYAML

extension Rule {
  /// LAW-022 and LAW-025: the conditions for data of special categories are data of each regime; safeguards have their own rule.
  static let decisionWithoutGround = Rule(
    "decision-without-ground", .lawfulness, .error, .barred,
    title: "A computer alone decides with significant effect, on a ground that the law does not give",
    rationale: """
      Decisions by automated means alone that affect people significantly are open on certain grounds only; with data of special categories \
      on fewer. Which they are depends on the regime and the day. Where a person really looks at each decision, the record says so.
      """,
    remedy: "Record the ground that holds, put a person into the decision, or stop.",
    citations: ["Art 22"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord,
        case .given(let decisions, let place) = activity.automatedDecisions.answer
      else { return .notApplicable }
      guard let isDecided = decisions.isSolelySignificant else {
        return decisions.solely.answer.isOpen || decisions.significant.answer.isOpen
          ? .notEvaluable("how decisions are taken is an open question") : .notApplicable
      }
      guard isDecided else { return .notApplicable }
      if decisions.ground.answer.isOpen { return .notEvaluable("the ground of the decisions is an open question") }
      let flags = assessed.facts.words.dataFlags(activity)
      var barred: [(regime: Regime, words: String)] = []
      var isOpen = false
      for regime in assessed.registry.regimes(of: activity) {
        switch assessed.ground(of: decisions, activity, regime, isSpecial: flags.contains(.special)) {
        case .fits: break
        case .open: isOpen = true
        case .missing(let words): barred.append((regime, words))
        }
      }
      guard let first = barred.first else {
        return isOpen || flags.contains(.open)
          ? .notEvaluable("a condition or some of the data is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' lets a computer alone decide with significant effect, and under the \(joined(barred.map { assessed.name(of: $0.regime) })) \(first.words)",
          at: decisions.ground.answer.range ?? place,
          hint: "correct ground: or article-9: of the lawful basis, or write solely: false where a person decides",
          citations: barred.compactMap { assessed.law.cite("automated-decisions", $0.regime) },
          records: [activity.common.record],
          evidence: [Evidence("automated-decisions.ground", decisions.ground.given?.rawValue ?? "not given")]))
    },
    examples: decisionWithoutGroundExamples)
}

/// What a regime says of the ground of a decision.
private enum GroundAnswer {
  case fits, open
  case missing(String)
}

extension AutomatedDecisions {
  /// A computer alone decides, with legal or similarly significant effect; nil where the record does not say.
  var isSolelySignificant: Bool? {
    guard let solely = solely.given?.value, let significant = significant.given?.value else {
      return solely.given?.value == false || significant.given?.value == false ? false : nil
    }
    return solely && significant
  }
}

extension Assessed {
  fileprivate func ground(
    of decisions: AutomatedDecisions, _ activity: Activity, _ regime: Regime, isSpecial: Bool
  ) -> GroundAnswer {
    let word = (decisions.ground.given ?? .other).rawValue
    guard let row = law.decisionGrounds(regime).first(where: { $0.row.id == word }) else {
      return .missing(decisions.ground.given == nil ? "no ground is recorded" : "'\(word)' is no ground")
    }
    guard isSpecial else { return .fits }
    let needed = law.specialConditions(of: row, regime)
    let bases = bases(ofAll: activity)
    if bases.records.contains(where: { conditions(of: $0, regime).contains { needed.contains($0.row.row.id) } }) {
      return .fits
    }
    if bases.isOpen || bases.records.contains(where: { mayNameCondition($0, regime) }) { return .open }
    let titles = law.law.grounds.specialConditions.filter { needed.contains($0.row.id) }.map(\.row.title)
    return .missing(
      "with data of a special category, no basis has a condition that opens the way: \(joined(titles, "or"))")
  }
}
