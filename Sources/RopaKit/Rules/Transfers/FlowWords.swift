import LocatedYAML

/// How rules speak of legs and places.
extension Assessed {
  /// The whole way to a leg, from the activity on, the last body with the given places:
  /// `Reminders → system Mail → Mailer (GB) → sub-processor Cloud (US, stores data)`.
  func path(to leg: Leg, at places: [LegPlace]) -> String { path(along: facts.flows.path(to: leg), at: places) }

  /// The way along some legs, the first one first; there is at least one.
  func path(along legs: [Leg], at places: [LegPlace]) -> String {
    var parts = [registry.name(of: registry.records.activities[Int(legs[0].activity)].common.record)]
    if let system = legs.first?.system, system.isResolved { parts.append("system \(registry.name(of: system))") }
    for (position, step) in legs.enumerated() {
      let isLast = position == legs.count - 1
      let shown = isLast ? places : step.places.filter { $0.kind == .established }
      let words = self.words(for: shown)
      parts.append(role(of: step) + registry.name(of: step.importer) + (words.isEmpty ? "" : " (\(words))"))
    }
    return parts.joined(separator: " → ")
  }

  private func role(of leg: Leg) -> String {
    switch leg.kind {
    case .subProcessor: "sub-processor "
    case .hosting: "host "
    case .recipient, .access, .cookie: ""
    }
  }

  /// Codes of places with what happens there, each place once: `US, stores data; IN, can see data`.
  func words(for places: [LegPlace]) -> String {
    var order: [Territory] = []
    for place in places where !order.contains(place.territory) { order.append(place.territory) }
    return order.map { territory in
      let kinds = places.filter { $0.territory == territory && $0.kind != .established }.map(\.kind.words)
      return ([law.code(territory)] + (kinds.isEmpty ? [] : [kinds.joined(separator: " and ")])).joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// Names of places in running text, each once: "Ireland and India".
  func names(of territories: [Territory]) -> String {
    var names: [String] = []
    for territory in territories where !names.contains(law.inText(territory)) { names.append(law.inText(territory)) }
    return joined(names)
  }

  /// The record in which a leg's edge is written.
  func record(of leg: Leg) -> RecordIndex {
    switch leg.kind {
    case .cookie:
      let written = registry.mentions(of: leg.importer).first { mention in
        guard let cookie = registry.cookie(at: mention.from) else { return false }
        return cookie.setter.given?.range == leg.range
          || cookie.sharedWith.elements().contains { $0.party.given?.range == leg.range }
      }
      return written?.from ?? registry.records.activities[Int(leg.activity)].common.record
    case .recipient:
      return leg.system.isResolved ? leg.system : registry.records.activities[Int(leg.activity)].common.record
    case .subProcessor: return leg.exporter
    case .hosting, .access:
      let system = registry.system(leg.system)
      let own = (system?.hosting.elements() ?? []) + (system?.accessFrom.elements() ?? [])
      return own.contains { $0.by.given?.range == leg.range } ? leg.system : leg.exporter
    }
  }

  /// The short name of a regime's law on the day.
  func name(of regime: Regime) -> String { law.name(of: regime)?.short ?? regime.rawValue }
}
