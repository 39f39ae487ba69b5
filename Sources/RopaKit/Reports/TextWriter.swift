/// Text for a terminal: what is not a style of ours shows its control characters as `U+XXXX`.
struct TextWriter {
  private(set) var bytes: [UInt8] = []

  mutating func style(_ sequence: String) { bytes += Array(sequence.utf8) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var index = 0
      while index < buffer.count {
        let invisible = invisibleScalar(buffer, at: index)
        if invisible.length == 0 {
          bytes.append(buffer[index])
          index += 1
        } else {
          let digits = String(invisible.scalar, radix: 16, uppercase: true)
          bytes +=
            Array("U+".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count) + Array(digits.utf8)
          index += invisible.length
        }
      }
    }
  }
}
