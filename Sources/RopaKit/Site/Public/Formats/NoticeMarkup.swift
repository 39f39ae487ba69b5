/// Writes the parts of a notice as HTML: for a page of ours, or as a fragment that stands inside of somebody else's page.
struct NoticeMarkup {
  /// It goes into somebody else's page: headings go one level deeper, because that page has a heading of its own, and nothing uses names
  /// of our style sheet.
  let isFragment: Bool
  /// What stands before the names of places in the same page.
  let prefix: String

  static let page = NoticeMarkup(isFragment: false, prefix: "")

  func write(_ block: PublicBlock, _ buffer: inout HTMLBuffer) {
    switch block {
    case .subheading(let text, let depth): writeHeading(text, depth: depth, &buffer)
    case .paragraph(let text): wrap(text, "<p>", "</p>", &buffer)
    case .list(let items):
      buffer.html("<ul>")
      for item in items { wrap(item, "<li>", "</li>", &buffer) }
      buffer.html("</ul>")
    case .items(let list): write(list, &buffer)
    case .definitions(let entries):
      buffer.html(isFragment ? "<dl>" : "<dl class=\"rights\">")
      for entry in entries { write(entry, &buffer) }
      buffer.html("</dl>")
    case .address(let lines):
      buffer.html("<address>")
      for (index, line) in lines.enumerated() {
        if index > 0 { buffer.html("<br>") }
        buffer.text(line, prefix: prefix)
      }
      buffer.html("</address>")
    case .table(let table): write(table, &buffer)
    }
  }

  /// - Parameter depth: 0 right below the heading of the section.
  private func writeHeading(_ text: PublicText, depth: Int, _ buffer: inout HTMLBuffer) {
    switch isFragment ? depth + 1 : depth {
    case 0: wrap(text, "<h3>", "</h3>", &buffer)
    case 1: wrap(text, "<h4>", "</h4>", &buffer)
    case 2: wrap(text, "<h5>", "</h5>", &buffer)
    default: wrap(text, "<h6>", "</h6>", &buffer)
    }
  }

  private func write(_ list: PublicItems, _ buffer: inout HTMLBuffer) {
    if let start = list.start {
      buffer.html(start == 1 ? "<ol>" : "<ol start=\"")
      if start != 1 {
        buffer.text(String(start))
        buffer.html("\">")
      }
    } else {
      buffer.html("<ul>")
    }
    for item in list.items {
      buffer.html("<li>")
      for (number, block) in item.enumerated() {
        if number > 0 { buffer.html("\n") }
        if list.isTight, case .paragraph(let text) = block {
          buffer.text(text, prefix: prefix)
        } else {
          write(block, &buffer)
        }
      }
      buffer.html("</li>")
    }
    buffer.html(list.start == nil ? "</ul>" : "</ol>")
  }

  func wrap(_ text: PublicText, _ open: StaticString, _ close: StaticString, _ buffer: inout HTMLBuffer) {
    buffer.html(open)
    buffer.text(text, prefix: prefix)
    buffer.html(close)
  }

  func write(_ entry: PublicEntry, _ buffer: inout HTMLBuffer) {
    wrap(entry.term, "<div><dt>", "</dt>", &buffer)
    wrap(entry.text, "<dd>", "</dd></div>", &buffer)
  }

  private func write(_ table: PublicTable, _ buffer: inout HTMLBuffer) {
    buffer.html(isFragment ? "<table><thead><tr>" : "<table class=\"stack\"><thead><tr>")
    for column in table.columns { wrap(column, "<th scope=\"col\">", "</th>", &buffer) }
    buffer.html("</tr></thead>\n<tbody>")
    for row in table.rows {
      buffer.html("<tr><th scope=\"row\">")
      write(cell: row[0], &buffer)
      buffer.html("</th>")
      for (column, cell) in row.enumerated().dropFirst() {
        // On narrow screens a label stands before each cell; an empty one has none.
        if cell.isEmpty || isFragment {
          buffer.html("<td>")
        } else {
          buffer.html("<td data-label=\"")
          buffer.text(table.columns[column].plain)
          buffer.html("\">")
        }
        write(cell: cell, &buffer)
        buffer.html("</td>")
      }
      buffer.html("</tr>\n")
    }
    buffer.html("</tbody></table>")
  }

  private func write(cell: [PublicText], _ buffer: inout HTMLBuffer) {
    if cell.count < 2 {
      for text in cell { buffer.text(text, prefix: prefix) }
      return
    }
    write(.list(cell), &buffer)
  }
}
