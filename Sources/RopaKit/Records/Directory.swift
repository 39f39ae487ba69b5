import LocatedYAML
import Synchronization

/// All ids of a register and all words of the law tables, numbered before any record is read.
package final class Directory: Sendable {
  private let spaces: [IDTable]
  private let unread: [UnreadRecords]
  private let terms: [TermTable: [String: TermIndex]]
  private let countries: [String: CountryCode]
  /// Where the words of the tables and the countries come from, with the names that people give them.
  private let law: Law
  /// Own text in files beside the notices, by path; nil where a file is no text.
  let texts: [String: String?]
  private let everyday = Mutex<[TermTable: EverydayNames]>([:])
  private let everydayCountries = Mutex<EverydayNames?>(nil)
  /// By space; made when the first id that leads nowhere asks.
  private let nearIDs = Mutex<[Space: NearWords]>([:])

  init(
    spaces: [IDTable], unread: [UnreadRecords], terms: [TermTable: [String: TermIndex]],
    countries: [String: CountryCode], law: Law, texts: [String: String?]
  ) {
    self.law = law
    self.texts = texts
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
  /// Some record of a space is there and could not be read.
  func hasUnread(in space: Space) -> Bool { unread.contains { $0.space == space } }
  /// The ids of a space, sorted.
  package func ids(in space: Space) -> [String] { spaces[space.rawValue].all }
  /// The id of a space that was probably meant.
  func nearest(to id: String, in space: Space) -> String? {
    let words = nearIDs.withLock { known in
      if let words = known[space] { return words }
      let words = NearWords(ids(in: space))
      known[space] = words
      return words
    }
    return words.nearest(to: id)
  }
  func term(_ word: String, in table: TermTable) -> TermIndex? { terms[table]?[word] }
  /// The ids of a table, sorted, without the citations that are accepted as aliases.
  func words(of table: TermTable) -> [String] {
    (terms[table] ?? [:]).keys.filter { $0.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false }.sorted()
  }
  /// The names that people give the words of a table: titles, other words and what else they type.
  func everydayNames(of table: TermTable) -> EverydayNames {
    everyday.withLock { known in
      if let names = known[table] { return names }
      let names = EverydayNames(
        law.terms(of: table).flatMap { row in
          ([row.id, row.title, row.publicWords] + row.aliases + row.typed).map { ($0, row.id) }
        })
      known[table] = names
      return names
    }
  }
  /// The names that people give countries and regions.
  func countryNames() -> EverydayNames {
    everydayCountries.withLock { known in
      if let names = known { return names }
      let regions = Region.allCases.flatMap { region in
        (law.areaNames[region.rawValue] ?? []).map { (name: $0, word: region.rawValue) }
      }
      let names = EverydayNames(
        law.countries.flatMap { row in ([row.code, row.name, row.inText] + row.typed).map { ($0, row.code) } } + regions
      )
      known = names
      return names
    }
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
