import LocatedYAML

/// Text of a public page. It can be made only from the message catalogue, from published values, and from words of the law tables.
///
/// Its bytes are UTF-8 with marks around links, days and emphasis; what comes from records is freed of the marks' own bytes, so that nothing in it
/// is ever taken for a mark.
package struct PublicText: Sendable, Hashable {
  let bytes: [UInt8]
  /// There are marks in it.
  let isMarked: Bool
  /// It begins with a name that is written with its own letters wherever it stands, as a cookie's is.
  private let isVerbatim: Bool

  private init(bytes: [UInt8], isMarked: Bool, isVerbatim: Bool = false) {
    self.bytes = bytes
    self.isMarked = isMarked
    self.isVerbatim = isVerbatim
  }

  package static func == (left: PublicText, right: PublicText) -> Bool { left.bytes == right.bytes }
  package func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// Words of the program or of a law table.
  private init(words: String) { self.init(bytes: Array(words.utf8), isMarked: false) }

  private init(_ mark: UInt8, _ value: String, words: String) {
    self.init(bytes: [mark] + value.utf8 + [Mark.words] + words.utf8 + [Mark.end], isMarked: true)
  }

  private init(_ link: Link, words: PublicText) { self.init(Mark.link, link.address, words: words.plain) }

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
  /// Prose in a language; nil when it is blank.
  init?(_ text: Published<Text>?, in language: Language) {
    guard let words = text?.value.string(in: language) else { return nil }
    self.init(trimming: words.utf8)
  }

  /// A short text; nil when it is blank.
  init?(_ line: Published<Line>?) {
    guard let words = line?.value.text else { return nil }
    self.init(trimming: words.utf8)
  }

  /// The lines of an address, one text each.
  static func lines(of text: Published<Text>?, in language: Language) -> [PublicText] {
    (text?.value.string(in: language) ?? "").utf8.split(separator: UInt8(ascii: "\n"))
      .compactMap { PublicText(trimming: $0) }
  }

  /// An address of the web as a link that reads as itself, or as a title. Not a link when it cannot be one.
  init?(address: Published<Line>?, title: PublicText? = nil) {
    guard let words = title ?? PublicText(address) else { return nil }
    self = address.flatMap { Link(address: $0.value.text) }.map { PublicText($0, words: words) } ?? words
  }

  /// An e-mail address as a link, when it can be one; nil when letters of it are hidden, because nobody could write to it.
  init?(email: Published<Line>?) {
    guard let email, !isMaskedAddress(email.value.text.utf8) else { return nil }
    self.init(email.value.text, link: Link(email: email.value.text))
  }

  /// A telephone number as a link, when it can be one; nil when digits of it are hidden.
  init?(telephone: Published<Line>?) {
    guard let telephone, !isMaskedAddress(telephone.value.text.utf8) else { return nil }
    self.init(telephone.value.text, link: Link(telephone: telephone.value.text))
  }

  /// A day in words.
  init(_ day: Published<Day>, _ messages: Messages) {
    self.init(Mark.day, day.value.description, words: messages.words(day.value))
  }

  /// A number in digits.
  init(_ number: Published<WholeNumber>) { self.init(words: String(number.value.value)) }

  /// A duration in words: "1 year and 6 months".
  init(_ period: Published<Period>, _ messages: Messages) { self = messages.words(period.value) }

  private init?(_ words: String, link: Link?) {
    guard let text = PublicText(trimming: words.utf8) else { return nil }
    self = link.map { PublicText($0, words: text) } ?? text
  }
}

// Words of the law tables.
extension PublicText {
  /// The public words of a row; its title where it has none.
  init(law row: TermRow) { self.init(words: row.publicWords.utf8.isEmpty ? row.title : row.publicWords) }
  /// The instrument that a row was read in.
  init(sourceOf row: LawRow) { self.init(words: row.source) }
  init(law right: RightRow) { self.init(words: right.publicWords) }
  /// The name of a right.
  init(nameOf right: RightRow) { self.init(words: right.title) }
  /// A place in running text.
  init(_ territory: Published<Territory>, _ law: LawOnDay) { self.init(words: law.inText(territory.value)) }
  /// A place that data reach.
  init(_ place: LegPlace, _ law: LawOnDay) { self.init(words: law.inText(place.territory)) }
  /// The short name of a regime's law.
  init(shortNameOf version: RegimeVersion) { self.init(words: version.short) }
  /// A regulator's name in running text.
  init(law regulator: Regulator) { self.init(words: regulator.inText) }
  /// A regulator's telephone number; nil where the table has none.
  init?(telephoneOf regulator: Regulator) {
    guard let number = regulator.telephone else { return nil }
    self.init(words: number)
  }
  /// The regulator's name, address and ways to reach it, as lines.
  static func lines(of regulator: Regulator, _ messages: Messages) -> [PublicText] {
    var lines = ([regulator.name] + regulator.addressLines).map { PublicText(words: $0).capitalised }
    if let number = regulator.telephone, let words = PublicText(number, link: Link(telephone: number)) {
      lines.append(messages.text(.telephone, words))
    }
    if let website = PublicText(regulator.website, link: Link(address: regulator.website)) { lines.append(website) }
    return lines
  }
}

// Sentences.
extension PublicText {
  /// It ends as a sentence does, perhaps within quotation marks or brackets.
  var endsSentence: Bool {
    var end = bytes[...].trimmingEnd { $0 == Mark.end }
    if let last = end.last, last >= 0x80 || last == UInt8(ascii: ")") || last == UInt8(ascii: "\"") {
      for closing: StaticString in ["”", "’", ")", "\""] where end.ends(with: closing) {
        end = end.dropLast(closing.utf8CodeUnitCount)
        break
      }
      if end.ends(with: "…") { return true }
    }
    return end.last == UInt8(ascii: ".") || end.last == UInt8(ascii: "!") || end.last == UInt8(ascii: "?")
  }

  /// The text with its first letter as a capital, as it begins a sentence, a line of a list or a cell; names of data and of people are
  /// written in records as they stand inside a sentence.
  var capitalised: PublicText {
    guard !isVerbatim, let first = bytes.first else { return self }
    if first < 0x80 {
      guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return self }
      var bytes = bytes
      bytes[0] = first - 0x20
      return PublicText(bytes: bytes, isMarked: isMarked)
    }
    guard let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first,
      scalar.properties.isLowercase
    else { return self }
    let capital = scalar.properties.titlecaseMapping
    return PublicText(bytes: Array(capital.utf8) + bytes.dropFirst(UTF8.width(scalar)), isMarked: isMarked)
  }
}

// Names.
extension PublicText {
  /// A name that gets no capital where it begins a line.
  var asWritten: PublicText { PublicText(bytes: bytes, isMarked: isMarked, isVerbatim: true) }
}

// Messages.
extension PublicText {
  /// A template whose places are filled.
  /// - Parameter arguments: in the order of the key's placeholders.
  init(_ template: MessageTemplate, _ arguments: [PublicText]) {
    var count = 0
    var isMarked = false
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
    var isMarked = false
    for text in texts {
      if !bytes.isEmpty { bytes += between }
      bytes += text.bytes
      if text.isMarked { isMarked = true }
    }
    self.init(bytes: bytes, isMarked: isMarked, isVerbatim: texts.first?.isVerbatim ?? false)
  }

  /// The text as a link to a section of the same page.
  func linked(to section: SectionAnchor) -> PublicText { linked(to: Link(page: "#" + section.id)) }
  func linked(to link: Link) -> PublicText { PublicText(link, words: self) }
}

// Own text of the records.
extension PublicText {
  /// Own text with its paragraphs, lists and headings.
  static func blocks(of text: Published<Text>?, in language: Language) -> [PublicBlock] {
    guard let words = text?.value.string(in: language) else { return [] }
    let rich = RichText(words.utf8)
    // Whatever levels a text uses, its headings stand right below the section's own, with none left out between.
    return blocks(rich.blocks, levels: Set(rich.blocks.flatMap(\.headingLevels)).sorted())
  }

  private static func blocks(_ blocks: [RichBlock], levels: [Int]) -> [PublicBlock] {
    blocks.filter(\.hasWords).map { block in
      switch block {
      case .heading(let level, let text):
        .subheading(PublicText(text), depth: levels.firstIndex(of: level) ?? levels.count)
      case .paragraph(let text): .paragraph(PublicText(text))
      case .list(let list):
        .items(
          PublicItems(start: list.start, isTight: list.isTight, list.items.map { self.blocks($0, levels: levels) }))
      }
    }
  }

  private init(_ text: RichLineText) {
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
