/// A right as it applies to the people of one activity, or of several.
package struct ApplicableRight: Sendable {
  package let right: RightRow
  package let scope: RightScope
  /// The citation under each regime that knows the right on the day.
  package let citations: [String]
}

extension Registry {
  /// The Art 6 bases that an activity's purposes rest on under a regime; `isOpen` when some of them are not known.
  package func bases(of activity: Activity, _ regime: Regime, law: Law) -> (rows: [LawfulBasisRow], isOpen: Bool) {
    var indexes: [TermIndex] = []
    var isOpen = false
    let (references, isOpenInActivity) = bases(of: activity)
    for basis in references {
      guard let record = self.basis(basis) else { continue }
      switch record.article6.given?.answer(regime) {
      case .given(let terms, _)?:
        for term in terms.elements where !indexes.contains(term.index) { indexes.append(term.index) }
        if !terms.open.isEmpty { isOpen = true }
      default: isOpen = true
      }
    }
    if isOpenInActivity { isOpen = true }
    return (indexes.sorted().map { law.lawfulBases[Int($0.value)] }, isOpen)
  }

  /// The lawful-basis records that an activity's purposes name, each once, in the order of the file.
  package func bases(of activity: Activity) -> (references: [Reference<LawfulBasis>], isOpen: Bool) {
    var references: [Reference<LawfulBasis>] = []
    var isOpen = activity.basis.hasOpenElement()
    func add(_ list: [Reference<LawfulBasis>]) {
      for reference in list where !references.contains(where: { $0.record == reference.record }) {
        references.append(reference)
      }
    }
    add(activity.basis.elements())
    for purpose in activity.purposes.given?.values ?? [] {
      add(purpose.basis.elements())
      if purpose.basis.hasOpenElement() { isOpen = true }
    }
    return (references, isOpen)
  }

  /// The rights that the bases of some activities give, in the order of the rights table. A right that any of the activities gives applies.
  package func rights(of activities: [Activity], _ regimes: [Regime], law: LawOnDay) -> [ApplicableRight] {
    // Nothing is promised or denied on a basis that nobody knows, unless the right does not depend on it.
    let rows = regimes.map { regime in
      var seen: [LawfulBasisRow] = []
      for activity in activities {
        for row in bases(of: activity, regime, law: law.law).rows where !seen.contains(where: { $0.code == row.code }) {
          seen.append(row)
        }
      }
      return seen
    }
    return law.law.rights.compactMap { right in
      var citations: [String] = []
      var best: RightScope?
      for (regime, bases) in zip(regimes, rows) {
        guard let cite = law.cite(right, regime) else { continue }
        let scopes = right.isUnconditional ? [.applies] : bases.map { law.scope(of: right, under: $0) }
        for scope in scopes where scope != .doesNotApply {
          if best == nil || scope == .applies { best = scope }
          if !citations.contains(cite) { citations.append(cite) }
        }
      }
      return best.map { ApplicableRight(right: right, scope: $0, citations: citations) }
    }
  }
}
