/// SipHash-2-4 with a result of 128 bits (Aumasson and Bernstein, 2012; the longer result is that of their reference code).
///
/// Who does not know the key cannot make two inputs with the same result, however well the program is known. It is no digest: who
/// knows the key can.
///
/// What is added is framed: bytes come after their count, filled up with zeros to whole words. So two lists of additions give
/// the same result only where they are the same list.
package struct KeyedHash: Sendable {
  /// A secret of 128 bits.
  package struct Key: Equatable, Sendable {
    package let first: UInt64
    package let second: UInt64

    package init(_ first: UInt64, _ second: UInt64) {
      self.first = first
      self.second = second
    }

    /// A new key from the system's source of randomness.
    package static func random() -> Key {
      var source = SystemRandomNumberGenerator()
      return Key(source.next(), source.next())
    }
  }

  /// A result of 128 bits.
  package struct Value: Hashable, Sendable {
    package private(set) var first: UInt64
    package private(set) var second: UInt64

    package init(_ first: UInt64 = 0, _ second: UInt64 = 0) {
      self.first = first
      self.second = second
    }

    /// Adds the result of another member of a set, in any order: of no use where a member may come twice.
    package mutating func join(_ other: Value) {
      first &+= other.first
      second &+= other.second
    }
  }

  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  private var count: UInt64 = 0

  package init(_ key: Key) {
    v0 = key.first ^ 0x736f_6d65_7073_6575
    // The last byte tells the longer result from the shorter one.
    v1 = key.second ^ 0x646f_7261_6e64_6f6d ^ 0xee
    v2 = key.first ^ 0x6c79_6765_6e65_7261
    v3 = key.second ^ 0x7465_6462_7974_6573
  }

  /// Adds a number.
  package mutating func add(_ word: UInt64) {
    v3 ^= word
    mix()
    mix()
    v0 ^= word
    count &+= 1
  }

  /// Adds bytes.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    let whole = bytes.count & ~7
    var place = 0
    while place < whole {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    guard whole < bytes.count else { return }
    var last: UInt64 = 0
    for place in whole..<bytes.count { last |= UInt64(bytes[place]) << (8 * UInt64(place - whole)) }
    add(last)
  }

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Adds the bytes of a text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a result.
  package mutating func add(_ value: Value) {
    add(value.first)
    add(value.second)
  }

  /// The result of all that was added.
  package var value: Value {
    var end = self
    // SipHash closes with the number of bytes; here they are whole words, so that none is left over.
    end.add((count &* 8) << 56)
    end.v2 ^= 0xee
    let first = end.closed()
    end.v1 ^= 0xdd
    return Value(first, end.closed())
  }

  private mutating func closed() -> UInt64 {
    for _ in 0..<4 { mix() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  @inline(__always)
  private mutating func mix() {
    v0 &+= v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 &+= v3
    v3 = rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }
}

@inline(__always)
private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word &<< count | word &>> (64 - count) }
