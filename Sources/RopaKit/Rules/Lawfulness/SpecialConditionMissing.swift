import LocatedYAML

extension Rule {
  /// LAW-014.
  static let specialConditionMissing = Rule(
    "special-condition-missing", .lawfulness, .error, .barred,
    title: "Data of a special category are used without a condition of Art 9(2)",
    rationale: """
      Using such data is forbidden unless one of the conditions of Art 9(2) holds, besides the lawful basis. Each purpose that needs them \
      needs a condition, under each regime. Where no purpose says that it needs them, some purpose must have one all the same.
      """,
    remedy:
      "Name the condition on the basis of the purpose that needs the data; or record why the data are none of these.",
    citations: ["Art 9(1)", "Art 9(2)"],
    isWaivable: false, version: 3,
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      let flags = assessed.facts.words
      guard flags.dataFlags(activity).contains(.special) else {
        return flags.dataFlags(activity).contains(.open)
          ? .notEvaluable("some of the data are an open question") : .notApplicable
      }
      let special = activity.data.elements().filter { flags.flags($0).contains(.special) }
      let purposes = (activity.purposes.given?.values ?? []).filter { $0.isExample.given?.value != true }
      let isOpen = activity.purposes.answer.isOpen || activity.purposes.given?.hasOpen ?? false
      // A purpose that names no data stands for all of the activity's, as in the notice.
      func names(_ purpose: Purpose) -> Bool {
        purpose.data.elements().contains { named in special.contains { $0.category.given?.record == named.record } }
      }
      let named = purposes.filter { $0.data.answer.isAbsent || names($0) }
      if named.isEmpty && (isOpen || purposes.contains { $0.data.hasOpenElement() }) {
        return .notEvaluable("which purpose needs the data is an open question")
      }
      // Used they are, whichever purpose it is: one condition answers it then.
      let needing = named.isEmpty ? purposes : named
      if needing.isEmpty { return .notApplicable }
      var without: [(regime: Regime, purposes: [Purpose])] = []
      var mayHave = false
      // Where another purpose has a condition, one that names no data may be said to need others.
      var isCertain = false
      for regime in assessed.registry.regimes(of: activity) {
        let judged = needing.map { assessed.namesCondition($0, in: activity, regime) }
        if judged.contains(.open) { mayHave = true }
        let lacking = zip(needing, judged).filter { $0.1 == .no }.map(\.0)
        guard !lacking.isEmpty, !named.isEmpty || lacking.count == needing.count else { continue }
        without.append((regime, lacking.filter(names) + lacking.filter { !names($0) }))
        if lacking.contains(where: names) || lacking.count == needing.count { isCertain = true }
      }
      guard let first = without.first else {
        return mayHave ? .notEvaluable("a condition is an open question") : .clear
      }
      let isAll = first.purposes.count == needing.count && !first.purposes.contains(where: names)
      let words = special.compactMap { $0.category.given.map { assessed.registry.name(of: $0.record) } }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' uses \(joined(words)), and \(isAll ? "no purpose" : "the purpose '\(first.purposes[0].id)'") names \(isAll ? "a" : "no") condition of Art 9(2) of the \(joined(without.map { assessed.name(of: $0.regime) }))",
          at: special[0].category.answer.range ?? activity.common.anchor,
          hint: isCertain
            ? "add article-9: to the lawful basis of the purpose that needs these data"
            : "add article-9: to its lawful basis, or data: to the purpose when it needs none of these",
          notes: isAll
            ? []
            : first.purposes.map {
              Note(
                message: names($0)
                  ? "this purpose needs them" : "this purpose names no data, and so stands for all of them",
                range: $0.range)
            },
          severity: isCertain ? .error : .warning,
          records: [activity.common.record]
            + needing.flatMap { assessed.bases(of: $0, in: activity).records.map(\.common.record) },
          evidence: [Evidence("special categories", joined(words)), Evidence("article-9", "not given")]))
    },
    examples: specialConditionMissingExamples)
}

/// Whether a purpose has a condition of Art 9(2).
private enum ConditionAnswer { case yes, no, open }

extension Assessed {
  fileprivate func namesCondition(_ purpose: Purpose, in activity: Activity, _ regime: Regime) -> ConditionAnswer {
    let bases = bases(of: purpose, in: activity)
    if bases.records.contains(where: { !conditions(of: $0, regime).isEmpty }) { return .yes }
    if bases.isOpen || bases.records.isEmpty || bases.records.contains(where: { mayNameCondition($0, regime) }) {
      return .open
    }
    return .no
  }
}
