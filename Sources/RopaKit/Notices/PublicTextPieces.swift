// What a text consists of, for those who write it in some format.
extension PublicText {
  /// The bytes around a link or a day: begin, value, words, end.
  enum Mark {
    static let link: UInt8 = 1
    static let day: UInt8 = 2
    static let words: UInt8 = 3
    static let end: UInt8 = 4
  }

  /// A stretch of the text, valid during the call that hands it out.
  package enum Piece {
    case words(UnsafeBufferPointer<UInt8>)
    /// An address that can do nothing but open, and what the reader sees.
    case link(UnsafeBufferPointer<UInt8>, words: UnsafeBufferPointer<UInt8>)
    /// A day as `2020-05-04`, and its form in words.
    case day(UnsafeBufferPointer<UInt8>, words: UnsafeBufferPointer<UInt8>)
  }

  /// Hands out the stretches in their order.
  package func forEachPiece(_ body: (Piece) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      guard isMarked else { return body(.words(bytes)) }
      var index = 0
      func take(until stop: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
        let start = index
        while index < bytes.count && !stop(bytes[index]) { index += 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<index])
      }
      while index < bytes.count {
        let mark = bytes[index]
        guard mark == Mark.link || mark == Mark.day else {
          body(.words(take { $0 == Mark.link || $0 == Mark.day }))
          continue
        }
        index += 1
        let value = take { $0 == Mark.words }
        index += 1
        let words = take { $0 == Mark.end }
        index += 1
        body(mark == Mark.link ? .link(value, words: words) : .day(value, words: words))
      }
    }
  }

  /// The text without its links.
  package var plain: String {
    guard isMarked else { return String(decoding: bytes, as: UTF8.self) }
    var plain = ""
    forEachPiece { piece in
      switch piece {
      case .words(let words), .link(_, let words), .day(_, let words): plain += String(decoding: words, as: UTF8.self)
      }
    }
    return plain
  }
}
