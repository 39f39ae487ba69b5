/// The recorded flows that a transfer record is about.
extension Assessed {
  /// The roles of the two ends on the recorded legs of a transfer, each pair once.
  func roles(of transfer: Transfer) -> [TransferRoles] {
    var roles: [TransferRoles] = []
    for leg in legs(of: transfer) where leg.certainty == .certain {
      let activity = registry.records.activities[Int(leg.activity)]
      let isFirst = registry.isOurs(leg.exporter)
      let actsForOthers =
        isFirst ? !activity.isControllerRecord : isProcessor(leg.exporter, inActivity: Int(leg.activity))
      let found = TransferRoles(
        exporter: actsForOthers ? .processor : .controller, importer: leg.isProcessor ? .processor : .controller)
      if !roles.contains(found) { roles.append(found) }
    }
    return roles
  }

  /// The recorded legs between the two ends of a transfer, of its activities where it names some.
  func legs(of transfer: Transfer) -> [Leg] {
    guard let exporter = transfer.exporter.given?.record, let importer = transfer.importer.given?.record,
      importer.isResolved
    else { return [] }
    let activities = transfer.activities.elements().map(\.record)
    return facts.flowIndex.legs(to: importer).map { facts.flows.legs[Int($0)] }.filter { leg in
      leg.exporter == exporter
        && (activities.isEmpty
          || activities.contains(registry.records.activities[Int(leg.activity)].common.record))
    }
  }

  private func isProcessor(_ party: RecordIndex, inActivity slot: Int) -> Bool {
    facts.flows.legs(ofActivity: slot).contains { $0.importer == party && $0.isProcessor }
  }
}
