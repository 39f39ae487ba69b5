package import LocatedYAML

/// A place where one of our activities, in which our organisation decides, hands data to a body that works on instructions.
package struct ProcessorUse: Sendable {
  /// The activity's place among the register's activities.
  package let activity: Int32
  /// Where the edge is written: an entry of the activity, a system's operator, a place of hosting or access.
  package let range: SourceRange
  /// False where the record says that it only may happen.
  package let isCertain: Bool
  /// The activity runs now, and is not only planned.
  package let isLive: Bool
  /// Our organisation that hands the data over.
  package let organisation: RecordIndex
  /// It decides alone: a contract of another controller does not bind the processor to it.
  let isSole: Bool

  private var rank: Int { (isCertain ? 4 : 0) + (isLive ? 2 : 0) + (isSole ? 1 : 0) }
  func isStronger(than other: ProcessorUse) -> Bool { rank > other.rank }
}

/// For each body and each of our organisations the use that shows most plainly that it is its processor.
package struct ProcessorUses: Sendable {
  /// By the parties' places among the register's parties, the strongest first; empty for most.
  private let uses: [[ProcessorUse]]

  /// One use for each of our organisations, the strongest first; empty when no activity of ours uses the body as a processor.
  package func uses(ofParty slot: Int) -> [ProcessorUse] { uses[slot] }

  init(_ registry: Registry, _ flows: Flows) {
    var uses = [[ProcessorUse]](repeating: [], count: registry.records.parties.count)
    for (slot, activity) in registry.records.activities.enumerated()
    where activity.isControllerRecord && activity.runs && !activity.common.isDisputed {
      let isSole = activity.controller.elements().count < 2
      for leg in flows.legs(ofActivity: slot)
      where leg.isProcessor && (leg.certainty == .certain || leg.certainty == .possible)
        && registry.isOurs(leg.exporter)
      {
        let use = ProcessorUse(
          activity: Int32(slot), range: leg.range, isCertain: leg.certainty == .certain, isLive: activity.isLive,
          organisation: leg.exporter, isSole: isSole)
        let party = Int(registry.header(leg.importer).slot)
        guard let known = uses[party].firstIndex(where: { $0.organisation == use.organisation }) else {
          uses[party].append(use)
          continue
        }
        if use.isStronger(than: uses[party][known]) { uses[party][known] = use }
      }
    }
    for party in uses.indices where uses[party].count > 1 {
      // The order of the register stays among equals.
      let sorted = uses[party].enumerated().sorted {
        $0.element.isStronger(than: $1.element) || (!$1.element.isStronger(than: $0.element) && $0.offset < $1.offset)
      }
      uses[party] = sorted.map(\.element)
    }
    self.uses = uses
  }
}
