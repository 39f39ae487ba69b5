import LocatedYAML

/// Finds, for each pair of bodies and each regime, the places that no recorded transfer covers.
struct TransferGapFinder {
  let registry: Registry
  let flows: Flows
  let law: LawOnDay
  let cover: TransferCover

  /// Gaps in the order of the first leg that shows them; one for each pair of bodies and regime.
  func gaps() -> [TransferGap] {
    var order: [UInt64] = []
    var byPair: [UInt64: [Int32]] = [:]
    for (index, leg) in flows.legs.enumerated() where leg.certainty != .disputed && leg.kind != .cookie {
      let key = pairKey(leg.exporter, leg.importer)
      if byPair[key] == nil { order.append(key) }
      byPair[key, default: []].append(Int32(index))
    }
    return order.flatMap { gaps(of: byPair[$0]!) }
  }

  private func gaps(of legs: [Int32]) -> [TransferGap] {
    let first = flows.legs[Int(legs[0])]
    guard let exporter = registry.party(first.exporter), let importer = registry.party(first.importer) else { return [] }
    if !Regime.allCases.contains(where: { regime in
      legs.contains { flows.legs[Int($0)].places.contains { law.isThird($0.territory, regime) } }
    }) {
      return []
    }
    let isOurs = registry.isOurs(first.exporter)
    return Regime.allCases.compactMap { regime in
      gap(legs, regime, exporter: exporter, importer: importer, isOurs: isOurs)
    }
  }

  private func gap(_ legs: [Int32], _ regime: Regime, exporter: Party, importer: Party, isOurs: Bool) -> TransferGap? {
    var kind: FlowKind?
    var leg: Int32 = -1
    var places: [LegPlace] = []
    var activities: [Int32] = []
    var isSameEntity = true
    for index in legs {
      let candidate = flows.legs[Int(index)]
      let activity = registry.records.activities[Int(candidate.activity)]
      guard law.regimes(exporter: exporter, isOurs: isOurs, activity: registry.regimes(of: activity)).contains(regime) else { continue }
      let open = candidate.places.filter { law.isThird($0.territory, regime) && !cover.isCovered(candidate, regime, $0.territory) }
      guard !open.isEmpty else { continue }
      let (candidateKind, sameEntity) = speaking(candidate, open)
      if kind == nil || candidateKind < kind! { (kind, leg) = (candidateKind, index) }
      isSameEntity = isSameEntity && sameEntity
      for place in open where !places.contains(where: { $0.territory == place.territory && $0.kind == place.kind }) { places.append(place) }
      if activities.last != candidate.activity { activities.append(candidate.activity) }
    }
    guard let kind else { return nil }
    let worst = places.map { law.adequacy(of: $0.territory, regime, importer: importer) }.max { $0.rank < $1.rank } ?? .notCovered
    let other = Regime.allCases.first { $0 != regime }!
    let elsewhere = places.allSatisfy { cover.isCovered(flows.legs[Int(leg)], other, $0.territory) }
    return TransferGap(
      regime: regime, kind: kind, leg: leg, places: places, adequacy: worst, activities: activities,
      isSameEntity: isSameEntity, coveredElsewhere: elsewhere)
  }

  /// An importer that is itself at home or covered speaks by what happens at its places abroad.
  private func speaking(_ leg: Leg, _ open: [LegPlace]) -> (FlowKind, isSameEntity: Bool) {
    let established = leg.places.filter { $0.kind == .established }
    guard !established.isEmpty, !open.contains(where: { $0.kind == .established }), leg.kind == .recipient || leg.kind == .subProcessor
    else { return (leg.kind, false) }
    return (open.contains { $0.kind == .hosting } ? .hosting : .access, true)
  }
}
