import LocatedYAML

/// Every leg of every activity, found by following operators, recipients, hosts, access and sub-processors.
package struct Flows: Sendable {
  package let legs: [Leg]
  private let start: [Int32]
  /// By the parties' places among the register's parties.
  let placesOfParties: [Places]

  /// The legs of an activity, by its place among the register's activities.
  package func legs(ofActivity slot: Int) -> ArraySlice<Leg> { legs[range(ofActivity: slot)] }
  /// The places of an activity's legs among all legs.
  func range(ofActivity slot: Int) -> Range<Int> { Int(start[slot])..<Int(start[slot + 1]) }

  /// The legs from the activity to this one, the first one first.
  package func path(to leg: Leg) -> [Leg] { Flows.path(to: leg, among: legs) }

  static func path(to leg: Leg, among legs: [Leg]) -> [Leg] {
    var path = [leg]
    while let first = path.first, first.parent >= 0 { path.insert(legs[Int(first.parent)], at: 0) }
    return path
  }

  init(_ registry: Registry, jobs: Int) {
    let activities = registry.records.activities
    let chunks = chunks(of: activities.count, size: 256)
    let placesOfParties = registry.records.parties.map { Places(of: $0) }
    self.placesOfParties = placesOfParties
    let walked = inParallel(chunks.count, jobs: jobs) { chunk in
      var legs: [Leg] = []
      legs.reserveCapacity(chunks[chunk].count * 8)
      let ends = chunks[chunk].map { slot -> Int32 in
        var walk = FlowWalk(registry, activity: slot, placesOfParties: placesOfParties)
        walk.run()
        legs += walk.legs
        return Int32(legs.count)
      }
      return (legs: legs, ends: ends)
    }
    var legs: [Leg] = []
    legs.reserveCapacity(walked.reduce(0) { $0 + $1.legs.count })
    var start: [Int32] = [0]
    start.reserveCapacity(activities.count + 1)
    for chunk in walked {
      let before = Int32(legs.count)
      legs += chunk.legs
      start += chunk.ends.map { $0 + before }
    }
    // Each walk numbers its own legs.
    for (first, end) in zip(start, start.dropFirst()) {
      for leg in Int(first)..<Int(end) where legs[leg].parent >= 0 { legs[leg].parent += first }
    }
    self.legs = legs
    self.start = start
  }
}

/// The walk of one activity: depth first; each pair of bodies and kind is one leg, and each body is followed once for each way of
/// reaching it that may lead on to others, so that cycles end.
struct FlowWalk {
  private let registry: Registry
  private let slot: Int
  private let activity: Activity
  /// By the parties' places among the register's parties: activities share them.
  private let placesOfParties: [Places]
  /// Our organisation in this activity.
  private let organisation: RecordIndex
  private(set) var legs: [Leg] = []
  private var followed: [Following] = []

  /// What decides where the data go from a body.
  private struct Following: Equatable {
    let body: RecordIndex
    /// The system whose own places stand for the body's; -1 when the body's own hold.
    let placesOf: RecordIndex
    let isProcessor: Bool
    let certainty: Certainty
  }

  init(_ registry: Registry, activity slot: Int, placesOfParties: [Places]) {
    self.registry = registry
    self.slot = slot
    self.placesOfParties = placesOfParties
    legs.reserveCapacity(8)
    activity = registry.records.activities[slot]
    organisation = registry.organisation(of: activity)
  }

  /// Walks the whole activity, or only what some of its systems bring.
  /// - Parameter systems: nil for all of them and the recipients.
  mutating func run(systems: ((RecordIndex) -> Bool)? = nil, recipients: Bool = true) {
    guard activity.runs, organisation.isResolved else { return }
    if recipients {
      for entry in activity.recipients.elements() { add(recipient: entry) }
      addCookies()
    }
    for reference in activity.systems.elements() where systems?(reference.record) ?? true {
      guard let system = registry.system(reference), let operatorReference = system.operator_.given else { continue }
      add(system, operator: operatorReference)
    }
  }

  private mutating func add(recipient entry: RecipientEntry) {
    guard let reference = entry.party.given, let party = registry.party(reference), !registry.isOurs(reference.record),
      entry.role.given != .internal, entry.anonymous.given != .anonymous, !isOnlyExample(entry.certainty, party)
    else { return }
    let role = entry.role.given ?? (party.face == .processors ? .processor : .controller)
    let leg = Step(
      kind: .recipient, exporter: organisation, importer: party, isProcessor: role == .processor, parent: -1,
      system: RecordIndex(-1), range: reference.range, certainty: certainty(entry.certainty, party))
    follow(leg, hosting: party.hosting, access: party.accessFrom)
  }

  /// Whoever sets a cookie that feeds the activity, and whoever else gets what it collects. Data from which nothing personal comes are
  /// on no leg.
  private mutating func addCookies() {
    if registry.records.cookies.isEmpty { return }
    for mention in registry.mentions(of: activity.common.record) {
      guard let cookie = registry.cookie(at: mention.from), cookie.activity.given?.record == activity.common.record,
        cookie.personal.given?.value != false, !cookie.common.isExample, let setter = cookie.setter.given
      else { continue }
      let isOwn = registry.isOurs(setter.record)
      let own = cookie.common.certainty.given ?? .certain
      var exporter: (record: RecordIndex, leg: Int32) = (organisation, -1)
      if !isOwn, let party = registry.party(setter), !party.common.isExample {
        let leg = follow(cookie: party, setter, from: exporter, own.weaker(party.common.certainty.given ?? .certain))
        exporter = (setter.record, leg)
      }
      for entry in cookie.sharedWith.elements() {
        guard let reference = entry.party.given, let party = registry.party(reference),
          !registry.isOurs(reference.record), reference.record != exporter.record,
          !isOnlyExample(entry.certainty, party)
        else { continue }
        _ = follow(cookie: party, reference, from: exporter, own.weaker(certainty(entry.certainty, party)))
      }
    }
  }

  private mutating func follow(
    cookie party: Party, _ reference: Reference<Party>, from exporter: (record: RecordIndex, leg: Int32),
    _ certainty: Certainty
  ) -> Int32 {
    follow(
      Step(
        kind: .cookie, exporter: exporter.record, importer: party, isProcessor: party.face == .processors,
        parent: exporter.leg, system: RecordIndex(-1), range: reference.range, certainty: certainty),
      hosting: party.hosting, access: party.accessFrom)
  }

  private mutating func add(_ system: System, operator reference: Reference<Party>) {
    if registry.isOurs(reference.record) {
      let (record, certainty) = (system.common.record, system.common.certainty.given ?? .certain)
      follow(system.hosting, .hosting, from: organisation, parent: -1, system: record, before: certainty)
      follow(system.accessFrom, .access, from: organisation, parent: -1, system: record, before: certainty)
      return
    }
    guard let party = registry.party(reference) else { return }
    let leg = Step(
      kind: .recipient, exporter: organisation, importer: party, isProcessor: true, parent: -1,
      system: system.common.record, range: reference.range, certainty: certainty(system.common.certainty, party))
    follow(
      leg, hosting: system.hosting.answer.isAbsent ? party.hosting : system.hosting,
      access: system.accessFrom.answer.isAbsent ? party.accessFrom : system.accessFrom)
  }

  /// A leg to be added, before its places are known.
  private struct Step {
    let kind: FlowKind
    let exporter: RecordIndex
    let importer: Party
    let isProcessor: Bool
    let parent: Int32
    let system: RecordIndex
    let range: SourceRange
    let certainty: Certainty
  }

  @discardableResult
  private mutating func follow(_ step: Step, hosting: Public<List<Place>>, access: Public<List<Place>>) -> Int32 {
    let system = registry.system(step.system)
    let isOwnPlace =
      step.kind == .recipient
      && !(system?.hosting.answer.isAbsent ?? true && system?.accessFrom.answer.isAbsent ?? true)
    let places: Places
    if isOwnPlace {
      var own = Places()
      own.add(established: step.importer)
      own.add(hosting, .hosting, of: step.importer)
      own.add(access, .access, of: step.importer)
      places = own
    } else {
      places = placesOfParties[Int(registry.header(step.importer.common.record).slot)]
    }
    let index = add(step, places)
    descend(
      from: step, leg: index, placesOf: isOwnPlace ? step.system : RecordIndex(-1), hosting: hosting, access: access)
    return index
  }

  /// From an importer go on: bodies that host or see for it, and, when it works on instructions, those it uses.
  private mutating func descend(
    from step: Step, leg: Int32, placesOf: RecordIndex, hosting: Public<List<Place>>, access: Public<List<Place>>
  ) {
    let importer = step.importer.common.record
    let following = Following(
      body: importer, placesOf: placesOf, isProcessor: step.isProcessor, certainty: step.certainty)
    if followed.contains(following) { return }
    followed.append(following)
    follow(hosting, .hosting, from: importer, parent: leg, system: step.system, before: step.certainty)
    follow(access, .access, from: importer, parent: leg, system: step.system, before: step.certainty)
    guard step.isProcessor else { return }
    for entry in step.importer.subProcessors.elements() {
      guard let reference = entry.party.given, let party = registry.party(reference), reference.record != importer,
        !registry.isOurs(reference.record), !isOnlyExample(entry.certainty, party)
      else { continue }
      let next = Step(
        kind: .subProcessor, exporter: importer, importer: party, isProcessor: true, parent: leg,
        system: step.system, range: reference.range,
        certainty: step.certainty.weaker(certainty(entry.certainty, party)))
      follow(next, hosting: party.hosting, access: party.accessFrom)
    }
  }

  /// Places that another body provides are legs to that body.
  private mutating func follow(
    _ list: Public<List<Place>>, _ kind: FlowKind, from exporter: RecordIndex, parent: Int32, system: RecordIndex,
    before: Certainty
  ) {
    for place in list.elements() {
      guard let reference = place.by.given, let party = registry.party(reference), reference.record != exporter,
        !registry.isOurs(reference.record), place.certainty.given != .example
      else { continue }
      let step = Step(
        kind: kind, exporter: exporter, importer: party, isProcessor: true, parent: parent, system: system,
        range: reference.range, certainty: before.weaker(certainty(place.certainty, party)))
      var places: Places
      if let country = place.country.given {
        places = Places()
        places.add(established: party)
        places.add(country, kind == .hosting ? .hosting : .access, place.range)
      } else {
        places = placesOfParties[Int(registry.header(reference.record).slot)]
      }
      let index = add(step, places)
      descend(from: step, leg: index, placesOf: RecordIndex(-1), hosting: party.hosting, access: party.accessFrom)
    }
  }

  /// Adds a leg and returns its index; a pair and kind that is there already only gains places.
  private mutating func add(_ step: Step, _ places: Places) -> Int32 {
    let importer = step.importer.common.record
    if let known = legs.firstIndex(where: {
      $0.exporter == step.exporter && $0.importer == importer && $0.kind == step.kind
    }) {
      for place in places.all
      where !legs[known].places.contains(where: { $0.territory == place.territory && $0.kind == place.kind }) {
        legs[known].places.append(place)
      }
      legs[known].hasUnknownPlace = legs[known].hasUnknownPlace || places.hasUnknown
      legs[known].isProcessor = legs[known].isProcessor || step.isProcessor
      if step.certainty.doubt < legs[known].certainty.doubt {
        // A surer way. It cannot come from below the leg: what lies below is never surer than the leg itself.
        legs[known].certainty = step.certainty
        (legs[known].parent, legs[known].system, legs[known].range) = (step.parent, step.system, step.range)
      }
      return Int32(known)
    }
    legs.append(
      Leg(
        activity: Int32(slot), exporter: step.exporter, importer: importer, kind: step.kind,
        isProcessor: step.isProcessor, parent: step.parent, system: step.system, range: step.range,
        certainty: step.certainty, places: places.all, hasUnknownPlace: places.hasUnknown))
    return Int32(legs.count - 1)
  }

  /// How sure an edge to a body is: neither surer than what it says itself nor than the record of the body.
  private func certainty(_ edge: Public<Certainty>, _ party: Party) -> Certainty {
    (edge.given ?? .certain).weaker(party.common.certainty.given ?? .certain)
  }

  private func isOnlyExample(_ certainty: Public<Certainty>, _ party: Party) -> Bool {
    certainty.given == .example || party.common.isExample
  }
}

extension Registry {
  /// Our organisation in an activity: the processor it names, a controller that is ours, else the first of the register.
  package func organisation(of activity: Activity) -> RecordIndex {
    if let processor = activity.processor.given { return processor.record }
    if let ours = activity.controller.elements().first(where: { isOurs($0.record) }) { return ours.record }
    return firstOrganisation
  }

  /// The regimes an activity is judged under: its own, else those of our organisation in it.
  package func regimes(of activity: Activity) -> [Regime] {
    let own = activity.regimes.elements()
    if !own.isEmpty { return own.sorted() }
    return party(organisation(of: activity))?.own?.declaredRegimes ?? []
  }
}
