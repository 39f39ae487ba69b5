import LocatedYAML

/// A version of a notice in the feed.
struct FeedEntry {
  let notice: PublishedNotice
  let version: PublicVersion
  let title: PublicText
  let organisation: PublicText
  /// What changed, by sections; nil where that is not known.
  let changed: PublicText?

  /// The page that tells of it: its text where that was kept, the notice itself, or what is known of its versions.
  fileprivate func page(_ language: String) -> String {
    if version.kept != nil { return "\(notice.id)/\(version.day)/\(language).html" }
    if version.isCurrent { return "\(notice.id)/\(language).html" }
    return "\(notice.id)/changes/\(language).html#from-\(version.day)"
  }
}

/// The Atom feed (RFC 4287) of the changes of all notices in a language: `feed/en.xml`. Its times are the days from which versions hold, so
/// that the same records give the same feed.
struct NoticeFeed {
  /// The newest first.
  let entries: [FeedEntry]
  let messages: Messages
  /// Where the public tree is published, with a slash at its end; nil where the register does not say.
  let address: String?

  func write(into buffer: inout HTMLBuffer) {
    let organisation = entries[0].organisation
    buffer.html("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    buffer.text(messages.language.code)
    buffer.html("\">\n")
    element("title", messages.text(.feedTitle, organisation).plain, &buffer)
    buffer.html("<id>")
    buffer.text(id(of: "feed/\(messages.language.code).xml", organisation))
    buffer.html("</id>\n<updated>")
    time(entries[0].version.day, &buffer)
    buffer.html("</updated>\n<author><name>")
    buffer.text(organisation.plain)
    buffer.html("</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
    buffer.text(link(to: "index.html"))
    buffer.html("\"/>\n")
    if address != nil {
      buffer.html("<link rel=\"self\" type=\"application/atom+xml\" href=\"")
      buffer.text(link(to: "feed/\(messages.language.code).xml"))
      buffer.html("\"/>\n")
    }
    for entry in entries { write(entry, &buffer) }
    buffer.html("</feed>\n")
  }

  private func write(_ entry: FeedEntry, _ buffer: inout HTMLBuffer) {
    let code = messages.language.code
    let page = "\(entry.notice.id)/\(entry.version.day)/\(code).html"
    buffer.html("<entry>\n<title>")
    buffer.text(entry.title.plain)
    buffer.html(" – ")
    buffer.text(messages.text(.inForceFrom).plain)
    buffer.html(" ")
    buffer.text(entry.version.dayWords.plain)
    buffer.html("</title>\n<id>")
    buffer.text(id(of: page, entry.organisation))
    buffer.html("</id>\n<updated>")
    time(entry.version.day, &buffer)
    buffer.html("</updated>\n<author><name>")
    buffer.text(entry.organisation.plain)
    buffer.html("</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
    buffer.text(link(to: entry.page(code)))
    buffer.html("\"/>\n")
    let summary = [entry.version.summary, entry.changed].compactMap { $0?.plain }.joined(separator: " ")
    if !summary.isEmpty { element("summary", summary, &buffer) }
    buffer.html("</entry>\n")
  }

  private func element(_ name: StaticString, _ text: String, _ buffer: inout HTMLBuffer) {
    buffer.html("<")
    buffer.html(name)
    buffer.html(">")
    buffer.text(text)
    buffer.html("</")
    buffer.html(name)
    buffer.html(">\n")
  }

  /// Midnight at the start of the day: the records know no hour.
  private func time(_ day: Day, _ buffer: inout HTMLBuffer) {
    buffer.text(day.description)
    buffer.html("T00:00:00Z")
  }

  private func link(to page: String) -> String { address.map { $0 + page } ?? "../" + page }

  /// The address where the page stays; where nobody knows it, a name made from what tells it from others.
  private func id(of page: String, _ organisation: PublicText) -> String {
    if let address { return address + page }
    var digest = SHA256()
    digest.add(Array("\(organisation.plain)\n\(page)".utf8))
    var digits = Array(digest.digits(32).utf8)
    // A UUID of version 8, which is made as one likes (RFC 9562).
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "8")
    let text = String(decoding: digits, as: UTF8.self)
    var parts: [Substring] = []
    var rest = Substring(text)
    for count in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}
