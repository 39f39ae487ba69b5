/// JSON text in bytes. Everything that shows nothing or could steer a terminal is written as an escape, so that a report may be printed anywhere.
/// Its functions are not built into their callers, whose nested closures would take the optimiser long.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// A comma is due before the next value.
  private var needsComma = false

  @inline(never)
  mutating func object(_ body: (inout JSONWriter) -> Void) { nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body) }

  @inline(never)
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest(UInt8(ascii: "["), UInt8(ascii: "]"), body) }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  @inline(never)
  mutating func key(_ name: StaticString) {
    separate()
    string(name.description)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  @inline(never)
  mutating func key(text name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  @inline(never)
  mutating func value(_ text: String) {
    separate()
    string(text)
    needsComma = true
  }

  @inline(never)
  mutating func value(_ number: Int) {
    separate()
    bytes += Array(String(number).utf8)
    needsComma = true
  }

  @inline(never)
  mutating func value(_ truth: Bool) {
    separate()
    bytes += Array((truth ? "true" : "false").utf8)
    needsComma = true
  }

  @inline(never)
  mutating func null() {
    separate()
    bytes += Array("null".utf8)
    needsComma = true
  }

  /// A value that has been written already.
  @inline(never)
  mutating func raw(_ value: [UInt8]) {
    separate()
    bytes += value
    needsComma = true
  }

  /// Ends the last line.
  mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  /// Begins a new line, for people who read the file.
  mutating func newline() {
    separate()
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        let invisible = invisibleScalar(buffer, at: index)
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          bytes += [UInt8(ascii: "\\"), byte]
        } else if byte == 0x0A {
          bytes += Array("\\n".utf8)
        } else if byte == 0x09 {
          bytes += Array("\\t".utf8)
        } else if invisible.length > 0 {
          let digits = String(invisible.scalar, radix: 16)
          bytes +=
            Array("\\u".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count) + Array(digits.utf8)
          index += invisible.length - 1
        } else {
          bytes.append(byte)
        }
        index += 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
