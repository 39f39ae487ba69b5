import LocatedYAML

/// Text of a public page. It can be made only from the message catalogue, from published values, from words of the law tables, and from
/// versions of notices that were kept.
///
/// Its bytes are UTF-8 with marks around links, days and emphasis; what comes from records is freed of the marks' own bytes, so that nothing in it
/// is ever taken for a mark.
package struct PublicText: Sendable, Hashable {
  let bytes: [UInt8]
  /// There are marks in it.
  let isMarked: Bool
  /// It begins with a name that is written with its own letters wherever it stands, as a cookie's is.
  private let isVerbatim: Bool
  /// The records whose words stand in it, for the register; two texts that read the same are the same without it.
  private(set) var sources = TextSources.none

  private init(bytes: [UInt8], isMarked: Bool, isVerbatim: Bool = false, from sources: TextSources = .none) {
    self.bytes = bytes
    self.isMarked = isMarked
    self.isVerbatim = isVerbatim
    self.sources = sources
  }

  package static func == (left: PublicText, right: PublicText) -> Bool { left.bytes == right.bytes }
  package func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// Words of the program or of a law table.
  private init(words: String) { self.init(bytes: Array(words.utf8), isMarked: false) }

  private init(_ mark: UInt8, _ value: String, words: String) {
    self.init(bytes: [mark] + value.utf8 + [Mark.words] + words.utf8 + [Mark.end], isMarked: true)
  }

  /// A link inside of a link would be none; marks of languages stay.
  private init(_ link: Link, words: PublicText) {
    let inner = words.bytes.contains(Mark.link) ? Array(words.plain.utf8) : words.bytes
    self.init(bytes: [Mark.link] + link.address.utf8 + [Mark.words] + inner + [Mark.end], isMarked: true)
    sources = words.sources
  }

  /// The text marked as being in another language than its page; itself where that is nil or there is nothing to pronounce.
  func marked(_ language: Language?) -> PublicText {
    guard let language, bytes.contains(where: isSpoken) else { return self }
    return PublicText(
      bytes: [Mark.language] + language.code.utf8 + [Mark.words] + bytes + [Mark.end], isMarked: true,
      isVerbatim: isVerbatim, from: sources)
  }

  /// Words of a record without blanks around them; nil when nothing is left.
  private init?(trimming words: some Collection<UInt8>) {
    var bytes = Array(words)
    // Most texts have none of these around them.
    if let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 {
      guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
        return nil
      }
      bytes = Array(bytes[first...last])
    }
    if bytes.isEmpty { return nil }
    bytes = PublicText.withoutMarks(bytes)
    self.init(bytes: bytes, isMarked: false)
  }

  /// The bytes of marks stand for nothing in words of a record.
  private static func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains { $0 <= Mark.last } ? bytes.flatMap { $0 <= Mark.last ? Array("U+000\($0)".utf8) : [$0] } : bytes
  }
}

// Published values.
extension PublicText {
  /// Prose for readers of a language, marked where it is in another one; nil when it is blank.
  init?(_ text: Published<Text>?, in languages: TextLanguages) {
    guard let text else { return nil }
    let (words, language) = text.value.words(for: languages)
    guard let plain = PublicText(trimming: words.utf8) else { return nil }
    self = plain.marked(languages.mark(language))
    sources = .one(text.record)
  }

  /// Words that records have in the register's first language only, marked where the page is in another one; nil when blank.
  init?(_ line: Published<Line>?, in languages: TextLanguages) {
    guard let words = PublicText(line) else { return nil }
    self = words.marked(languages.mark(languages.first))
  }

  /// A short text that is the same in every language; nil when it is blank.
  init?(_ line: Published<Line>?) {
    guard let line else { return nil }
    self.init(trimming: line.value.text.utf8)
    sources = .one(line.record)
  }

  /// The lines of an address, one text each.
  static func lines(of text: Published<Text>?, in languages: TextLanguages) -> [PublicText] {
    guard let text else { return [] }
    let (words, language) = text.value.words(for: languages)
    let mark = languages.mark(language)
    return words.utf8.split(separator: UInt8(ascii: "\n"))
      .compactMap { PublicText(trimming: $0)?.marked(mark).from(text.record) }
  }

  /// An address of the web as a link that reads as itself, or as a title. Not a link when it cannot be one.
  init?(address: Published<Line>?, title: PublicText? = nil) {
    guard let words = title ?? PublicText(address) else { return nil }
    self = address.flatMap { Link(address: $0.value.text) }.map { PublicText($0, words: words) } ?? words
    sources = sources.joined(with: address)
  }

  /// An e-mail address as a link, when it can be one; nil when letters of it are hidden, because nobody could write to it.
  init?(email: Published<Line>?) {
    guard let email, !isMaskedAddress(email.value.text.utf8) else { return nil }
    self.init(email.value.text, link: Link(email: email.value.text))
    sources = .one(email.record)
  }

  /// A telephone number as a link, when it can be one; nil when digits of it are hidden.
  init?(telephone: Published<Line>?) {
    guard let telephone, !isMaskedAddress(telephone.value.text.utf8) else { return nil }
    self.init(telephone.value.text, link: Link(telephone: telephone.value.text))
    sources = .one(telephone.record)
  }

  /// A day in words.
  init(_ day: Published<Day>, _ messages: Messages) {
    self.init(Mark.day, day.value.description, words: messages.words(day.value))
    sources = .one(day.record)
  }

  /// A number in digits.
  init(_ number: Published<WholeNumber>) {
    self.init(words: String(number.value.value))
    sources = .one(number.record)
  }

  /// A duration in words: "1 year and 6 months".
  init(_ period: Published<Period>, _ messages: Messages) { self = messages.words(period.value).from(period.record) }

  private init?(_ words: String, link: Link?) {
    guard let text = PublicText(trimming: words.utf8) else { return nil }
    self = link.map { PublicText($0, words: text) } ?? text
  }
}

// Words of the law tables.
extension PublicText {
  /// Words of a table in the language of the messages; where that has none for them, the table's own, marked as English.
  private init(table words: String, _ messages: Messages) {
    if let own = messages.lawWords?[words] {
      self.init(words: own)
    } else {
      self = PublicText(words: words).marked(messages.language == .english ? nil : .english)
    }
  }

  /// The public words of a row; its title where it has none.
  init(law row: TermRow, _ messages: Messages) { self.init(table: row.shownWords, messages) }
  init(law interest: RecognisedInterestRow, _ messages: Messages) { self.init(table: interest.publicWords, messages) }
  /// The instrument that a row was read in.
  init(sourceOf row: LawRow, _ messages: Messages) { self.init(table: row.source, messages) }
  init(law right: RightRow, _ messages: Messages) { self.init(table: right.publicWords, messages) }
  /// The name of a right.
  init(nameOf right: RightRow, _ messages: Messages) { self.init(table: right.title, messages) }
  /// A place in running text.
  init(_ territory: Published<Territory>, _ law: LawOnDay, _ messages: Messages) {
    self.init(table: law.inText(territory.value), messages)
    sources = .one(territory.record)
  }
  /// A place that data reach.
  init(_ place: LegPlace, _ law: LawOnDay, _ messages: Messages) {
    self.init(table: law.inText(place.territory), messages)
  }
  /// The short name of a regime's law.
  init(shortNameOf version: RegimeVersion, _ messages: Messages) { self.init(table: version.short, messages) }
  /// A regulator's name in running text.
  init(law regulator: Regulator, _ messages: Messages) { self.init(table: regulator.inText, messages) }
  /// A regulator's telephone number; nil where the table has none.
  init?(telephoneOf regulator: Regulator) {
    guard let number = regulator.telephone else { return nil }
    self.init(words: number)
  }
  /// The regulator's name, address and ways to reach it, as lines.
  static func lines(of regulator: Regulator, _ messages: Messages) -> [PublicText] {
    // An address is written as the post reads it.
    let address = regulator.addressLines.map { PublicText(words: $0) }
    var lines = ([PublicText(table: regulator.name, messages)] + address).map(\.capitalised)
    if let number = regulator.telephone, let words = PublicText(number, link: Link(telephone: number)) {
      lines.append(messages.text(.telephone, words))
    }
    if let website = PublicText(regulator.website, link: Link(address: regulator.website)) { lines.append(website) }
    return lines
  }
}

// The beginning of sentences.
extension PublicText {
  /// The text with its first letter as a capital, as it begins a sentence, a line of a list or a cell; names of data and of people are
  /// written in records as they stand inside a sentence.
  var capitalised: PublicText {
    guard !isVerbatim, let bytes = bytesWithCapital else { return self }
    return PublicText(bytes: bytes, isMarked: isMarked, from: sources)
  }
}

/// A letter of ASCII or anything beyond it.
private func isSpoken(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

// Names.
extension PublicText {
  /// A name that gets no capital where it begins a line.
  var asWritten: PublicText { PublicText(bytes: bytes, isMarked: isMarked, isVerbatim: true, from: sources) }
}

// Messages.
extension PublicText {
  /// A template whose places are filled.
  /// - Parameter arguments: in the order of the key's placeholders.
  init(_ template: MessageTemplate, _ arguments: [PublicText]) {
    var count = 0
    var isMarked = template.isMarked
    for part in template.parts {
      switch part {
      case .words(let words): count += words.count
      case .place(let number):
        count += arguments[number].bytes.count
        if arguments[number].isMarked { isMarked = true }
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for part in template.parts {
      switch part {
      case .words(let words): bytes += words
      case .place(let number): bytes += arguments[number].bytes
      }
    }
    if case .place(let number)? = template.parts.first {
      self.init(bytes: bytes, isMarked: isMarked, isVerbatim: arguments[number].isVerbatim)
    } else {
      self.init(bytes: bytes, isMarked: isMarked)
    }
    sources = TextSources(joining: arguments)
  }

  /// A number of the program in digits.
  init(digits number: Int) { self.init(words: String(number)) }

  /// A template with a number in it.
  init(_ template: MessageTemplate, count: Int) { self.init(template, [PublicText(digits: count)]) }

  /// Texts one after the other, as sentences are.
  init(joining texts: some Collection<PublicText>, with separator: MessageTemplate) {
    let between = PublicText(separator, []).bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.bytes.count + between.count })
    var isMarked = separator.isMarked
    for text in texts {
      if !bytes.isEmpty { bytes += between }
      bytes += text.bytes
      if text.isMarked { isMarked = true }
    }
    self.init(bytes: bytes, isMarked: isMarked, isVerbatim: texts.first?.isVerbatim ?? false)
    sources = TextSources(joining: texts)
  }

  /// The text as a link to a section of the same page.
  func linked(to section: SectionAnchor) -> PublicText { linked(to: Link(page: "#" + section.id)) }
  func linked(to link: Link) -> PublicText { PublicText(link, words: self) }
}

// Where words come from.
extension PublicText {
  /// The text as one that a record decides.
  func from(_ record: RecordIndex?) -> PublicText {
    var text = self
    text.sources = sources.joined(with: record)
    return text
  }
}

// Own text of the records.
extension PublicText {
  /// A line of own text, or of a kept version, which people have been shown.
  init(_ text: RichLineText) {
    var bytes: [UInt8] = []
    for part in text.parts {
      switch part {
      // Lines of a paragraph are not lines of the page.
      case .words(let words): bytes += PublicText.withoutMarks(words).map { $0 == 0x0A ? 0x20 : $0 }
      case .code(let words): bytes += [Mark.code] + PublicText.withoutMarks(words) + [Mark.end]
      case .lineBreak: bytes.append(Mark.lineBreak)
      case .begin(.emphasis): bytes.append(Mark.emphasis)
      case .begin(.strong): bytes.append(Mark.strong)
      case .begin(.link(let link)): bytes += [Mark.link] + link.address.utf8 + [Mark.words]
      case .end: bytes.append(Mark.end)
      }
    }
    self.init(bytes: bytes, isMarked: bytes.contains { $0 <= Mark.last })
  }
}
