import LocatedYAML

/// Circles in the chains of sub-processors, each found once.
package struct SupplierCycles: Sendable {
  /// By the party whose entry closes the circle: that entry, and the bodies along it, the named one first.
  private var closing: [RecordIndex: (entry: SubProcessor, path: [RecordIndex])] = [:]

  package func cycle(closedBy party: RecordIndex) -> (entry: SubProcessor, path: [RecordIndex])? {
    closing.isEmpty ? nil : closing[party]
  }

  /// Walks each entry once, depth first.
  init(_ registry: Registry) {
    enum Visit: UInt8 { case new, below, done }
    var visits = [Visit](repeating: .new, count: registry.records.parties.count)
    for (slot, party) in registry.records.parties.enumerated()
    where visits[slot] == .new && !party.subProcessors.answer.isAbsent {
      var stack: [(slot: Int, next: Int)] = [(slot, 0)]
      visits[slot] = .below
      while let top = stack.last {
        let entries = registry.records.parties[top.slot].subProcessors.elements()
        guard top.next < entries.count else {
          visits[top.slot] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let entry = entries[top.next]
        guard let record = entry.party.given?.record, record.isResolved,
          [.certain, .possible].contains(entry.certainty.given ?? .certain)
        else { continue }
        let child = Int(registry.header(record).slot)
        switch visits[child] {
        case .done: break
        case .new:
          visits[child] = .below
          stack.append((child, 0))
        case .below:
          let circle = stack.drop { $0.slot != child }
          if !SupplierCycles.isSplitByService(circle.map { $0 }, registry) {
            closing[registry.records.parties[top.slot].common.record] = (
              entry, circle.map { registry.records.parties[$0.slot].common.record }
            )
          }
        }
      }
    }
  }

  /// Every body along the circle does something else for the one before: no circle of data.
  private static func isSplitByService(_ circle: [(slot: Int, next: Int)], _ registry: Registry) -> Bool {
    let services = circle.map {
      registry.records.parties[$0.slot].subProcessors.elements()[$0.next - 1].services.given?.first
    }
    return services.count > 1 && services.allSatisfy { $0 != nil } && Set(services).count == services.count
  }
}
