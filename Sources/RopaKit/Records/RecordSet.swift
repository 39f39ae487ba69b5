/// Some of a register's records: a bit for each, so that nothing is hashed.
struct RecordSet {
  private var words: [UInt64]

  /// No record of a register.
  init(_ registry: Registry) { words = [UInt64](repeating: 0, count: (registry.headers.count + 63) / 64) }

  func contains(_ record: RecordIndex) -> Bool {
    record.isResolved && words[Int(record.value) >> 6] & (1 << UInt64(record.value & 63)) != 0
  }

  /// - Returns: true when the record was not in the set; false for a reference that leads nowhere, which is never in one.
  mutating func insert(_ record: RecordIndex) -> Bool {
    guard record.isResolved, !contains(record) else { return false }
    words[Int(record.value) >> 6] |= 1 << UInt64(record.value & 63)
    return true
  }

  mutating func remove(_ records: [RecordIndex]) {
    for record in records { words[Int(record.value) >> 6] &= ~(1 << UInt64(record.value & 63)) }
  }
}
