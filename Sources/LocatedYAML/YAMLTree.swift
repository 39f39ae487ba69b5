/// The nodes of one or more files in document order: the first child of a node is the next node.
///
/// A mapping's children alternate key, value. What was reported as a fault is still there: both of two equal keys, a
/// key that is a collection, a merge key; an alias is an empty plain scalar. Scalars are text, whatever they look like.
@usableFromInline
package struct YAMLTree: Sendable {
  @usableFromInline var nodes = ContiguousArray<Node>()
  @usableFromInline var text = ContiguousArray<UInt8>()

  package init() {}

  /// Makes room for files of so many bytes in all, so that the tree does not grow step by step.
  package mutating func reserveCapacity(forBytes count: Int) {
    // A register has a node in about 17 bytes, and half of its bytes are text.
    // Room that is not used costs addresses only; growing would copy what is there.
    nodes.reserveCapacity(nodes.count + count / 8)
    text.reserveCapacity(text.count + count)
  }

  /// Parses one file and returns its root; nil when nothing can be used. Never throws.
  ///
  /// An empty document gives nil without a diagnostic. After the first fault of syntax the rest of the file is not
  /// read, and what was read before is dropped. Characters that YAML or git could misread are all reported, up to 20,
  /// and then the file is not parsed. A file's diagnostics come in the order of their places.
  /// - Parameter number: goes into every range of this file.
  package mutating func parse(
    _ file: SourceFile, number: UInt32, diagnostics: inout [Diagnostic]
  ) -> NodeIndex? {
    var scan = SourceScan(file: file, number: number)
    guard scan.run() else {
      diagnostics += scan.faults
      return nil
    }
    let nodeCount = nodes.count
    let textCount = text.count
    let (root, faults) = parseEvents(of: file, number: number, asciiPrefix: scan.asciiPrefix, into: &self)
    if root == nil {
      nodes.removeLast(nodes.count - nodeCount)
      text.removeLast(text.count - textCount)
    }
    if !faults.isEmpty { diagnostics += faults.sorted { $0.range < $1.range } }
    return root
  }

  @inlinable
  package func kind(_ node: NodeIndex) -> NodeKind { nodes[Int(node.value)].kind }

  package func style(_ node: NodeIndex) -> ScalarStyle { nodes[Int(node.value)].style }

  /// Where the node is written: a scalar with its quotes or block header, a flow collection with its brackets, a block
  /// collection from its first child or dash to the end of its last child. Tags and anchors, blank lines and comments
  /// behind it are left out.
  package func range(_ node: NodeIndex) -> SourceRange { nodes[Int(node.value)].range }

  /// Nil for scalars and empty collections.
  @inlinable
  package func firstChild(_ node: NodeIndex) -> NodeIndex? {
    let data = nodes[Int(node.value)]
    return data.kind != .scalar && data.count > 0 ? NodeIndex(value: node.value + 1) : nil
  }

  /// The number of children: of entries in a list, of keys and values together in a mapping; 0 for a scalar.
  @inlinable
  package func childCount(_ node: NodeIndex) -> Int {
    let data = nodes[Int(node.value)]
    return data.kind == .scalar ? 0 : data.count
  }

  /// The next child of the same parent; the value of a key, and the next key of a value.
  @inlinable
  package func nextSibling(_ node: NodeIndex) -> NodeIndex? {
    let next = nodes[Int(node.value)].next
    return next < 0 ? nil : NodeIndex(value: next)
  }

  /// A scalar's text after unescaping and folding; empty for collections.
  @inlinable
  package func text(_ node: NodeIndex) -> String {
    withText(node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the node is a plain scalar that YAML reads as nothing: empty, `~`, `null`, `Null` or `NULL`.
  @inlinable
  package func isNull(_ node: NodeIndex) -> Bool {
    let data = nodes[Int(node.value)]
    guard data.count <= 4, data.kind == .scalar, data.style == .plain else { return false }
    return data.count == 0 || equals(node, "~") || equals(node, "null") || equals(node, "Null")
      || equals(node, "NULL")
  }

  /// Whether a scalar's text is this name, compared byte by byte without making a `String`.
  @inlinable
  package func equals(_ node: NodeIndex, _ name: StaticString) -> Bool {
    let data = nodes[Int(node.value)]
    guard data.kind == .scalar, data.count == name.utf8CodeUnitCount else { return false }
    return text.withUnsafeBufferPointer { text in
      let start = Int(data.textStart)
      for index in 0..<data.count where text[start + index] != name.utf8Start[index] { return false }
      return true
    }
  }

  /// Lends a scalar's text as UTF-8 bytes, valid during the call only; no bytes for collections.
  @inlinable
  package func withText<R>(_ node: NodeIndex, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let data = nodes[Int(node.value)]
    let start = Int(data.textStart)
    let end = data.kind == .scalar ? start + data.count : start
    return try text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Calls `body` with every scalar below a node that is a value or an entry of a list, not a key, in document order.
  /// - Parameter skipping: a key whose value is left out, wherever it stands.
  package func forEachValue(below node: NodeIndex, skipping: StaticString, _ body: (NodeIndex) -> Void) {
    let isMapping = kind(node) == .mapping
    var next = firstChild(node)
    while let first = next {
      guard let child = isMapping ? nextSibling(first) : first else { return }
      if !isMapping || !equals(first, skipping) {
        if kind(child) == .scalar { body(child) } else { forEachValue(below: child, skipping: skipping, body) }
      }
      next = nextSibling(child)
    }
  }

  /// The nodes of all files together.
  package var nodeCount: Int { nodes.count }
}
