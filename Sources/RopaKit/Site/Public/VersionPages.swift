import LocatedYAML

/// The pages of earlier versions, of what changed, and the feeds.
struct VersionPages: Sendable {
  let assessment: Assessment
  let messages: MessageCatalogue
  let published: [PublishedNotice]
  /// By language: the notices that have versions, in the order of the register.
  private let dated: [Language: [(notice: PublishedNotice, versions: [PublicVersion])]]

  init(_ assessment: Assessment, _ messages: MessageCatalogue, _ published: [PublishedNotice]) {
    self.assessment = assessment
    self.messages = messages
    self.published = published
    var dated: [Language: [(notice: PublishedNotice, versions: [PublicVersion])]] = [:]
    for notice in published {
      // A notice without a known day has no versions.
      guard assessment.registry.records.notices[notice.slot].effective.given != nil else { continue }
      for language in notice.languages {
        guard let words = messages.messages(language) else { continue }
        let versions = publicVersions(notice.slot, of: assessment.assessed, words)
        if !versions.isEmpty { dated[language, default: []].append((notice, versions)) }
      }
    }
    self.dated = dated
  }

  /// There is a feed in a language.
  func hasFeed(_ language: Language) -> Bool { dated[language] != nil }

  /// A notice has a page of its versions: more than one is known, or the text of one was kept.
  func hasChanges(_ notice: PublishedNotice, _ language: Language) -> Bool {
    versions(of: notice, language).map(VersionPages.hasChanges) ?? false
  }

  private static func hasChanges(_ versions: [PublicVersion]) -> Bool {
    versions.count > 1 || versions.contains { $0.kept != nil }
  }

  private func versions(of notice: PublishedNotice, _ language: Language) -> [PublicVersion]? {
    guard let all = dated[language] else { return nil }
    // In the order of the register.
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].notice.slot < notice.slot { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].notice.slot == notice.slot ? all[low].versions : nil
  }

  func pages() -> [Page] {
    var pages: [Page] = []
    for (language, notices) in dated.sorted(by: { $0.key < $1.key }) {
      guard let words = messages.messages(language) else { continue }
      for (notice, versions) in notices where VersionPages.hasChanges(versions) {
        pages.append(
          Page("public/\(notice.id)/changes/\(language.code).html") { buffer in
            guard let composed = assessment.composedNotice(notice.slot, words) else { return }
            ChangesPage(notice: composed.notice, versions: versions, messages: words, hasFeed: true).write(
              into: &buffer)
          })
        for (index, version) in versions.enumerated() {
          guard let kept = version.kept else { continue }
          let next = index > 0 ? versions[index - 1] : nil
          pages.append(
            Page("public/\(notice.id)/\(version.day)/\(language.code).html") { buffer in
              VersionPage(version: version, kept: kept, next: next, messages: words, hasFeed: true).write(into: &buffer)
            })
        }
      }
      pages.append(Page("public/feed/\(language.code).xml") { writeFeed(notices, words, &$0) })
    }
    return pages
  }

  private func writeFeed(
    _ notices: [(notice: PublishedNotice, versions: [PublicVersion])], _ words: Messages, _ buffer: inout HTMLBuffer
  ) {
    var entries: [FeedEntry] = []
    for (notice, versions) in notices {
      guard let headline = composeHeadline(notice.slot, of: assessment, messages: words) else { continue }
      for (index, version) in versions.enumerated() {
        entries.append(
          FeedEntry(
            notice: notice, version: version, title: version.kept?.title ?? headline.title,
            organisation: headline.organisation, changed: changed(notice, versions, index, words)))
      }
    }
    entries.sort { ($1.version.day, $0.notice.slot) < ($0.version.day, $1.notice.slot) }
    guard !entries.isEmpty else { return }
    NoticeFeed(entries: entries, messages: words, address: address).write(into: &buffer)
  }

  private func changed(
    _ notice: PublishedNotice, _ versions: [PublicVersion], _ index: Int, _ words: Messages
  ) -> PublicText? {
    // Composed only where there is something to compare with.
    guard index + 1 < versions.count, versions[index + 1].kept != nil,
      let composed = assessment.composedNotice(notice.slot, words),
      let comparison = versions.comparison(index, as: composed.notice), !comparison.changes.isEmpty
    else { return nil }
    return words.text(.changesSections, words.series(comparison.changes.map { words.text(.quoted, $0.title(words)) }))
  }

  /// Where the public tree is published, with a slash at its end; nil where that is not known or no address of the web.
  private var address: String? {
    guard let line = assessment.registry.settings?.publish.given?.notices.given?.text, let link = Link(address: line),
      link.address.utf8.starts(with: "http".utf8)
    else { return nil }
    return link.address.utf8.last == UInt8(ascii: "/") ? link.address : link.address + "/"
  }
}
