import LocatedYAML

extension Registry {
  /// The places of the systems of an activity that we run ourselves, which are on no leg; not those of other bodies, nor examples.
  func ownPlaces(of activity: Activity) -> [(system: System, place: LegPlace)] {
    var found: [(system: System, place: LegPlace)] = []
    for reference in activity.systems.elements() {
      guard let system = system(reference), let operatorRecord = system.operator_.given?.record, isOurs(operatorRecord),
        (system.common.certainty.given ?? .certain) == .certain
      else { continue }
      for (list, kind) in [(system.hosting, PlaceKind.hosting), (system.accessFrom, .access)] {
        for place in list.elements() where place.by.answer.isAbsent && (place.certainty.given ?? .certain) == .certain {
          guard let territory = place.country.given else { continue }
          found.append((system, LegPlace(territory: territory, kind: kind, range: place.range)))
        }
      }
    }
    return found
  }
}

extension Assessed {
  /// The way from an activity to a place of a system of our own, in words.
  func path(from activity: Activity, to system: System, at place: LegPlace) -> String {
    "\(registry.name(of: activity.common.record)) → system \(registry.name(of: system.common.record)) (\(words(for: [place])))"
  }
}
