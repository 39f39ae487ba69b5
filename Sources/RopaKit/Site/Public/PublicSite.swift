/// The public tree: an index of the notices in force, a page for each notice and language, and the theme's files.
/// A notice is published from its effective day on, or without one where that is an open question, unless its record is withheld, in
/// the languages that have messages.
/// - Parameter withholding: notices that are left out although they are in force.
package func publicPages(
  of assessment: Assessment, messages: MessageCatalogue, theme: Theme, withholding: Set<RecordIndex> = []
) -> [Page] {
  let published = publishedNotices(of: assessment, messages: messages).filter {
    !withholding.contains(assessment.registry.records.notices[$0.slot].common.record)
  }
  let registry = assessment.registry
  var pages: [Page] = []
  let indexes = PublicIndexes(registry, published, messages)
  for words in indexes.languages {
    pages.append(
      Page("public/" + indexes.path(words.language)) {
        writePublicIndex(published, of: assessment, words, indexes, into: &$0)
      })
  }
  for notice in published {
    for language in notice.languages {
      guard let words = messages.messages(language) else { continue }
      pages.append(
        Page("public/\(notice.id)/\(language.code).html") { buffer in
          guard let composed = composeNotice(notice.slot, of: assessment, messages: words) else { return }
          let others = notice.languages.compactMap { messages.messages($0) }
          NoticePage(
            notice: composed.notice, messages: words, languages: others, index: indexes.path(language)
          ).write(into: &buffer)
        })
    }
  }
  pages.append(Page("public/style.css") { $0.bytes(theme.styleSheet) })
  pages.append(Page("public/icon.svg") { $0.bytes(theme.icon) })
  return pages
}

/// A notice that is shown, by its place among the register's notices.
struct PublishedNotice: Sendable {
  let slot: Int
  let id: String
  /// Never empty.
  let languages: [Language]
}

/// The notices that are shown on the day: in force or without a known day, not withheld, in a language with messages.
func publishedNotices(of assessment: Assessment, messages: MessageCatalogue) -> [PublishedNotice] {
  assessment.registry.records.notices.indices.compactMap { slot in
    if case .published(let languages) = assessment.publication(ofNotice: slot, messages) {
      let record = assessment.registry.records.notices[slot].common.record
      return PublishedNotice(slot: slot, id: assessment.registry.header(record).id, languages: languages)
    }
    return nil
  }
}
