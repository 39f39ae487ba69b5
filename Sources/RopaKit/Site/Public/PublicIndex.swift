/// The lists of notices, one in each language that some notice is published in: `index.html` in the register's own, `cy.html` in another.
struct PublicIndexes: Sendable {
  /// The register's own language first; never empty while there are any messages.
  let languages: [Messages]

  init(_ registry: Registry, _ notices: [PublishedNotice], _ messages: MessageCatalogue) {
    let published = Set(notices.flatMap(\.languages)).subtracting([registry.language]).sorted()
    let own = messages.messages(registry.language).map { [$0] } ?? []
    let others = published.compactMap { messages.messages($0) }
    let all = own + others
    languages = all.isEmpty ? messages.languages.prefix(1).compactMap { messages.messages($0) } : all
  }

  /// The file of a language's index in the root of the public tree.
  func path(_ language: Language) -> String {
    languages.dropFirst().contains { $0.language == language } ? language.code + ".html" : "index.html"
  }
}

/// Writes the list of the notices in force.
func writePublicIndex(
  _ notices: [PublishedNotice], of assessment: Assessment, _ words: Messages, _ indexes: PublicIndexes, hasFeed: Bool,
  into buffer: inout HTMLBuffer
) {
  let composed = notices.compactMap { notice in
    composeHeadline(notice.slot, of: assessment, messages: words).map { (notice, $0) }
  }
  let title = words.text(.noticesTitle)
  let organisation = composed.first?.1.organisation ?? title
  let frame = PublicFrame(
    messages: words, organisation: organisation, foot: composed.first?.1.foot ?? organisation, title: title, root: "",
    isIndex: true, hasFeed: hasFeed, index: indexes.path(words.language))
  frame.begin(&buffer)
  frame.writeLanguages(indexes.languages, &buffer) { indexes.path($0) }
  buffer.html("</header>\n<main id=\"main\">\n<div class=\"title\"><h1>")
  buffer.text(title)
  buffer.html("</h1>")
  if !words.isReviewed {
    buffer.html("<p class=\"note\">")
    buffer.text(words.text(.unreviewed))
    buffer.html("</p>")
  }
  // Without a notice in force nobody is named whose notices these are.
  if composed.isEmpty {
    buffer.html("<p class=\"lede\">")
    buffer.text(words.text(.unpublished))
    buffer.html("</p></div>\n")
  } else {
    buffer.html("<p class=\"lede\">")
    buffer.text(words.text(.noticesLede, [organisation]))
    buffer.html("</p></div>\n<ul class=\"choices\">")
    for (published, notice) in composed { write(published, notice, words, &buffer) }
    buffer.html("</ul>\n")
    if hasFeed {
      buffer.html("<p class=\"more\"><a href=\"feed/")
      buffer.text(words.language.code)
      buffer.html(".xml\">")
      buffer.text(words.text(.feedLink))
      buffer.html("</a></p>\n")
    }
  }
  frame.end(&buffer)
}

private func write(
  _ published: PublishedNotice, _ notice: NoticeHeadline, _ words: Messages, _ buffer: inout HTMLBuffer
) {
  // The notice in the language of this page, else in the first one it has.
  let language = published.languages.contains(words.language) ? words.language : published.languages[0]
  buffer.html("<li><h2><a href=\"")
  buffer.text(published.id)
  buffer.html("/")
  buffer.text(language.code)
  buffer.html(".html\">")
  buffer.text(notice.title)
  buffer.html("</a></h2>")
  if let lede = notice.lede {
    buffer.html("<p>")
    buffer.text(lede)
    buffer.html("</p>")
  }
  if let effective = notice.inForce {
    buffer.html("<p class=\"meta\"><span>")
    buffer.text(effective.term)
    buffer.html(" ")
    buffer.text(effective.text)
    buffer.html("</span></p>")
  }
  buffer.html("</li>\n")
}

/// A notice's title, readers, day and organisation.
struct NoticeHeadline: Sendable {
  let title: PublicText
  let lede: PublicText?
  /// The day from which it holds; nil where nobody knows it.
  let inForce: PublicEntry?
  let organisation: PublicText
  let foot: PublicText
}
