/// Text for a terminal: what is not a style of ours shows its control characters as `U+XXXX`.
struct TextWriter {
  private(set) var bytes: [UInt8] = []

  mutating func style(_ sequence: String) { bytes += Array(sequence.utf8) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      var index = 0
      while index < buffer.count {
        // A letter, a digit or a sign of ASCII.
        if buffer[index] >= 0x20 && buffer[index] < 0x7F {
          index += 1
          continue
        }
        let invisible = invisibleScalar(buffer, at: index)
        if invisible.length == 0 {
          index += 1
          continue
        }
        bytes.append(contentsOf: buffer[start..<index])
        let digits = String(invisible.scalar, radix: 16, uppercase: true)
        bytes +=
          Array("U+".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count) + Array(digits.utf8)
        index += invisible.length
        start = index
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }
}
