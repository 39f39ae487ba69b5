import LocatedYAML

extension Rule {
  /// Beyond the catalogue: the same facts in every language. What the composer writes is compared by a test; this looks at words of records.
  static let translationDiffers = Rule(
    "translation-differs", .notices, .warning, .contradiction,
    title: "A text names other numbers or addresses in one language than in another",
    rationale: """
      People who read one language are promised what people who read another are not. Numbers, e-mail addresses and how many pages a text \
      links to are the same in every language; words are for translators to compare.
      """,
    remedy: "Find out which one is true, and correct the other.", citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .records { header, common, assessed in
      let needs = assessed.facts.translations
      guard common.isJudged, !needs.isEmpty, !needs.languages(for: common.record).isEmpty else { return .notApplicable }
      var isTranslated = false
      for text in needs.texts(of: header, common, assessed.registry) where text.translations.count > 1 {
        isTranslated = true
        let first = text.translations[0]
        let facts = TextFacts(first.text)
        for other in text.translations.dropFirst() {
          guard let difference = facts.difference(from: TextFacts(other.text)) else { continue }
          return .finding(
            Observation(
              "'\(text.path)' has \(difference.here) in '\(first.language.code)' and \(difference.there) in '\(other.language.code)'",
              at: text.range, hint: "correct the one that is not true", records: [common.record],
              evidence: text.translations.map { Evidence($0.language.code, $0.text) }))
        }
      }
      return isTranslated ? .clear : .notApplicable
    },
    examples: [
      Example(
        "another number of days",
        ["notices/short.yaml": short("«{en: We answer within 30 days., cy: Rydym yn ateb o fewn 14 diwrnod.}»")]),
      Example(
        "another mailbox",
        [
          "notices/short.yaml": short(
            "«{en: Write to privacy@example.org., cy: Ysgrifennwch at preifatrwydd@example.org.}»")
        ]),
      Example(
        "a link that is gone",
        [
          "notices/short.yaml": short(
            "«{en: 'Read https://example.org/rights first.', cy: Darllenwch y dudalen gyntaf.}»")
        ]),
      Example(
        "the same in both",
        ["notices/short.yaml": short("{en: We answer within 30 days., cy: Rydym yn ateb o fewn 30 diwrnod.}")]),
      Example(
        "a small number in words",
        ["notices/short.yaml": short("{en: We answer within two weeks., cy: Rydym yn ateb o fewn 2 wythnos.}")]),
      Example(
        "a page in the other language",
        [
          "notices/short.yaml": short(
            "{en: 'Read https://example.org/rights first.', cy: 'Darllenwch https://example.org/hawliau yn gyntaf.'}")
        ]),
    ])

  private static func short(_ text: String) -> String {
    ExampleRecords.shortNotice(heading: "{en: Reminders, cy: Nodynnau atgoffa}", text: text, languages: "[en, cy]")
  }
}

/// What a text says that is the same in every language.
struct TextFacts: Equatable {
  /// Digits that stand together, sorted.
  private(set) var numbers: [String] = []
  /// E-mail addresses, sorted.
  private(set) var mailboxes: [String] = []
  /// How many addresses of pages it names.
  private(set) var pages = 0

  init(_ text: String) {
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 || "()<>[],;“”\"".utf8.contains($0) }) {
      var word = word
      while let last = word.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") { word.removeLast() }
      if word.contains(UInt8(ascii: "@")) {
        mailboxes.append(String(word) ?? "")
      } else if word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8) {
        pages += 1
      } else {
        numbers += word.split { !(0x30...0x39).contains($0) }.map { String($0) ?? "" }
      }
    }
    numbers.sort()
    mailboxes.sort()
  }

  /// What one text has and the other has not; nil where nothing is.
  ///
  /// A language may write small numbers as words where another writes digits: they count only where both texts have as many.
  func difference(from other: TextFacts) -> (here: String, there: String)? {
    if mailboxes != other.mailboxes { return (shown(mailboxes), shown(other.mailboxes)) }
    if pages != other.pages { return (counted(pages, "link", "links"), counted(other.pages, "link", "links")) }
    let isLarge = { (number: String) in number.utf8.count > 1 && number != "10" }
    let compared = numbers.count == other.numbers.count ? numbers : numbers.filter(isLarge)
    let others = numbers.count == other.numbers.count ? other.numbers : other.numbers.filter(isLarge)
    return compared == others ? nil : (shown(compared), shown(others))
  }

  private func shown(_ facts: [String]) -> String { facts.isEmpty ? "nothing of it" : joined(facts.map { "'\($0)'" }) }
}
