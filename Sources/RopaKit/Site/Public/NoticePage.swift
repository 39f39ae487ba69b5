/// The page of one notice in one language.
struct NoticePage {
  let notice: PublicNotice
  let messages: Messages
  /// The languages the notice is published in, this one among them.
  let languages: [Messages]
  /// The index in the notice's language, in the root of the tree.
  var index = "index.html"

  func write(into buffer: inout HTMLBuffer) {
    let frame = PublicFrame(
      messages: messages, organisation: notice.organisation, foot: notice.foot, title: notice.title, root: "../",
      isIndex: false, index: index)
    frame.begin(&buffer)
    frame.writeLanguages(languages, &buffer) { $0.code + ".html" }
    buffer.html("</header>\n<nav class=\"trail\" aria-label=\"")
    buffer.text(messages.text(.navTrail).plain)
    buffer.html("\"><ol><li><a href=\"../")
    buffer.text(index)
    buffer.html("\">")
    buffer.text(messages.text(.allNotices))
    buffer.html("</a></li><li><a href=\"")
    buffer.text(notice.language.code)
    buffer.html(".html\" aria-current=\"page\">")
    buffer.text(notice.title)
    buffer.html("</a></li></ol></nav>\n<main id=\"main\" class=\"notice\">\n<div class=\"title\"><h1>")
    buffer.text(notice.title)
    buffer.html("</h1>")
    if let note = notice.translationNote { wrap(note, "<p class=\"note\">", "</p>", &buffer) }
    if let lede = notice.lede {
      buffer.html("<p class=\"lede\">")
      buffer.text(lede)
      buffer.html("</p>")
    }
    if let inForce = notice.inForce {
      buffer.html("<p class=\"facts\"><span>")
      buffer.text(inForce.term)
      buffer.html(" ")
      buffer.text(inForce.text)
      buffer.html("</span></p>")
    }
    buffer.html("</div>\n")
    writeSummary(&buffer)
    writeContents(&buffer)
    buffer.html("<div class=\"text\">\n")
    for section in notice.sections { write(section, &buffer) }
    writeVersion(&buffer)
    buffer.html("</div>\n")
    frame.end(&buffer)
  }

  private func writeSummary(_ buffer: inout HTMLBuffer) {
    guard !notice.summary.isEmpty else { return }
    buffer.html("<section class=\"summary\" aria-labelledby=\"short\"><h2 id=\"short\">")
    buffer.text(messages.text(.inShort))
    buffer.html("</h2><dl>")
    for entry in notice.summary { write(entry, &buffer) }
    buffer.html("</dl></section>\n")
  }

  private func writeContents(_ buffer: inout HTMLBuffer) {
    buffer.html("<nav class=\"contents\" aria-labelledby=\"contents\"><h2 id=\"contents\">")
    buffer.text(messages.text(.contents))
    buffer.html("</h2><ul>")
    for section in notice.sections {
      buffer.html("<li><a href=\"#")
      buffer.text(section.anchor.id)
      buffer.html("\">")
      buffer.text(section.heading.plain)
      buffer.html("</a></li>")
    }
    buffer.html("</ul></nav>\n")
  }

  private func write(_ section: PublicSection, _ buffer: inout HTMLBuffer) {
    buffer.html("<section id=\"")
    buffer.text(section.anchor.id)
    buffer.html("\"><h2>")
    buffer.text(section.heading)
    buffer.html("</h2>\n")
    for block in section.blocks {
      write(block, &buffer)
      buffer.html("\n")
    }
    buffer.html("</section>\n")
  }

  private func write(_ block: PublicBlock, _ buffer: inout HTMLBuffer) {
    switch block {
    case .subheading(let text, let depth): writeHeading(text, depth: depth, &buffer)
    case .paragraph(let text): wrap(text, "<p>", "</p>", &buffer)
    case .list(let items):
      buffer.html("<ul>")
      for item in items { wrap(item, "<li>", "</li>", &buffer) }
      buffer.html("</ul>")
    case .items(let list): write(list, &buffer)
    case .definitions(let entries):
      buffer.html("<dl class=\"rights\">")
      for entry in entries { write(entry, &buffer) }
      buffer.html("</dl>")
    case .address(let lines):
      buffer.html("<address>")
      for (index, line) in lines.enumerated() {
        if index > 0 { buffer.html("<br>") }
        buffer.text(line)
      }
      buffer.html("</address>")
    case .table(let table): write(table, &buffer)
    }
  }

  private func writeHeading(_ text: PublicText, depth: Int, _ buffer: inout HTMLBuffer) {
    switch depth {
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
        if list.isTight, case .paragraph(let text) = block { buffer.text(text) } else { write(block, &buffer) }
      }
      buffer.html("</li>")
    }
    buffer.html(list.start == nil ? "</ul>" : "</ol>")
  }

  private func wrap(_ text: PublicText, _ open: StaticString, _ close: StaticString, _ buffer: inout HTMLBuffer) {
    buffer.html(open)
    buffer.text(text)
    buffer.html(close)
  }

  private func write(_ entry: PublicEntry, _ buffer: inout HTMLBuffer) {
    wrap(entry.term, "<div><dt>", "</dt>", &buffer)
    wrap(entry.text, "<dd>", "</dd></div>", &buffer)
  }

  private func write(_ table: PublicTable, _ buffer: inout HTMLBuffer) {
    buffer.html("<table class=\"stack\"><thead><tr>")
    for column in table.columns { wrap(column, "<th scope=\"col\">", "</th>", &buffer) }
    buffer.html("</tr></thead>\n<tbody>")
    for row in table.rows {
      buffer.html("<tr><th scope=\"row\">")
      write(cell: row[0], &buffer)
      buffer.html("</th>")
      for (column, cell) in row.enumerated().dropFirst() {
        // On narrow screens a label stands before each cell; an empty one has none.
        if cell.isEmpty {
          buffer.html("<td></td>")
          continue
        }
        buffer.html("<td data-label=\"")
        buffer.text(table.columns[column].plain)
        buffer.html("\">")
        write(cell: cell, &buffer)
        buffer.html("</td>")
      }
      buffer.html("</tr>\n")
    }
    buffer.html("</tbody></table>")
  }

  private func write(cell: [PublicText], _ buffer: inout HTMLBuffer) {
    if cell.count < 2 {
      for text in cell { buffer.text(text) }
      return
    }
    write(.list(cell), &buffer)
  }

  private func writeVersion(_ buffer: inout HTMLBuffer) {
    guard !notice.version.isEmpty else { return }
    buffer.html("<dl class=\"version\">")
    for entry in notice.version { write(entry, &buffer) }
    buffer.html("</dl>\n")
  }
}
