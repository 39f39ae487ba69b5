import LocatedYAML

/// What the rules about transfer records have in common.
extension Assessed {
  /// The mechanism that an active transfer names.
  func mechanism(of transfer: Transfer) -> Mechanism? {
    transfer.isActive ? transfer.mechanism.given.map { law.law.mechanisms[Int($0.index.value)] } : nil
  }

  /// The regime and the third countries of an active transfer that rests on adequacy; a region counts with each of its countries.
  func adequacyClaim(_ transfer: Transfer) -> (regime: Regime, countries: [CountryCode])? {
    guard mechanism(of: transfer)?.kind == .adequacy, let regime = transfer.regime.given?.value else { return nil }
    var countries: [CountryCode] = []
    for territory in transfer.countries.elements() {
      switch territory {
      case .country(let code): countries.append(code)
      case .region(let region): countries += law.members(region)
      // Which countries are meant nobody can say; no finding covers them all.
      case .outside: break
      }
    }
    return (regime, countries.filter { law.isThird($0, regime) })
  }

  /// The citation of a topic under a transfer's regime on the day.
  func citations(_ topics: [String], _ regime: Regime) -> [String] { topics.compactMap { law.cite($0, regime) } }
}
