/// The legs of the register by the body they lead to.
package struct FlowIndex: Sendable {
  /// Indexes into the legs of the facts, those to one body together.
  private let order: [Int32]
  /// By record: where its legs begin in `order`.
  private let start: [Int32]

  init(_ flows: Flows, records: Int) {
    var start = [Int32](repeating: 0, count: records + 1)
    for leg in flows.legs { start[Int(leg.importer.value) + 1] += 1 }
    for index in start.indices.dropFirst() { start[index] += start[index - 1] }
    var next = start
    var order = [Int32](repeating: 0, count: flows.legs.count)
    for (index, leg) in flows.legs.enumerated() {
      order[Int(next[Int(leg.importer.value)])] = Int32(index)
      next[Int(leg.importer.value)] += 1
    }
    self.order = order
    self.start = start
  }

  /// Indexes into the legs of the facts, in their order.
  package func legs(to importer: RecordIndex) -> ArraySlice<Int32> {
    order[Int(start[Int(importer.value)])..<Int(start[Int(importer.value) + 1])]
  }
}
