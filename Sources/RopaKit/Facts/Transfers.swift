import LocatedYAML

/// How a regime's adequacy findings stand to a place on the day.
package enum Adequacy: Sendable {
  /// Inside the regime's own area: no transfer.
  case home
  /// Covered without condition.
  case covered(AdequacyRow)
  /// Covered for a recipient that meets the condition, and this one is recorded to meet it.
  case met(AdequacyRow)
  /// Covered only for recipients that meet a condition that is not recorded here.
  case unproven(AdequacyRow)
  case notCovered

  /// The better the protection, the smaller; the worst place of several decides.
  var rank: Int {
    switch self {
    case .home: 0
    case .covered: 1
    case .met: 2
    case .unproven: 3
    case .notCovered: 4
    }
  }
}

/// A place in a third country that data reach with no recorded transfer: what one regime asks of one pair of bodies.
package struct TransferGap: Sendable {
  package let regime: Regime
  /// Which rule speaks: the kind of leg, or what happens at the place when the importer itself is at home.
  package let kind: FlowKind
  /// The first leg, which stands for the others.
  package let leg: Int32
  package let places: [LegPlace]
  /// The worst of the places.
  package let adequacy: Adequacy
  /// Activities whose data take this way, by their places among the register's activities.
  package let activities: [Int32]
  /// The importer itself is at home or covered, and only a place of its own is not.
  package let isSameEntity: Bool
  /// The same flow is covered under the other regime.
  package let coveredElsewhere: Bool
  /// A transfer between the two is recorded, and its countries or its regime cannot be read: it may cover the places.
  package let mayBeCovered: Bool
}

/// The recorded transfers, found by their ends.
package struct TransferCover: Sendable {
  private let registry: Registry
  private let law: LawOnDay
  private let byPair: [UInt64: [Int32]]

  init(_ registry: Registry, _ law: LawOnDay) {
    self.registry = registry
    self.law = law
    var byPair: [UInt64: [Int32]] = [:]
    for (slot, transfer) in registry.records.transfers.enumerated() where transfer.isActive {
      guard let exporter = transfer.exporter.given?.record, let importer = transfer.importer.given?.record else {
        continue
      }
      byPair[pairKey(exporter, importer), default: []].append(Int32(slot))
    }
    self.byPair = byPair
  }

  /// The active transfers of a regime that cover a place on a leg.
  package func covering(_ leg: Leg, _ regime: Regime, _ territory: Territory) -> [Transfer] {
    (byPair[pairKey(leg.exporter, leg.importer)] ?? []).map { registry.records.transfers[Int($0)] }.filter { transfer in
      transfer.regime.given?.value == regime
        && (transfer.kind.elements().isEmpty || transfer.kind.elements().contains(leg.kind))
        && (transfer.activities.elements().isEmpty
          || transfer.activities.elements().contains {
            $0.record == registry.records.activities[Int(leg.activity)].common.record
          })
        && transfer.countries.elements().contains { law.includes($0, territory) }
    }
  }

  /// The active transfers between the ends of a leg that may be of its activity, whatever they cover.
  func between(_ leg: Leg) -> [Transfer] {
    (byPair[pairKey(leg.exporter, leg.importer)] ?? []).map { registry.records.transfers[Int($0)] }.filter { transfer in
      let activities = transfer.activities.elements()
      let own = registry.records.activities[Int(leg.activity)].common.record
      return activities.isEmpty || activities.contains { $0.record == own }
    }
  }

  /// Whether a leg is covered depends on the activity, because some transfer between the two is bound to activities.
  func dependsOnActivity(_ leg: Leg) -> Bool {
    (byPair[pairKey(leg.exporter, leg.importer)] ?? []).contains {
      !registry.records.transfers[Int($0)].activities.elements().isEmpty
    }
  }

  /// A recorded transfer between the ends of a leg may be of the regime, and has a value that says what it covers and cannot be read.
  func mayCover(_ leg: Leg, _ regime: Regime) -> Bool {
    (byPair[pairKey(leg.exporter, leg.importer)] ?? []).contains {
      let transfer = registry.records.transfers[Int($0)]
      if case .unusable = transfer.regime.answer { return true }
      guard (transfer.regime.given?.value ?? regime) == regime else { return false }
      if case .unusable = transfer.countries.answer { return true }
      return transfer.countries.given?.open.isEmpty == false
    }
  }

  func isCovered(_ leg: Leg, _ regime: Regime, _ territory: Territory) -> Bool {
    byPair[pairKey(leg.exporter, leg.importer)] != nil && !covering(leg, regime, territory).isEmpty
  }
}

func pairKey(_ exporter: RecordIndex, _ importer: RecordIndex) -> UInt64 {
  UInt64(UInt32(bitPattern: exporter.value)) << 32 | UInt64(UInt32(bitPattern: importer.value))
}

extension LawOnDay {
  /// A recorded territory covers a place: the same one, a region that has the country, a region inside a region.
  package func includes(_ wide: Territory, _ narrow: Territory) -> Bool {
    if wide == narrow { return true }
    switch (wide, narrow) {
    case (.region(let region), .country(let code)): return members(region).contains(code)
    case (.region(let wide), .region(let narrow)): return Set(members(narrow)).isSubset(of: members(wide))
    case (.outside(let region), .country(let code)): return !members(region).contains(code)
    default: return false
    }
  }

  /// How adequacy stands for a place and an importer.
  package func adequacy(of territory: Territory, _ regime: Regime, importer: Party, transfer: Transfer? = nil)
    -> Adequacy
  {
    if !isThird(territory, regime) { return .home }
    switch territory {
    case .country(let code): return adequacy(of: code, regime, importer, transfer)
    case .region(let region):
      return members(region).filter { isThird($0, regime) }.map { adequacy(of: $0, regime, importer, transfer) }
        .max { $0.rank < $1.rank } ?? .notCovered
    case .outside: return .notCovered
    }
  }

  /// Whether a mechanism can carry a transfer to a place on the day: it belongs to the regime and has not ended, and a decision covers
  /// the place and this importer.
  func carries(
    _ mechanism: Mechanism, to territory: Territory, _ regime: Regime, importer: Party, _ transfer: Transfer?
  ) -> Bool {
    guard mechanism.regimes[regime]?.contains(day) ?? false else { return false }
    guard mechanism.kind == .adequacy else { return true }
    switch adequacy(of: territory, regime, importer: importer, transfer: transfer) {
    case .covered, .met: return true
    case .home, .unproven, .notCovered: return false
    }
  }

  private func adequacy(of code: CountryCode, _ regime: Regime, _ importer: Party, _ transfer: Transfer?) -> Adequacy {
    guard let row = adequacyRow(code, regime) else { return .notCovered }
    guard let scope = row.scope else { return .covered(row) }
    return meets(scope.test, importer, transfer) ? .met(row) : .unproven(row)
  }

  /// The condition of a partial decision is recorded as met. Facts that are not recorded are not met.
  private func meets(_ test: String, _ importer: Party, _ transfer: Transfer?) -> Bool {
    switch test {
    case "the-body-itself": return true
    case "dpf", "dpf-uk-extension", "privacy-shield":
      guard let listing = importer.dataPrivacyFramework.given, listing.status.given?.text == "active" else {
        return importer.adequacyScope.elements().contains { $0.text == test }
      }
      if transfer?.hrData.given?.value == true && listing.coversHR.given?.value != true { return false }
      return test != "dpf-uk-extension" || listing.ukExtension.given?.value == true
    default: return importer.adequacyScope.elements().contains { $0.text == test }
    }
  }

  /// The regimes that judge a leg: those of the activity when it leaves from us, else those whose home area the exporter is in.
  /// Empty when the exporter is in no home area (an onward transfer) or its country is not known.
  package func regimes(exporter: Party, isOurs: Bool, activity: [Regime]) -> [Regime] {
    if isOurs { return activity }
    guard let country = exporter.country.given else { return [] }
    let inside = Regime.allCases.filter { !isThird(country, $0) }
    let both = inside.filter(activity.contains)
    // Where the regimes were one law, the register's own one speaks.
    return inside.count > 1 && !both.isEmpty ? both : inside
  }
}
