/// A notice as markup for a page of another site: no head, no scripts, no style, names with a prefix of their own, headings from the second
/// level on.
struct NoticeFragment {
  private let notice: PublicNotice
  private let messages: Messages
  private let markup: NoticeMarkup

  /// - Parameter id: the notice's folder in the public tree; it makes names unique on a page with several notices.
  init(_ notice: PublicNotice, id: String, _ messages: Messages) {
    (self.notice, self.messages) = (notice, messages)
    markup = NoticeMarkup(isFragment: true, prefix: "privacy-notice-\(id)-")
  }

  func write(into buffer: inout HTMLBuffer) {
    buffer.html("<article class=\"privacy-notice\" lang=\"")
    buffer.text(notice.language.code)
    buffer.html("\" aria-labelledby=\"")
    writeID("title", &buffer)
    buffer.html("\">\n<h2 id=\"")
    writeID("title", &buffer)
    buffer.html("\">")
    buffer.text(notice.title)
    buffer.html("</h2>\n")
    if let note = notice.translationNote { markup.wrap(note, "<p class=\"privacy-notice-note\">", "</p>\n", &buffer) }
    if let lede = notice.lede { markup.wrap(lede, "<p>", "</p>\n", &buffer) }
    if let inForce = notice.inForce {
      markup.wrap(inForce.term, "<p class=\"privacy-notice-day\">", " ", &buffer)
      markup.wrap(inForce.text, "", "</p>\n", &buffer)
    }
    writeSummary(&buffer)
    for section in notice.sections { write(section, &buffer) }
    if !notice.version.isEmpty {
      buffer.html("<dl class=\"privacy-notice-version\">")
      for entry in notice.version { markup.write(entry, &buffer) }
      buffer.html("</dl>\n")
    }
    markup.wrap(notice.foot, "<p class=\"privacy-notice-foot\">", "</p>\n</article>\n", &buffer)
  }

  private func writeID(_ name: String, _ buffer: inout HTMLBuffer) {
    buffer.text(markup.prefix + name)
  }

  private func writeSummary(_ buffer: inout HTMLBuffer) {
    guard !notice.summary.isEmpty else { return }
    buffer.html("<section class=\"privacy-notice-summary\">\n<h3>")
    buffer.text(messages.text(.inShort))
    buffer.html("</h3>\n<dl>")
    for entry in notice.summary { markup.write(entry, &buffer) }
    buffer.html("</dl>\n</section>\n")
  }

  private func write(_ section: PublicSection, _ buffer: inout HTMLBuffer) {
    buffer.html("<section id=\"")
    writeID(section.anchor.id, &buffer)
    buffer.html("\">\n<h3>")
    buffer.text(section.heading)
    buffer.html("</h3>\n")
    for block in section.blocks {
      markup.write(block, &buffer)
      buffer.html("\n")
    }
    buffer.html("</section>\n")
  }
}
