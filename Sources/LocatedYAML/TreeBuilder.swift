/// Turns events into nodes, with byte offsets, and reports what records may not use.
struct TreeBuilder {
  /// Deeper nesting than this stops the parser at once: libyaml is quadratic in it.
  static let deepest = 64

  private struct Frame {
    let node: Int32
    var lastChild: Int32 = -1
    var childCount = 0
    let firstKey: Int
    let isMapping: Bool
    let isFlow: Bool
  }

  let bytes: [UInt8]
  /// Where the text starts: behind a byte order mark.
  let base: Int
  private let number: UInt32
  /// So many code points behind `base` are one byte each.
  private let asciiPrefix: Int
  private(set) var root: NodeIndex?
  private(set) var faults: [Diagnostic] = []
  private var frames = ContiguousArray<Frame>()
  private var keys = ContiguousArray<KeyMark>()
  private var documents = 0
  /// The end of the node that was completed last.
  private(set) var lastEnd: Int
  private var cursorCodePoint: Int
  private var cursorByte: Int

  init(bytes: [UInt8], base: Int, number: UInt32, asciiPrefix: Int) {
    self.bytes = bytes
    self.number = number
    self.base = base
    self.asciiPrefix = asciiPrefix
    lastEnd = base
    cursorCodePoint = asciiPrefix
    cursorByte = base + asciiPrefix
    frames.reserveCapacity(16)
    keys.reserveCapacity(64)
  }

  // MARK: Events

  @inline(__always)
  mutating func addScalar(
    _ value: UnsafeBufferPointer<UInt8>, style: ScalarStyle, from first: Int, to last: Int, _ tree: inout YAMLTree
  ) {
    var start = offset(ofCodePoint: first)
    var end = offset(ofCodePoint: last)
    if style == .plain, value.isEmpty {
      (start, end) = emptyScalar(start, end)
    } else {
      start = afterProperties(start, end: end, atMost: 2)
      if style == .literal || style == .folded { end = endOfBlockScalar(start, end) }
    }
    let node = Node(
      scalar: style, range: range(start, end), textStart: UInt32(tree.text.count), length: value.count)
    tree.text.append(contentsOf: value)
    if append(node, &tree) {
      let index = Int32(tree.nodes.count - 1)
      keys.append(KeyMark(fingerprint: KeyMark.fingerprint(of: value), node: index))
      if style == .plain, value.count == 2, tree.equals(NodeIndex(value: index), "<<") {
        report("merge-key", "Merge keys (`<<`) are not used in records", start, end, hint: "write the fields out")
      }
    }
    lastEnd = end
  }

  mutating func addAlias(from first: Int, to last: Int, _ tree: inout YAMLTree) {
    let (start, end) = (offset(ofCodePoint: first), offset(ofCodePoint: last))
    report(
      "alias-used", "Aliases (`*name`) are not used in records", start, end,
      hint: "write the value out; put text that starts with `*` in quotes")
    _ = append(Node(scalar: .plain, range: range(start, end), textStart: UInt32(tree.text.count), length: 0), &tree)
    lastEnd = end
  }

  mutating func open(
    _ kind: NodeKind, from first: Int, isFlow: Bool, properties: Int, _ tree: inout YAMLTree
  ) -> ParsingStep {
    let start = afterProperties(offset(ofCodePoint: first), end: bytes.count, atMost: properties)
    if frames.count == Self.deepest {
      report("nested-too-deeply", "Lists and mappings are nested more than \(Self.deepest) deep", start, start + 1)
      return .stopped
    }
    if append(Node(collection: kind, range: range(start, start)), &tree) {
      report("key-not-text", "A key must be text, not a list or mapping", start, start + 1)
    }
    frames.append(
      Frame(
        node: Int32(tree.nodes.count - 1), firstKey: keys.count, isMapping: kind == .mapping, isFlow: isFlow))
    return .more
  }

  mutating func close(from first: Int, to last: Int, _ tree: inout YAMLTree) {
    let frame = frames.removeLast()
    // Only a bracket ends where the event does: the end of a block collection is the start of the next token.
    if frame.isFlow, first != last { lastEnd = offset(ofCodePoint: last) }
    let node = Int(frame.node)
    tree.nodes[node].range = range(Int(tree.nodes[node].range.start), lastEnd)
    tree.nodes[node].setChildCount(frame.childCount)
    guard frame.isMapping else { return }
    if keys.count - frame.firstKey > 1 { reportDuplicates(since: frame.firstKey, tree) }
    keys.removeLast(keys.count - frame.firstKey)
  }

  mutating func startDocument(at first: Int, hasDirectives: Bool) -> ParsingStep {
    documents += 1
    var start = offset(ofCodePoint: first)
    if documents > 1 {
      report(
        "several-documents", "A file holds one document, and a second one starts here", start, endOfLine(start),
        hint: "remove the line `---`, or split the file")
      return .finished
    }
    guard hasDirectives else { return .more }
    while start < bytes.count, bytes[start] != UInt8(ascii: "-") {
      if bytes[start] == UInt8(ascii: "%") {
        report(
          "directive-used", "Directives (`%YAML`, `%TAG`) are not used in records", start, endOfLine(start),
          hint: "remove the line")
      }
      start = endOfLine(start)
      while start < bytes.count, isBlankOrBreak(bytes[start]) { start += 1 }
    }
    return .more
  }

  // MARK: Nodes

  /// Links the node to its parent; true when it is a mapping's key.
  @inline(__always)
  private mutating func append(_ node: Node, _ tree: inout YAMLTree) -> Bool {
    let index = Int32(tree.nodes.count)
    tree.nodes.append(node)
    let top = frames.count - 1
    guard top >= 0 else {
      // A document without content is a single empty scalar of no length.
      if node.kind != .scalar || node.range.start != node.range.end { root = NodeIndex(value: index) }
      return false
    }
    let previous = frames[top].lastChild
    if previous >= 0 { tree.nodes[Int(previous)].next = index }
    frames[top].lastChild = index
    frames[top].childCount += 1
    return frames[top].isMapping && frames[top].childCount & 1 == 1
  }

  private mutating func reportDuplicates(since first: Int, _ tree: YAMLTree) {
    for (key, earlier) in tree.duplicates(among: keys[first...]) {
      let name = tree.text(NodeIndex(value: key))
      let place = tree.nodes[Int(key)].range
      faults.append(
        Diagnostic(
          rule: "duplicate-key", message: "'\(name)' is given twice in this mapping", range: place,
          notes: [Note(message: "the first one is here", range: tree.nodes[Int(earlier)].range)],
          hint: "keep one of the two"))
    }
  }

  // MARK: Places

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: number, start: UInt32(start), end: UInt32(end))
  }

  /// The byte offset of a libyaml mark, which counts code points.
  ///
  /// Marks come almost in order, so a cursor that moves both ways is at its goal after a few steps.
  @inline(__always)
  mutating func offset(ofCodePoint index: Int) -> Int {
    index <= asciiPrefix ? base + index : moveCursor(to: index)
  }

  private mutating func moveCursor(to index: Int) -> Int {
    if index >= cursorCodePoint {
      cursorByte = skipCodePoints(index - cursorCodePoint, in: bytes, from: cursorByte)
      cursorCodePoint = index
      return cursorByte
    }
    while cursorCodePoint > index, cursorByte > base {
      cursorByte -= 1
      while bytes[cursorByte] & 0xC0 == 0x80 { cursorByte -= 1 }
      cursorCodePoint -= 1
    }
    return cursorByte
  }

  mutating func report(
    _ rule: String, _ message: String, _ start: Int, _ end: Int, notes: [Note] = [], hint: String? = nil
  ) {
    faults.append(Diagnostic(rule: rule, message: message, range: range(start, end), notes: notes, hint: hint))
  }
}
