extension Activity {
  /// It markets something directly, or whether it does is an open question: what Art 21(2) lets people object to.
  var mayHaveMarketing: Bool {
    switch marketing.answer {
    case .given, .unknown, .unusable: true
    case .absent, .none, .notApplicable: false
    }
  }
}

/// A right as it applies to the people of one activity, or of several.
package struct ApplicableRight: Sendable {
  package let right: RightRow
  package let scope: RightScope
  /// The citation under each regime that knows the right on the day.
  package let citations: [String]
}

/// The lawful-basis records that activities name, themselves or in their purposes: each once for an activity, in the order of the file.
struct BasesOfActivities: Sendable {
  private var references: [Reference<LawfulBasis>] = []
  private var start: [Int32] = [0]
  private var isOpen: [Bool] = []

  init(_ activities: [Activity]) {
    start.reserveCapacity(activities.count + 1)
    isOpen.reserveCapacity(activities.count)
    references.reserveCapacity(activities.count * 2)
    for activity in activities { add(activity) }
  }

  private mutating func add(_ activity: Activity) {
    let first = references.count
    var hasOpen = activity.basis.hasOpenElement()
    func add(_ list: [Reference<LawfulBasis>], to references: inout [Reference<LawfulBasis>]) {
      for reference in list where !references[first...].contains(where: { $0.record == reference.record }) {
        references.append(reference)
      }
    }
    add(activity.basis.elements(), to: &references)
    for purpose in activity.purposes.given?.values ?? [] {
      add(purpose.basis.elements(), to: &references)
      if purpose.basis.hasOpenElement() { hasOpen = true }
    }
    start.append(Int32(references.count))
    isOpen.append(hasOpen)
  }

  func references(of slot: Int) -> ArraySlice<Reference<LawfulBasis>> {
    references[Int(start[slot])..<Int(start[slot + 1])]
  }
  func isOpen(_ slot: Int) -> Bool { isOpen[slot] }
}

/// The Art 6 bases under a regime; `isOpen` when some of them are not known.
package struct RestingBases: Sendable {
  var indexes: [TermIndex] = []
  package fileprivate(set) var isOpen = false

  /// The rows of the table, in its order.
  package func rows(_ law: Law) -> [LawfulBasisRow] { indexes.sorted().map { law.lawfulBases[Int($0.value)] } }

  fileprivate mutating func add(_ basis: LawfulBasis, _ regime: Regime) {
    // Whether a disputed basis holds is as open as one that nobody knows.
    guard !basis.common.isDisputed, case .given(let terms, _)? = basis.article6.given?.answer(regime) else {
      isOpen = true
      return
    }
    for term in terms.elements where !indexes.contains(term.index) { indexes.append(term.index) }
    if !terms.open.isEmpty { isOpen = true }
  }
}

extension Registry {
  /// The Art 6 bases that the purposes of some activities rest on under a regime.
  package func bases(of activities: [Activity], _ regime: Regime) -> RestingBases {
    var resting = RestingBases()
    var seen = RecordSet(self)
    for activity in activities {
      let (references, isOpen) = bases(of: activity)
      for reference in references where seen.insert(reference.record) {
        if let basis = basis(reference) { resting.add(basis, regime) }
      }
      if isOpen { resting.isOpen = true }
    }
    return resting
  }

  /// The lawful-basis records that an activity's purposes name, each once, in the order of the file.
  package func bases(of activity: Activity) -> (references: ArraySlice<Reference<LawfulBasis>>, isOpen: Bool) {
    let slot = Int(header(activity.common.record).slot)
    return (basesOfActivities.references(of: slot), basesOfActivities.isOpen(slot))
  }

  /// The rights that the bases of some activities give, in the order of the rights table. A right that any of the activities gives applies.
  package func rights(of activities: [Activity], _ regimes: [Regime], law: LawOnDay) -> [ApplicableRight] {
    // Nothing is promised or denied on a basis that nobody knows, unless the right does not depend on it.
    let rows = regimes.map { bases(of: activities, $0).rows(law.law) }
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
