import LocatedYAML
import Synchronization

/// What the notices of a register say on the day. Each is composed once in each language, when somebody asks first: a rule that compares
/// it with what was kept or approved, its page, or the register's page about it.
final class NoticeTexts: Sendable {
  let messages: MessageCatalogue
  /// What was composed stays for whoever asks next.
  private let keeps: Bool
  /// By the notices' places among the register's notices.
  private let slots: [Slot]

  /// One at a time is composed, while others are at other notices.
  private final class Slot: Sendable {
    let composed = Mutex<[Language: ComposedNotice?]>([:])
    let standing = Mutex<NoticeStanding?>(nil)
  }

  init(_ messages: MessageCatalogue, count: Int, keeps: Bool) {
    self.messages = messages
    self.keeps = keeps
    slots = (0..<count).map { _ in Slot() }
  }

  /// A notice in a language; nil when it or its organisation is withheld.
  func composed(_ slot: Int, _ messages: Messages, of assessed: Assessed) -> ComposedNotice? {
    guard keeps else { return composeNotice(slot, of: assessed, messages: messages) }
    return slots[slot].composed.withLock { known in
      if let composed = known[messages.language] { return composed }
      let composed = composeNotice(slot, of: assessed, messages: messages)
      known[messages.language] = composed
      return composed
    }
  }

  func standing(_ slot: Int, of assessed: Assessed) -> NoticeStanding {
    slots[slot].standing.withLock { known in
      if let standing = known { return standing }
      let standing = NoticeStanding(slot, assessed, self)
      known = standing
      return standing
    }
  }
}

extension Assessed {
  /// How a notice stands to its kept and approved texts; nil where no messages are at hand.
  func standing(ofNotice slot: Int) -> NoticeStanding? { facts.texts?.standing(slot, of: self) }
}

extension Assessment {
  /// A notice in a language, composed once for all who ask with the messages that the register was judged with.
  package func composedNotice(_ slot: Int, _ messages: Messages) -> ComposedNotice? {
    guard let texts = facts.texts, texts.messages.messages(messages.language) === messages else {
      return composeNotice(slot, of: assessed, messages: messages)
    }
    return texts.composed(slot, messages, of: assessed)
  }

  /// The languages that a notice is or would be published in.
  package func languages(ofNotice slot: Int, _ messages: MessageCatalogue) -> [Language] {
    registry.languages(of: registry.records.notices[slot], messages)
  }
}

extension Registry {
  /// The languages that a notice asks for, else the register's own.
  func wantedLanguages(of notice: Notice) -> [Language] {
    let own = notice.languages.elements()
    if !own.isEmpty { return own }
    let all = settings?.languages.elements() ?? []
    return all.isEmpty ? [language] : all
  }

  /// Those of them that there are sentences in.
  func languages(of notice: Notice, _ messages: MessageCatalogue) -> [Language] {
    wantedLanguages(of: notice).filter { messages.messages($0) != nil }
  }

  /// The versions of a notice that were kept, by day.
  package func keptVersions(of notice: Notice) -> ArraySlice<KeptVersion> {
    let id = header(notice.common.record).id
    // Paths are sorted by bytes, and so are ids.
    var (low, high) = (0, keptVersions.count)
    while low < high {
      let middle = (low + high) / 2
      if keptVersions[middle].place.notice.utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return keptVersions[low...].prefix { $0.place.notice == id }
  }

  /// What was kept of a notice for a day, in every language.
  func keptVersions(of notice: Notice, day: Day) -> [KeptVersion] {
    keptVersions(of: notice).filter { $0.place.day == day }
  }
}
