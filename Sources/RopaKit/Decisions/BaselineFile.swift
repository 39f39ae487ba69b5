package import LocatedYAML

/// Why a baseline file cannot be used.
package struct BaselineFault: Error {
  /// With the place, as `path:line:column: what is wrong`.
  package let message: String
}

extension Baseline {
  /// The form of the file; raised when an older program could misread it.
  private static let version = "1"

  /// The file's bytes: one line for each entry, sorted, so that version control merges it and shows what went.
  package var file: [UInt8] {
    var text = TextWriter()
    text.add(
      """
      # Findings that were there before: ropa check --baseline reports what comes after them.
      # Written by ropa check --write-baseline. Take lines out as findings are mended; never add one by hand.
      version: \(Baseline.version)
      findings:\(counts.isEmpty ? " []" : "")

      """)
    for entry in entries {
      let count = count(of: entry)
      text.add(
        """
          - {rule: \(entry.rule), record: \(entry.record), facts: "\(entry.facts)", severity: \(entry.severity.word)\
        \(count > 1 ? ", count: \(count)" : "")}

        """)
    }
    return text.bytes
  }

  /// Reads a baseline file.
  /// - Parameter file: its path is the one that the user gave.
  package init(_ file: SourceFile) throws(BaselineFault) {
    let reader = try BaselineReader(file)
    self.init(try reader.entries(version: Baseline.version))
  }
}

private struct BaselineReader {
  private let file: SourceFile
  private let tree: YAMLTree
  private let root: NodeIndex

  init(_ file: SourceFile) throws(BaselineFault) {
    self.file = file
    var tree = YAMLTree()
    var diagnostics: [Diagnostic] = []
    let root = tree.parse(file, number: 0, diagnostics: &diagnostics)
    self.tree = tree
    self.root = root ?? NodeIndex(value: 0)
    if let first = diagnostics.first { throw fault(first.message, at: first.range) }
    guard let root, tree.kind(root) == .mapping else {
      throw fault("this is no baseline", at: SourceRange(file: 0, start: 0, end: 0))
    }
  }

  func entries(version: String) throws(BaselineFault) -> [Baseline.Entry] {
    guard let written = value("version", of: root) else { throw fault("this is no baseline", at: tree.range(root)) }
    guard tree.text(written) == version else {
      throw fault("version '\(tree.text(written))' is not \(version), the one read here", at: tree.range(written))
    }
    guard let list = value("findings", of: root) else { throw fault("no findings:", at: tree.range(root)) }
    var entries: [Baseline.Entry] = []
    var next = tree.firstChild(list)
    while let item = next {
      next = tree.nextSibling(item)
      let (entry, count) = try read(item)
      entries += Array(repeating: entry, count: count)
    }
    return entries
  }

  private func read(_ item: NodeIndex) throws(BaselineFault) -> (Baseline.Entry, Int) {
    let severity = try text("severity", of: item)
    guard let known = Severity.allCases.first(where: { $0.word == severity }) else {
      throw fault("'\(severity)' is no severity", at: tree.range(item))
    }
    var count = 1
    if let node = value("count", of: item) {
      guard let number = Int(tree.text(node)), (1...1_000_000).contains(number) else {
        throw fault("'\(tree.text(node))' is no count", at: tree.range(node))
      }
      count = number
    }
    let entry = Baseline.Entry(
      rule: try text("rule", of: item), record: try text("record", of: item), facts: try text("facts", of: item),
      severity: known)
    return (entry, count)
  }

  private func text(_ name: StaticString, of item: NodeIndex) throws(BaselineFault) -> String {
    guard tree.kind(item) == .mapping, let node = value(name, of: item), tree.kind(node) == .scalar else {
      throw fault("an entry has no \(name):", at: tree.range(item))
    }
    return tree.text(node)
  }

  private func value(_ name: StaticString, of mapping: NodeIndex) -> NodeIndex? {
    guard tree.kind(mapping) == .mapping else { return nil }
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      if tree.equals(key, name) { return value }
      next = tree.nextSibling(value)
    }
    return nil
  }

  private func fault(_ message: String, at range: SourceRange) -> BaselineFault {
    let position = file.position(at: range.start)
    return BaselineFault(
      message: "\(file.path):\(position.line):\(position.column): \(message); write it anew with --write-baseline")
  }
}
