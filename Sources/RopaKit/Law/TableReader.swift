import LocatedYAML

/// A law table that cannot be used: a fault of the program's own data, with the table and what is wrong.
package struct TableFault: Error, CustomStringConvertible {
  package let table: String
  package let message: String
  package var description: String { "law table \(table): \(message)" }
}

/// A value of a law table, found by name.
struct TableValue {
  let tree: YAMLTree
  let node: NodeIndex
  let table: String

  /// The root of a table file.
  init(_ file: SourceFile) throws(TableFault) {
    var tree = YAMLTree()
    var diagnostics: [Diagnostic] = []
    let root = tree.parse(file, number: 0, diagnostics: &diagnostics)
    guard let root, diagnostics.isEmpty else {
      throw TableFault(table: file.path, message: diagnostics.first?.message ?? "empty")
    }
    (self.tree, node, table) = (tree, root, file.path)
  }

  private init(_ node: NodeIndex, like other: TableValue) {
    (tree, self.node, table) = (other.tree, node, other.table)
  }

  /// Key and value of each entry of a mapping, in order.
  var entries: [(key: String, value: TableValue)] {
    guard tree.kind(node) == .mapping else { return [] }
    var entries: [(key: String, value: TableValue)] = []
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      entries.append((tree.text(key), TableValue(value, like: self)))
      next = tree.nextSibling(value)
    }
    return entries
  }

  subscript(_ name: StaticString) -> TableValue? {
    guard tree.kind(node) == .mapping else { return nil }
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      if tree.equals(key, name) { return TableValue(value, like: self) }
      next = tree.nextSibling(value)
    }
    return nil
  }

  /// The value of an entry, found by a name that is only known when the program runs.
  func value(at name: String) -> TableValue? { entries.first { $0.key == name }?.value }

  var isMapping: Bool { tree.kind(node) == .mapping }

  /// The items of a list; a single value is a list of one.
  var items: [TableValue] {
    guard tree.kind(node) == .sequence else { return [self] }
    var items: [TableValue] = []
    var next = tree.firstChild(node)
    while let item = next {
      items.append(TableValue(item, like: self))
      next = tree.nextSibling(item)
    }
    return items
  }

  var text: String { tree.text(node) }

  /// The text of a field that must be there.
  func required(_ name: StaticString) throws(TableFault) -> String {
    guard let value = self[name] else { throw fault("no \(name)") }
    return value.text
  }

  func texts(_ name: StaticString) -> [String] { self[name]?.items.map(\.text) ?? [] }

  func flag(_ name: StaticString) -> Bool { self[name]?.text == "true" }

  func day(_ name: StaticString) throws(TableFault) -> Day? {
    guard let value = self[name] else { return nil }
    guard let day = Day(value.text) else { throw fault("\(name) is no date: \(value.text)") }
    return day
  }

  /// A whole number that may be missing.
  func number(_ name: StaticString) throws(TableFault) -> Int? {
    guard let value = self[name] else { return nil }
    guard let number = Int(value.text) else { throw fault("\(name) is no number: \(value.text)") }
    return number
  }

  /// A duration that may be missing.
  func period(_ name: StaticString) throws(TableFault) -> Period? {
    guard let value = self[name] else { return nil }
    guard let period = Period(value.text) else { throw fault("\(name) is no duration: \(value.text)") }
    return period
  }

  /// A word of a fixed set that must be there.
  func word<Word: RawRepresentable<String>>(_ name: StaticString, _: Word.Type) throws(TableFault) -> Word {
    let text = try required(name)
    guard let word = Word(rawValue: text) else { throw fault("\(name) is no known word: \(text)") }
    return word
  }

  /// `from` and `to`; without `from` the table's first day.
  func span(or first: Day? = .earliestLaw) throws(TableFault) -> Span {
    guard let from = try day("from") ?? first else { throw fault("a row has no first day") }
    return Span(from: from, to: try day("to"))
  }

  /// One span per regime, from `regimes: {uk-gdpr: {from, to}}`.
  func regimeSpans() throws(TableFault) -> [Regime: Span] {
    var spans: [Regime: Span] = [:]
    for (key, value) in self["regimes"]?.entries ?? [] {
      guard let regime = Regime(rawValue: key) else { throw fault("no regime '\(key)'") }
      spans[regime] = try value.span()
    }
    return spans
  }

  /// Dated citations per regime, from lists of `{from, to, cite}`.
  func datedCitations() throws(TableFault) -> [Regime: [Dated<String>]] {
    var citations: [Regime: [Dated<String>]] = [:]
    for (key, value) in entries {
      guard let regime = Regime(rawValue: key) else { continue }
      var list: [Dated<String>] = []
      for item in value.items { list.append(Dated(value: try item.required("cite"), span: try item.span())) }
      citations[regime] = list
    }
    return citations
  }

  func fault(_ message: String) -> TableFault { TableFault(table: table, message: message) }
}

/// Days on which something holds; both ends inclusive, without `to` until further notice.
package struct Span: Sendable, Hashable {
  package let from: Day
  package let to: Day?
  package func contains(_ day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}

/// Something that holds on some days.
package struct Dated<Value: Sendable>: Sendable {
  package let value: Value
  package let span: Span
}

extension [Dated<String>] {
  func on(_ day: Day) -> String? { first { $0.span.contains(day) }?.value }
}

extension Day {
  /// The first day with a rule pack: the GDPR applies.
  package static let earliestLaw = Day("2018-05-25")!
}
