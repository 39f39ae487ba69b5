package import LocatedYAML

/// The messages of every language that notices can be written in.
package struct MessageCatalogue: Sendable {
  private let files: [Language: MessageFile]
  private let byLanguage: [Language: Messages]

  /// The languages whose messages the program ships.
  static let shipped = [Language("cy"), Language.english]

  /// Reads the message files of the program.
  /// - Parameter files: the last part of a path is the language's code; several of one language are read as one.
  package init(_ files: [SourceFile]) throws(TableFault) {
    var read: [Language: MessageFile] = [:]
    for file in files {
      var diagnostics: [Diagnostic] = []
      let code = file.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0)! } ?? ""
      let one = MessageFileReader.read(file, number: 0, Language(code), diagnostics: &diagnostics)
      guard let one, diagnostics.isEmpty else {
        throw TableFault(table: file.path, message: diagnostics.first?.message ?? "empty")
      }
      read[one.language] = read[one.language]?.adding(one) ?? one
    }
    guard let missing = read[.english]?.lacking() else { throw TableFault(table: "en", message: "missing") }
    if let key = missing.first { throw TableFault(table: "en", message: "the message '\(key.rawValue)' is missing") }
    self.init(read)
  }

  private init(_ files: [Language: MessageFile]) {
    self.files = files
    byLanguage = files.mapValues { Messages($0, english: files[.english]!) }
  }

  /// The catalogue with what a register adds: messages in place of those of the program, and further languages.
  package func adding(_ own: [MessageFile]) -> MessageCatalogue {
    if own.isEmpty { return self }
    return MessageCatalogue(files.merging(own.map { ($0.language, $0) }) { $0.adding($1) })
  }

  /// The messages of a language; nil where there are none.
  package func messages(_ language: Language) -> Messages? { byLanguage[language] }
  /// The languages that have messages, sorted.
  package var languages: [Language] { byLanguage.keys.sorted() }
}

/// The messages of one language. What it lacks is said in English, and marked as English.
package final class Messages: Sendable {
  package let language: Language
  /// The language's own name for itself.
  package let name: String
  /// Somebody whose language it is has read the messages.
  package let isReviewed: Bool
  /// By the English words of the law tables; nil for English.
  let lawWords: [String: String]?
  private let templates: TemplateTable
  private let forms: [MessageKey: (forms: MessageForms, rules: PluralRules?)]
  private let joints: [MessageKey: MessageJoint]
  /// What the language lacks.
  package let lacking: [String]

  init(_ file: MessageFile, english: MessageFile) {
    language = file.language
    name = file.name ?? file.language.code
    isReviewed = file.isReviewed ?? true
    lawWords = file.language == .english && file.lawWords.isEmpty ? nil : file.lawWords
    joints = file.joints
    var templates = TemplateTable()
    var forms: [MessageKey: (forms: MessageForms, rules: PluralRules?)] = [:]
    let rules = PluralRules(file.language)
    for key in MessageKey.allCases {
      if let own = file.templates[key] {
        templates[key] = own
        if let own = file.forms[key] { forms[key] = (own, rules) }
      } else {
        templates[key] = english.templates[key]?.marked(.english)
        forms[key] = english.forms[key].map { ($0.marked(.english), PluralRules(.english)) }
      }
    }
    self.templates = templates
    self.forms = forms
    lacking = file.lacking().map(\.rawValue)
  }

  /// A message with its values, in the order of the key's placeholders.
  func text(_ key: MessageKey, _ arguments: PublicText...) -> PublicText { text(key, arguments) }

  func text(_ key: MessageKey, _ arguments: [PublicText]) -> PublicText {
    assert(arguments.count == key.placeholders.count, "\(key.rawValue) takes \(key.placeholders)")
    let template = templates[key]!
    return template.constant ?? PublicText(template, arguments)
  }

  /// A message as a file has it, by its forms; one without a name where it has no other.
  func written(_ key: MessageKey) -> [(name: String, text: String)] {
    let names = key.placeholders
    let other = templates[key]!.written(names)
    guard let forms = forms[key]?.forms else { return [("", other)] }
    return PluralCategory.allCases.compactMap { category in
      forms.categories[category].map { (category.rawValue, $0.written(names)) }
    } + forms.numbers.sorted { $0.key < $1.key }.map { (String($0.key), $0.value.written(names)) } + [("other", other)]
  }

  /// The heading of a composed section.
  func heading(_ section: SectionName) -> PublicText { text(MessageKey(named: "heading-" + section.rawValue)!) }

  /// A message with a number in it, in the form that fits the number: "1 year", "2 years".
  func count(_ key: MessageKey, _ number: Int) -> PublicText {
    let own = forms[key].flatMap { forms, rules in
      forms.numbers[number] ?? rules.flatMap { forms.categories[$0.category(of: number)] }
    }
    return PublicText(own ?? templates[key]!, count: number)
  }

  /// A duration: "1 year and 6 months".
  func words(_ period: Period) -> PublicText {
    var parts: [PublicText] = []
    let (years, months) = (Int(period.months) / 12, Int(period.months) % 12)
    if years > 0 { parts.append(count(.years, years)) }
    if months > 0 { parts.append(count(.months, months)) }
    let days = Int(period.days)
    if days > 0 { parts.append(days % 7 == 0 && days < 56 ? count(.weeks, days / 7) : count(.days, days)) }
    if period.hours > 0 || parts.isEmpty { parts.append(count(.hours, Int(period.hours))) }
    return list(parts)
  }

  /// A day: "4 May 2020".
  func words(_ day: Day) -> String {
    let (year, month, number) = day.components
    let name = text(MessageKey(named: "month-\(month)")!)
    return text(.date, PublicText(digits: number), name, PublicText(digits: year)).plain
  }

  /// "a, b and c".
  func list(_ texts: [PublicText]) -> PublicText {
    texts.count < 2 ? texts.first ?? join(texts, .separatorList) : listed(texts.dropLast(), and: texts.last!)
  }

  /// "a, b" and then, after "and", the last one.
  func listed(_ texts: some Collection<PublicText>, and last: PublicText) -> PublicText {
    joined(texts, last, .separatorAnd)
  }

  /// "a, b or c".
  func alternatives(_ texts: [PublicText]) -> PublicText {
    texts.count < 2
      ? texts.first ?? join(texts, .separatorList) : joined(texts.dropLast(), texts.last!, .separatorOr)
  }

  /// The last one may change the word before it, and two may be joined otherwise than the last two of many.
  private func joined(_ texts: some Collection<PublicText>, _ last: PublicText, _ key: MessageKey) -> PublicText {
    let usual = templates[key]!
    let separator = joints[key]?.template(before: last, isPair: texts.count == 1, or: usual) ?? usual
    return PublicText(joining: [join(texts, .separatorList), last], with: separator)
  }

  /// Sentences one after the other, each with a capital at its start and a stop at its end: words of records may lack both.
  func sentences(_ texts: [PublicText]) -> PublicText {
    texts.count == 1 ? sentence(texts[0]) : join(texts.map { sentence($0) }, .separatorSentence)
  }

  private func sentence(_ words: PublicText) -> PublicText {
    let words = words.capitalised
    return words.endsSentence ? words : text(.stop, words)
  }

  /// How often something happens: "once a year", "every 18 months".
  func interval(_ period: Period) -> PublicText {
    switch (period.months, period.days, period.hours) {
    case (12, 0, 0): text(.onceAYear)
    case (1, 0, 0): text(.onceAMonth)
    case (0, 7, 0): text(.onceAWeek)
    case (0, 1, 0), (0, 0, 24): text(.onceADay)
    default: text(.every, words(period))
    }
  }

  /// Parts of one sentence: "a, b, but c".
  func series(_ texts: [PublicText]) -> PublicText { texts.count == 1 ? texts[0] : join(texts, .separatorList) }

  /// Texts side by side, as a heading and what belongs to it.
  func together(_ entry: PublicEntry) -> PublicText { join([entry.term, entry.text], .separatorSentence) }

  private func join(_ texts: some Collection<PublicText>, _ separator: MessageKey) -> PublicText {
    PublicText(joining: texts, with: templates[separator]!)
  }
}

extension MessageKey {
  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The message of a name that is put together from values; nil where there is none. The initialiser by raw value compares with each
  /// of hundreds of keys in turn.
  init?(named name: String) {
    guard let key = Self.byName[name] else { return nil }
    self = key
  }
}
