/// Where a lawful basis is used.
extension Assessed {
  /// The regimes of the activities that rest on a basis and in which our organisation decides, in their order; empty when none does.
  func regimes(using basis: LawfulBasis) -> [Regime] {
    var regimes: Set<Regime> = []
    var seen: Set<RecordIndex> = []
    for mention in registry.mentions(of: basis.common.record) where seen.insert(mention.from).inserted {
      let header = registry.header(mention.from)
      guard header.kind == .activities, header.slot >= 0 else { continue }
      let activity = registry.records.activities[Int(header.slot)]
      if activity.runs && activity.isControllerRecord { regimes.formUnion(registry.regimes(of: activity)) }
    }
    return regimes.sorted()
  }
}
