/// A step through a public text with its own copy of the bytes, for formats that look ahead.
enum Inline {
  case words([UInt8])
  case lineBreak
  /// The words go on to the end of the span.
  case begin(Span)
  case end(Span)

  enum Span: Equatable {
    case link([UInt8])
    case emphasis, strong, code
    /// Says nothing that is written: a day, or a link to a place in the same page.
    case plain

    var isLink: Bool { if case .link = self { true } else { false } }
  }
}

extension PublicText {
  /// The steps in their order; each span that begins ends.
  var inlines: [Inline] {
    var inlines: [Inline] = []
    var open: [Inline.Span] = []
    forEachPiece { piece in
      switch piece {
      case .words(let words): inlines.append(.words(Array(words)))
      case .lineBreak: inlines.append(.lineBreak)
      case .end: if let span = open.popLast() { inlines.append(.end(span)) }
      default:
        let span = PublicText.span(piece)
        // An address in the words of a link is no link of its own.
        let isNested = span.isLink && open.contains(where: \.isLink)
        open.append(isNested ? .plain : span)
        inlines.append(.begin(open.last!))
      }
    }
    while let span = open.popLast() { inlines.append(.end(span)) }
    return inlines
  }

  private static func span(_ piece: Piece) -> Inline.Span {
    switch piece {
    case .beginLink(let address): address.first == UInt8(ascii: "#") ? .plain : .link(Array(address))
    case .beginEmphasis: .emphasis
    case .beginStrong: .strong
    case .beginCode: .code
    default: .plain
    }
  }
}

extension [UInt8] {
  /// Appends words on one line: blanks of any sort and number are one, and what shows nothing is shown as `U+XXXX`.
  /// - Parameters:
  ///   - wasBlank: the line ends with a blank, or has not begun.
  ///   - take: told of every byte that is to be appended, with the one behind it, 0 at the end.
  mutating func appendOnOneLine(
    _ words: [UInt8], wasBlank: inout Bool, _ take: (inout [UInt8], UInt8, _ next: UInt8) -> Void
  ) {
    words.withUnsafeBufferPointer { words in
      var index = 0
      while index < words.count {
        let byte = words[index]
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          if !wasBlank { append(0x20) }
          wasBlank = true
          index += 1
          continue
        }
        wasBlank = false
        let invisible = invisibleScalar(words, at: index)
        if invisible.length > 0 {
          let digits = String(invisible.scalar, radix: 16, uppercase: true).utf8
          self += Array("U+".utf8) + Array(repeating: UInt8(ascii: "0"), count: Swift.max(0, 4 - digits.count)) + digits
          index += invisible.length
        } else {
          take(&self, byte, index + 1 < words.count ? words[index + 1] : 0)
          index += 1
        }
      }
    }
  }

  /// The bytes without blanks at their end.
  var withoutTrailingBlanks: ArraySlice<UInt8> { self[...].trimmingEnd { $0 == 0x20 } }
}
