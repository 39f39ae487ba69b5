/// Writes the text of a notice as the file of a kept version: YAML that people can read, and that `KeptReader` reads back.
/// The same text gives the same bytes.
package func keptText(_ notice: PublicNotice) -> [UInt8] {
  var writer = KeptWriter()
  writer.comment(
    "The text of this notice as people are shown it, kept by ropa keep. Nobody edits it: other words are another version."
  )
  writer.field("title", notice.title.inline)
  if let lede = notice.lede { writer.field("lede", lede.inline) }
  writer.field("organisation", notice.organisation.inline)
  writer.field("foot", notice.foot.inline)
  if !notice.summary.isEmpty {
    writer.key("summary")
    writer.entries(notice.summary)
  }
  writer.key("sections")
  writer.sections(notice.sections)
  return writer.bytes
}

/// YAML in blocks: a key or a dash on each line.
private struct KeptWriter {
  private(set) var bytes: [UInt8] = []
  private var indent = 0
  /// A dash stands on the line already.
  private var isAfterDash = false

  mutating func comment(_ words: String) { bytes += Array("# \(words)\n".utf8) }

  mutating func field(_ name: String, _ text: String) {
    begin()
    bytes += Array("\(name): ".utf8) + yamlScalar(text) + [0x0A]
  }

  mutating func key(_ name: String) {
    begin()
    bytes += Array("\(name):\n".utf8)
  }

  mutating func item(_ write: (inout KeptWriter) -> Void) {
    begin()
    bytes += Array("- ".utf8)
    isAfterDash = true
    indent += 2
    write(&self)
    indent -= 2
    isAfterDash = false
  }

  mutating func item(_ text: PublicText) {
    begin()
    bytes += Array("- ".utf8) + yamlScalar(text.inline) + [0x0A]
  }

  /// What an item begins with stands on the line of its dash.
  private mutating func begin() {
    if !isAfterDash { bytes += [UInt8](repeating: 0x20, count: indent) }
    isAfterDash = false
  }

  private mutating func below(_ write: (inout KeptWriter) -> Void) {
    indent += 2
    write(&self)
    indent -= 2
  }

  mutating func entries(_ entries: [PublicEntry]) {
    below { writer in
      for entry in entries {
        writer.item {
          $0.field("term", entry.term.inline)
          $0.field("text", entry.text.inline)
        }
      }
    }
  }

  private mutating func texts(_ texts: [PublicText]) {
    below { writer in
      for text in texts { writer.item(text) }
    }
  }

  /// A list without items would be read as nothing.
  private mutating func emptyItem() {
    begin()
    bytes += Array("- []\n".utf8)
  }

  mutating func sections(_ sections: [PublicSection]) {
    below { writer in
      for section in sections {
        writer.item {
          $0.field("section", section.anchor.id)
          $0.field("heading", section.heading.inline)
          $0.key("text")
          $0.blocks(section.blocks)
        }
      }
    }
  }

  mutating func blocks(_ blocks: [PublicBlock]) {
    below { writer in
      for block in blocks { writer.block(block) }
    }
  }

  private mutating func block(_ block: PublicBlock) {
    if case .paragraph(let text) = block { return item(text) }
    item { writer in
      switch block {
      case .paragraph: break
      case .subheading(let text, let depth):
        writer.field("heading", text.inline)
        if depth > 0 { writer.field("depth", String(depth)) }
      case .list(let texts):
        writer.key("list")
        writer.texts(texts)
      case .address(let lines):
        writer.key("address")
        writer.texts(lines)
      case .definitions(let entries):
        writer.key("definitions")
        writer.entries(entries)
      case .items(let list): writer.items(list)
      case .table(let table): writer.table(table)
      }
    }
  }

  private mutating func items(_ list: PublicItems) {
    key(list.start == nil ? "items" : "numbered")
    if let start = list.start {
      below { writer in
        writer.field("from", String(start))
        writer.key("items")
        writer.itemLists(list.items)
      }
    } else {
      itemLists(list.items)
    }
    if list.isTight { field("tight", "true") }
  }

  private mutating func itemLists(_ items: [[PublicBlock]]) {
    below { writer in
      for item in items {
        if item.isEmpty { writer.emptyItem() } else { writer.nested { for block in item { $0.block(block) } } }
      }
    }
  }

  /// A list inside of a list.
  private mutating func nested(_ write: (inout KeptWriter) -> Void) { item(write) }

  private mutating func table(_ table: PublicTable) {
    key("table")
    below { writer in
      writer.key("columns")
      writer.texts(table.columns)
      writer.key("rows")
      writer.below { writer in
        for row in table.rows {
          writer.nested { for cell in row { $0.cell(cell) } }
        }
      }
    }
  }

  private mutating func cell(_ texts: [PublicText]) {
    if texts.isEmpty { return emptyItem() }
    if texts.count == 1 { return item(texts[0]) }
    nested { for text in texts { $0.item(text) } }
  }
}

/// A text as a YAML scalar: plain where nothing in it means anything to YAML, else in double quotes.
private func yamlScalar(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  return isPlainScalar(bytes) ? bytes : quotedScalar(bytes)
}

private func isPlainScalar(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, let last = bytes.last else { return false }
  let begins =
    (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || (0x30...0x39).contains(first) || first >= 0xC3
  guard begins, last != 0x20, last != UInt8(ascii: ":") else { return false }
  return bytes.withUnsafeBufferPointer { bytes in
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\\") || needsEscape(bytes, at: index) > 0 { return false }
      if byte == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1] == 0x20 { return false }
      if byte == UInt8(ascii: "#"), index > 0, bytes[index - 1] == 0x20 { return false }
    }
    return true
  }
}

/// The number of bytes of a character that is not written as itself; 0 for others.
private func needsEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let invisible = invisibleScalar(bytes, at: index).length
  if invisible > 0 { return invisible }
  // Beside these YAML takes U+0085, U+FFFE and U+FFFF for more than text; and a blank that does not break looks like one that does.
  if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] <= 0xA0 { return 2 }
  if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return 3 }
  return 0
}

private func quotedScalar(_ bytes: [UInt8]) -> [UInt8] {
  var quoted: [UInt8] = [UInt8(ascii: "\"")]
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    while index < bytes.count {
      let length = needsEscape(bytes, at: index)
      if length > 0 {
        let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
        for scalar in text.unicodeScalars {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted +=
            Array("\\u".utf8) + [UInt8](repeating: 0x30, count: max(0, 4 - digits.utf8.count)) + Array(digits.utf8)
        }
        index += length
        continue
      }
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
      quoted.append(bytes[index])
      index += 1
    }
  }
  return quoted + [UInt8(ascii: "\"")]
}
