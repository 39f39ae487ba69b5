/// Finds the paragraphs, lists and headings of own text.
struct RichBlockReader {
  private(set) var refused: [RefusedMarkup] = []
  /// Lists inside lists beyond this are text.
  static let deepest = 16

  /// - Parameter depth: how many lists are around the lines.
  mutating func blocks(of lines: [RichLine], depth: Int) -> [RichBlock] { read(lines, depth: depth).blocks }

  /// - Returns: also whether blank lines stand between two of the blocks.
  private mutating func read(_ lines: [RichLine], depth: Int) -> (blocks: [RichBlock], hasGap: Bool) {
    var blocks: [RichBlock] = []
    var paragraph: [RichLine] = []
    var (index, isFirst, isAfterBlank, hasGap) = (0, true, false, false)
    func begin() {
      if isAfterBlank, !isFirst { hasGap = true }
      (isFirst, isAfterBlank) = (false, false)
    }
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        close(&paragraph, into: &blocks)
        isAfterBlank = true
        index += 1
      } else if let heading = heading(line) {
        close(&paragraph, into: &blocks)
        begin()
        blocks.append(heading)
        index += 1
      } else if let first = item(line, depth: depth), paragraph.isEmpty || first.interruptsParagraph {
        close(&paragraph, into: &blocks)
        begin()
        blocks.append(.list(list(first, lines, &index, depth: depth)))
      } else {
        if paragraph.isEmpty { begin() }
        noteUnread(line, after: paragraph)
        paragraph.append(line)
        index += 1
      }
    }
    close(&paragraph, into: &blocks)
    return (blocks, hasGap)
  }

  /// The sign of the item that a line begins.
  private func item(_ line: RichLine, depth: Int) -> ListMarker? {
    guard depth < RichBlockReader.deepest, !line.isLazy, !line.isRule else { return nil }
    return ListMarker(line)
  }

  private mutating func close(_ paragraph: inout [RichLine], into blocks: inout [RichBlock]) {
    if paragraph.isEmpty { return }
    var bytes: [UInt8] = []
    for line in paragraph {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += line.bytes
    }
    paragraph = []
    let text = inlines(bytes)
    if !text.parts.isEmpty { blocks.append(.paragraph(text)) }
  }

  private mutating func inlines(_ bytes: [UInt8]) -> RichLineText {
    var reader = RichInlineReader(bytes)
    let text = reader.read()
    for markup in reader.refused { refuse(markup) }
    return text
  }

  private mutating func refuse(_ markup: RefusedMarkup) {
    if !refused.contains(markup) { refused.append(markup) }
  }

  /// `## Heading`, perhaps with signs after it as well.
  private mutating func heading(_ line: RichLine) -> RichBlock? {
    guard line.indent < 4, !line.isLazy else { return nil }
    let level = line.bytes.prefix { $0 == UInt8(ascii: "#") }.count
    var rest = line.bytes.dropFirst(level)
    guard (1...6).contains(level), rest.isEmpty || isBlank(rest.first!) else { return nil }
    rest = rest.drop(while: isBlank).trimmingEnd(isBlank)
    let withoutSigns = rest.trimmingEnd { $0 == UInt8(ascii: "#") }
    if withoutSigns.isEmpty {
      rest = withoutSigns
    } else if withoutSigns.count < rest.count, isBlank(withoutSigns.last!) {
      rest = withoutSigns.trimmingEnd(isBlank)
    }
    return .heading(level: level, inlines(Array(rest)))
  }

  /// Reads a list from its first item on.
  private mutating func list(
    _ first: ListMarker, _ lines: [RichLine], _ index: inout Int, depth: Int
  ) -> RichList {
    var items: [[RichBlock]] = []
    var isTight = true
    var marker = first
    while true {
      let item = read(take(item: marker, lines, &index), depth: depth + 1)
      if item.hasGap { isTight = false }
      items.append(item.blocks)
      // Blank lines after an item count only when another item follows.
      var next = index
      while next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, !lines[next].isLazy, !lines[next].isRule, let following = ListMarker(lines[next]),
        following.sign == first.sign
      else { break }
      if next > index { isTight = false }
      (index, marker) = (next, following)
    }
    return RichList(start: first.number, isTight: isTight, items: items)
  }

  /// The lines of an item, seen from inside it; blank lines at its end are left to the list.
  private func take(item marker: ListMarker, _ lines: [RichLine], _ index: inout Int) -> [RichLine] {
    let indent = lines[index].indent + marker.width
    var item = [marker.rest]
    index += 1
    // An item whose first two lines are blank is empty.
    if marker.rest.isBlank, index < lines.count, lines[index].isBlank { return [] }
    var end = index
    var paragraph = OpenParagraph()
    paragraph.add(marker.rest)
    while end < lines.count {
      var line = lines[end]
      if line.isBlank || (line.indent >= indent && !line.isLazy) {
        line = line.outdented(by: indent)
      } else if paragraph.isOpen, line.isLazy || line.isOnlyWords {
        line.isLazy = true
      } else {
        break
      }
      item.append(line)
      paragraph.add(line)
      end += 1
    }
    while let last = item.last, last.isBlank, item.count > 1 {
      item.removeLast()
      end -= 1
    }
    index = end
    return item
  }
}

// What is not read.
extension RichBlockReader {
  /// Notes what CommonMark would have made something of.
  fileprivate mutating func noteUnread(_ line: RichLine, after paragraph: [RichLine]) {
    let isUnderline =
      !paragraph.isEmpty && !line.isLazy && line.indent < 4
      && (line.bytes.trimmingEnd(isBlank).allSatisfy { $0 == UInt8(ascii: "=") }
        || line.bytes.trimmingEnd(isBlank).allSatisfy { $0 == UInt8(ascii: "-") })
    let isFence = line.bytes.starts(with: "```".utf8) || line.bytes.starts(with: "~~~".utf8)
    let isCode = paragraph.isEmpty && line.indent >= 4
    if isUnderline || isFence || line.isTableRule(after: paragraph.last) || isCode || line.isRule
      || line.bytes.first == UInt8(ascii: ">")
    {
      refuse(.block)
    }
  }
}
