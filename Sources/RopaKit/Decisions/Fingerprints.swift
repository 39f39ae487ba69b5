import LocatedYAML

/// What a finding rests on, in a few letters, so that a decision about it can be tied to it.
///
/// The first part comes from the register: what the rule looked at, what is written at the place and at the places beside it, and the
/// other records involved. The order of lines, quotes, comments, the file and the record's own id do not count. The second part comes
/// from the law: the version of the rule, and the rows in force of the tables that hold what it cites; when a row was last
/// checked does not count.
package struct Fingerprint: Hashable, Sendable {
  /// Twelve hexadecimal digits.
  package let facts: String
  /// Six hexadecimal digits.
  package let law: String
  /// As waivers and reports write it.
  package var text: String { facts + "-" + law }
}

/// Makes fingerprints; what several findings share is computed once.
package struct Fingerprints {
  private let assessed: Assessed
  private let rules: [Rule]
  private let places: RecordPlaces
  private lazy var tables = LawReferences(assessed.law.law.tables)
  /// By citation: the tables that hold it.
  private var tablesByCitation: [String: [LawTable]] = [:]
  /// By table: its rows in force.
  private var rowsByTable: [String: UInt64] = [:]
  private let lastSteps = LastSteps()

  /// - Parameter rules: those that the findings number.
  init(_ assessed: Assessed, rules: [Rule] = Rule.catalogue) {
    self.assessed = assessed
    self.rules = rules
    places = RecordPlaces(assessed.registry)
  }

  package mutating func fingerprint(of finding: Finding) -> Fingerprint {
    Fingerprint(facts: facts(of: finding), law: law(of: finding))
  }

  /// The part that comes from the register.
  func facts(of finding: Finding) -> String {
    var digest = Digest()
    let own = finding.records.first
    digest.add(rules[finding.rule].id)
    for evidence in finding.evidence {
      digest.add(evidence.what)
      digest.add(evidence.value)
    }
    // Faults of reading, and a few rules, name what they saw in the message only.
    if finding.evidence.isEmpty { digest.add(finding.message) }
    for record in finding.records.dropFirst().sorted() where record != own {
      digest.add(assessed.registry.path(of: record))
    }
    add(finding.range, of: own, to: &digest)
    for note in finding.notes { add(note.range, of: places.record(at: note.range), to: &digest) }
    return digest.digits(12)
  }

  /// The part that comes from the rule and the law of the day.
  private mutating func law(of finding: Finding) -> String {
    var digest = Digest()
    let rule = rules[finding.rule]
    digest.add(String(rule.version))
    var seen: Set<String> = []
    for citation in finding.citations + rule.citations {
      for table in cited(by: citation) where seen.insert(table.id).inserted {
        digest.add(table.id)
        digest.add(String(rows(of: table)))
      }
    }
    return digest.digits(6)
  }

  private mutating func cited(by citation: String) -> [LawTable] {
    if let known = tablesByCitation[citation] { return known }
    let found = tables.tables(of: citation).sorted { $0.id < $1.id }
    tablesByCitation[citation] = found
    return found
  }

  private mutating func rows(of table: LawTable) -> UInt64 {
    if let known = rowsByTable[table.id] { return known }
    var digest = Digest()
    for entry in table.isPending ? [] : (try? table.entries()) ?? [] {
      guard let row = try? table.row(entry), row.periods.contains(where: { $0.span.contains(assessed.day) }) else {
        continue
      }
      digest.add(entry.key)
      add(entry.value, to: &digest)
    }
    rowsByTable[table.id] = digest.value
    return digest.value
  }

  /// What a row says of itself, and no rule reads.
  private static let remarks: Set<String> = [
    "source", "checked", "secondary", "unverified", "doubt", "watch", "note", "title",
  ]

  private func add(_ value: TableValue, to digest: inout Digest) {
    let entries = value.entries
    if entries.isEmpty {
      let items = value.items
      if items.count == 1, !items[0].isMapping { return digest.add(items[0].text) }
      for item in items where item.node.value != value.node.value { add(item, to: &digest) }
    }
    for (key, inner) in entries where !Fingerprints.remarks.contains(key) {
      digest.add(key)
      add(inner, to: &digest)
    }
  }
}

extension Fingerprints {
  /// The field that a place belongs to, and what is written there; nothing for the place that stands for a whole record.
  private func add(_ range: SourceRange, of record: RecordIndex?, to digest: inout Digest) {
    let registry = assessed.registry
    guard let record, !registry.header(record).isBuiltIn, registry.header(record).range.file == range.file else {
      return digest.add(registry.text(in: range))
    }
    let header = registry.header(record)
    if range == header.range || range == registry.common(record)?.anchor { return }
    let tree = registry.trees[Int(header.chunk)]
    var node = header.node
    while tree.range(node) != range {
      guard let next = step(from: node, to: range, in: tree, number: header.chunk, &digest) else { return }
      node = next
    }
    add(node, of: tree, to: &digest)
  }

  /// The child that holds a place; nil when the place is a key, or between the children.
  private func step(
    from node: NodeIndex, to range: SourceRange, in tree: YAMLTree, number: Int32, _ digest: inout Digest
  ) -> NodeIndex? {
    func holds(_ child: NodeIndex) -> Bool {
      tree.range(child).start <= range.start && range.end <= tree.range(child).end
    }
    let isMapping = tree.kind(node) == .mapping
    var next = lastSteps.child(of: node, number) ?? tree.firstChild(node)
    if let child = next, tree.range(child).start > range.start { next = tree.firstChild(node) }
    while let child = next {
      next = tree.nextSibling(child)
      guard isMapping else {
        if holds(child) {
          lastSteps.note(child, of: node, number)
          return child
        }
        continue
      }
      let value = next
      next = value.flatMap(tree.nextSibling)
      if holds(child) || value.map(holds) ?? false {
        lastSteps.note(child, of: node, number)
        digest.add(tree.text(child))
        return holds(child) ? nil : value
      }
    }
    return nil
  }

  private func add(_ node: NodeIndex, of tree: YAMLTree, to digest: inout Digest) {
    if tree.kind(node) == .scalar { return tree.withText(node) { digest.add($0) } }
    digest.add(tree.kind(node) == .mapping ? "{" : "[")
    var next = tree.firstChild(node)
    while let child = next {
      add(child, of: tree, to: &digest)
      next = tree.nextSibling(child)
    }
    digest.add("]")
  }
}

/// The child that was last stepped to, by its parent. Findings come in the order of their places, and a list may have tens of thousands of
/// entries.
private final class LastSteps {
  private var children: [UInt64: NodeIndex] = [:]

  func child(of parent: NodeIndex, _ tree: Int32) -> NodeIndex? { children[key(parent, tree)] }
  func note(_ child: NodeIndex, of parent: NodeIndex, _ tree: Int32) { children[key(parent, tree)] = child }

  private func key(_ parent: NodeIndex, _ tree: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: tree)) << 32 | UInt64(UInt32(parent.value))
  }
}

/// FNV-1a over texts: the same on every machine, and no secret. Whoever may write a waiver may compute its fingerprint.
private struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// The bytes, and an end that no text can hold.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { mix(byte) }
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The value folded to so many hexadecimal digits, 15 at most.
  func digits(_ count: Int) -> String {
    let bits = UInt64(count * 4)
    let folded = (value >> bits ^ value) & (1 << bits - 1)
    let text = String(folded, radix: 16)
    return String(repeating: "0", count: count - text.utf8.count) + text
  }
}
