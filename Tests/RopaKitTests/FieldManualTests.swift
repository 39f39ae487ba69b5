import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The manual of fields: nothing is without an entry, no entry without a field, and what it shows is true.
@Suite struct FieldManualTests {
  static let fields = FieldOwner.all.flatMap(\.described).flatMap(\.flattened)

  /// The example register as files of a register.
  static let examples = embedded("manual/example/").map { SourceFile(path: $0.path + ".yaml", bytes: $0.bytes) }

  @Test func everyFieldAtEveryDepthHasAnExample() {
    #expect(Self.fields.count > 600)
    let missing = Self.fields.filter { shippedManual.example(of: $0) == nil }.map(\.path)
    #expect(missing == [], "write them into Sources/RopaKit/Manual/Data/example")
  }

  /// A field that is gone, or has another shape now, would be a fault here.
  @Test func examplesAreReadWithoutAFault() {
    let text = SourceFile(path: "notices/reminders.md", bytes: Array("We remind you.".utf8))
    let faults = load(Self.examples + [text], law: shippedLaw, jobs: 1).diagnostics.map { fault in
      let file = Self.examples[Int(fault.range.file)]
      return "\(file.path):\(file.position(at: fault.range.start).line) \(fault.message)"
    }
    #expect(faults == [])
  }

  /// An excerpt is what a person would type: on its own below another title it is the same field.
  @Test func excerptsAreWholeFields() throws {
    for field in Self.fields {
      let excerpt = try #require(shippedManual.example(of: field))
      var tree = YAMLTree()
      var faults: [Diagnostic] = []
      let root = tree.parse(
        SourceFile(path: "x", bytes: Array(excerpt.utf8)), number: 0, diagnostics: &faults)
      #expect(faults.isEmpty && root != nil, "\(field.path): \(excerpt)")
      guard let root, let key = tree.firstChild(root) else { continue }
      #expect(tree.text(key) == field.field.name.description && tree.childCount(root) == 2, "\(field.path)")
    }
  }

  /// Whoever writes one of these words gets a sentence in notices.
  @Test func knownEventsAreThoseWithASentence() {
    let words = MessageKey.allCases.map(\.rawValue).filter { $0.hasPrefix("event-") && $0 != "event-of" }
    #expect(Set(words) == Set(KnownEvent.allCases.map { "event-" + $0.rawValue }))
  }

  @Test func namesOfElementsAreThoseOfTheTable() {
    let ids = shippedLaw.elements.map { String($0.id.dropFirst("n-".count)) } + ["cookies"]
    #expect(Set(ElementName.allCases.map(\.rawValue)) == Set(ids))
  }

  /// An interval of the policy says what holds without it.
  @Test func defaultsOfThePolicyAreInTheManual() throws {
    let interval = try #require(FieldSet.of(Policy.self).field(named: "review-interval"))
    #expect(interval.meaning == "Time between reviews; \(Policy.defaultReviewInterval.written) unless set")
    let periods = FieldSet.of(Policy.self).fields.filter { if case .duration = $0.shape { true } else { false } }
    #expect(periods.count > 15 && periods.allSatisfy { $0.unlessSet != nil })
  }

  @Test func everyFieldOfARecordHasItsLaw() {
    let missing = Self.fields.filter { $0.names.count == 1 && shippedManual.citations(of: $0) == nil }.map(\.path)
    #expect(missing == [], "add them to Sources/RopaKit/Manual/Data/law.yaml; [] where no provision asks for them")
  }

  @Test func everyEntryOfTheLawHasAField() {
    var known = Set<String>()
    for field in Self.fields {
      let name = field.field.name.description
      known.insert(field.declaredIn + "." + name)
      if field.names.count == 1 { known.formUnion(FieldManual.tables(for: field.owner).map { $0 + "." + name }) }
    }
    #expect(shippedManual.lawEntries.keys.filter { !known.contains($0) }.sorted() == [])
  }

  /// A provision that the table of citations knows under other names on other days must be cited by its topic.
  @Test func citationsResolve() throws {
    let form = try Regex(
      #"(Art \d+(\(\d+\))?(\([a-z]+\)(, \([a-z]\))*)?( to \d+)?|DPA (s\.\d+[A-Z]?|Sch \d+( para \d+)?)|PECR reg \d+)"#)
    let changing = Set(
      shippedLaw.citations.values.filter { $0.values.contains { $0.count > 1 } }
        .flatMap { $0.values.flatMap { $0.map(\.value) } })
    for (field, citations) in shippedManual.lawEntries {
      for citation in citations {
        switch citation {
        case .topic(let topic): #expect(shippedLaw.citations[topic] != nil, "\(field): \(topic)")
        case .text(let text):
          #expect(try form.wholeMatch(in: text) != nil, "\(field): \(text)")
          let prefixed = ["UK " + text, "EU " + text, text]
          let day = LawOnDay(shippedLaw, on: Day(soundDay)!)
          let current = Set(
            shippedLaw.citations.keys.flatMap { topic in Regime.allCases.compactMap { day.cite(topic, $0) } })
          let isOutdated = changing.contains { prefixed.contains($0) } && !prefixed.contains { current.contains($0) }
          #expect(!isOutdated, "\(field): \(text) has another place in the law today; cite its topic")
        }
      }
    }
  }

  @Test func rulesOfFieldsExist() {
    let paths = Set(Self.fields.map(\.path))
    let rules = Set(Rule.catalogue.map(\.id))
    for (rule, fields) in shippedManual.fieldsByRule {
      #expect(rules.contains(rule), "there is no rule \(rule); run make bless")
      #expect(Set(fields).isSubset(of: paths), "\(rule): \(Set(fields).subtracting(paths)); run make bless")
    }
  }

  @Test(arguments: [
    ("activties", "there is no kind 'activties'; did you mean 'activities'?"),
    ("activity", "there is no kind 'activity'; did you mean 'activities'?"),
    ("purposes", "there is no kind 'purposes'; did you mean 'activities.purposes'?"),
    ("zzzzzz", "there is no kind 'zzzzzz'; run ropa fields for the list"),
    ("activities.purpose", "'activities' has no field 'purpose'; did you mean 'purposes'?"),
    ("activities.purposes.txt", "'activities.purposes' has no field 'txt'; did you mean 'text'?"),
    (
      "activities.purposes.",
      "'activities.purposes' has no field ''; run ropa fields activities.purposes for its fields"
    ),
    ("activities.status.day", "'activities.status' has no fields of its own"),
  ]) func aWrongNameIsCorrected(_ path: String, _ message: String) {
    let law = LawOnDay(shippedLaw, on: Day(soundDay)!)
    #expect { try shippedManual.text(of: path, whole: false, on: law) } throws: {
      ($0 as? UnknownField)?.message == message
    }
  }

  @Test(arguments: ["activities.purposes", "organisations.complaints", "registry"])
  func reference(_ path: String) throws {
    let law = LawOnDay(shippedLaw, on: Day(soundDay)!)
    try expectGolden(try shippedManual.text(of: path, whole: false, on: law), "fields/\(path).txt")
  }

  @Test func theWholeManualOfAKindIsAskedFor() throws {
    let law = LawOnDay(shippedLaw, on: Day(soundDay)!)
    try expectGolden(try shippedManual.text(of: "registry", whole: true, on: law), "fields/registry-all.txt")
    let list = String(decoding: try shippedManual.text(of: "activities", whole: false, on: law), as: UTF8.self)
    let fields = try FieldManual.find("activities").owner.described
    for field in fields {
      #expect(list.contains("\n* \(field.field.name) ") || list.contains("\n  \(field.field.name) "))
    }
    #expect(list.utf8.count(where: { $0 == 0x0A }) < 3 * fields.count)
  }

  @Test func theLawOfAFieldDependsOnTheDay() throws {
    let field = try #require(try FieldManual.find("organisations.complaints").field)
    let citations = try #require(shippedManual.citations(of: field))
    let before = LawOnDay(shippedLaw, on: Day("2026-06-18")!).cite(citations)
    let after = LawOnDay(shippedLaw, on: Day("2026-06-19")!).cite(citations)
    #expect(!before.contains("DPA s.164A") && after.contains("DPA s.164A"))
  }

  /// Every kind has a page, with every field at every depth that no other place of the page shows.
  @Test(arguments: FieldOwner.all) func everyFieldIsOnItsPage(_ owner: FieldOwner) throws {
    let page = try #require(RegisterPageTests.sound["register/fields/\(owner.name).html"])
    let ids = Set(Markup(page).tags.compactMap { $0.attributes["id"] })
    for field in owner.described {
      #expect(ids.contains(field.below), "\(field.path)")
      var shownByValue: [String: Bool] = [:]
      for inner in field.flattened.dropFirst() {
        shownByValue[inner.declaredIn, default: false] =
          shownByValue[inner.declaredIn, default: false] || ids.contains(inner.below)
      }
      for (value, isShown) in shownByValue where !isShown {
        let elsewhere = owner.described.flatMap(\.flattened).contains {
          $0.declaredIn == value && ids.contains($0.below)
        }
        #expect(elsewhere, "\(field.path): \(value)")
      }
    }
  }
}
