/// All ids of a register and all words of the law tables, numbered before any record is read.
package final class Directory: Sendable {
  private let spaces: [IDTable]
  private let unread: [UnreadRecords]
  private let terms: [TermTable: [String: TermIndex]]
  private let countries: [String: CountryCode]

  init(
    spaces: [IDTable], unread: [UnreadRecords], terms: [TermTable: [String: TermIndex]],
    countries: [String: CountryCode]
  ) {
    self.spaces = spaces
    self.unread = unread
    self.terms = terms
    self.countries = countries
  }

  package func record(_ id: String, in space: Space) -> RecordIndex? { spaces[space.rawValue].record(id) }
  /// The record of an id that is at hand as UTF-8.
  func record(_ id: UnsafeBufferPointer<UInt8>, in space: Space) -> RecordIndex? { spaces[space.rawValue].record(id) }
  /// The id may belong to a record that is there and could not be read.
  func mayBeUnread(_ id: String, in space: Space) -> Bool {
    unread.contains { $0.space == space && ($0.id == nil || $0.id == id) }
  }
  /// The ids of a space, sorted.
  package func ids(in space: Space) -> [String] { spaces[space.rawValue].all }
  func term(_ word: String, in table: TermTable) -> TermIndex? { terms[table]?[word] }
  /// The ids of a table, sorted, without the citations that are accepted as aliases.
  func words(of table: TermTable) -> [String] {
    (terms[table] ?? [:]).keys.filter { $0.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false }.sorted()
  }
  func country(_ code: String) -> CountryCode? { countries[code] }
  func countryCodes() -> [String] { countries.keys.sorted() }
}

/// The law tables whose ids people type.
package enum TermTable: String, CaseIterable, Sendable {
  case lawfulBases = "lawful-bases"
  case specialConditions = "special-conditions"
  case mechanisms
  case measures
  case dataCategories = "data-categories"
  case dataSubjects = "data-subjects"
}

/// The row of a law table.
package struct TermIndex: Hashable, Sendable, Comparable {
  package let value: Int32
  package static func < (left: TermIndex, right: TermIndex) -> Bool { left.value < right.value }
}
