import LocatedYAML

/// A place that a statement about places speaks of, with the way there.
package struct ReachedPlace: Sendable {
  package let place: LegPlace
  /// The way in words, from the activity or system on.
  package let path: String
  package let activities: [RecordIndex]
  package let party: RecordIndex
  package let regimes: [Regime]
  package let isPossible: Bool
}

private struct ReachKey: Hashable {
  let party: RecordIndex
  let territory: Territory
  let kind: PlaceKind
}

extension Assessed {
  /// The places that data in a statement's scope reach, each body and place once; `isOpen` when some of them are not known.
  /// Without a scope a statement speaks of the whole organisation; a body in the scope brings everything below it.
  func reach(of statement: Statement) -> (places: [ReachedPlace], isOpen: Bool) {
    var places: [ReachedPlace] = []
    var isOpen = statement.about.answer.isOpen
    var seen: Set<ReachKey> = []
    for leg in facts.flows.legs where leg.certainty != .disputed && speaks(statement, of: leg) && !excepts(statement, leg) {
      isOpen = isOpen || leg.hasUnknownPlace
      let activity = registry.records.activities[Int(leg.activity)]
      for place in leg.places where seen.insert(ReachKey(party: leg.importer, territory: place.territory, kind: place.kind)).inserted {
        let exporter = registry.party(leg.exporter)
        let own = registry.regimes(of: activity)
        let judged = exporter.map { law.regimes(exporter: $0, isOurs: registry.isOurs(leg.exporter), activity: own) } ?? own
        places.append(
          ReachedPlace(
            place: place, path: path(to: leg, at: [place]), activities: [activity.common.record], party: leg.importer,
            regimes: judged.isEmpty ? own : judged, isPossible: facts.flows.path(to: leg).contains { $0.certainty == .possible }))
      }
    }
    addOwnSystems(statement, &places, &isOpen)
    return (places, isOpen)
  }

  private func speaks(_ statement: Statement, of leg: Leg) -> Bool {
    guard let about = statement.about.given else { return statement.about.answer.isAbsent }
    let activity = registry.records.activities[Int(leg.activity)].common.record
    if about.activities.elements().contains(where: { $0.record == activity }) { return true }
    if leg.system.isResolved && about.systems.elements().contains(where: { $0.record == leg.system }) { return true }
    let parties = about.parties.elements()
    return !parties.isEmpty && facts.flows.path(to: leg).contains { step in parties.contains { $0.record == step.importer } }
  }

  private func excepts(_ statement: Statement, _ leg: Leg) -> Bool {
    statement.except.elements().contains { exception in
      (leg.system.isResolved && exception.systems.elements().contains { $0.record == leg.system })
        || facts.flows.path(to: leg).contains { step in exception.parties.elements().contains { $0.record == step.importer } }
    }
  }

  /// Systems that we run ourselves are on no leg; their places count all the same.
  private func addOwnSystems(_ statement: Statement, _ places: inout [ReachedPlace], _ isOpen: inout Bool) {
    for system in registry.records.systems {
      guard let operatorRecord = system.operator_.given?.record, registry.isOurs(operatorRecord) else { continue }
      let users = users(of: system, statement)
      guard !users.isEmpty,
        !statement.except.elements().contains(where: { $0.systems.elements().contains { $0.record == system.common.record } })
      else { continue }
      isOpen = isOpen || system.hosting.hasOpenElement() || system.accessFrom.hasOpenElement()
      for (list, kind) in [(system.hosting, PlaceKind.hosting), (system.accessFrom, .access)] {
        for place in list.elements() where place.by.answer.isAbsent && place.certainty.given != .example {
          guard let territory = place.country.given else { continue }
          let reached = LegPlace(territory: territory, kind: kind, range: place.range)
          places.append(
            ReachedPlace(
              place: reached, path: "\(registry.name(of: users[0].common.record)) → system \(registry.name(of: system.common.record)) (\(words(for: [reached])))",
              activities: users.map(\.common.record), party: operatorRecord, regimes: registry.regimes(of: users[0]),
              isPossible: place.certainty.given == .possible))
        }
      }
    }
  }

  /// The running activities that use a system, when a statement speaks of the system or of them.
  private func users(of system: System, _ statement: Statement) -> [Activity] {
    let about = statement.about.given
    if about == nil && !statement.about.answer.isAbsent { return [] }
    let named = about?.systems.elements().contains { $0.record == system.common.record } ?? true
    return registry.mentions(of: system.common.record).compactMap { mention -> Activity? in
      let header = registry.header(mention.from)
      guard header.kind == .activities, header.slot >= 0 else { return nil }
      let activity = registry.records.activities[Int(header.slot)]
      let isMeant = named || (about?.activities.elements().contains { $0.record == mention.from } ?? false)
      return activity.runs && isMeant ? activity : nil
    }
  }
}
