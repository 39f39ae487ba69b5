/// The legs of the register by the body they lead to.
package struct FlowIndex: Sendable {
  private let byImporter: [RecordIndex: [Int32]]

  init(_ flows: Flows) {
    var byImporter: [RecordIndex: [Int32]] = [:]
    for (index, leg) in flows.legs.enumerated() { byImporter[leg.importer, default: []].append(Int32(index)) }
    self.byImporter = byImporter
  }

  /// Indexes into the legs of the facts, in their order.
  package func legs(to importer: RecordIndex) -> [Int32] { byImporter[importer] ?? [] }
}
