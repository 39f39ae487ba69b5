import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The sound register with every text that its notice prints in English and Welsh.
let bilingualRegister = overlay(
  soundRegister,
  with: yamlFiles(in: repositoryRoot.appending(path: "Tests/RopaKitTests/Fixtures/bilingual")).map {
    ($0.path, String(decoding: $0.bytes, as: UTF8.self))
  })

private let welsh = Language("cy")

@Suite struct LanguageTests {
  private func composed(_ language: Language, _ files: [SourceFile] = bilingualRegister) throws -> PublicNotice {
    let messages = try #require(shippedMessages.messages(language))
    return try #require(composeNotice(0, of: judge(files), messages: messages)).notice
  }

  @Test func bilingualNotice() throws {
    let assessment = judge(bilingualRegister)
    #expect(assessment.report.findings.isEmpty, "\(assessment.report.findings.map { place(of: $0, in: assessment) })")
    let pages = publicBytes(of: assessment)
    try expectGolden(#require(pages["public/customer-notice/cy.html"]), "notice-welsh.html")
    try expectGolden(#require(pages["public/cy.html"]), "notice-index-welsh.html")
    try expectGolden(Array(plain(composed(welsh)).utf8), "notice-welsh.txt")
    let english = String(decoding: try #require(pages["public/customer-notice/en.html"]), as: UTF8.self)
    #expect(english.contains("<a href=\"cy.html\" lang=\"cy\" hreflang=\"cy\">Cymraeg</a>"))
    #expect(!english.contains("class=\"note\""))
    let note = "Nid yw siaradwr brodorol wedi gwirio'r cyfieithiad hwn eto."
    for path in ["public/customer-notice/cy.html", "public/cy.html"] {
      let page = String(decoding: try #require(pages[path]), as: UTF8.self)
      #expect(page.contains("<html lang=\"cy\">"))
      #expect(page.replacingOccurrences(of: "&#39;", with: "'").contains(note), "\(path)")
    }
  }

  /// Every language that the program ships says everything that English says; whoever adds a message reads here what is missing.
  @Test func languagesLackNothing() throws {
    #expect(Set(MessageCatalogue.shipped) == Set(shippedMessages.languages))
    for language in shippedMessages.languages {
      let messages = try #require(shippedMessages.messages(language))
      #expect(messages.lacking == [], "\(language.code) lacks these messages")
      guard let words = messages.lawWords else { continue }
      let wanted = shippedLaw.wordsInNotices
      #expect(wanted.filter { words[$0] == nil } == [], "\(language.code) lacks these words of law tables")
      #expect(Set(words.keys).subtracting(wanted).sorted() == [], "no law table has these words")
    }
    #expect(try !#require(shippedMessages.messages(welsh)).isReviewed)
    #expect(try #require(shippedMessages.messages(.english)).isReviewed)
  }

  @Test(arguments: [
    ("P1Y", "1 flwyddyn"), ("P2Y", "2 flynedd"), ("P3Y", "3 blynedd"), ("P4Y", "4 blynedd"), ("P5Y", "5 mlynedd"),
    ("P6Y", "6 blynedd"), ("P20Y", "20 mlynedd"), ("P2M", "2 fis"), ("P30D", "30 diwrnod"), ("P2D", "2 ddiwrnod"),
    ("P1Y6M", "1 flwyddyn a 6 mis"), ("P2W", "2 wythnos"), ("PT24H", "24 awr"),
  ])
  func welshDurations(_ period: String, _ words: String) throws {
    #expect(try #require(shippedMessages.messages(welsh)).words(Period(period)!).plain == words)
  }

  /// Numbers with the forms that they take, by language.
  static let forms: [(String, [Int: String])] = [
    ("cy", [0: "zero", 1: "one", 2: "two", 3: "few", 6: "many", 4: "other", 100: "other"]),
    ("en", [0: "other", 1: "one", 2: "other"]), ("ja", [1: "other"]), ("fr", [0: "one", 2: "other"]),
    ("pl", [1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 21: "many", 101: "many"]),
    ("ar", [0: "zero", 3: "few", 11: "many", 100: "other", 103: "few"]),
    ("ga", [2: "two", 6: "few", 7: "many", 11: "other"]), ("lv", [0: "zero", 21: "one", 11: "zero"]),
    ("sl", [101: "one", 102: "two", 104: "few", 5: "other"]), ("ro", [0: "few", 1: "one", 20: "other"]),
    ("mt", [0: "few", 11: "many", 20: "other"]), ("uk", [1: "one", 11: "many", 24: "few"]),
  ]

  @Test(arguments: forms)
  func pluralForms(_ language: String, _ expected: [Int: String]) throws {
    let rules = try #require(PluralRules(Language(language)))
    for (number, category) in expected {
      #expect(rules.category(of: number).rawValue == category, "\(language) \(number)")
    }
  }

  /// "ac" before vowels; no letter changes where nobody could know what stands there.
  @Test func welshLists() throws {
    let messages = try #require(shippedMessages.messages(welsh))
    func text(_ word: String) throws -> PublicText { PublicText(try MessageTemplate(word, of: .skip), []) }
    func list(_ words: String...) throws -> String { messages.list(try words.map(text)).plain }
    #expect(try list("enw", "rhif ffôn") == "enw a rhif ffôn")
    #expect(try list("enw", "rhyw", "oedran") == "enw, rhyw ac oedran")
    #expect(try list("enw", "ŵyr") == "enw ac ŵyr")
    #expect(try list("enw", "cyfeiriad") == "enw a hefyd cyfeiriad")
    #expect(try messages.alternatives(["taith", "ymweliad"].map(text)).plain == "taith neu ymweliad")
    #expect(try messages.alternatives(["taith", "galwad"].map(text)).plain == "taith neu ynteu galwad")
  }

  /// What has no Welsh is marked where it stands, and reported once for its record.
  @Test func untranslatedTextIsMarkedAndReported() throws {
    let path = "activities/appointment-messages.yaml"
    let files = bilingualRegister.map { $0.path == path ? soundRegister.first { $0.path == path }! : $0 }
    let assessment = judge(files)
    let findings = assessment.report.findings
    #expect(findings.map { Rule.catalogue[$0.rule].id } == ["translation-missing"])
    #expect(findings.first?.message.contains("'purposes.remind.text'") == true, "\(findings.map(\.message))")
    let page = String(
      decoding: try #require(publicBytes(of: assessment)["public/customer-notice/cy.html"]), as: UTF8.self)
    #expect(page.contains("<span lang=\"en\">Remind customers of their appointments by e-mail.</span>"))
    #expect(page.contains("<span lang=\"en\">Example Care Ltd</span>"))
    #expect(!page.contains("<span lang=\"cy\">"))
    // A register that does not ask for Welsh hears nothing.
    #expect(judge(soundRegister).report.findings.isEmpty)
  }

  @Test func registersAddAndChangeMessages() throws {
    func page(_ path: String, _ text: String, language: String) throws -> String {
      let languages =
        "title: Records\norganisations: example-care\nlanguages: [en, \(language)]\nquestions: {owner: dpo, due: 2027-01-31}\n"
      let files = overlay(bilingualRegister, with: [(path, text), ("registry.yaml", languages)])
      let assessment = judge(files)
      let catalogue = shippedMessages.adding(assessment.registry.messages)
      let pages = publicBytes(of: assessment, messages: catalogue)
      return String(decoding: try #require(pages["public/customer-notice/\(language).html"]), as: UTF8.self)
    }
    let changed = try page(
      "messages/cy.yaml", "reviewed: true\nrows: {court: Cewch fynd i'r llys hefyd.}\n", language: "cy")
    #expect(changed.contains("Cewch fynd i") && !changed.contains("class=\"note\""))
    let added = try page(
      "messages/fr.yaml", "title: Français\nrows: {heading-rights: Quels sont vos droits ?}\n", language: "fr")
    #expect(added.contains("<html lang=\"fr\">") && added.contains("<h2>Quels sont vos droits ?</h2>"))
    #expect(added.contains("<h2><span lang=\"en\">Who are we?</span></h2>"))
    #expect(added.contains("<span lang=\"en\">We answer within </span>"))
    #expect(added.contains(">Français</a>"))
  }

  /// Welsh and English have the same parts and facts; a message that loses a place, or says a number of its own, is found.
  @Test func languagesSayTheSame() throws {
    for files in [bilingualRegister, sampleRegister] {
      let assessment = judge(files)
      let (english, welsh) = (try composed(.english, files), try composed(RopaKitTests.welsh, files))
      #expect(NoticeParity(english, welsh).differences == [])
      #expect(assessment.registry.files.count > 0)
    }
    func differences(_ from: String, _ to: String) throws -> [String] {
      let files = embedded("messages/").map { file -> SourceFile in
        guard file.path == "cy" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains(from), "\(from)")
        return file.replaced(by: text.replacingOccurrences(of: from, with: to))
      }
      let messages = try #require(MessageCatalogue(files).messages(RopaKitTests.welsh))
      let notice = try #require(composeNotice(0, of: judge(bilingualRegister), messages: messages)).notice
      return NoticeParity(try composed(.english), notice).differences
    }
    #expect(try differences("o fewn {period}.\"", "o fewn {period}, neu 40 diwrnod.\"").count > 0)
    // The place is lost where the reader would see it: the catalogue refuses such a file.
    #expect(throws: TableFault.self) {
      _ = try differences("Byddwn yn ateb o fewn {period}.", "Byddwn yn ateb yn fuan.")
    }
    #expect(throws: TableFault.self) { _ = try differences("mlynedd\", one: \"{count} flwyddyn\"", "mlynedd\"") }
  }

  /// Every public prose that a notice shows is asked for in its languages, unless it is a name or an address.
  @Test func everyPrintedTextIsAskedFor() {
    func paths(_ fields: [TextField], _ path: String) -> Set<String> {
      var all: Set<String> = []
      for field in fields { all.formUnion(paths(field.plan, path + "." + field.name.description)) }
      return all
    }
    func paths(_ plan: TextPlan, _ path: String) -> Set<String> {
      switch plan {
      case .none: []
      case .text: [path]
      case .list(let inner), .keyed(let inner): paths(inner, path)
      case .fields(let fields): paths(fields, path)
      }
    }
    func declared(_ set: FieldSet, _ path: String) -> Set<String> {
      var all: Set<String> = []
      for field in set.fields where field.visibility == .public {
        all.formUnion(declared(field.shape, path + "." + field.name.description))
      }
      return all
    }
    func declared(_ shape: ShapeDescription, _ path: String) -> Set<String> {
      switch shape {
      case .text, .textFile: [path]
      case .list(let inner), .perRegime(let inner), .keyed(let inner), .mapped(let inner): declared(inner, path)
      case .either(let shapes): shapes.reduce(into: []) { $0.formUnion(declared($1, path)) }
      case .fields(let set, _): declared(set, path)
      default: []
      }
    }
    for kind in RecordKind.allCases where !kind.isNeverPublished {
      let asked = paths(TextPlan.printed(of: kind), kind.rawValue)
      let all = declared(kind.fields, kind.rawValue)
      #expect(asked.subtracting(all).sorted() == [], "asked for and not declared")
      let forgotten = all.subtracting(asked).subtracting(unshown.keys).subtracting(LanguageTests.names)
      #expect(forgotten.sorted() == [], "shown, and not asked for in other languages")
    }
  }

  /// Prose that is the same in every language.
  private static let names: Set<String> = [
    "organisations.address", "organisations.contacts.post", "organisations.legal-name", "processors.legal-name",
    "recipients.address", "recipients.contacts.post", "recipients.legal-name", "systems.hosting.network",
    "systems.hosting.premises",
  ]
}
