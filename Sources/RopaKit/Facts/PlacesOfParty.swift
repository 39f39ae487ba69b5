import LocatedYAML

/// The places of one importer, each place once.
struct Places: Sendable {
  private(set) var all: [LegPlace] = []
  private(set) var hasUnknown = false

  init() {}

  /// Where a body is and what it provides itself.
  init(of party: Party) {
    all.reserveCapacity(3)
    add(established: party)
    add(party.hosting, .hosting, of: party)
    add(party.accessFrom, .access, of: party)
  }

  mutating func add(established party: Party) {
    if let country = party.country.given {
      add(country, .established, party.country.answer.range ?? party.common.anchor)
    } else if party.isNamedBody {
      hasUnknown = true
    }
  }

  /// Adds places that the body provides itself; those of other bodies are legs of their own.
  mutating func add(_ list: Public<List<Place>>, _ kind: PlaceKind, of party: Party) {
    if list.hasOpenElement() { hasUnknown = true }
    for place in list.elements() {
      if let by = place.by.given, by.record != party.common.record { continue }
      if place.certainty.given == .example { continue }
      if let country = place.country.given {
        add(country, kind, place.range)
      } else if place.country.answer.isOpen {
        hasUnknown = true
      }
    }
  }

  mutating func add(_ territory: Territory, _ kind: PlaceKind, _ range: SourceRange) {
    if !all.contains(where: { $0.territory == territory && $0.kind == kind }) {
      all.append(LegPlace(territory: territory, kind: kind, range: range))
    }
  }
}
