/// A UTF-8 text file, handed over as a value: nothing here reads the disk.
package struct SourceFile: Sendable {
  /// Relative to the registry, with `/` between the parts; shown to people.
  package let path: String
  /// The whole file as it is on disk, a byte order mark included.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a byte. An offset beyond the end means the end; a byte order mark has no column.
  package func position(at offset: UInt32) -> Position {
    let end = min(Int(offset), bytes.count)
    var line = 1
    var start = byteOrderMarkLength
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      }
    }
    return Position(line: line, column: column(of: offset, from: UInt32(start)))
  }

  /// The column of a byte in the line that starts at another one: characters are counted, bytes that are not UTF-8 as they are shown.
  package func column(of offset: UInt32, from start: UInt32) -> Int {
    let (start, end) = (Int(start), min(Int(offset), bytes.count))
    guard start < end else { return 1 }
    let isASCII = bytes.withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for index in start..<end { all |= bytes[index] }
      return all < 0x80
    }
    return 1 + (isASCII ? end - start : String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.count)
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD, and what lies beyond the end of the file is left out.
  package func text(in range: SourceRange) -> String {
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
  }

  /// The text of a line, counted from 1, without its line end and without a byte order mark; empty when there is none.
  package func line(_ number: Int) -> String {
    var start = byteOrderMarkLength
    var line = 1
    while line < number {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return "" }
      start = end + 1
      line += 1
    }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// What keeps the file from being text: bytes that are not UTF-8, control characters, odd line ends, too many bytes.
  package func faultsAsText(number: UInt32) -> [Diagnostic] {
    var scan = SourceScan(file: self, number: number)
    _ = scan.run()
    return scan.faults
  }

  /// The whole text without a byte order mark, its lines ended by LF.
  package var plainText: String {
    let text = bytes.dropFirst(byteOrderMarkLength)
    guard text.contains(UInt8(ascii: "\r")) else { return String(decoding: text, as: UTF8.self) }
    return String(decoding: text.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }

  /// 3 when the file starts with a UTF-8 byte order mark, else 0.
  var byteOrderMarkLength: Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }
}
