import LocatedYAML

/// What running activities use a system for.
extension Assessed {
  /// The first running activity that names a system.
  func user(of system: System) -> Activity? {
    for mention in registry.mentions(of: system.common.record) {
      if let activity = registry.activity(at: mention.from), activity.isJudged { return activity }
    }
    return nil
  }

  /// The data of a special category or about offences that running activities keep in a system, and the first of these activities; nil
  /// where there are none.
  func sensitiveUse(of system: System) -> (activity: Activity, data: [RecordIndex])? {
    let words = facts.words
    let held = system.data.given?.elements.map(\.record)
    var using: Activity?
    var sensitive: [RecordIndex] = []
    var last = RecordIndex(-1)
    for mention in registry.mentions(of: system.common.record) where mention.from != last {
      last = mention.from
      guard let activity = registry.activity(at: mention.from), words.hasSensitiveData(activity), activity.isJudged
      else { continue }
      for entry in activity.data.elements() where !words.flags(entry).isDisjoint(with: [.special, .criminal]) {
        guard let category = entry.category.given?.record, held?.contains(category) ?? true else { continue }
        using = using ?? activity
        if !sensitive.contains(category) { sensitive.append(category) }
      }
    }
    return using.map { ($0, sensitive) }
  }

  /// The systems that a body runs and running activities use, each once, with the first of these activities.
  func systems(runBy party: Party) -> [(system: System, activity: Activity)] {
    var found: [(system: System, activity: Activity)] = []
    var last = RecordIndex(-1)
    for mention in registry.mentions(of: party.common.record) where mention.from != last {
      last = mention.from
      guard registry.header(mention.from).kind == .systems, let system = registry.system(mention.from),
        system.operator_.given?.record == party.common.record, let activity = user(of: system)
      else { continue }
      found.append((system, activity))
    }
    return found
  }

  /// Some of the measures are in place for a system that an activity uses; nil where a list of measures is an open question.
  func has(_ names: MeasureSet, on system: System, for activity: Activity) -> Bool? {
    let organisation = registry.organisation(of: activity)
    guard organisation.isResolved, let user = registry.party(organisation) else { return nil }
    func isMeant(_ control: Control) -> Bool { control.serves(names) }
    if holds(system, isMeant) || holds(user.controls, isMeant) || holds(activity.controls, isMeant) { return true }
    var found = measures(of: system, usedBy: organisation)
    found.add(activity.controls, registry)
    return found.isOpen ? nil : false
  }

  /// A control in place that is one of some measures, tested within its own interval or that of the policy: when it was tested last, or
  /// that it was never; nil where there is no such control.
  func tested(_ names: MeasureSet, among controls: [Control]) -> ControlTest? {
    var best: ControlTest?
    for control in controls where control.serves(names) {
      let test = test(of: control)
      if best.map({ test.rank > $0.rank }) ?? true { best = test }
    }
    return best
  }

  func test(of control: Control) -> ControlTest {
    switch control.tested.answer {
    case .unknown, .unusable: return .open
    case .absent, .none, .notApplicable: return .never
    case .given(let last, _):
      let interval = control.testEvery.given ?? policy(\.controlTestInterval, Policy.defaultControlTestInterval)
      return last.adding(interval) < day ? .old(last) : .fresh
    }
  }
}

/// When a measure was last tested.
enum ControlTest: Sendable {
  case never
  case old(Day)
  case open
  case fresh

  var rank: Int {
    switch self {
    case .never: 0
    case .old: 1
    case .open: 2
    case .fresh: 3
    }
  }
}

extension System {
  /// Software or a machine that holds data for which measures are asked: no paper, and not only anonymous data.
  var holdsElectronicData: Bool {
    guard common.isJudged, medium.given != .paper else { return false }
    switch dataState.given?.state.given {
    case .anonymised?, .anonymous?: return false
    default: return true
    }
  }
}
