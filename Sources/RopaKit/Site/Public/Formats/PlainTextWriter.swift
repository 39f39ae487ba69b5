/// Blocks of a notice as plain text, for people who read it as it is: lines of at most 72 characters, lists where a page has tables.
struct PlainTextWriter {
  private static let width = 72
  private(set) var bytes: [UInt8] = []
  /// The signs of the lists around the line, the outermost first.
  private var markers: [[UInt8]] = []
  private var pending = 0

  /// - Parameter rule: what the heading is underlined with; nil for none.
  mutating func heading(_ text: PublicText, rule: UInt8? = nil) {
    let start = bytes.count
    paragraph([text])
    guard let rule else { return }
    let longest = bytes[start...].split(separator: 0x0A).map { PlainTextWriter.count($0) }.max() ?? 0
    bytes += [UInt8](repeating: rule, count: longest) + [0x0A]
  }

  mutating func blankLine() { bytes.append(0x0A) }

  /// Texts one below the other.
  mutating func paragraph(_ texts: [PublicText]) { write(texts.flatMap(\.plainLines)) }

  mutating func blocks(_ blocks: [PublicBlock], isTight: Bool = false) {
    var wasList = false
    for (number, block) in blocks.enumerated() {
      if number > 0, !isTight || wasList { blankLine() }
      wasList = false
      switch block {
      case .subheading(let text, _): heading(text)
      case .paragraph(let text): paragraph([text])
      case .address(let lines): address(lines)
      case .list(let items): list(items) { $0.paragraph([$1]) }
      case .definitions(let entries): list(entries) { $0.labelled($1) }
      case .table(let table): list(table.rows) { $0.write($1, under: table.columns) }
      case .items(let items):
        list(items.items, start: items.start, isTight: items.isTight) { $0.blocks($1, isTight: items.isTight) }
        wasList = true
      }
    }
  }

  /// Terms with what belongs to them.
  mutating func definitions(_ entries: [PublicEntry]) { list(entries) { $0.labelled($1) } }

  private mutating func address(_ lines: [PublicText]) {
    markers.append([0x20, 0x20])
    paragraph(lines)
    markers.removeLast()
  }

  private mutating func labelled(_ entry: PublicEntry) {
    let term = entry.term.plainLines.joined(separator: [0x20]) + (entry.term.wantsColon ? [UInt8(ascii: ":")] : [])
    var lines = entry.text.plainLines
    lines[0] = term + [0x20] + lines[0]
    write(lines)
  }

  private mutating func write(_ row: [[PublicText]], under columns: [PublicText]) {
    paragraph(row[0])
    for (column, cell) in zip(columns, row).dropFirst() where !cell.isEmpty {
      if cell.count == 1 {
        labelled(PublicEntry(term: column, text: cell[0]))
      } else {
        write([column.plainLines.joined(separator: [0x20]) + (column.wantsColon ? [UInt8(ascii: ":")] : [])])
        list(cell) { $0.paragraph([$1]) }
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], start: Int? = nil, isTight: Bool = true, _ body: (inout PlainTextWriter, Item) -> Void
  ) {
    for (number, item) in items.enumerated() {
      if number > 0 && !isTight { blankLine() }
      markers.append(start.map { Array("\($0 + number). ".utf8) } ?? Array("- ".utf8))
      pending += 1
      body(&self, item)
      if pending > 0 { write([[]]) }
      markers.removeLast()
    }
  }

  /// Writes lines, each broken where it is too long.
  private mutating func write(_ lines: [[UInt8]]) {
    let indent = markers.reduce(0) { $0 + $1.count }
    for line in lines {
      var column = 0
      for word in line.split(separator: 0x20) {
        let length = PlainTextWriter.count(word)
        if column > 0 && column + 1 + length > PlainTextWriter.width - indent {
          bytes.append(0x0A)
          column = 0
        }
        if column == 0 { beginLine() } else { bytes.append(0x20) }
        bytes += word
        column += (column > 0 ? 1 : 0) + length
      }
      if column == 0 { beginLine() }
      bytes.append(0x0A)
    }
  }

  private mutating func beginLine() {
    for (place, marker) in markers.enumerated() {
      bytes += place < markers.count - pending ? [UInt8](repeating: 0x20, count: marker.count) : marker
    }
    pending = 0
  }

  /// Characters as bytes that begin one.
  private static func count(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

extension PublicText {
  /// The lines of the text without marks; the address of a link stands behind its words unless they are the address. Never empty.
  fileprivate var plainLines: [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var wasBlank = true
    var linkStart = 0
    func add(_ words: [UInt8]) {
      lines[lines.count - 1].appendOnOneLine(words, wasBlank: &wasBlank) { bytes, byte, _ in bytes.append(byte) }
    }
    for inline in inlines {
      switch inline {
      case .words(let words): add(words)
      case .lineBreak:
        lines.append([])
        wasBlank = true
      case .begin(.link): linkStart = lines[lines.count - 1].count
      case .end(.link(let address)):
        let shown = lines[lines.count - 1].dropFirst(linkStart)
        let target = address.starts(with: "mailto:".utf8) ? address.dropFirst(7) : address[...]
        // A telephone number reads as one however it is spaced.
        if !shown.elementsEqual(target), !address.starts(with: "tel:".utf8) {
          add(Array(" (".utf8) + target + [UInt8(ascii: ")")])
        }
      default: break
      }
    }
    return lines.map { Array($0.withoutTrailingBlanks) }
  }
}
