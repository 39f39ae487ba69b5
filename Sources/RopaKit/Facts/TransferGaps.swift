import LocatedYAML

/// Finds, for each pair of bodies and each regime, the places that no recorded transfer covers.
struct TransferGapFinder {
  let registry: Registry
  let flows: Flows
  let law: LawOnDay
  let cover: TransferCover
  /// The regimes of each activity, by its place among the register's activities.
  let regimes: [[Regime]]

  /// Gaps in the order of the first leg that shows them; one for each pair of bodies and regime.
  func gaps(jobs: Int) -> [TransferGap] {
    var numbers: [UInt64: Int] = [:]
    var pairs: [[Int32]] = []
    for (index, leg) in flows.legs.enumerated()
    where leg.certainty != .disputed && reachesThirdCountry(leg)
      && !registry.records.activities[Int(leg.activity)].common.isDisputed
    {
      let key = pairKey(leg.exporter, leg.importer)
      if let number = numbers[key] {
        pairs[number].append(Int32(index))
      } else {
        numbers[key] = pairs.count
        pairs.append([Int32(index)])
      }
    }
    let found = pairs
    let chunks = chunks(of: found.count, size: 64)
    return inParallel(chunks.count, jobs: jobs) { chunk in chunks[chunk].flatMap { gaps(of: found[$0]) } }.flatMap(
      \.self)
  }

  private func reachesThirdCountry(_ leg: Leg) -> Bool {
    leg.places.contains { place in Regime.allCases.contains { law.isThird(place.territory, $0) } }
  }

  private func gaps(of legs: [Int32]) -> [TransferGap] {
    let first = flows.legs[Int(legs[0])]
    guard let exporter = registry.party(first.exporter), let importer = registry.party(first.importer) else {
      return []
    }
    let isOurs = registry.isOurs(first.exporter)
    return Regime.allCases.compactMap { gap(legs, $0, exporter: exporter, importer: importer, isOurs: isOurs) }
  }

  private func gap(_ legs: [Int32], _ regime: Regime, exporter: Party, importer: Party, isOurs: Bool) -> TransferGap? {
    var kind: FlowKind?
    var leg: Int32 = -1
    var places: [LegPlace] = []
    var activities: [Int32] = []
    var isSameEntity = true
    // Activities share their processors: legs of one kind with the same places stand as the one before, unless a transfer between the
    // two is bound to activities.
    let isShared = !cover.dependsOnActivity(flows.legs[Int(legs[0])])
    var before: (kind: FlowKind, places: [LegPlace], isOpen: Bool)?
    for index in legs {
      let candidate = flows.legs[Int(index)]
      guard judges(regime, candidate, exporter, isOurs) else { continue }
      if isShared, let before, before.kind == candidate.kind, before.places == candidate.places {
        if before.isOpen, activities.last != candidate.activity { activities.append(candidate.activity) }
        continue
      }
      before = (candidate.kind, candidate.places, false)
      let open = candidate.places.filter {
        law.isThird($0.territory, regime) && !cover.isCovered(candidate, regime, $0.territory)
      }
      guard !open.isEmpty else { continue }
      before?.isOpen = true
      let (candidateKind, sameEntity) = speaking(candidate, open)
      if kind == nil || candidateKind < kind! { (kind, leg) = (candidateKind, index) }
      isSameEntity = isSameEntity && sameEntity
      for place in open where !places.contains(where: { $0.territory == place.territory && $0.kind == place.kind }) {
        places.append(place)
      }
      if activities.last != candidate.activity { activities.append(candidate.activity) }
    }
    guard let kind else { return nil }
    let worst =
      places.map { law.adequacy(of: $0.territory, regime, importer: importer) }.max { $0.rank < $1.rank } ?? .notCovered
    let other = Regime.allCases.first { $0 != regime }!
    let elsewhere = places.allSatisfy { cover.isCovered(flows.legs[Int(leg)], other, $0.territory) }
    return TransferGap(
      regime: regime, kind: kind, leg: leg, places: places, adequacy: worst, activities: activities,
      isSameEntity: isSameEntity, coveredElsewhere: elsewhere,
      mayBeCovered: cover.mayCover(flows.legs[Int(leg)], regime))
  }

  private func judges(_ regime: Regime, _ leg: Leg, _ exporter: Party, _ isOurs: Bool) -> Bool {
    let own = regimes[Int(leg.activity)]
    return isOurs
      ? own.contains(regime) : law.regimes(exporter: exporter, isOurs: false, activity: own).contains(regime)
  }

  /// An importer that is itself at home or covered speaks by what happens at its places abroad.
  private func speaking(_ leg: Leg, _ open: [LegPlace]) -> (FlowKind, isSameEntity: Bool) {
    let established = leg.places.contains { $0.kind == .established }
    guard established, !open.contains(where: { $0.kind == .established }),
      leg.kind == .recipient || leg.kind == .subProcessor
    else { return (leg.kind, false) }
    return (open.contains { $0.kind == .hosting } ? .hosting : .access, true)
  }
}
