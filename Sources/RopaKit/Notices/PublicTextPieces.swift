// What a text consists of, for those who write it in some format.
extension PublicText {
  /// The bytes of marks. What begins with one ends with `end`; before the words of a link, a day or another language stand its value and
  /// `words`.
  enum Mark {
    static let language: UInt8 = 0
    static let link: UInt8 = 1
    static let day: UInt8 = 2
    static let words: UInt8 = 3
    static let end: UInt8 = 4
    static let emphasis: UInt8 = 5
    static let strong: UInt8 = 6
    static let code: UInt8 = 7
    /// Stands alone.
    static let lineBreak: UInt8 = 8
    /// No mark is greater.
    static let last = lineBreak
  }

  /// A step through the text; buffers are valid during the call that hands them out.
  package enum Piece {
    case words(UnsafeBufferPointer<UInt8>)
    case lineBreak
    /// An address that can do nothing but open; what the reader sees of it goes on to the end of the span.
    case beginLink(UnsafeBufferPointer<UInt8>)
    /// A day as `2020-05-04`; its form in words goes on to the end of the span.
    case beginDay(UnsafeBufferPointer<UInt8>)
    /// The code of the language that the text is in up to the end of the span.
    case beginLanguage(UnsafeBufferPointer<UInt8>)
    case beginEmphasis
    case beginStrong
    case beginCode
    /// The end of the span that began last.
    case end
  }

  /// Hands out the steps in their order.
  package func forEachPiece(_ body: (Piece) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      guard isMarked else { return body(.words(bytes)) }
      var index = 0
      func take(until stop: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
        let start = index
        while index < bytes.count && !stop(bytes[index]) { index += 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<index])
      }
      func value() -> UnsafeBufferPointer<UInt8> {
        let value = take { $0 == Mark.words }
        index += 1
        return value
      }
      while index < bytes.count {
        let mark = bytes[index]
        guard mark <= Mark.last else {
          body(.words(take { $0 <= Mark.last }))
          continue
        }
        index += 1
        switch mark {
        case Mark.link: body(.beginLink(value()))
        case Mark.day: body(.beginDay(value()))
        case Mark.language: body(.beginLanguage(value()))
        case Mark.emphasis: body(.beginEmphasis)
        case Mark.strong: body(.beginStrong)
        case Mark.code: body(.beginCode)
        case Mark.lineBreak: body(.lineBreak)
        default: body(.end)
        }
      }
    }
  }

  /// The text without its marks.
  package var plain: String {
    guard isMarked else { return String(decoding: bytes, as: UTF8.self) }
    var plain = ""
    forEachPiece { piece in
      switch piece {
      case .words(let words): plain += String(decoding: words, as: UTF8.self)
      case .lineBreak: plain += " "
      case .beginLink, .beginDay, .beginLanguage, .beginEmphasis, .beginStrong, .beginCode, .end: break
      }
    }
    return plain
  }
}

// How a text begins and ends.
extension PublicText {
  /// Where its words begin, behind the marks of languages.
  var firstWord: Int {
    var start = 0
    while start < bytes.count, bytes[start] == Mark.language,
      let words = bytes[start...].firstIndex(of: Mark.words)
    {
      start = words + 1
    }
    return start
  }

  /// Its bytes with a capital at the beginning of the words; nil where no small letter stands there.
  var bytesWithCapital: [UInt8]? {
    let start = firstWord
    guard start < bytes.count else { return nil }
    var capital = bytes
    if bytes[start] < 0x80 {
      guard (0x61...0x7A).contains(bytes[start]) else { return nil }
      capital[start] -= 0x20
      return capital
    }
    guard let scalar = String(decoding: bytes[start...].prefix(4), as: UTF8.self).unicodeScalars.first,
      scalar.properties.isLowercase
    else { return nil }
    capital.replaceSubrange(start..<start + UTF8.width(scalar), with: scalar.properties.titlecaseMapping.utf8)
    return capital
  }

  /// Its words begin with some letters, whatever their case in ASCII.
  func begins(with letters: [UInt8]) -> Bool {
    let words = bytes[firstWord...].prefix(letters.count)
    return words.elementsEqual(letters) { byte, letter in
      ((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) == letter
    }
  }

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
}
