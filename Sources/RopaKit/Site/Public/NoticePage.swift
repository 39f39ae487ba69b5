/// The page of one notice in one language.
struct NoticePage {
  let notice: PublicNotice
  let messages: Messages
  /// The languages the notice is published in, this one among them.
  let languages: [Messages]
  /// The notice has a page of its versions.
  var hasChanges = false
  /// The tree has a feed.
  var hasFeed = false
  /// The index in the notice's language, in the root of the tree.
  var index = "index.html"
  private var markup: NoticeMarkup { .page }

  func write(into buffer: inout HTMLBuffer) {
    let frame = PublicFrame(
      messages: messages, organisation: notice.organisation, foot: notice.foot, title: notice.title, root: "../",
      isIndex: false, hasFeed: hasFeed, index: index)
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
    if let note = notice.translationNote { markup.wrap(note, "<p class=\"note\">", "</p>", &buffer) }
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
    if hasChanges { writeChangesLink(&buffer) }
    writeFormats(&buffer)
    buffer.html("</div>\n")
    frame.end(&buffer)
  }

  func writeSummary(_ buffer: inout HTMLBuffer) {
    guard !notice.summary.isEmpty else { return }
    buffer.html("<section class=\"summary\" aria-labelledby=\"short\"><h2 id=\"short\">")
    buffer.text(messages.text(.inShort))
    buffer.html("</h2><dl>")
    for entry in notice.summary { markup.write(entry, &buffer) }
    buffer.html("</dl></section>\n")
  }

  func writeContents(_ buffer: inout HTMLBuffer) {
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

  func write(_ section: PublicSection, _ buffer: inout HTMLBuffer) {
    buffer.html("<section id=\"")
    buffer.text(section.anchor.id)
    buffer.html("\"><h2>")
    buffer.text(section.heading)
    buffer.html("</h2>\n")
    for block in section.blocks {
      markup.write(block, &buffer)
      buffer.html("\n")
    }
    buffer.html("</section>\n")
  }

  private func writeChangesLink(_ buffer: inout HTMLBuffer) {
    buffer.html("<p class=\"more\"><a href=\"changes/")
    buffer.text(notice.language.code)
    buffer.html(".html\">")
    buffer.text(messages.text(.changesTitle))
    buffer.html("</a></p>\n")
  }

  private func writeVersion(_ buffer: inout HTMLBuffer) {
    guard !notice.version.isEmpty else { return }
    buffer.html("<dl class=\"version\">")
    for entry in notice.version { markup.write(entry, &buffer) }
    buffer.html("</dl>\n")
  }

  /// The same notice in other forms, in a small line at its foot.
  private func writeFormats(_ buffer: inout HTMLBuffer) {
    let links = NoticeFormat.allCases.map { format in
      messages.text(format.word).linked(to: Link(page: format.fileName(notice.language)))
    }
    markup.wrap(
      messages.text(.otherForms, messages.list(links)), "<p class=\"formats\">", "</p>\n", &buffer)
  }
}
