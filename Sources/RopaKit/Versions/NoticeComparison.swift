/// What changed from one version of a notice to a later one, by sections.
struct NoticeComparison {
  /// In the order of the later version; what is gone stands behind what it stood behind.
  let changes: [SectionChange]

  init(from old: PublicNotice, to new: PublicNotice) {
    let (old, new) = (old.parts, new.parts)
    let pairs = NoticeComparison.pairs(old, new)
    var changes: [SectionChange] = []
    let paired = Set(pairs.compactMap(\.self))
    var next = 0
    func addGone(before end: Int) {
      while next < end {
        if !paired.contains(next) { changes.append(SectionChange(gone: old[next])) }
        next += 1
      }
    }
    for (index, part) in new.enumerated() {
      guard let other = pairs[index] else {
        changes.append(SectionChange(new: part))
        continue
      }
      addGone(before: other)
      if let change = SectionChange(from: old[other], to: part) { changes.append(change) }
    }
    addGone(before: old.count)
    // Sections that only changed places.
    let kept = pairs.compactMap(\.self)
    isReordered = kept != kept.sorted()
    self.changes = changes
  }

  /// Sections stand in another order.
  let isReordered: Bool
  var isEmpty: Bool { changes.isEmpty && !isReordered }

  /// For each part of the later version the part of the earlier one that it continues: the same name and heading, else a composed section
  /// of the same name, in their order.
  private static func pairs(_ old: [ContentPart], _ new: [ContentPart]) -> [Int?] {
    let places = Dictionary(old.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var pairs = new.map { places[$0.key] }
    var left: [String: [Int]] = [:]
    let paired = Set(pairs.compactMap(\.self))
    for (index, part) in old.enumerated() where !paired.contains(index) {
      if case .section(let name, _, _) = part.key, !name.isEmpty { left[name, default: []].append(index) }
    }
    for (index, part) in new.enumerated() where pairs[index] == nil {
      guard case .section(let name, _, _) = part.key, let first = left[name]?.first else { continue }
      left[name]?.removeFirst()
      pairs[index] = first
    }
    return pairs
  }
}

/// What became of one section.
struct SectionChange {
  enum Kind { case new, gone, changed, reordered }

  let kind: Kind
  let key: ContentPart.Key
  /// Nil for what stands above the sections.
  let heading: PublicText?
  /// The heading it had before, where it has another one now.
  let formerHeading: PublicText?
  /// What the later version says and the earlier one does not.
  let added: [PublicBlock]
  /// What the earlier version says and the later one does not.
  let removed: [PublicBlock]

  init(new part: ContentPart) {
    (kind, key, heading, formerHeading) = (.new, part.key, part.heading, nil)
    (added, removed) = (part.blocks, [])
  }

  init(gone part: ContentPart) {
    (kind, key, heading, formerHeading) = (.gone, part.key, part.heading, nil)
    (added, removed) = ([], part.blocks)
  }

  /// Nil when both say the same in the same order.
  init?(from old: ContentPart, to new: ContentPart) {
    let (oldLines, newLines) = (old.lines, new.lines)
    if oldLines == newLines { return nil }
    var before = LineCounts(old.blocks.flatMap(\.lines))
    var after = LineCounts(new.blocks.flatMap(\.lines))
    added = new.blocks.compactMap { $0.without { before.take($0) } }.withoutLoneHeadings
    removed = old.blocks.compactMap { $0.without { after.take($0) } }.withoutLoneHeadings
    key = new.key
    heading = new.heading
    formerHeading = old.heading == new.heading ? nil : old.heading
    kind = added.isEmpty && removed.isEmpty && formerHeading == nil ? .reordered : .changed
  }
}

/// How often each line is there.
private struct LineCounts {
  private var counts: [String: Int] = [:]

  init(_ lines: [String]) { for line in lines { counts[line, default: 0] += 1 } }

  /// Whether the line is there once more.
  mutating func take(_ line: String) -> Bool {
    guard let count = counts[line], count > 0 else { return false }
    counts[line] = count - 1
    return true
  }
}

extension PublicBlock {
  /// What is left of the block without the lines that both versions have; nil when nothing is. Headings stay, for what stands below them.
  fileprivate func without(_ isKnown: (String) -> Bool) -> PublicBlock? {
    switch self {
    case .subheading:
      _ = isKnown(lines[0])
      return self
    case .paragraph, .address: return isKnown(lines[0]) ? nil : self
    case .list(let items):
      let left = items.filter { !isKnown("- " + $0.inline) }
      return left.isEmpty ? nil : .list(left)
    case .items(let list):
      let left = list.items.enumerated().filter { number, item in
        let lines = PublicBlock.items(PublicItems(start: list.start.map { $0 + number }, isTight: true, [item])).lines
        // Every line is counted, also behind one that is new.
        return lines.map(isKnown).contains(false)
      }
      return left.isEmpty ? nil : .items(PublicItems(start: nil, isTight: list.isTight, left.map(\.element)))
    case .definitions(let entries):
      let left = entries.filter { !isKnown($0.line) }
      return left.isEmpty ? nil : .definitions(left)
    case .table(let table):
      let isSame = isKnown(PublicTable.line([table.columns]))
      let left = table.rows.filter { !isKnown(PublicTable.line($0)) || !isSame }
      return left.isEmpty ? nil : .table(PublicTable(columns: table.columns, rows: left))
    }
  }
}

extension [PublicBlock] {
  /// Without headings below which nothing is left.
  fileprivate var withoutLoneHeadings: [PublicBlock] {
    var kept: [PublicBlock] = []
    for block in reversed() {
      if case .subheading(_, let depth) = block {
        guard let next = kept.last else { continue }
        if case .subheading(_, let inner) = next, inner <= depth { continue }
      }
      kept.append(block)
    }
    return kept.reversed()
  }
}
