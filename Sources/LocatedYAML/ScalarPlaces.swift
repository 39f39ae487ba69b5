// Where libyaml's marks are wider than what a person would point at.

extension TreeBuilder {
  func isBlankOrBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The end of the line that holds an offset, before its line end.
  func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// The place of a value that is not written: behind the `:`, `-` or `?` that asks for it.
  mutating func emptyScalar(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
    if start < end {
      // Only a tag or an anchor stands there.
      _ = afterProperties(start, end: end, atMost: 2)
      return (end, end)
    }
    guard start > base, start > lastEnd else { return (start, start) }
    switch bytes[start - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): return (start, start)
    // A key without a colon: libyaml gives the next token, perhaps lines away.
    default: return (lastEnd, lastEnd)
    }
  }

  /// Reports tags and anchors before a node and returns where the node itself starts.
  @inline(__always)
  mutating func afterProperties(_ start: Int, end: Int, atMost count: Int) -> Int {
    guard count > 0, start < end, bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "&") else {
      return start
    }
    return skipProperties(start, end: end, atMost: count)
  }

  private mutating func skipProperties(_ start: Int, end: Int, atMost count: Int) -> Int {
    var index = start
    for _ in 0..<count where index < end {
      if bytes[index] == UInt8(ascii: "&") {
        let stop = bytes[(index + 1)..<end].firstIndex { !isAnchorByte($0) } ?? end
        report("anchor-used", "Anchors (`&name`) are not used in records.", index, stop, hint: "Remove it.")
        index = stop
      } else if bytes[index] == UInt8(ascii: "!") {
        let stop = endOfTag(index, end)
        report(
          "tag-used", "Tags (`!name`) are not used in records.", index, stop,
          hint: "Remove it; put text that starts with `!` in quotes.")
        index = stop
      }
      index = skipBlanksAndComments(index, end)
    }
    return index
  }

  /// The end of the tag that starts at an offset.
  func endOfTag(_ start: Int, _ end: Int) -> Int {
    if start + 1 < end, bytes[start + 1] == UInt8(ascii: "<") {
      return bytes[start..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? end
    }
    return bytes[start..<end].firstIndex {
      isBlankOrBreak($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}")
    } ?? end
  }

  private func skipBlanksAndComments(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "#") {
        index = endOfLine(index)
      } else if isBlankOrBreak(bytes[index]) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private func isAnchorByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The end of a block scalar's last line with text, before its line end; libyaml includes the blank lines behind it.
  func endOfBlockScalar(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      var line = end
      while line > start, bytes[line - 1] == 0x20 || bytes[line - 1] == 0x09 { line -= 1 }
      if line > start, bytes[line - 1] == 0x0A || bytes[line - 1] == 0x0D {
        end = line - 1
      } else {
        break
      }
    }
    return end
  }
}
