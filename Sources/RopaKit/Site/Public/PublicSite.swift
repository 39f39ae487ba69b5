/// The public tree: an index of the notices in force; for each notice and language its page with the same in other forms, the short forms
/// for the forms that feed its activities, and earlier versions with what changed; a feed of the changes in each language; the theme's files.
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
  let versions = VersionPages(assessment, messages, published)
  var pages: [Page] = []
  let indexes = PublicIndexes(registry, published, messages)
  for words in indexes.languages {
    pages.append(
      Page("public/" + indexes.path(words.language)) {
        writePublicIndex(
          published, of: assessment, words, indexes, hasFeed: versions.hasFeed(words.language), into: &$0)
      })
  }
  let forms = registry.formsByActivity()
  for notice in published {
    let languages = notice.languages.compactMap { messages.messages($0) }
    let places = assessment.forms(ofNotice: notice.slot, forms)
    for words in languages {
      pages += PublishedForms(
        assessment: assessment, notice: notice, messages: words, languages: languages, places: places,
        index: indexes.path(words.language), hasChanges: versions.hasChanges(notice, words.language),
        hasFeed: versions.hasFeed(words.language)
      ).pages()
    }
  }
  pages += versions.pages()
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
