import LocatedYAML

/// Own text of a notice that says which things it names, so that it can be compared with the records.
struct NamingSection: Sendable {
  let section: NoticeSection
  let names: NamedInText
  /// The activities it speaks of, by their places among the register's activities.
  let activities: [Int]
}

extension Registry {
  /// The sections of own text that name something.
  func namingSections(of notice: Notice, _ facts: NoticeFacts) -> [NamingSection] {
    notice.sections.elements().compactMap { section in
      guard let names = section.names.given else { return nil }
      let own = section.activities.elements().map(\.record)
      let activities = facts.activities.filter {
        own.isEmpty || own.contains(records.activities[$0].common.record)
      }
      return NamingSection(section: section, names: names, activities: activities)
    }
  }
}
