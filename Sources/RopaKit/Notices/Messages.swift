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
  private let templates: [MessageKey: MessageTemplate]
  private let singular: [MessageKey: MessageTemplate]

  init(_ file: SourceFile) throws(TableFault) {
    let table = try TableValue(file)
    language = Language(file.path)
    name = try table.required("title")
    var templates: [MessageKey: MessageTemplate] = [:]
    var singular: [MessageKey: MessageTemplate] = [:]
    for row in table["rows"]?.entries ?? [] {
      guard let key = MessageKey(rawValue: row.key) else { throw table.fault("no message is called '\(row.key)'") }
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

  /// A message with its values, in the order of the key's placeholders.
  func text(_ key: MessageKey, _ arguments: [PublicText] = []) -> PublicText {
    assert(arguments.count == key.placeholders.count, "\(key.rawValue) takes \(key.placeholders)")
    return PublicText(templates[key]!, Array(zip(key.placeholders, arguments)).map { (name: $0.0, text: $0.1) })
  }

  /// The heading of a composed section.
  func heading(_ section: SectionName) -> PublicText { text(MessageKey(rawValue: "heading-" + section.rawValue)!) }

  private func count(_ key: MessageKey, _ number: Int) -> PublicText {
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
    return templates[.date]!.filled { name in
      switch name {
      case "day": String(number)
      case "month": templates[MessageKey(rawValue: "month-\(month)")!]!.filled { _ in "" }
      default: String(year)
      }
    }
  }

  /// "a, b and c".
  func list(_ texts: [PublicText]) -> PublicText {
    texts.count < 2 ? join(texts, .separatorList) : listed(Array(texts.dropLast()), and: texts.last!)
  }

  /// "a, b" and then, after "and", the last one.
  func listed(_ texts: [PublicText], and last: PublicText) -> PublicText {
    join([join(texts, .separatorList), last], .separatorAnd)
  }

  /// "a, b or c".
  func alternatives(_ texts: [PublicText]) -> PublicText {
    texts.count < 2
      ? join(texts, .separatorList) : join([join(Array(texts.dropLast()), .separatorList), texts.last!], .separatorOr)
  }

  /// Sentences one after the other.
  func sentences(_ texts: [PublicText]) -> PublicText { join(texts, .separatorSentence) }

  /// Parts of one sentence.
  func phrases(_ texts: [PublicText]) -> PublicText { join(texts, .separatorPhrase) }

  private func join(_ texts: [PublicText], _ separator: MessageKey) -> PublicText {
    PublicText(joining: texts, with: templates[separator]!)
  }
}

/// The words of a message with the places for values.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case words(String)
    case placeholder(String)
  }

  let parts: [Part]

  /// Reads `... {name} ...`; every placeholder of the key must stand in it exactly once.
  init(_ text: String, of key: MessageKey, in table: TableValue) throws(TableFault) {
    var parts: [Part] = []
    var names: [String] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw table.fault("'\(key.rawValue)' has a { without }")
      }
      if rest.startIndex < open { parts.append(.words(String(Substring(rest[..<open])))) }
      names.append(String(Substring(rest[rest.index(after: open)..<close])))
      parts.append(.placeholder(names.last!))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(Substring(rest)))) }
    guard names.sorted() == key.placeholders.sorted() else {
      throw table.fault("'\(key.rawValue)' has the places \(names), and should have \(key.placeholders)")
    }
    self.parts = parts
  }

  /// The template as plain words.
  func filled(_ value: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .placeholder(let name): value(name)
      }
    }.joined()
  }
}
