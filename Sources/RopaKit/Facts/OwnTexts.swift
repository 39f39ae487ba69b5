import LocatedYAML

/// A text of people's own that a notice prints, in one language.
struct OwnText: Sendable {
  let text: String
  let range: SourceRange
  /// General explanation, which claims nothing about us.
  let explains: Bool
  /// The language that the record marks it with, else the register's first one.
  let language: Language

  /// Lists of words are English: in another language the same letters may be other words.
  var isEnglish: Bool { language == .english }
}

extension Language {
  /// The language of the words that rules look for.
  static let english = Language("en")
}

extension Text {
  /// The English text; nil where there is none.
  /// - Parameter plain: the language of a text that is marked with none: the register's first one.
  func english(_ plain: Language) -> String? {
    switch self {
    case .plain(let text): plain == .english ? text : nil
    case .translated(let all): all.first { $0.language == .english }?.text
    }
  }
}

extension Registry {
  /// The own texts of a notice's sections, or of a statement; empty for records of other kinds.
  func ownTexts(of header: RecordHeader) -> [OwnText] {
    guard header.slot >= 0 else { return [] }
    switch header.kind {
    case .statements: return texts(records.statements[Int(header.slot)].common.text)
    case .notices:
      let notice = records.notices[Int(header.slot)]
      return texts(notice.common.text)
        + notice.sections.elements().flatMap { section in
          texts(section.text, explains: section.explains.given?.value ?? false)
        }
    default: return []
    }
  }

  /// The texts of a record that notices print with their paragraphs, lists and emphasis.
  func richTexts(of header: RecordHeader) -> [OwnText] {
    guard header.slot >= 0 else { return [] }
    let slot = Int(header.slot)
    switch header.kind {
    case .statements, .notices: return ownTexts(of: header)
    case .lawfulBases: return texts(records.lawfulBases[slot].common.text)
    case .organisations:
      let body = records.parties[slot]
      return texts(body.common.text) + (body.own?.complaints.given.map { texts($0.text) } ?? [])
    default: return []
    }
  }

  private func texts(_ field: Public<Text>, explains: Bool = false) -> [OwnText] {
    guard case .given(let text, let range) = field.answer else { return [] }
    switch text {
    case .plain(let plain): return [OwnText(text: plain, range: range, explains: explains, language: language)]
    case .translated(let all):
      return all.map { OwnText(text: $0.text, range: range, explains: explains, language: $0.language) }
    }
  }

  /// The regimes that a text speaks under: those of the notice's organisation, or of the register.
  func regimes(of header: RecordHeader) -> [Regime] {
    let own = header.kind == .notices ? party(records.notices[Int(header.slot)].organisation.given) : nil
    return own?.own?.declaredRegimes ?? organisations.flatMap { $0.own?.declaredRegimes ?? [] }
  }
}

extension OwnText {
  /// The sentences of the text, which end at a full stop before a blank, at `!`, `?` or the end of a line.
  var sentences: [Substring.UTF8View] {
    var sentences: [Substring.UTF8View] = []
    let bytes = Substring(text).utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      let byte = bytes[index]
      let ends =
        byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == 0x0A
        || (byte == UInt8(ascii: ".") && (next == bytes.endIndex || bytes[next] == 0x20 || bytes[next] == 0x0A)
          && !endsInShortWord(bytes[start..<index]))
      if ends {
        sentences.append(bytes[start..<next])
        start = next
      }
      index = next
    }
    if start < bytes.endIndex { sentences.append(bytes[start...]) }
    return sentences
  }

  /// "Art." does not end a sentence.
  private func endsInShortWord(_ bytes: Substring.UTF8View) -> Bool {
    bytes.suffix(3).elementsEqual("Art".utf8) || bytes.suffix(3).elementsEqual("art".utf8)
  }
}

extension Substring.UTF8View {
  /// The words stand in the sentence as words of their own, without regard to the case of ASCII letters.
  func says(_ words: String) -> Bool {
    let wanted = Array(words.utf8)
    guard let first = wanted.first else { return false }
    var before: UInt8 = 0x20
    var index = startIndex
    while index < endIndex {
      let byte = self[index]
      if lowered(byte) == lowered(first), !isWordByte(before) || !isWordByte(first) {
        var (here, place) = (index, 0)
        while place < wanted.count, here < endIndex, lowered(self[here]) == lowered(wanted[place]) {
          here = self.index(after: here)
          place += 1
        }
        if place == wanted.count, ends(at: here) { return true }
      }
      before = byte
      index = self.index(after: index)
    }
    return false
  }

  /// No letter or digit follows, and no apostrophe, which makes another word of it: an office is not its brand.
  private func ends(at index: Index) -> Bool {
    let next = self[index...].prefix(3)
    guard let byte = next.first else { return true }
    return !isWordByte(byte) && byte != UInt8(ascii: "'") && !next.elementsEqual("’".utf8)
  }

  /// One of the words stands in it.
  func saysOne(of words: [String]) -> Bool { words.contains { says($0) } }
}

private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

private func isWordByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowered(byte))
}
