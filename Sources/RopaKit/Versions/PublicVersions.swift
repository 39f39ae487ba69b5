import LocatedYAML

/// A version of a notice, as the public sees it.
struct PublicVersion: Sendable {
  /// The day from which it held: its address.
  let day: Day
  let dayWords: PublicText
  let number: PublicText?
  /// What changed with it, in words of the notice's record.
  let summary: PublicText?
  /// Its text, where it was kept in this language.
  let kept: PublicNotice?
  /// It is the one in force.
  let isCurrent: Bool
}

/// The versions of a notice that are known, the newest first: the one in force and those of its history.
/// - Parameter slot: the notice's place among the register's notices.
/// - Returns: none when the notice is withheld, or nobody knows from which day on it holds.
func publicVersions(_ slot: Int, of assessed: Assessed, _ messages: Messages) -> [PublicVersion] {
  composer(slot, of: assessed, messages: messages)?.versions ?? []
}

extension NoticeComposer {
  fileprivate var versions: [PublicVersion] {
    guard let current = notice.effective, current.value <= law.day else { return [] }
    let history = notice.history?.elements() ?? []
    let own = history.first { $0.value.effective.given == current.value }
    var versions = [
      version(
        current, PublicText(notice.version ?? own?.version), text(notice.summary ?? own?.summary), isCurrent: true)
    ]
    var days: Set<Day> = [current.value]
    for earlier in history {
      // What is not over is no earlier version, whatever the history says.
      guard let day = earlier.effective, day.value < current.value, days.insert(day.value).inserted else { continue }
      versions.append(version(day, PublicText(earlier.version), text(earlier.summary), isCurrent: false))
    }
    return versions.sorted { $0.day > $1.day }
  }

  private func version(
    _ day: Published<Day>, _ number: PublicText?, _ summary: PublicText?, isCurrent: Bool
  ) -> PublicVersion {
    let kept = registry.keptVersions(of: notice.value, day: day.value).first { $0.place.language == messages.language }
    return PublicVersion(
      day: day.value, dayWords: PublicText(day, messages), number: number.map { say(.versionNumber, $0) },
      summary: summary.map { messages.sentences([$0]) }, kept: kept?.content, isCurrent: isCurrent)
  }
}
