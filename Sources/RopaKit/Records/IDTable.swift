/// Records by id, asked with the bytes of a file so that no text has to be made for the question.
struct IDTable: Sendable {
  private let ids: [String]
  private let records: [RecordIndex]
  /// Open addressing: one more than an index into `ids`, 0 for an empty slot; at most half of the slots are taken.
  private let slots: [Int32]

  init(_ index: [String: RecordIndex]) {
    // In the order of the ids, so that nothing depends on the order of a dictionary.
    let sorted = index.sorted { $0.key < $1.key }
    ids = sorted.map(\.key)
    records = sorted.map(\.value)
    var size = 16
    while size < ids.count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    for (number, id) in ids.enumerated() {
      var id = id
      var slot = id.withUTF8 { IDTable.hash($0) } & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number + 1)
    }
    self.slots = slots
  }

  /// All ids, sorted.
  var all: [String] { ids }

  func record(_ id: UnsafeBufferPointer<UInt8>) -> RecordIndex? {
    var slot = IDTable.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if ids[number].utf8.count == id.count && ids[number].utf8.elementsEqual(id) { return records[number] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func record(_ id: String) -> RecordIndex? {
    var id = id
    return id.withUTF8 { record($0) }
  }

  /// Seeded anew by each process, so that no register can be written to make the look-ups slow.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize()
  }
}
