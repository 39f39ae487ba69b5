package import LocatedYAML

/// The messages of every language that notices can be written in.
package struct MessageCatalogue: Sendable {
  private let byLanguage: [Language: Messages]

  /// Reads the message files.
  /// - Parameter files: one for each language; the path is the language's code.
  package init(_ files: [SourceFile]) throws(TableFault) {
    var byLanguage: [Language: Messages] = [:]
    for file in files { byLanguage[Language(file.path)] = try Messages(file) }
    self.byLanguage = byLanguage
  }

  /// The messages of a language; nil where there are none.
  package func messages(_ language: Language) -> Messages? { byLanguage[language] }
  /// The languages that have messages, sorted.
  package var languages: [Language] { byLanguage.keys.sorted() }
}

/// The messages of one language.
package struct Messages: Sendable {
  package let language: Language
  /// The language's own name for itself.
  package let name: String
  private let templates: TemplateTable
  private let singular: TemplateTable
  private let identity = MessagesIdentity()

  init(_ file: SourceFile) throws(TableFault) {
    let table = try TableValue(file)
    language = Language(file.path)
    name = try table.required("title")
    var templates = TemplateTable()
    var singular = TemplateTable()
    for row in table["rows"]?.entries ?? [] {
      guard let key = MessageKey(named: row.key) else { throw table.fault("no message is called '\(row.key)'") }
      // Two forms serve English and its like. A language with more forms of number needs more names here.
      if let other = row.value["other"], let one = row.value["one"] {
        singular[key] = try MessageTemplate(one.text, of: key, in: table)
        templates[key] = try MessageTemplate(other.text, of: key, in: table)
      } else {
        templates[key] = try MessageTemplate(row.value.text, of: key, in: table)
      }
    }
    for key in MessageKey.allCases where templates[key] == nil {
      throw table.fault("the message '\(key.rawValue)' is missing")
    }
    self.templates = templates
    self.singular = singular
  }

  /// Both were read from the same file at the same time.
  func isSame(as other: Messages) -> Bool { identity === other.identity }

  /// A message with its values, in the order of the key's placeholders.
  func text(_ key: MessageKey, _ arguments: PublicText...) -> PublicText { text(key, arguments) }

  func text(_ key: MessageKey, _ arguments: [PublicText]) -> PublicText {
    assert(arguments.count == key.placeholders.count, "\(key.rawValue) takes \(key.placeholders)")
    let template = templates[key]!
    return template.constant ?? PublicText(template, arguments)
  }

  /// The heading of a composed section.
  func heading(_ section: SectionName) -> PublicText { text(MessageKey(named: "heading-" + section.rawValue)!) }

  /// A message with a number in it, in the form that fits the number: "1 year", "2 years".
  func count(_ key: MessageKey, _ number: Int) -> PublicText {
    PublicText((number == 1 ? singular[key] : nil) ?? templates[key]!, count: number)
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
    join([join(texts, .separatorList), last], .separatorAnd)
  }

  /// "a, b or c".
  func alternatives(_ texts: [PublicText]) -> PublicText {
    texts.count < 2
      ? texts.first ?? join(texts, .separatorList)
      : join([join(texts.dropLast(), .separatorList), texts.last!], .separatorOr)
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
/// What tells messages apart that were read at different times.
private final class MessagesIdentity: Sendable {}

/// Templates by their keys, without hashing: composing a notice asks thousands of times.
private struct TemplateTable: Sendable {
  private var slots = [MessageTemplate?](repeating: nil, count: MessageKey.allCases.count)

  subscript(key: MessageKey) -> MessageTemplate? {
    get { slots[Self.slot(key)] }
    set { slots[Self.slot(key)] = newValue }
  }

  /// A case without values of its own is stored as its number; more than 256 cases take two bytes.
  private static func slot(_ key: MessageKey) -> Int {
    withUnsafeBytes(of: key) { bytes in
      precondition(bytes.count == 2)
      return Int(bytes.load(as: UInt16.self))
    }
  }
}

/// The words of a message with the places for values.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case words([UInt8])
    /// A place for the value of this number, in the order of the key's placeholders.
    case place(Int)
  }

  let parts: [Part]
  /// The text, when it has no places.
  private(set) var constant: PublicText?

  /// Reads `... {name} ...`; every placeholder of the key must stand in it exactly once.
  init(_ text: String, of key: MessageKey, in table: TableValue) throws(TableFault) {
    var parts: [Part] = []
    var names: [String] = []
    var rest = text.utf8[...]
    guard rest.allSatisfy({ $0 >= 0x20 }) else { throw table.fault("'\(key.rawValue)' has a control character") }
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw table.fault("'\(key.rawValue)' has a { without }")
      }
      if rest.startIndex < open { parts.append(.words(Array(rest[..<open]))) }
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      guard let number = key.placeholders.firstIndex(of: name) else {
        throw table.fault("'\(key.rawValue)' has no value called '\(name)'; it has \(key.placeholders)")
      }
      names.append(name)
      parts.append(.place(number))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(Array(rest))) }
    guard names.sorted() == key.placeholders.sorted() else {
      throw table.fault("'\(key.rawValue)' has the places \(names), and should have \(key.placeholders)")
    }
    self.parts = parts
    if names.isEmpty { constant = PublicText(self, []) }
  }
}
