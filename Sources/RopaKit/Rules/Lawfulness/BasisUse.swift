/// Where a lawful basis is used.
extension Assessed {
  /// The regimes of the activities that rest on a basis and in which our organisation decides, in their order; empty when none does.
  func regimes(using basis: LawfulBasis) -> [Regime] {
    // An activity may narrow the regimes of its organisation, never widen those of all.
    let declared = Set(registry.organisations.flatMap { $0.own?.declaredRegimes ?? [] })
    var regimes: Set<Regime> = []
    var last = RecordIndex(-1)
    for mention in registry.mentions(of: basis.common.record) where mention.from != last {
      last = mention.from
      let header = registry.header(mention.from)
      guard header.kind == .activities, header.slot >= 0 else { continue }
      let activity = registry.records.activities[Int(header.slot)]
      if activity.runs && activity.isControllerRecord { regimes.formUnion(registry.regimes(of: activity)) }
      if regimes.count == declared.count { break }
    }
    return regimes.sorted()
  }
}
