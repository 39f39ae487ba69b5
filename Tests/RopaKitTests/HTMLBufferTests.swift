import Testing

@testable import RopaKit

/// Escaping looks at several bytes at once; these compare it with a look at one byte after the other.
@Suite struct HTMLBufferTests {
  @Test func everyByteIsSeenAtEveryPlaceOfABlock() {
    for length in 1...20 {
      for place in 0..<length {
        for byte in UInt8(0)..<0x80 {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[place] = byte
          #expect(escaped(bytes) == expected(bytes), "byte \(byte) at \(place) of \(length)")
        }
      }
    }
  }

  @Test(arguments: ["é", "“", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{85}", "😀", "a\u{301}", "<\u{301}"])
  func charactersOfSeveralBytesAreSeenAtEveryPlace(_ character: String) {
    for before in 0..<18 {
      let bytes = Array((String(repeating: "x", count: before) + character + "yyyyyyyyy").utf8)
      #expect(escaped(bytes) == expected(bytes), "after \(before)")
    }
  }

  private func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var buffer = HTMLBuffer()
    bytes.withUnsafeBufferPointer { buffer.text($0) }
    return buffer.withBytes { Array($0) }
  }

  private func expected(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".utf8
      case "<": result += "&lt;".utf8
      case ">": result += "&gt;".utf8
      case "\"": result += "&quot;".utf8
      case "'": result += "&#39;".utf8
      case "\t", "\n": result.append(UInt8(scalar.value))
      default:
        let isInvisible =
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x200E...0x200F).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || scalar.value == 0xFEFF
        let code = String(scalar.value, radix: 16, uppercase: true)
        result +=
          (isInvisible ? "U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code : String(scalar))
          .utf8
      }
    }
    return result
  }
}
