import LocatedYAML

/// How long the sentences of a text are, and how easily it reads: for the register, never for a public page.
struct Readability: Sendable {
  private(set) var sentences = 0
  private(set) var words = 0
  /// English syllables by their spelling; means nothing for other languages.
  private(set) var syllables = 0
  private(set) var longest = (words: 0, text: "")
  /// Words since the last heading, at most.
  private(set) var longestStretch = 0
  private var stretch = 0

  /// Adds a text, which ends a sentence with its own end.
  mutating func add(_ text: String) {
    var start = text.utf8.startIndex
    var index = start
    var count = 0
    let bytes = text.utf8
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    var word: [UInt8] = []
    func finishWord() {
      guard isWord(word) else { return word.removeAll(keepingCapacity: true) }
      count += 1
      syllables += Readability.syllables(word)
      word.removeAll(keepingCapacity: true)
    }
    func finishSentence(_ end: String.UTF8View.Index) {
      if count > 0 {
        sentences += 1
        words += count
        stretch += count
        if count > longest.words { longest = (count, (String(bytes[start..<end]) ?? "")) }
      }
      (start, count) = (end, 0)
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if isBlank(byte) { finishWord() } else { word.append(byte) }
      if byte == 0x0A || (Readability.ends(byte) && (next == bytes.endIndex || isBlank(bytes[next])) && !isShort(word))
      {
        finishWord()
        finishSentence(next)
      }
      index = next
    }
    finishWord()
    finishSentence(bytes.endIndex)
    longestStretch = max(longestStretch, stretch)
  }

  /// Notes a heading, behind which people find their place again.
  mutating func addHeading() { stretch = 0 }

  /// Words of a sentence on average; nil without a sentence.
  var sentenceLength: Double? { sentences == 0 ? nil : Double(words) / Double(sentences) }

  /// Reading ease by Flesch's formula of 1948, for English: above 60 is plain, below 30 is for graduates. Nil without a sentence.
  var readingEase: Double? {
    sentenceLength.map { 206.835 - 1.015 * $0 - 84.6 * Double(syllables) / Double(words) }
  }

  private static func ends(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
  }

  /// Some letter or digit, and no address.
  private func isWord(_ word: [UInt8]) -> Bool {
    word.contains { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
      && !word.contains(UInt8(ascii: "@")) && !word.contains(UInt8(ascii: "/"))
  }

  /// "Art." and "e.g." end no sentence.
  private func isShort(_ word: [UInt8]) -> Bool {
    guard word.last == UInt8(ascii: ".") else { return false }
    let stem = word.dropLast()
    return stem.contains(UInt8(ascii: ".")) || stem.map { $0 | 0x20 }.elementsEqual("art".utf8)
  }

  /// The vowels that stand apart, without those at the end that are not spoken; at least one.
  private static func syllables(_ word: [UInt8]) -> Int {
    let letters = word.map { $0 | 0x20 }.filter { (0x61...0x7A).contains($0) }
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = vowels.contains(letter)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    func isAnyOf(_ letters: StaticString, _ letter: UInt8) -> Bool {
      letters.withUTF8Buffer { $0.contains(letter) }
    }
    if letters.count > 2, letters.last == UInt8(ascii: "e"), !vowels.contains(letters[letters.count - 2]) {
      // "Table" ends in a syllable, "use" does not.
      let isTable = letters[letters.count - 2] == UInt8(ascii: "l") && !vowels.contains(letters[letters.count - 3])
      if !isTable { count -= 1 }
    } else if letters.count > 3, letters.suffix(2).elementsEqual("ed".utf8),
      !isAnyOf("tdaeiou", letters[letters.count - 3])
    {
      count -= 1
    } else if letters.count > 3, letters.suffix(2).elementsEqual("es".utf8),
      !isAnyOf("sxzhcgaeiou", letters[letters.count - 3])
    {
      count -= 1
    }
    return max(1, count)
  }

  private static let vowels = Set("aeiouy".utf8)

  /// Words that people should not have to look up, in small letters.
  static let jargon = [
    "adequacy decision", "aforementioned", "aforesaid", "data controller", "data processor", "data subject",
    "data subjects",
    "endeavour", "endeavours", "hereby", "herein", "hereinafter", "in accordance with", "in lieu of",
    "in the event that",
    "insofar as", "inter alia", "mutatis mutandis", "natural person", "natural persons", "notwithstanding", "prior to",
    "processing operation", "processing operations", "pseudonymised", "pursuant to", "special category data",
    "sub-processor", "sub-processors", "supervisory authority", "thereof", "therein", "third country", "utilise",
    "utilised", "whereby", "without prejudice to",
  ]
}

extension Double {
  /// With one digit behind the point.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension Readability {
  /// Measures what is composed. Terms, headings of columns and lines of addresses are no sentences.
  mutating func add(_ blocks: [PublicBlock]) {
    for block in blocks {
      switch block {
      case .subheading: addHeading()
      case .paragraph(let text): add(text.plain)
      case .list(let items): for item in items { add(item.plain) }
      case .items(let list): for item in list.items { add(item) }
      case .definitions(let entries): for entry in entries { add(entry.text.plain) }
      case .table(let table): for row in table.rows { for cell in row { for text in cell { add(text.plain) } } }
      case .address: break
      }
    }
  }

  /// Measures an own text with its lists and headings.
  mutating func add(ownText words: String) { add(rich: RichText(words.utf8).blocks) }

  private mutating func add(rich blocks: [RichBlock]) {
    for block in blocks {
      switch block {
      case .heading: addHeading()
      case .paragraph(let text): add(text.plain)
      case .list(let list): for item in list.items { add(rich: item) }
      }
    }
  }
}

extension RichLineText {
  /// The words without emphasis and links.
  var plain: String {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .words(let words), .code(let words): bytes += words
      case .lineBreak: bytes.append(0x20)
      case .begin, .end: break
      }
    }
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
