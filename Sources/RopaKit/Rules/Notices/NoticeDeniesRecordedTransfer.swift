import LocatedYAML

extension Rule {
  /// NTC-007.
  static let noticeDeniesRecordedTransfer = Rule(
    "notice-denies-recorded-transfer", .notices, .error, .contradiction,
    title: "A statement about places is contradicted by the records",
    rationale: """
      A sentence that data stay somewhere is tested against every place that the records show in its scope: storage, access, the whole \
      chain. Whether the law of the day calls such a flow a transfer is another question; the sentence has to fit the records on any day.
      """,
    remedy: "Correct the sentence, or the record of the place; or name the exception in the statement.",
    citations: ["Art 5(1)(a)", "Art 13(1)(f)", "Art 14(1)(f)"],
    check: .statements { statement, assessed in
      guard let claim = statement.claim.given, claim == .noTransfer || claim == .noDataOutside,
        !statement.common.isDisputed, !statement.common.isExample
      else { return .notApplicable }
      let kind = statement.kind.given?.value ?? .claim
      guard kind == .claim || kind == .promise else { return .notApplicable }
      if case .given(.systems, _) = statement.area.answer { return .notApplicable }
      guard assessed.isOfCountries(statement.area.answer) else {
        return .notEvaluable("the area is not one of countries")
      }
      let reach = assessed.reach(of: statement)
      var outside: [ReachedPlace] = []
      var isOpen = reach.isOpen
      for reached in reach.places {
        switch assessed.answer(of: statement.area.answer, for: reached) {
        case .outside: outside.append(reached)
        case .inside: break
        case .open: isOpen = true
        }
      }
      // What is certain goes first; of that, the place where data are stored, which a sentence on places speaks of before all others.
      let first =
        outside.first { !$0.isPossible && $0.place.kind == .hosting } ?? outside.first { !$0.isPossible }
        ?? outside.first { $0.place.kind == .hosting } ?? outside.first
      guard let first else {
        return isOpen ? .notEvaluable("some places in its scope are open questions") : .clear
      }
      return .finding(assessed.contradiction(of: statement, by: outside, first: first))
    },
    examples: noticeDeniesRecordedTransferExamples)
}

extension Assessed {
  fileprivate func contradiction(of statement: Statement, by outside: [ReachedPlace], first: ReachedPlace)
    -> Observation
  {
    let hasOwnWordsOnly = statement.except.elements().contains {
      $0.systems.elements().isEmpty && $0.parties.elements().isEmpty
    }
    let isQuestion = (statement.strength.given ?? .absolute) != .absolute || first.isPossible || hasOwnWordsOnly
    let claimed = words(for: statement.area.answer)
    let place = law.inText(first.place.territory)
    let lead =
      isQuestion
      ? "Data reach \(place), \(claimed); can the sentence stand"
      : "Data reach \(place), \(claimed)"
    let judged = first.regimes.first.map { legalView(of: first, $0) } ?? (words: "", citations: [])
    let ordered = [first] + outside.filter { $0.place != first.place || $0.party != first.party }
    let bodies = unique(ordered.map(\.party))
    // One note for each body: what happens at its places abroad, at the first of them.
    let notes = bodies.map { body in
      let places = ordered.filter { $0.party == body }
      return Note(
        message:
          "\(registry.name(of: body)) \(joined(unique(places.map(\.place.kind.words)))) here: \(places[0].path)",
        range: places[0].place.range)
    }
    let others =
      bodies.count == 1 ? "" : ", and \(counted(bodies.count - 1, "further body", "further bodies")) outside it"
    return Observation(
      "\(lead): \(first.path)\(others)\(judged.words)",
      at: statement.area.answer.range ?? statement.claim.answer.range ?? statement.common.anchor,
      hint: "correct text: and area:, or add except: with the systems or bodies that are elsewhere", notes: notes,
      severity: isQuestion ? .warning : .error, citations: ["Art 5(1)(a)"] + judged.citations,
      records: [statement.common.record] + outside.flatMap { [$0.party] + $0.activities },
      evidence: [
        Evidence("claim", statement.claim.given?.rawValue ?? ""),
        Evidence("strength", (statement.strength.given ?? .absolute).rawValue),
      ])
  }

  private func words(for area: Answer<ClaimArea>) -> String {
    switch area {
    case .given(.territories(let territories), _):
      "which lies outside \(names(of: territories)), the area that the statement claims"
    case .given(.notAdequate, _): "which no adequacy finding covers, and the statement denies it"
    default: "which lies outside the area of the regime, and the statement denies it"
    }
  }

  /// How the law of the day sees the flow: the sentence is wrong either way.
  private func legalView(of reached: ReachedPlace, _ regime: Regime) -> (words: String, citations: [String]) {
    guard let importer = registry.party(reached.party) else { return ("", []) }
    let gate = law.cite("transfers-gate", regime)
    let adequacy = law.adequacy(of: reached.place.territory, regime, importer: importer)
    let place = law.inText(reached.place.territory)
    let view: String
    switch adequacy {
    case .home:
      view =
        "this is no restricted transfer, because \(place) lies inside the area of that law; the sentence still differs from the records"
    case .covered, .met, .unproven, .notCovered:
      view = "this is a restricted transfer, and \(words(for: adequacy, of: place))"
    }
    let isTransfer: Bool = if case .home = adequacy { false } else { true }
    return (
      ". Under the \(name(of: regime)) " + view,
      [gate, isTransfer ? law.cite("adequacy", regime) : nil, isTransfer ? "Art 13(1)(f)" : nil].compactMap { $0 }
    )
  }
}
