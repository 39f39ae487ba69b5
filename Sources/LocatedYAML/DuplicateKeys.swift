/// A key of a mapping that is still open.
struct KeyMark {
  /// Differs only when the texts differ.
  let fingerprint: UInt32
  let node: Int32

  /// FNV-1a.
  @inline(__always)
  static func fingerprint(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

extension YAMLTree {
  /// Keys whose bytes equal those of an earlier key among these, each with the first such key.
  ///
  /// An everyday mapping is compared pair by pair, which allocates nothing; a large one is sorted.
  func duplicates(among keys: ContiguousArray<KeyMark>.SubSequence) -> [(key: Int32, first: Int32)] {
    var found: [(key: Int32, first: Int32)] = []
    if keys.count <= 32 {
      for later in keys.indices.dropFirst() {
        let mark = keys[later]
        for earlier in keys.startIndex..<later
        where keys[earlier].fingerprint == mark.fingerprint && order(keys[earlier].node, mark.node) == 0 {
          found.append((mark.node, keys[earlier].node))
          break
        }
      }
      return found
    }
    let sorted = keys.sorted { left, right in
      if left.fingerprint != right.fingerprint { return left.fingerprint < right.fingerprint }
      let order = order(left.node, right.node)
      return order == 0 ? left.node < right.node : order < 0
    }
    var first = sorted[0]
    for mark in sorted.dropFirst() {
      if mark.fingerprint == first.fingerprint, order(mark.node, first.node) == 0 {
        found.append((mark.node, first.node))
      } else {
        first = mark
      }
    }
    return found
  }

  /// The order of two scalars' bytes: negative, 0 or positive.
  private func order(_ left: Int32, _ right: Int32) -> Int {
    let (left, right) = (nodes[Int(left)], nodes[Int(right)])
    for offset in 0..<min(left.count, right.count) {
      let difference = Int(text[Int(left.textStart) + offset]) - Int(text[Int(right.textStart) + offset])
      if difference != 0 { return difference }
    }
    return left.count - right.count
  }
}
