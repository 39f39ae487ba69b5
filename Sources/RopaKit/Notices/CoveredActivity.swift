import LocatedYAML

/// An activity that a notice covers.
struct CoveredActivity {
  /// Its place among the register's activities.
  let slot: Int
  let fields: Published<Activity>
  /// The organisation does it for others, who decide.
  var isOnInstructions: Bool { !fields.value.isControllerRecord }
  /// Its legs that are facts or possible.
  let legs: [CoveredLeg]

  init(_ slot: Int, _ fields: Published<Activity>, _ flows: Flows, _ registry: Registry) {
    self.slot = slot
    self.fields = fields
    legs = flows.range(ofActivity: slot).compactMap { CoveredLeg($0, flows, registry) }
  }
}

/// A leg that a notice may tell of.
struct CoveredLeg {
  /// Its place among the legs of the facts.
  let place: Int
  let exporter: RecordIndex
  let importer: RecordIndex
  let kind: FlowKind
  let isProcessor: Bool
  /// The leg, or one on the way to it, only may be so.
  let isPossible: Bool

  /// Nil when the leg, or one on the way to it, is no fact or goes to a body that may not be named: whom such a body uses is not told
  /// either, because it would be told as somebody else's.
  init?(_ place: Int, _ flows: Flows, _ registry: Registry) {
    var isPossible = false
    var next = place
    while next >= 0 {
      let gate = Gate(flows.legs[next].certainty)
      guard gate != .closed, registry.party(flows.legs[next].importer)?.common.isPublishable ?? false else {
        return nil
      }
      if gate == .possible { isPossible = true }
      next = Int(flows.legs[next].parent)
    }
    self.place = place
    self.isPossible = isPossible
    exporter = flows.legs[place].exporter
    importer = flows.legs[place].importer
    kind = flows.legs[place].kind
    isProcessor = flows.legs[place].isProcessor
  }
}
