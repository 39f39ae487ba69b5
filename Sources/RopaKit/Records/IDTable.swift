/// Records by id, asked with the bytes of a file so that no text has to be made for the question.
struct IDTable: Sendable {
  private var records: [RecordIndex] = []
  /// The ids one after the other, and where each begins; then the end of the last one.
  private var text: [UInt8] = []
  private var starts: [Int32] = [0]
  /// Open addressing: one more than a place among the ids, 0 for an empty slot; at most half of the slots are taken.
  private var slots = [Int32](repeating: 0, count: 16)

  /// The record of an id; when there is none yet, this one from now on.
  /// - Returns: the record that had the id before; nil when it was free.
  mutating func insert(_ id: String, _ record: RecordIndex) -> RecordIndex? {
    if (records.count + 1) * 2 > slots.count { grow() }
    var id = id
    return id.withUTF8 { bytes in
      let slot = slot(of: bytes)
      if slots[slot] != 0 { return records[Int(slots[slot]) - 1] }
      records.append(record)
      text += bytes
      starts.append(Int32(text.count))
      slots[slot] = Int32(records.count)
      return nil
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in records.indices {
      let slot = text.withUnsafeBufferPointer { text in
        self.slot(of: UnsafeBufferPointer(rebasing: text[range(number)]))
      }
      slots[slot] = Int32(number + 1)
    }
  }

  private func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// The slot that holds an id, or the empty one where it belongs.
  private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = IDTable.hash(id) & (slots.count - 1)
    while slots[slot] != 0, !isID(Int(slots[slot]) - 1, id) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isID(_ number: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == id.count else { return false }
    return text.withUnsafeBufferPointer { text in
      for index in 0..<id.count where text[range.lowerBound + index] != id[index] { return false }
      return true
    }
  }

  /// All ids, sorted.
  var all: [String] { records.indices.map { String(decoding: text[range($0)], as: UTF8.self) }.sorted() }

  func record(_ id: UnsafeBufferPointer<UInt8>) -> RecordIndex? {
    let number = slots[slot(of: id)]
    return number == 0 ? nil : records[Int(number) - 1]
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
