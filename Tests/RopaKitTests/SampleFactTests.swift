import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// A fact of the notice that the sample register was written from.
struct SampleFact: CustomTestStringConvertible, Sendable {
  /// Where the register holds it, and where the public reads it.
  struct Shown: Sendable {
    /// The words come from all of these together.
    let places: [FieldPath]
    let holds: String
    /// A section by its address or its heading; or `title`, `readers`, `in-force`, `version`.
    let section: String
    let words: String
  }

  let id: String
  let fact: String
  let shown: [Shown]
  /// Further places that hold it, for the register.
  let carried: [(place: FieldPath, holds: String)]
  /// Why the public does not read it.
  let isInternal: String?
  let absentWords: [String]
  var testDescription: String { "\(id) \(fact)" }

  static let all: [SampleFact] = rows(of: "facts").map { id, row in
    SampleFact(
      id: id, fact: row.text("fact"),
      shown: (row["shown"]?.items ?? []).map { entry in
        Shown(
          places: entry.texts("at").map(FieldPath.init), holds: entry.text("holds"), section: entry.text("in"),
          words: entry.text("words"))
      },
      carried: (row["carried"]?.items ?? []).map { (FieldPath($0.text("at")), $0.text("holds")) },
      isInternal: row["internal"]?.text, absentWords: row.texts("absent"))
  }
}

/// The rows of a table about the sample register, in their order.
func rows(of table: String) -> [(id: String, row: TableValue)] {
  let url = repositoryRoot.appending(path: "Tests/RopaKitTests/Fixtures/sample/\(table).yaml")
  let file = SourceFile(path: table, bytes: FileManager.default.contents(atPath: url.path).map { Array($0) } ?? [])
  do {
    return try TableValue(file).entries.map { ($0.key, $0.value) }
  } catch {
    fatalError("\(error)")
  }
}

extension TableValue {
  /// The text of a field; empty when the field is not there.
  func text(_ name: StaticString) -> String { self[name]?.text ?? "" }
}

/// Every fact of the source is in the register, and the public reads it because it is there.
@Suite struct SampleFactTests {
  static let whole = judge(sampleRegister)
  static let sections = sectionTexts(of: whole)
  static let published = publicText(of: whole)

  @Test func allFactsAreListed() {
    #expect(SampleFact.all.map(\.id) == (1...96).map { "HUB-\($0 < 10 ? "0" : "")\($0)" })
    for fact in SampleFact.all {
      #expect(!fact.fact.isEmpty && (!fact.shown.isEmpty || !fact.carried.isEmpty), "\(fact.id)")
      #expect(fact.shown.isEmpty != (fact.isInternal == nil), "\(fact.id) is either shown or internal")
    }
  }

  @Test(arguments: SampleFact.all) func theRegisterHoldsIt(_ fact: SampleFact) throws {
    let places = fact.shown.flatMap { entry in entry.places.map { ($0, entry.holds) } } + fact.carried.map { ($0, $1) }
    for (place, words) in places {
      let found = try #require(place.find(in: sampleRegister), "\(place) is not there")
      #expect(!words.isEmpty && found.text.contains(words), "\(place) is: \(found.text)")
    }
    for words in fact.absentWords {
      #expect(!SampleFactTests.published.contains(words), "the public reads: \(words)")
    }
  }

  @Test(arguments: SampleFact.all.filter { !$0.shown.isEmpty })
  func thePublicReadsItBecauseItIsThere(_ fact: SampleFact) throws {
    for entry in fact.shown {
      let section = try #require(SampleFactTests.sections[entry.section], "no section \(entry.section)")
      #expect(!entry.words.isEmpty && section.contains(entry.words), "\(entry.section) is: \(section)")
      let files = try #require(register(sampleRegister, without: entry.places))
      let rest = judge(files)
      let faults = rest.report.findings.filter { Rule.catalogue[$0.rule].stopsPublication }
      #expect(faults.isEmpty, "without \(entry.places): \(faults.map { place(of: $0, in: rest) })")
      let sections = sectionTexts(of: rest)
      #expect(!sections.isEmpty, "without \(entry.places) there is no notice")
      let remains = sections[entry.section]?.contains(entry.words) ?? false
      #expect(!remains, "without \(entry.places), \(entry.section) still says: \(entry.words)")
    }
  }
}

/// What the first notice of a register says, by section: under the section's address and under its heading. Empty without a notice.
func sectionTexts(of assessment: Assessment) -> [String: String] {
  guard let messages = shippedMessages.messages(Language("en")),
    let notice = composeNotice(0, of: assessment, messages: messages)?.notice
  else { return [:] }
  var texts = [
    "title": notice.title.plain, "readers": notice.lede?.plain ?? "",
    "in-force": notice.inForce.map { "\($0.term.plain) \($0.text.plain)" } ?? "",
    "version": notice.version.map { "\($0.term.plain): \($0.text.plain)" }.joined(separator: "\n"),
  ]
  for section in notice.sections {
    let text = lines(of: section).joined(separator: "\n")
    texts[section.anchor.id] = text
    texts[section.heading.plain] = text
  }
  return texts
}
