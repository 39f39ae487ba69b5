/// A line of own text without its end, and without what belongs to the lists around it.
struct RichLine {
  /// Columns of white space before the first byte that is none.
  var indent: Int
  /// From the first byte that is no white space.
  var bytes: ArraySlice<UInt8>
  /// It belongs to a list item only because the paragraph before it goes on.
  var isLazy = false

  var isBlank: Bool { bytes.isEmpty }

  /// It begins with the signs of a heading.
  var isHeading: Bool {
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    return indent < 4 && (1...6).contains(level) && bytes.dropFirst(level).first.map(RopaKit.isBlank) ?? true
  }

  /// Three or more of `*`, `-` or `_`, alone on a line: a rule, which is not read, and no list.
  var isRule: Bool {
    guard let sign = bytes.first, [UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(sign) else {
      return false
    }
    return bytes.allSatisfy { $0 == sign || RopaKit.isBlank($0) } && bytes.count { $0 == sign } >= 3
  }

  /// The second line of a table, `|---|:-:|`, below a line of cells; tables are not read.
  func isTableRule(after cells: RichLine?) -> Bool {
    let bar = UInt8(ascii: "|")
    guard let cells, cells.bytes.contains(bar), bytes.contains(bar), bytes.contains(UInt8(ascii: "-")) else {
      return false
    }
    return bytes.allSatisfy {
      $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || RopaKit.isBlank($0)
    }
  }

  /// Neither a heading nor an item of a list begins here.
  var isOnlyWords: Bool { !isHeading && (isRule || ListMarker(self) == nil) }

  /// The lines of a text. White space in front is counted in columns; a tab goes to the next multiple of four.
  static func lines(of text: [UInt8]) -> [RichLine] {
    text.split(omittingEmptySubsequences: false) { $0 == 0x0A }.map { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return RichLine(line, column: 0)
    }
  }

  /// - Parameter column: where the bytes begin.
  init(_ bytes: ArraySlice<UInt8>, column: Int) {
    var at = column
    var rest = bytes
    while let byte = rest.first, byte == 0x20 || byte == 0x09 {
      at += byte == 0x09 ? 4 - at % 4 : 1
      rest = rest.dropFirst()
    }
    indent = at - column
    self.bytes = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? [] : rest
    if self.bytes.isEmpty { indent = 0 }
  }

  /// The line seen from inside a list item.
  func outdented(by columns: Int) -> RichLine {
    var line = self
    line.indent = max(0, indent - columns)
    return line
  }
}

/// The sign before a list item.
struct ListMarker {
  /// `-`, `*`, `+`, or `.` or `)` after a number. Another sign begins another list.
  let sign: UInt8
  /// Nil before an item of a list with bullets.
  let number: Int?
  /// Columns from the line's indent to the item's text.
  let width: Int
  /// The item's first line.
  let rest: RichLine

  /// Nil where the line begins no item.
  init?(_ line: RichLine) {
    guard line.indent < 4, let first = line.bytes.first else { return nil }
    var after = line.bytes
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      (sign, number) = (first, nil)
      after = after.dropFirst()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.bytes.prefix { (0x30...0x39).contains($0) }
      after = after.dropFirst(digits.count)
      guard digits.count <= 9, let end = after.first, end == UInt8(ascii: ".") || end == UInt8(ascii: ")") else {
        return nil
      }
      (sign, number) = (end, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      after = after.dropFirst()
    default: return nil
    }
    guard after.isEmpty || after.first == 0x20 || after.first == 0x09 else { return nil }
    let sign = line.bytes.count - after.count
    let rest = RichLine(after, column: line.indent + sign)
    // One blank belongs to the sign; five or more would be code, which is not read.
    width = sign + (rest.isBlank || rest.indent > 4 ? 1 : rest.indent)
    self.rest = rest.isBlank ? rest : rest.outdented(by: width - sign)
  }

  /// It may stand in the middle of a paragraph without a blank line before it.
  var interruptsParagraph: Bool { !rest.isBlank && (number ?? 1) == 1 }
}

/// Whether the lines of a list item, one after the other, end inside a paragraph, of the item itself or of lists in it.
struct OpenParagraph {
  private(set) var isOpen = false
  /// The columns at which the items of inner lists have their words, the outermost first.
  private var columns: [Int] = []
  /// How many of the inner lists are around the paragraph.
  private var depth = 0

  mutating func add(_ line: RichLine) {
    if line.isBlank {
      isOpen = false
    } else if !line.isLazy {
      let around = columns.prefix { $0 <= line.indent }.count
      let column = around > 0 ? columns[around - 1] : 0
      add(line.outdented(by: column), at: column, around)
    }
  }

  /// - Parameter around: how many of the inner lists the line belongs to by its indent.
  private mutating func add(_ line: RichLine, at column: Int, _ around: Int) {
    if line.isBlank || line.isHeading {
      columns.removeSubrange(around...)
      isOpen = false
    } else if !line.isRule, around < RichBlockReader.deepest, let marker = ListMarker(line),
      !isOpen || around < depth || marker.interruptsParagraph
    {
      columns.removeSubrange(around...)
      columns.append(column + line.indent + marker.width)
      isOpen = false
      add(marker.rest, at: columns[around], around + 1)
    } else if !isOpen || around >= depth {
      columns.removeSubrange(around...)
      (isOpen, depth) = (true, around)
    }
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension ArraySlice<UInt8> {
  /// Without the bytes at its end that are so.
  func trimmingEnd(_ isSo: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, isSo(last) { slice.removeLast() }
    return slice
  }
}
