import Testing

@testable import RopaKit

@Suite struct KeyedHashTests {
  private static let key = KeyedHash.Key(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  /// Key and message count up from 0, as in the authors' own vectors; the longer results are those of OpenSSL.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (16, "6ee2a4ca67b054bbfd3315bf85230577"),
    (64, "1eaf077dc0d4cd3f8cad4d383658a74b"), (1024, "b44b6d8f1c6b6a608ac9fbde6ad5a312"),
  ])
  func wholeWordsGiveSipHash(_ length: Int, _ expected: String) {
    var hash = KeyedHash(Self.key)
    for start in stride(from: 0, to: length, by: 8) {
      var word: UInt64 = 0
      for place in 0..<8 { word |= UInt64((start + place) & 255) << UInt64(8 * place) }
      hash.add(word)
    }
    #expect(hexadecimal(hash.value) == expected)
  }

  @Test func bytesAreTheirCountAndWordsFilledUpWithZeros() {
    for length in 0...20 {
      let bytes = (0..<length).map { UInt8($0 + 1) }
      var expected = KeyedHash(Self.key)
      expected.add(UInt64(length))
      for start in stride(from: 0, to: length, by: 8) {
        var word: UInt64 = 0
        for place in start..<min(length, start + 8) { word |= UInt64(bytes[place]) << UInt64(8 * (place - start)) }
        expected.add(word)
      }
      var hash = KeyedHash(Self.key)
      hash.add(bytes)
      #expect(hash.value == expected.value, "\(length) bytes")
    }
  }

  @Test func textsDoNotRunTogether() {
    let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["abc\0"], ["abc", "", ""], []]
    let values = lists.map { texts in
      var hash = KeyedHash(Self.key)
      for text in texts { hash.add(text) }
      return hash.value
    }
    #expect(Set(values).count == lists.count)
  }

  @Test func anotherKeyGivesAnotherValue() {
    #expect(KeyedHash(.random()).value != KeyedHash(.random()).value)
    #expect(KeyedHash(Self.key).value == KeyedHash(Self.key).value)
  }

  @Test func aSetHasNoOrder() {
    let members = (0..<5).map { number in
      var hash = KeyedHash(Self.key)
      hash.add(UInt64(number))
      return hash.value
    }
    func sum(_ values: some Sequence<KeyedHash.Value>) -> KeyedHash.Value {
      values.reduce(into: KeyedHash.Value()) { $0.join($1) }
    }
    #expect(sum(members) == sum(members.reversed()))
    #expect(sum(members) != sum(members.dropLast()))
  }

  private func hexadecimal(_ value: KeyedHash.Value) -> String {
    var digits = ""
    for word in [value.first, value.second] {
      for byte in 0..<16 {
        // Two digits for each byte, the lowest byte first.
        let shift = UInt64(8 * (byte / 2) + (byte % 2 == 0 ? 4 : 0))
        digits += String((word >> shift) & 15, radix: 16)
      }
    }
    return digits
  }
}
