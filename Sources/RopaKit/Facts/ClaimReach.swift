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
    for slot in activities(near: statement) {
      for way in ways(statement, ofActivity: slot) {
        let leg = way[way.count - 1]
        isOpen = isOpen || leg.hasUnknownPlace
        let activity = registry.records.activities[slot]
        for place in leg.places
        where seen.insert(ReachKey(party: leg.importer, territory: place.territory, kind: place.kind)).inserted {
          let own = registry.regimes(of: activity)
          let judged =
            registry.party(leg.exporter)
            .map { law.regimes(exporter: $0, isOurs: registry.isOurs(leg.exporter), activity: own) } ?? own
          places.append(
            ReachedPlace(
              place: place, path: path(along: way, at: [place]), activities: [activity.common.record],
              party: leg.importer,
              regimes: judged.isEmpty ? own : judged, isPossible: way.contains { $0.certainty == .possible }))
        }
      }
    }
    addOwnSystems(statement, &places, &isOpen)
    return (places, isOpen)
  }

  /// Some leg on which data in a statement's scope travel passes a test; legs to what the statement excepts count too.
  func hasLeg(of statement: Statement, where test: (Leg) -> Bool) -> Bool {
    activities(near: statement).contains { slot in
      ways(statement, ofActivity: slot, withExceptions: true).contains { test($0[$0.count - 1]) }
    }
  }

  /// The places, among the register's activities, of those that a statement may speak of: a register can hold many statements, and
  /// each would walk all activities.
  private func activities(near statement: Statement) -> [Int] {
    guard let about = statement.about.given else {
      return statement.about.answer.isAbsent ? Array(registry.records.activities.indices) : []
    }
    var records = about.activities.elements().map(\.record)
    for system in about.systems.elements() where system.record.isResolved {
      records += registry.mentions(of: system.record).map(\.from)
    }
    var found = Set(slots(of: records, .activities))
    for party in about.parties.elements() where party.record.isResolved {
      for leg in facts.flowIndex.legs(to: party.record) { found.insert(Int(facts.flows.legs[Int(leg)].activity)) }
    }
    return found.sorted()
  }

  /// The same for systems: those that it names and those of the activities that it names.
  private func systems(near statement: Statement) -> [Int] {
    guard let about = statement.about.given else {
      return statement.about.answer.isAbsent ? Array(registry.records.systems.indices) : []
    }
    let used = slots(of: about.activities.elements().map(\.record), .activities)
      .flatMap { registry.records.activities[$0].systems.elements() }
    return Set(slots(of: (about.systems.elements() + used).map(\.record), .systems)).sorted()
  }

  private func slots(of records: [RecordIndex], _ kind: RecordKind) -> [Int] {
    records.filter(\.isResolved).map { registry.header($0) }.filter { $0.kind == kind && $0.slot >= 0 }
      .map { Int($0.slot) }
  }

  /// The ways of an activity that a statement speaks of. The activity is walked again, because a leg that two systems share says
  /// nothing of the places that one of them brings.
  /// - Parameter withExceptions: those that the statement excepts are wanted too.
  private func ways(_ statement: Statement, ofActivity slot: Int, withExceptions: Bool = false) -> [[Leg]] {
    let activity = registry.records.activities[slot]
    let about = statement.about.given
    if about == nil && !statement.about.answer.isAbsent { return [] }
    let exceptions = withExceptions ? [] : statement.except.elements()
    func isExcepted(_ system: RecordIndex) -> Bool {
      exceptions.contains { $0.systems.elements().contains { $0.record == system } }
    }
    let systems = about?.systems.elements().map(\.record) ?? []
    let parties = about?.parties.elements().map(\.record) ?? []
    let isWhole = about?.activities.elements().contains { $0.record == activity.common.record } ?? true
    var ways: [[Leg]] = []
    func walk(recipients: Bool, _ systems: @escaping (RecordIndex) -> Bool, _ isMeant: ([Leg]) -> Bool) {
      var walk = FlowWalk(registry, activity: slot, placesOfParties: facts.flows.placesOfParties)
      walk.run(systems: systems, recipients: recipients)
      for leg in walk.legs where leg.certainty != .disputed {
        let way = Flows.path(to: leg, among: walk.legs)
        let avoids = exceptions.contains { exception in
          way.contains { step in exception.parties.elements().contains { $0.record == step.importer } }
        }
        if !avoids && isMeant(way) { ways.append(way) }
      }
    }
    if isWhole || !parties.isEmpty {
      walk(recipients: true, { !isExcepted($0) }) { way in isWhole || way.contains { parties.contains($0.importer) } }
    }
    if !isWhole && activity.systems.elements().contains(where: { systems.contains($0.record) }) {
      walk(recipients: false, { systems.contains($0) && !isExcepted($0) }) { _ in true }
    }
    return ways
  }

  /// Systems that we run ourselves are on no leg; their places count all the same.
  private func addOwnSystems(_ statement: Statement, _ places: inout [ReachedPlace], _ isOpen: inout Bool) {
    for system in systems(near: statement).map({ registry.records.systems[$0] }) {
      guard let operatorRecord = system.operator_.given?.record, registry.isOurs(operatorRecord) else { continue }
      let users = users(of: system, statement)
      guard !users.isEmpty,
        !statement.except.elements().contains(where: {
          $0.systems.elements().contains { $0.record == system.common.record }
        })
      else { continue }
      isOpen = isOpen || system.hosting.hasOpenElement() || system.accessFrom.hasOpenElement()
      for (list, kind) in [(system.hosting, PlaceKind.hosting), (system.accessFrom, .access)] {
        for place in list.elements() where place.by.answer.isAbsent && place.certainty.given != .example {
          guard let territory = place.country.given else { continue }
          let reached = LegPlace(territory: territory, kind: kind, range: place.range)
          places.append(
            ReachedPlace(
              place: reached,
              path: path(from: users[0], to: system, at: reached),
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
