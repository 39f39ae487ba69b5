/// The public tree: an index of the notices in force, a page for each notice and language, and the theme's files.
/// A notice is published from its effective day on, unless its record is withheld, in the languages that have messages.
/// - Parameter withholding: notices that are left out although they are in force.
package func publicPages(
  of assessment: Assessment, messages: MessageCatalogue, theme: Theme, withholding: Set<RecordIndex> = []
) -> [Page] {
  let published = publishedNotices(of: assessment, messages: messages).filter {
    !withholding.contains(assessment.registry.records.notices[$0.slot].common.record)
  }
  let registry = assessment.registry
  var pages: [Page] = []
  if let words = messages.messages(registry.language) ?? messages.languages.first.flatMap({ messages.messages($0) }) {
    pages.append(
      Page("public/index.html") { writePublicIndex(published, of: assessment, words, into: &$0) })
  }
  for notice in published {
    for language in notice.languages {
      guard let words = messages.messages(language) else { continue }
      pages.append(
        Page("public/\(notice.id)/\(language.code).html") { buffer in
          guard let composed = composeNotice(notice.slot, of: assessment, messages: words) else { return }
          let others = notice.languages.compactMap { messages.messages($0) }
          NoticePage(notice: composed.notice, messages: words, languages: others).write(into: &buffer)
        })
    }
  }
  pages.append(Page("public/style.css") { $0.bytes(theme.styleSheet) })
  pages.append(Page("public/icon.svg") { $0.bytes(theme.icon) })
  return pages
}

/// A notice in force, by its place among the register's notices.
struct PublishedNotice: Sendable {
  let slot: Int
  let id: String
  /// Never empty.
  let languages: [Language]
}

/// The notices in force on the day that are not withheld and have a language with messages.
func publishedNotices(of assessment: Assessment, messages: MessageCatalogue) -> [PublishedNotice] {
  let registry = assessment.registry
  return registry.records.notices.enumerated().compactMap { slot, notice in
    let facts = assessment.facts.notices[slot]
    let gate = Gate(notice.common.certainty.given)
    guard facts.isPublished, notice.common.isPublishable, gate != .closed, facts.organisation.isResolved,
      let organisation = registry.party(facts.organisation), organisation.common.isPublishable,
      Gate(organisation.common.certainty.given) != .closed
    else { return nil }
    var wanted = notice.languages.elements()
    if wanted.isEmpty { wanted = registry.settings?.languages.elements() ?? [] }
    if wanted.isEmpty { wanted = [registry.language] }
    let languages = wanted.filter { messages.messages($0) != nil }
    if languages.isEmpty { return nil }
    return PublishedNotice(slot: slot, id: registry.header(notice.common.record).id, languages: languages)
  }
}
