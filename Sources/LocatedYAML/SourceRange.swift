/// A place as people count it: lines end at LF only, columns are Unicode code points, both start at 1.
package struct Position: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a file: the file's number, and its first byte and the byte after its last one as UTF-8 offsets.
///
/// Offsets count from the first byte of the file, a byte order mark included. Ranges order by file, start, end.
@usableFromInline
package struct SourceRange: Hashable, Sendable, Comparable {
  package let file: UInt32
  package let start: UInt32
  package let end: UInt32

  package init(file: UInt32, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = end
  }

  @usableFromInline
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
