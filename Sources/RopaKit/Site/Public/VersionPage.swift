/// The page of one version of a notice at its own address, which stays: `NOTICE/2026-09-01/en.html`.
struct VersionPage {
  let version: PublicVersion
  let kept: PublicNotice
  /// The version that took its place; nil for the one in force.
  let next: PublicVersion?
  let messages: Messages
  let hasFeed: Bool

  func write(into buffer: inout HTMLBuffer) {
    let frame = PublicFrame(
      messages: messages, organisation: kept.organisation, foot: kept.foot, title: kept.title, root: "../../",
      isIndex: false, hasFeed: hasFeed)
    frame.begin(&buffer)
    buffer.html("</header>\n")
    writeTrail(
      [("../../index.html", messages.text(.allNotices)), ("../\(kept.language.code).html", kept.title)],
      "\(kept.language.code).html", version.dayWords, messages, &buffer)
    buffer.html("<main id=\"main\" class=\"notice\">\n<div class=\"title\"><h1>")
    buffer.text(kept.title)
    buffer.html("</h1>")
    if let lede = kept.lede {
      buffer.html("<p class=\"lede\">")
      buffer.text(lede)
      buffer.html("</p>")
    }
    writeStanding(&buffer)
    buffer.html("</div>\n")
    let page = NoticePage(notice: kept, messages: messages, languages: [])
    page.writeSummary(&buffer)
    page.writeContents(&buffer)
    buffer.html("<div class=\"text\">\n")
    for section in kept.sections { page.write(section, &buffer) }
    buffer.html("</div>\n")
    frame.end(&buffer)
  }

  /// Whether it still holds, and where the one is that does.
  private func writeStanding(_ buffer: inout HTMLBuffer) {
    buffer.html("<aside class=\"note\"><p>")
    if let number = version.number {
      buffer.text(number)
      buffer.html(" ")
    }
    if let next {
      buffer.text(messages.text(.versionPast, version.dayWords, next.dayWords))
    } else {
      buffer.text(messages.text(.versionPresent, version.dayWords))
    }
    buffer.html("</p><p class=\"meta\"><a href=\"../")
    buffer.text(kept.language.code)
    buffer.html(".html\">")
    buffer.text(messages.text(.versionNow))
    buffer.html("</a> <a href=\"../changes/")
    buffer.text(kept.language.code)
    buffer.html(".html\">")
    buffer.text(messages.text(.changesTitle))
    buffer.html("</a></p></aside>")
  }
}

/// The breadcrumbs of a page below a notice.
/// - Parameters:
///   - above: address and words of the pages above.
///   - address: of the page itself.
func writeTrail(
  _ above: [(address: String, words: PublicText)], _ address: String, _ words: PublicText, _ messages: Messages,
  _ buffer: inout HTMLBuffer
) {
  buffer.html("<nav class=\"trail\" aria-label=\"")
  buffer.text(messages.text(.navTrail).plain)
  buffer.html("\"><ol>")
  for page in above {
    buffer.html("<li><a href=\"")
    buffer.link(Link(page: page.address))
    buffer.html("\">")
    buffer.text(page.words)
    buffer.html("</a></li>")
  }
  buffer.html("<li><a href=\"")
  buffer.link(Link(page: address))
  buffer.html("\" aria-current=\"page\">")
  buffer.text(words.plain)
  buffer.html("</a></li></ol></nav>\n")
}
