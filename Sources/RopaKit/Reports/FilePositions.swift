package import LocatedYAML

/// Lines and columns of places, asked for in any order. Findings come by file, so the last file's line starts are kept.
package struct FilePositions {
  private let registry: Registry
  private var file: UInt32 = .max
  private var starts: [UInt32] = []
  /// The last place asked for: columns are counted on from there, because a line can be a whole file.
  private var last = (start: 0, end: 0, column: 1)

  package init(_ registry: Registry) { self.registry = registry }

  /// Line and column, both from 1; the column counts code points.
  package mutating func position(_ number: UInt32, _ offset: UInt32) -> Position {
    guard Int(number) < registry.files.count else { return Position(line: 1, column: 1) }
    let source = registry.files[Int(number)]
    if number != file {
      file = number
      last = (0, 0, 1)
      starts = [0]
      source.bytes.withUnsafeBufferPointer { bytes in
        for index in bytes.indices where bytes[index] == 0x0A { starts.append(UInt32(index + 1)) }
      }
    }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    var start = Int(starts[low - 1])
    if start == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = max(start, min(Int(offset), source.bytes.count))
    if last.start != start || last.end > end { last = (start, start, 1) }
    var column = last.column
    source.bytes.withUnsafeBufferPointer { bytes in
      for index in last.end..<end where bytes[index] & 0xC0 != 0x80 { column += 1 }
    }
    last = (start, end, column)
    return Position(line: low, column: column)
  }
}
