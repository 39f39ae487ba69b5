import LocatedYAML

/// The measures that protect an activity or a system.
package struct ProtectingControls: Sendable {
  /// Those that are in place, each once.
  package internal(set) var controls: [Control] = []
  /// Those that are planned or half done.
  package internal(set) var notInPlace: [Control] = []
  /// Those that are no longer in place.
  package internal(set) var retired: [Control] = []
  /// Some list of measures, what would lead to it, or what a control in place does, is an open question.
  package internal(set) var isOpen = false

  mutating func add(_ list: Public<List<Reference<Control>>>, _ registry: Registry) {
    if list.hasOpenElement() { isOpen = true }
    for reference in list.elements() {
      guard let control = registry.control(reference), control.common.isJudged,
        ![controls, notInPlace, retired].joined().contains(where: { $0 === control })
      else { continue }
      if control.status.given?.value == .retired {
        retired.append(control)
      } else if control.isInPlace {
        controls.append(control)
        if control.measures.hasOpenElement() { isOpen = true }
      } else {
        notInPlace.append(control)
      }
    }
  }

  /// One of the measures is in place.
  /// - Parameter measures: places in the table of measures.
  package func have(_ measures: [TermIndex]) -> Bool { controls.contains { $0.serves(measures) } }
}

extension Control {
  func serves(_ measures: [TermIndex]) -> Bool { self.measures.elements().contains { measures.contains($0.index) } }
}

extension Assessed {
  /// The measures of an activity: its own, those of its systems and of the bodies that run them, and those of the organisation.
  func measures(of activity: Activity) -> ProtectingControls {
    var found = ProtectingControls()
    found.add(activity.controls, registry)
    let organisation = registry.organisation(of: activity)
    if organisation.isResolved, let user = registry.party(organisation) { found.add(user.controls, registry) }
    if activity.systems.hasOpenElement() { found.isOpen = true }
    for reference in activity.systems.elements() { registry.system(reference).map { add($0, to: &found) } }
    return found
  }

  /// Some measure of an activity is in place; nil where none is known to be, and some list is an open question.
  /// - Parameter serves: which measures count.
  func isProtected(_ activity: Activity, by serves: (Control) -> Bool = { _ in true }) -> Bool? {
    isKnownProtected(activity, by: serves) ? true : measures(of: activity).isOpen ? nil : false
  }

  /// The same without a look at what is open.
  func isKnownProtected(_ activity: Activity, by serves: (Control) -> Bool) -> Bool {
    if holds(activity.controls, serves) { return true }
    let organisation = registry.organisation(of: activity)
    if organisation.isResolved, let user = registry.party(organisation), holds(user.controls, serves) { return true }
    for reference in activity.systems.elements() {
      if let system = registry.system(reference), holds(system, serves) { return true }
    }
    return false
  }

  /// A measure of a system or of the body that runs it is in place.
  func holds(_ system: System, _ serves: (Control) -> Bool) -> Bool {
    holds(system.controls, serves) || registry.party(system.operator_.given).map { holds($0.controls, serves) } ?? false
  }

  /// A measure of a list is in place.
  func holds(_ list: Public<List<Reference<Control>>>, _ serves: (Control) -> Bool) -> Bool {
    list.elements().contains { reference in
      registry.control(reference).map { $0.isInPlace && $0.common.isJudged && serves($0) } ?? false
    }
  }

  /// The measures of a system, of the body that runs it, and of an organisation of ours that uses it.
  func measures(of system: System, usedBy organisation: RecordIndex) -> ProtectingControls {
    var found = ProtectingControls()
    add(system, to: &found)
    if organisation.isResolved, let user = registry.party(organisation) { found.add(user.controls, registry) }
    return found
  }

  private func add(_ system: System, to found: inout ProtectingControls) {
    found.add(system.controls, registry)
    if system.operator_.answer.isOpen { found.isOpen = true }
    if let runs = registry.party(system.operator_.given) { found.add(runs.controls, registry) }
  }

  /// The places of measures in their table, by their ids.
  func measures(named names: [String]) -> [TermIndex] {
    names.compactMap { name in
      law.law.measures.firstIndex { $0.id == name }.map { TermIndex(value: Int32($0)) }
    }
  }

  /// The running activities that name a record: a system, a category, a statement's scope.
  func activities(naming record: RecordIndex) -> [Activity] {
    var last = RecordIndex(-1)
    var found: [Activity] = []
    for mention in registry.mentions(of: record) where mention.from != last {
      last = mention.from
      if let activity = registry.activity(at: mention.from), activity.isJudged { found.append(activity) }
    }
    return found
  }
}
