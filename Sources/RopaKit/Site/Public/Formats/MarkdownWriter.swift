/// Blocks of a notice as CommonMark. That has no tables: a row becomes an item, and its cells a list in it.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []
  /// The signs of the lists around the line, the outermost first.
  private var markers: [[UInt8]] = []
  /// How many of them are still to be written, because their item begins with the next line.
  private var pending = 0
  /// The sign of the list that ended the blocks written last.
  private var lastSign: UInt8?

  /// - Parameter level: 1...6.
  mutating func heading(_ text: PublicText, level: Int) {
    var lines = MarkdownLines(isOneLine: true)
    lines.text(text)
    let signs = [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20]
    write(lines.all.map { signs + $0 })
  }

  /// Texts one below the other.
  mutating func paragraph(_ texts: [PublicText]) {
    var lines = MarkdownLines()
    for (number, text) in texts.enumerated() {
      if number > 0 { lines.end() }
      lines.text(text)
    }
    write(lines.all)
  }

  mutating func blankLine() { bytes.append(0x0A) }

  mutating func blocks(_ blocks: [PublicBlock], isTight: Bool = false) {
    var sign: UInt8?
    for (number, block) in blocks.enumerated() {
      // Words behind a list would belong to its last item.
      if number > 0, !isTight || sign != nil { blankLine() }
      sign = write(block, after: sign)
    }
    lastSign = sign
  }

  /// - Parameter last: the sign of the list right before.
  /// - Returns: the sign of the list that was written.
  private mutating func write(_ block: PublicBlock, after last: UInt8?) -> UInt8? {
    switch block {
    case .subheading(let text, let depth): heading(text, level: min(3 + depth, 6))
    case .paragraph(let text): paragraph([text])
    case .address(let lines): paragraph(lines)
    case .list(let items): return list(items, after: last) { $0.paragraph([$1]) }
    case .definitions(let entries): return list(entries, after: last) { $0.labelled($1) }
    case .table(let table): return list(table.rows, after: last) { $0.write($1, under: table.columns) }
    case .items(let items): return write(items, after: last)
    }
    return nil
  }

  /// Terms with what belongs to them.
  mutating func definitions(_ entries: [PublicEntry]) { _ = list(entries, after: lastSign) { $0.labelled($1) } }

  private mutating func labelled(_ entry: PublicEntry) {
    var lines = MarkdownLines()
    lines.label(entry.term)
    lines.text(entry.text)
    write(lines.all)
  }

  private mutating func write(_ row: [[PublicText]], under columns: [PublicText]) {
    paragraph(row[0])
    let cells = zip(columns, row).dropFirst().filter { !$1.isEmpty }
    _ = list(Array(cells), after: nil) { writer, cell in
      if cell.1.count == 1 { return writer.labelled(PublicEntry(term: cell.0, text: cell.1[0])) }
      var label = MarkdownLines()
      label.label(cell.0)
      writer.write(label.all)
      _ = writer.list(cell.1, after: nil) { $0.paragraph([$1]) }
    }
  }

  private mutating func write(_ items: PublicItems, after last: UInt8?) -> UInt8? {
    list(items.items, after: last, start: items.start, isTight: items.isTight) { writer, blocks in
      writer.blocks(blocks, isTight: items.isTight)
    }
  }

  /// - Returns: its sign, which neither the list before nor the one around it has, so that they are not taken for one.
  private mutating func list<Item>(
    _ items: [Item], after last: UInt8?, start: Int? = nil, isTight: Bool = true,
    _ body: (inout MarkdownWriter, Item) -> Void
  ) -> UInt8? {
    let around = markers.last?.first
    let signs: [UInt8] = start == nil ? Array("-+*".utf8) : Array(".)".utf8)
    let sign = signs.first { $0 != last && $0 != around } ?? signs[0]
    for (number, item) in items.enumerated() {
      if number > 0 && !isTight { blankLine() }
      markers.append((start.map { Array(String($0 + number).utf8) } ?? []) + [sign, 0x20])
      pending += 1
      body(&self, item)
      if pending > 0 { write([[]]) }
      markers.removeLast()
    }
    return sign
  }

  /// Writes the lines of one paragraph.
  private mutating func write(_ lines: [[UInt8]]) {
    for (number, line) in lines.enumerated() {
      for (place, marker) in markers.enumerated() {
        bytes += place < markers.count - pending ? [UInt8](repeating: 0x20, count: marker.count) : marker
      }
      pending = 0
      bytes += line
      if line.isEmpty { bytes = Array(bytes.withoutTrailingBlanks) }
      if number < lines.count - 1 { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(0x0A)
    }
  }
}

extension MarkdownLines {
  /// A term before what belongs to it.
  fileprivate mutating func label(_ term: PublicText) {
    // Signs before a blank of another script would stay signs.
    let isBold = !(term.plain.unicodeScalars.first?.properties.isWhitespace ?? true)
    if isBold { sign("**") }
    text(term, isPlain: true)
    if term.wantsColon { sign(":") }
    if isBold { sign("**") }
    words([0x20])
  }
}

extension PublicText {
  /// A colon goes between it and what it heads.
  var wantsColon: Bool {
    guard let last = bytes.last(where: { $0 > Mark.last }) else { return false }
    return last != UInt8(ascii: ":") && last != UInt8(ascii: "?")
  }
}
