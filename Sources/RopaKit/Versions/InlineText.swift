// How a text is written where versions are kept and compared: links, emphasis, strong and code with the signs of CommonMark, a backslash
// before a sign that is only a character, `\n` for a break of the line. Nothing in it depends on a format or a page; days are their words.

extension PublicText {
  /// The text on one line with its links and emphasis.
  var inline: String {
    guard isMarked else {
      return bytes.contains(where: isInlineSign) || bytes.contains { $0 < 0x20 }
        ? String(decoding: escapedInline(bytes), as: UTF8.self) : String(decoding: bytes, as: UTF8.self)
    }
    var writer = InlineWriter()
    forEachPiece { writer.add($0) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads such a line; nil where it is none.
  init?(inline bytes: [UInt8]) {
    var reader = InlineReader(bytes: bytes)
    guard let parts = reader.parts(until: nil), reader.index == bytes.count else { return nil }
    self.init(RichLineText(parts: parts))
  }
}

/// A character that stands for something unless a backslash is before it.
private func isInlineSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
    UInt8(ascii: "`"):
    true
  default: false
  }
}

private func escapedInline(_ words: some Collection<UInt8>) -> [UInt8] {
  var escaped: [UInt8] = []
  for byte in words {
    if isInlineSign(byte) { escaped.append(UInt8(ascii: "\\")) }
    // Ends of lines and tabs are blanks on every page.
    escaped.append(byte < 0x20 ? 0x20 : byte)
  }
  return escaped
}

private struct InlineWriter {
  private(set) var bytes: [UInt8] = []
  private var ends: [[UInt8]] = []
  /// The address of a link whose words have not come yet.
  private var address: [UInt8]?
  private var isEmphasised = false

  mutating func add(_ piece: PublicText.Piece) {
    if let address, case .words(let words) = piece { return begin(link: address, words) }
    if let address { begin(link: address, nil) }
    switch piece {
    case .words(let words): bytes += escapedInline(words)
    case .lineBreak: bytes += "\\n".utf8
    case .beginLink(let address): self.address = Array(address)
    // A kept text has one language; what is in another is not marked there.
    case .beginDay, .beginLanguage: ends.append([])
    case .beginEmphasis: beginEmphasis(Array("*".utf8))
    case .beginStrong: beginEmphasis(Array("**".utf8))
    case .beginCode:
      bytes.append(UInt8(ascii: "`"))
      ends.append([UInt8(ascii: "`")])
    case .end:
      let end = ends.removeLast()
      if end.first == UInt8(ascii: "*") { isEmphasised = false }
      bytes += end
    }
  }

  /// Emphasis inside of emphasis is the same as without.
  private mutating func beginEmphasis(_ sign: [UInt8]) {
    if isEmphasised { return ends.append([]) }
    isEmphasised = true
    bytes += sign
    ends.append(sign)
  }

  /// A link that reads as its address is written once.
  private mutating func begin(link: [UInt8], _ words: UnsafeBufferPointer<UInt8>?) {
    address = nil
    if let words, words.elementsEqual(link), !link.contains(where: { $0 == UInt8(ascii: ">") || isInlineSign($0) }) {
      bytes += [UInt8(ascii: "<")] + link
      return ends.append([UInt8(ascii: ">")])
    }
    bytes.append(UInt8(ascii: "["))
    if let words { bytes += escapedInline(words) }
    let escaped = link.flatMap { byte in
      byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
    }
    ends.append(Array("](".utf8) + escaped + [UInt8(ascii: ")")])
  }
}

private struct InlineReader {
  let bytes: [UInt8]
  var index = 0

  /// The parts up to a closing sign of one or two bytes, which is passed over, or to the end of the line.
  mutating func parts(until close: String?, depth: Int = 0) -> [RichPart]? {
    // No text of ours nests so deep.
    if depth > 4 { return nil }
    let close = close.map { Array($0.utf8) }
    var parts: [RichPart] = []
    var words: [UInt8] = []
    func flush() {
      if !words.isEmpty { parts.append(.words(words)) }
      words = []
    }
    while index < bytes.count {
      if let close, bytes[index...].starts(with: close) {
        index += close.count
        flush()
        return parts
      }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { return nil }
        let next = bytes[index]
        index += 1
        if isInlineSign(next) {
          words.append(next)
        } else if next == UInt8(ascii: "n") {
          flush()
          parts.append(.lineBreak)
        } else {
          return nil
        }
      case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "`"):
        flush()
        guard let span = span(byte, depth) else { return nil }
        parts += span
      case UInt8(ascii: "]"): return nil
      default: words.append(byte)
      }
    }
    flush()
    return close == nil ? parts : nil
  }

  /// What begins with a sign that was passed over.
  private mutating func span(_ sign: UInt8, _ depth: Int) -> [RichPart]? {
    switch sign {
    case UInt8(ascii: "*"):
      let isStrong = index < bytes.count && bytes[index] == sign
      if isStrong { index += 1 }
      guard let inner = parts(until: isStrong ? "**" : "*", depth: depth + 1) else { return nil }
      return [.begin(isStrong ? .strong : .emphasis)] + inner + [.end]
    case UInt8(ascii: "`"):
      guard let code = raw(until: sign) else { return nil }
      return [.code(code)]
    case UInt8(ascii: "<"):
      guard let address = raw(until: UInt8(ascii: ">")), let link = keptLink(address) else { return nil }
      return [.begin(.link(link)), .words(address), .end]
    default:
      guard let inner = parts(until: "](", depth: depth + 1), let address = raw(until: UInt8(ascii: ")")),
        let link = keptLink(address)
      else { return nil }
      return [.begin(.link(link))] + inner + [.end]
    }
  }

  /// The bytes up to a closing one, which is passed over, without their backslashes.
  private mutating func raw(until close: UInt8) -> [UInt8]? {
    var raw: [UInt8] = []
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == close { return raw }
      if byte == UInt8(ascii: "\\") {
        guard index < bytes.count else { return nil }
        byte = bytes[index]
        index += 1
      }
      raw.append(byte)
    }
    return nil
  }

  /// An address that can do nothing but open, or a section of the same page.
  private func keptLink(_ address: [UInt8]) -> Link? {
    let text = String(decoding: address, as: UTF8.self)
    if address.first == UInt8(ascii: "#") {
      return SectionAnchor(kept: String(decoding: address.dropFirst(), as: UTF8.self)).map { Link(page: "#" + $0.id) }
    }
    return Link(address: text)
  }
}
