import LocatedYAML

/// A text that was parsed on its own, with what the tests ask of it.
struct Reading {
  let file: SourceFile
  var tree = YAMLTree()
  let root: NodeIndex?
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    file = SourceFile(path: "test.yaml", bytes: bytes)
    var found: [Diagnostic] = []
    root = tree.parse(file, number: 7, diagnostics: &found)
    diagnostics = found
  }

  /// Each fault as `rule start-end`.
  var faults: [String] { diagnostics.map { "\($0.rule) \($0.range.start)-\($0.range.end)" } }

  /// Every node in document order as `text start-end`, with `{` and `[` for collections.
  var outline: [String] {
    (0..<tree.nodeCount).map { number in
      let node = NodeIndex(value: Int32(number))
      let range = tree.range(node)
      let shown =
        switch tree.kind(node) {
        case .mapping: "{"
        case .sequence: "["
        case .scalar: tree.text(node)
        }
      return "\(shown) \(range.start)-\(range.end)"
    }
  }

  func children(_ node: NodeIndex) -> [NodeIndex] {
    var found: [NodeIndex] = []
    var next = tree.firstChild(node)
    while let child = next {
      found.append(child)
      next = tree.nextSibling(child)
    }
    return found
  }

  /// The text of a line as the file has it at a node's place.
  func source(_ node: NodeIndex) -> String { file.text(in: tree.range(node)) }
}
