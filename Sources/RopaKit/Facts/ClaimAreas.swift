/// Whether a place lies in the area that a statement claims.
package enum AreaAnswer: Sendable {
  case inside, outside
  /// The place is only known as a region that lies partly in the area.
  case open
}

extension Assessed {
  /// How a place stands to the area of a claim; without an area the claim is about third countries.
  func answer(of area: Answer<ClaimArea>, for reached: ReachedPlace) -> AreaAnswer {
    let place = reached.place.territory
    switch area {
    case .given(.territories(let territories), _):
      if territories.contains(where: { law.includes($0, place) }) { return .inside }
      return territories.contains { overlaps($0, place) } ? .open : .outside
    case .given(.notAdequate, _):
      guard let importer = registry.party(reached.party) else { return .open }
      let worst =
        reached.regimes.map { law.adequacy(of: place, $0, importer: importer) }.max { $0.rank < $1.rank } ?? .home
      switch worst {
      case .home, .covered, .met: return .inside
      case .unproven: return .open
      case .notCovered: return .outside
      }
    case .absent: return reached.regimes.contains { law.isThird(place, $0) } ? .outside : .inside
    case .given(.systems, _), .none, .notApplicable, .unknown, .unusable: return .open
    }
  }

  /// Whether an area can be compared with the places that data reach; asked first, because finding those takes time.
  func isOfCountries(_ area: Answer<ClaimArea>) -> Bool {
    switch area {
    case .given(.territories, _), .given(.notAdequate, _), .absent: true
    case .given(.systems, _), .none, .notApplicable, .unknown, .unusable: false
    }
  }

  /// Some country may lie in both.
  private func overlaps(_ area: Territory, _ place: Territory) -> Bool {
    if law.includes(place, area) { return true }
    switch (area, place) {
    case (.region(let left), .region(let right)): return law.members(left).contains { law.members(right).contains($0) }
    case (.outside, .outside), (.outside, .region), (.region, .outside): return true
    default: return false
    }
  }
}
