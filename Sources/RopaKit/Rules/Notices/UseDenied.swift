import LocatedYAML

extension Rule {
  /// NTC-010 and NTC-016, for statements that there are no automated decisions, or no data of a special category.
  static let useDenied = Rule(
    "use-denied", .notices, .error, .contradiction,
    title: "A statement denies a use of data that the records show",
    rationale: """
      Nobody who reads that no machine decides, or that no health data are used, asks further. Where a record of an activity says \
      otherwise, one of the two is wrong.
      """,
    remedy: "Correct the sentence, or the record of the activity.",
    citations: ["Art 5(1)(a)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, let claim = statement.claim.given,
        claim == .noAutomatedDecisions || claim == .noSpecialData
      else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let registry = assessed.registry
      let about = statement.about.given?.activities.elements().map(\.record) ?? []
      let covered = about.isEmpty ? assessed.activities(ofNoticesWith: statement) : nil
      var found: [(activity: Activity, range: SourceRange)] = []
      var isOpen = false
      for (slot, activity) in registry.records.activities.enumerated()
      where activity.isJudged && activity.isControllerRecord
        && (about.isEmpty ? covered?.contains(slot) ?? true : about.contains(activity.common.record))
      {
        switch assessed.denied(claim, in: activity) {
        case .shown(let range): found.append((activity, range))
        case .open: isOpen = true
        case .notShown: break
        }
      }
      guard !found.isEmpty else {
        return isOpen ? .notEvaluable("what an activity does is an open question") : .clear
      }
      let names = joined(found.map { "'\(registry.name(of: $0.activity.common.record))'" })
      let what = claim == .noSpecialData ? "data of a special category" : "decisions by automated means"
      let isHedged = (statement.strength.given ?? .absolute) != .absolute || !statement.except.elements().isEmpty
      return .finding(
        Observation(
          "\(names) \(found.count == 1 ? "has" : "have") \(what) on record, and the statement denies \(claim == .noSpecialData ? "such data" : "them")",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "correct text:, or say in about: which activities it speaks of",
          notes: found.map { Note(message: "This one", range: $0.range) },
          severity: isHedged ? .warning : .error,
          records: [statement.common.record] + found.map(\.activity.common.record)))
    },
    examples: [
      Example(
        "health data",
        files("«no-special-data»", ["data": "[name, health]", "basis": "care"])),
      Example(
        "health data, and a word that leaves room",
        files("«no-special-data»\nstrength: hedged\nhedge: routinely", ["data": "[name, health]", "basis": "care"]),
        severity: .warning),
      Example("no such data", files("no-special-data", [:])),
      Example(
        "said of another activity",
        files(
          "no-special-data\nabout: {activities: appointment-messages}",
          ["data": "[name, health]", "basis": "care"])),
      Example(
        "a decision by automated means",
        files("«no-automated-decisions»", ["automated-decisions": "{solely: false, significant: false}"])),
      Example("nobody records one", files("no-automated-decisions", [:])),
      Example(
        "whether there are any is an open question",
        files("no-automated-decisions", ["automated-decisions": "{unknown: whether the score decides}"]),
        also: ["open-question"]),
    ])

  private static func files(_ claim: String, _ changes: KeyValuePairs<String, String>) -> KeyValuePairs<String, String>
  {
    [
      "statements/denial.yaml": "kind: claim\ntext: We do no such thing.\nclaim: \(claim)\n",
      "activities/letters.yaml": exampleActivity(changes), "lawful-bases/care.yaml": exampleCareBasis,
    ]
  }
}

/// How an activity stands to what a statement denies.
private enum DeniedUse { case shown(SourceRange), open, notShown }

extension Assessed {
  fileprivate func denied(_ claim: Claim, in activity: Activity) -> DeniedUse {
    if claim == .noAutomatedDecisions {
      return switch activity.automatedDecisions.answer {
      case .given(_, let range): .shown(range)
      case .unknown, .unusable: .open
      case .absent, .none, .notApplicable: .notShown
      }
    }
    let special = activity.data.elements().first { facts.words.flags($0).contains(.special) }
    if let special { return .shown(special.category.answer.range ?? activity.common.anchor) }
    return facts.words.dataFlags(activity).contains(.open) ? .open : .notShown
  }
}
