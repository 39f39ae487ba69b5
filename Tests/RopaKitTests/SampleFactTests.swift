import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// A fact of a notice from which a register was written.
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

  let register: SampleRegister
  let id: String
  let fact: String
  let shown: [Shown]
  /// Further places that hold it, for the register.
  let carried: [(place: FieldPath, holds: String)]
  /// Why the public does not read it.
  let isInternal: String?
  let absentWords: [String]
  var testDescription: String { "\(id) \(fact)" }

  static let all: [SampleFact] = SampleRegister.allCases.flatMap { register in
    register.rows(of: "facts").map { SampleFact($0, $1, of: register) }
  }

  private init(_ id: String, _ row: TableValue, of register: SampleRegister) {
    (self.register, self.id, fact) = (register, id, row.text("fact"))
    shown = (row["shown"]?.items ?? []).map { entry in
      Shown(
        places: entry.texts("at").map(FieldPath.init), holds: entry.text("holds"), section: entry.text("in"),
        words: entry.text("words"))
    }
    carried = (row["carried"]?.items ?? []).map { (FieldPath($0.text("at")), $0.text("holds")) }
    (isInternal, absentWords) = (row["internal"]?.text, row.texts("absent"))
  }
}

/// Every fact of the source is in the register, and the public reads it because it is there.
@Suite struct SampleFactTests {
  static let sections = Dictionary(
    uniqueKeysWithValues: SampleRegister.allCases.map { ($0, sectionTexts(of: $0.assessment(on: .now))) })
  static let published = Dictionary(
    uniqueKeysWithValues: SampleRegister.allCases.map { ($0, publicText(of: $0.assessment(on: .now))) })

  @Test(arguments: SampleRegister.allCases) func allFactsAreListed(_ register: SampleRegister) {
    let facts = SampleFact.all.filter { $0.register == register }
    #expect(facts.map(\.id) == register.ids("", register.counts.facts))
    for fact in facts {
      #expect(!fact.fact.isEmpty && (!fact.shown.isEmpty || !fact.carried.isEmpty), "\(fact.id)")
      #expect(fact.shown.isEmpty != (fact.isInternal == nil), "\(fact.id) is either shown or internal")
    }
  }

  @Test(arguments: SampleFact.all) func theRegisterHoldsIt(_ fact: SampleFact) throws {
    let places = fact.shown.flatMap { entry in entry.places.map { ($0, entry.holds) } } + fact.carried.map { ($0, $1) }
    for (place, words) in places {
      let found = try #require(place.find(in: fact.register.files), "\(place) is not there")
      #expect(!words.isEmpty && found.text.contains(words), "\(place) is: \(found.text)")
    }
    for words in fact.absentWords {
      #expect(!SampleFactTests.published[fact.register]!.contains(words), "the public reads: \(words)")
    }
  }

  @Test(arguments: SampleFact.all.filter { !$0.shown.isEmpty })
  func thePublicReadsItBecauseItIsThere(_ fact: SampleFact) throws {
    for entry in fact.shown {
      let section = try #require(
        SampleFactTests.sections[fact.register]![entry.section], "no section \(entry.section)")
      #expect(!entry.words.isEmpty && section.contains(entry.words), "\(entry.section) is: \(section)")
      let files = try #require(register(fact.register.files, without: entry.places))
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
