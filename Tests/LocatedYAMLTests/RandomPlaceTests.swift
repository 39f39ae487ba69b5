import LocatedYAML
import Testing

/// Writes random YAML and remembers where each scalar went; the reader must find the same texts at the same places.
@Suite struct RandomPlaceTests {
  @Test(arguments: 0..<300)
  func scalarsAreWhereTheyWereWritten(seed: UInt64) throws {
    var writer = RandomWriter(seed: seed)
    writer.writeDocument()
    let reading = Reading(bytes: writer.bytes)
    #expect(reading.faults.isEmpty)
    let root = try #require(reading.root)
    let scalars = (0..<reading.tree.nodeCount).map { NodeIndex(value: Int32($0)) }
      .filter { reading.tree.kind($0) == .scalar }
    #expect(scalars.map { reading.tree.text($0) } == writer.scalars.map(\.text))
    #expect(scalars.map { reading.tree.range($0) } == writer.scalars.map(\.range))
    checkNesting(reading, root)
  }

  /// Broken text must never stop the program, and whatever is reported or kept lies inside the file.
  @Test(arguments: 0..<300)
  func brokenTextKeepsPlacesInside(seed: UInt64) {
    let marks = Array("[]{},:-?!&*#|>'\"%@\t\n  <~".utf8)
    var writer = RandomWriter(seed: seed)
    writer.writeDocument()
    for _ in 0..<10 {
      var bytes = writer.bytes
      for _ in 0...writer.below(4) {
        bytes.insert(marks[writer.below(marks.count)], at: writer.below(bytes.count + 1))
      }
      let reading = Reading(bytes: bytes)
      let places = reading.diagnostics.flatMap { [$0.range] + $0.notes.map(\.range) }
      let nodes = (0..<reading.tree.nodeCount).map { reading.tree.range(NodeIndex(value: Int32($0))) }
      for place in places + nodes {
        #expect(place.start <= place.end && Int(place.end) <= bytes.count, "\(reading.file.text(in: place)) \(place)")
      }
      #expect(reading.root != nil || !reading.diagnostics.isEmpty || reading.tree.nodeCount == 0)
    }
  }

  /// Children follow one another inside their parent, and a block collection ends with its last child.
  private func checkNesting(_ reading: Reading, _ node: NodeIndex) {
    let range = reading.tree.range(node)
    var previous = range.start
    let children = reading.children(node)
    for child in children {
      let place = reading.tree.range(child)
      #expect(place.start >= previous && place.end <= range.end)
      previous = place.end
      checkNesting(reading, child)
    }
    guard reading.tree.kind(node) != .scalar, let last = reading.source(node).utf8.last else { return }
    let isFlow = "[{".utf8.contains(reading.source(node).utf8.first!)
    #expect(isFlow ? "]}".utf8.contains(last) : range.end == previous)
  }
}

private struct RandomWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var scalars: [(text: String, range: SourceRange)] = []
  private var state: UInt64
  private var lineEnd = "\n"
  private var keyCount = 0

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A linear congruential step; the upper bits are random enough for tests.
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func writeDocument() {
    if below(4) == 0 { write("\u{FEFF}") }
    if below(3) == 0 { lineEnd = "\r\n" }
    writeFillers()
    if below(2) == 0 { writeMapping(indent: 0, depth: 0) } else { writeSequence(indent: 0, depth: 0) }
    writeFillers()
  }

  private mutating func write(_ text: String) { bytes += Array(text.utf8) }

  private mutating func writeFillers() {
    for _ in 0..<below(3) { write((below(2) == 0 ? "" : "  # é: [😀, 'x'") + lineEnd) }
  }

  private mutating func writeMapping(indent: Int, depth: Int) {
    for index in 0...below(4) {
      if index > 0 { write(String(repeating: " ", count: indent)) }
      keyCount += 1
      writeScalar(prefix: "k\(keyCount)")
      write(":")
      writeValue(indent: indent, depth: depth)
    }
  }

  private mutating func writeSequence(indent: Int, depth: Int) {
    for index in 0...below(4) {
      if index > 0 { write(String(repeating: " ", count: indent)) }
      write("-")
      if depth < 4, below(4) == 0 {
        write(" ")
        writeMapping(indent: indent + 2, depth: depth + 1)
      } else {
        writeValue(indent: indent, depth: depth)
      }
    }
  }

  private mutating func writeValue(indent: Int, depth: Int) {
    let choice = depth > 4 ? below(2) : below(5)
    if choice < 3 {
      write(String(repeating: " ", count: 1 + below(3)))
      if choice == 2 { writeFlow(depth: 0) } else { writeScalar(prefix: "") }
      if below(4) == 0 { write("  # ü - c: d") }
      write(lineEnd)
      writeFillers()
      return
    }
    write(lineEnd)
    writeFillers()
    write(String(repeating: " ", count: indent + 2))
    if choice == 3 {
      writeMapping(indent: indent + 2, depth: depth + 1)
    } else {
      writeSequence(indent: indent + 2, depth: depth + 1)
    }
  }

  private mutating func writeFlow(depth: Int) {
    let isMapping = below(2) == 0
    write(isMapping ? "{" : "[ ")
    for index in 0..<below(4) {
      if index > 0 { write(below(2) == 0 ? ", " : " , ") }
      if isMapping {
        keyCount += 1
        writeScalar(prefix: "k\(keyCount)")
        write(": ")
      }
      if depth < 3, below(3) == 0 { writeFlow(depth: depth + 1) } else { writeScalar(prefix: "") }
    }
    write(isMapping ? " }" : "]")
  }

  private mutating func writeScalar(prefix: String) {
    let words = ["ab", "ü", "😀", "e\u{301}", "漢字", "it's", "a-b", "x#y", "7", "\u{A0}", "q\"r", "b\\c"]
    var text = prefix.isEmpty ? "v" : prefix
    for _ in 0..<below(4) { text += (below(2) == 0 ? " " : "") + words[below(words.count)] }
    let written =
      switch below(3) {
      case 0: text
      case 1: "'" + escaped(text, ["'": "''"]) + "'"
      default: "\"" + escaped(text, ["\"": "\\\"", "\\": "\\\\", "ü": "\\u00FC", "\u{A0}": "\\_"]) + "\""
      }
    let start = UInt32(bytes.count)
    write(written)
    scalars.append((text, SourceRange(file: 7, start: start, end: UInt32(bytes.count))))
  }

  private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var written = ""
    for scalar in text.unicodeScalars { written += escapes[scalar] ?? String(scalar) }
    return written
  }
}
