import LocatedYAML

/// Text of a public page. It can be made only from the message catalogue, from published values, and from words of the law tables.
package struct PublicText: Sendable, Hashable {
  /// A stretch of the text.
  package enum Piece: Sendable, Hashable {
    case words(String)
    case link(Link, String)
    /// A day with its form in words.
    case day(Day, String)
  }

  package let pieces: [Piece]

  private init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The text without its links.
  package var plain: String {
    pieces.map { piece in
      switch piece {
      case .words(let words), .link(_, let words), .day(_, let words): words
      }
    }.joined()
  }
}

// Published values.
extension PublicText {
  /// Prose in a language; nil when it is blank.
  init?(_ text: Published<Text>?, in language: Language) {
    guard let words = text?.value.string(in: language) else { return nil }
    self.init(trimming: words)
  }

  /// A short text; nil when it is blank.
  init?(_ line: Published<Line>?) {
    guard let words = line?.value.text else { return nil }
    self.init(trimming: words)
  }

  /// The lines of an address, one text each.
  static func lines(of text: Published<Text>?, in language: Language) -> [PublicText] {
    (text?.value.string(in: language) ?? "").utf8.split(separator: UInt8(ascii: "\n"))
      .compactMap { PublicText(trimming: String(Substring($0))) }
  }

  /// An address of the web as a link that reads as itself, or as a title. Not a link when it cannot be one.
  init?(address: Published<Line>?, title: PublicText? = nil) {
    guard let address, let link = Link(address: address.value.text) else {
      guard let words = title ?? PublicText(address) else { return nil }
      self = words
      return
    }
    self.init([.link(link, title?.plain ?? address.value.text)])
  }

  /// An e-mail address as a link, when it can be one.
  init?(email: Published<Line>?) {
    guard let email else { return nil }
    self.init(email.value.text, link: Link(email: email.value.text))
  }

  /// A telephone number as a link, when it can be one.
  init?(telephone: Published<Line>?) {
    guard let telephone else { return nil }
    self.init(telephone.value.text, link: Link(telephone: telephone.value.text))
  }

  /// A day in words.
  init(_ day: Published<Day>, _ messages: Messages) { self.init([.day(day.value, messages.words(day.value))]) }

  /// A number in digits.
  init(_ number: Published<WholeNumber>) { self.init([.words(String(number.value.value))]) }

  /// A duration in words: "1 year and 6 months".
  init(_ period: Published<Period>, _ messages: Messages) { self = messages.words(period.value) }

  private init?(_ words: String, link: Link?) {
    guard let text = PublicText(trimming: words) else { return nil }
    self.init([link.map { .link($0, text.plain) } ?? .words(text.plain)])
  }

  private init?(trimming words: String) {
    let bytes = words.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    self.init([.words(String(words[first...last]))])
  }
}

// Words of the law tables.
extension PublicText {
  /// The public words of a row; its title where it has none.
  init(law row: TermRow) { self.init([.words(row.publicWords.utf8.isEmpty ? row.title : row.publicWords)]) }
  init(law right: RightRow) { self.init([.words(right.publicWords)]) }
  /// The name of a right.
  init(nameOf right: RightRow) { self.init([.words(right.title)]) }
  /// A place in running text.
  init(_ territory: Published<Territory>, _ law: LawOnDay) { self.init([.words(law.inText(territory.value))]) }
  /// A place that data reach.
  init(_ place: LegPlace, _ law: LawOnDay) { self.init([.words(law.inText(place.territory))]) }
  /// The short name of a regime's law.
  init(shortNameOf version: RegimeVersion) { self.init([.words(version.short)]) }
  /// A regulator's name in running text.
  init(law regulator: Regulator) { self.init([.words(regulator.inText)]) }
  /// The regulator's name, address and ways to reach it, as lines.
  static func lines(of regulator: Regulator, _ messages: Messages) -> [PublicText] {
    var lines = ([regulator.name] + regulator.addressLines).map { PublicText([.words($0)]) }
    if let number = regulator.telephone, let words = PublicText(number, link: Link(telephone: number)) {
      lines.append(messages.text(.telephone, [words]))
    }
    if let website = PublicText(regulator.website, link: Link(address: regulator.website)) { lines.append(website) }
    return lines
  }
}

// Capitals.
extension PublicText {
  /// The text with its first letter as a capital, as it begins a sentence, a line of a list or a cell; names of data and of people are
  /// written in records as they stand inside a sentence.
  var capitalised: PublicText {
    guard case .words(let words)? = pieces.first, let first = words.unicodeScalars.first,
      first.properties.isLowercase
    else { return self }
    let capital = first.properties.titlecaseMapping
    return PublicText([.words(capital + String(words.unicodeScalars.dropFirst()))] + pieces.dropFirst())
  }
}

// Messages.
extension PublicText {
  /// A template whose placeholders are filled.
  init(_ template: MessageTemplate, _ arguments: [(name: String, text: PublicText)]) {
    var pieces: [Piece] = []
    for part in template.parts {
      switch part {
      case .words(let words): pieces.append(.words(words))
      case .placeholder(let name): pieces += arguments.first { $0.name == name }?.text.pieces ?? []
      }
    }
    self.init(pieces)
  }

  /// A template with a number in it.
  init(_ template: MessageTemplate, count: Int) {
    self.init(template, [("count", PublicText([.words(String(count))]))])
  }

  /// Texts one after the other, as sentences are.
  init(joining texts: [PublicText], with separator: MessageTemplate) {
    var pieces: [Piece] = []
    for (index, text) in texts.enumerated() {
      if index > 0 { pieces += PublicText(separator, []).pieces }
      pieces += text.pieces
    }
    self.init(pieces)
  }

  /// The text as a link to a section of the same page.
  func linked(to section: SectionAnchor) -> PublicText {
    PublicText([.link(Link(page: "#" + section.id), plain)])
  }
}

// Own text of the records.
extension PublicText {
  /// Paragraphs separated by blank lines, and lists of lines that begin with `- `. Nothing in it is markup: the subset of CommonMark
  /// that own text is to be written in is not read yet.
  static func blocks(of text: Published<Text>?, in language: Language) -> [PublicBlock] {
    var blocks: [PublicBlock] = []
    var paragraph: [String] = []
    var items: [[String]] = []
    func close() {
      if let text = PublicText(trimming: paragraph.joined(separator: " ")) { blocks.append(.paragraph(text)) }
      let list = items.compactMap { PublicText(trimming: $0.joined(separator: " ")) }
      if !list.isEmpty { blocks.append(.list(list)) }
      (paragraph, items) = ([], [])
    }
    for line in (text?.value.string(in: language) ?? "").utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      let words = line.drop { $0 <= 0x20 }
      if words.isEmpty {
        close()
      } else if words.starts(with: "- ".utf8) {
        if !paragraph.isEmpty { close() }
        items.append([String(Substring(words.dropFirst(2)))])
      } else if !items.isEmpty {
        items[items.count - 1].append(String(Substring(words)))
      } else {
        paragraph.append(String(Substring(words)))
      }
    }
    close()
    return blocks
  }
}
