import LocatedYAML

/// A place in a register's files, written `kind/id` or `kind/id#field.path`. A part of the path is a key, or an entry of a list by what
/// identifies it: its own text, or that of its heading, section, body, question or line.
struct FieldPath: CustomStringConvertible, Sendable {
  let description: String
  private var parts: [Substring] { description.split(separator: "#", maxSplits: 1) }
  private var record: Substring { parts[0] }
  private var fields: [Substring] { parts.count > 1 ? parts[1].split(separator: ".") : [] }

  init(_ text: String) { description = text }

  /// Finds the place; nil when some part of the path is not there.
  func find(in files: [SourceFile]) -> FoundPath? {
    let names = record.split(separator: "/")
    let (wanted, single) = ("\(record).yaml", "\(names[0]).yaml")
    if let index = files.firstIndex(where: { $0.path == wanted }) {
      return FoundPath(files, index, isWholeFile: true)?.descend(fields)
    }
    guard names.count == 2, let index = files.firstIndex(where: { $0.path == single }) else { return nil }
    return FoundPath(files, index, isWholeFile: false)?.descend([names[1]] + fields)
  }
}

/// A node of a file with what is needed to take it out.
struct FoundPath {
  let file: SourceFile
  let index: Int
  private let tree: YAMLTree
  private(set) var node: NodeIndex
  /// The collections above the node with the entry that leads to it: a key of a mapping or an item of a list.
  private var way: [(parent: NodeIndex, entry: NodeIndex)] = []
  private let isWholeFile: Bool

  init?(_ files: [SourceFile], _ index: Int, isWholeFile: Bool) {
    var tree = YAMLTree()
    var diagnostics: [Diagnostic] = []
    guard let root = tree.parse(files[index], number: UInt32(index), diagnostics: &diagnostics) else { return nil }
    (file, self.index, self.tree, node, self.isWholeFile) = (files[index], index, tree, root, isWholeFile)
  }

  /// All texts of the node, keys included, with one space between them.
  var text: String { Self.words(texts(of: node).joined(separator: " ")) }

  /// From the key, if there is one, to the end of the value.
  var range: SourceRange {
    guard let last = way.last, tree.kind(last.parent) == .mapping else { return tree.range(node) }
    return SourceRange(file: UInt32(index), start: tree.range(last.entry).start, end: tree.range(node).end)
  }

  func descend(_ parts: [Substring]) -> FoundPath? {
    var place = self
    for part in parts {
      guard let next = place.child(String(part)) else { return nil }
      place = next
    }
    return place
  }

  private func child(_ name: String) -> FoundPath? {
    var place = self
    switch tree.kind(node) {
    case .scalar: return tree.text(node) == name ? self : nil
    case .mapping:
      guard let key = keys(of: node).first(where: { tree.text($0) == name }) else { return nil }
      place.way.append((node, key))
      place.node = tree.nextSibling(key)!
    case .sequence:
      guard let item = items(of: node).first(where: { identifies($0, name) }) else { return nil }
      place.way.append((node, item))
      place.node = item
    }
    return place
  }

  /// Everything below, each with its path: fields by their keys, items of a list by their number from 1.
  func below(_ path: String) -> [(path: String, place: FoundPath)] {
    let isMapping = tree.kind(node) == .mapping
    let entries = tree.kind(node) == .scalar ? [] : entries(of: node)
    return entries.enumerated().flatMap { number, entry in
      var place = self
      place.way.append((node, entry))
      place.node = isMapping ? tree.nextSibling(entry)! : entry
      let name = path + (path.contains("#") ? "." : "#") + (isMapping ? tree.text(entry) : "\(number + 1)")
      return [(name, place)] + place.below(name)
    }
  }

  private func identifies(_ item: NodeIndex, _ name: String) -> Bool {
    if tree.kind(item) == .scalar { return tree.text(item) == name }
    let names = ["heading", "section", "party", "from", "category", "unknown", "line", "text"]
    let given = keys(of: item).filter { names.contains(tree.text($0)) }
      .sorted { names.firstIndex(of: tree.text($0))! < names.firstIndex(of: tree.text($1))! }
    return given.first.map { tree.text(tree.nextSibling($0)!) == name } ?? false
  }

  private func items(of collection: NodeIndex) -> [NodeIndex] {
    Array(sequence(first: tree.firstChild(collection), next: { $0.map { tree.nextSibling($0) } })).compactMap { $0 }
  }

  private func keys(of mapping: NodeIndex) -> [NodeIndex] {
    guard tree.kind(mapping) == .mapping else { return [] }
    return items(of: mapping).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  private func texts(of node: NodeIndex) -> [String] {
    tree.kind(node) == .scalar ? [tree.text(node)] : items(of: node).flatMap { texts(of: $0) }
  }

  static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension FoundPath {
  /// The files without the node: without the file, when the path is that of a record with a file of its own.
  func removed(from files: [SourceFile]) -> [SourceFile] {
    var files = files
    if way.isEmpty {
      precondition(isWholeFile)
      files.remove(at: index)
      return files
    }
    var bytes = file.bytes
    bytes.removeSubrange(cut())
    files[index] = SourceFile(path: file.path, bytes: bytes)
    return files
  }

  /// The bytes of the entry. An entry that is alone in its collection goes with the collection.
  private func cut() -> Range<Int> {
    var depth = way.count - 1
    while depth > 0, entries(of: way[depth].parent).count == 1, !isFlow(way[depth].parent) { depth -= 1 }
    let (parent, entry) = way[depth]
    let all = entries(of: parent)
    let position = all.firstIndex(of: entry)!
    let start = Int(tree.range(entry).start)
    let end = end(of: entry, in: parent)
    let isLast = position == all.count - 1
    if isFlow(parent) {
      if !isLast { return start..<Int(tree.range(all[position + 1]).start) }
      return (position > 0 ? self.end(of: all[position - 1], in: parent) : start)..<end
    }
    let line = file.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if tree.kind(parent) == .mapping, !isLast { return start..<Int(tree.range(all[position + 1]).start) }
    return line..<(file.bytes[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? file.bytes.count)
  }

  private func entries(of parent: NodeIndex) -> [NodeIndex] {
    tree.kind(parent) == .mapping ? keys(of: parent) : items(of: parent)
  }

  private func end(of entry: NodeIndex, in parent: NodeIndex) -> Int {
    let last = tree.kind(parent) == .mapping ? tree.nextSibling(entry)! : entry
    return Int(tree.range(last).end)
  }

  private func isFlow(_ collection: NodeIndex) -> Bool {
    let first = file.bytes[Int(tree.range(collection).start)]
    return tree.kind(collection) == .mapping ? first == UInt8(ascii: "{") : first == UInt8(ascii: "[")
  }
}

/// Takes places out of a register one after the other; nil when one of them is not there.
func register(_ files: [SourceFile], without paths: [FieldPath]) -> [SourceFile]? {
  var files = files
  for path in paths {
    guard let found = path.find(in: files) else { return nil }
    files = found.removed(from: files)
  }
  return files
}
