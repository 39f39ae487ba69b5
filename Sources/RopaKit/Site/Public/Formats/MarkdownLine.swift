/// Lines of Markdown that belong together: CommonMark in which every character of a text stays the character it is.
///
/// Besides the signs that CommonMark knows, the tilde and the upright stroke are escaped, because many readers know those too.
struct MarkdownLines {
  /// It has one line, as a heading must.
  private let isOneLine: Bool
  private var finished: [[UInt8]] = []
  private var bytes: [UInt8] = []
  /// Nothing has been written yet, or digits only: what would begin a list or a heading must not stand there.
  private var start = Start.nothing
  private var wasBlank = true

  private enum Start { case nothing, digits, over }

  init(isOneLine: Bool = false) { self.isOneLine = isOneLine }

  /// The lines that hold anything, without the signs of their ends.
  var all: [[UInt8]] {
    (finished + [Array(bytes.withoutTrailingBlanks)]).filter { !$0.isEmpty }
  }

  /// What follows stands on the next line.
  mutating func end() {
    if isOneLine { return words([0x20]) }
    finished.append(Array(bytes.withoutTrailingBlanks))
    bytes = []
    start = .nothing
    wasBlank = true
  }

  /// Signs of the program.
  mutating func sign(_ sign: StaticString) {
    bytes += Array(sign.description.utf8)
    start = .over
    wasBlank = false
  }

  /// Words of a text.
  mutating func words(_ words: [UInt8]) {
    var start = start
    bytes.appendOnOneLine(words, wasBlank: &wasBlank) { bytes, byte, next in
      if MarkdownLines.isSign(byte, before: next, at: start) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
      start = start != .over && (0x30...0x39).contains(byte) ? .digits : .over
    }
    self.start = start
  }

  private static func isSign(_ byte: UInt8, before next: UInt8, at start: Start) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      true
    // A hash may also end a heading.
    case UInt8(ascii: "#"): start == .nothing || next == 0 || next == 0x20 || next == UInt8(ascii: "#")
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): start == .nothing
    case UInt8(ascii: "."), UInt8(ascii: ")"): start == .digits
    // An entity, or the sign of an image before a link.
    case UInt8(ascii: "&"): next == 0 || next == UInt8(ascii: "#") || isLetter(next)
    case UInt8(ascii: "!"): next == 0
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Words as they are typed: nothing is escaped, so the fence is longer than every row of its own signs in them.
  mutating func code(_ words: [UInt8]) {
    var longest = 0
    var row = 0
    for byte in words {
      row = byte == UInt8(ascii: "`") ? row + 1 : 0
      longest = max(longest, row)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longest + 1)
    var inside: [UInt8] = []
    var wasBlank = false
    inside.appendOnOneLine(words, wasBlank: &wasBlank) { bytes, byte, _ in bytes.append(byte) }
    let isPadded = [inside.first, inside.last].contains { (byte: UInt8?) in byte == 0x60 || byte == 0x20 }
    bytes += fence + (isPadded ? [0x20] : []) + inside + (isPadded ? [0x20] : []) + fence
    start = .over
    self.wasBlank = false
  }

  /// The address of a link, which has no blanks.
  mutating func address(_ address: [UInt8]) {
    bytes += Array("](<".utf8)
    for byte in address {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    bytes += Array(">)".utf8)
  }
}

extension MarkdownLines {
  /// - Parameter isPlain: nothing is emphasised, because everything is.
  mutating func text(_ text: PublicText, isPlain: Bool = false) {
    let inlines = text.inlines
    let shown = isPlain ? [] : MarkdownLines.emphasised(inlines)
    var isCode = false
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .words(let words): if isCode { code(words) } else { self.words(words) }
      case .lineBreak: end()
      case .begin(.code): isCode = true
      case .end(.code): isCode = false
      case .begin(.link): sign("[")
      case .end(.link(let address)): self.address(address)
      case .begin(.emphasis), .end(.emphasis): if shown.contains(index) { sign("*") }
      case .begin(.strong), .end(.strong): if shown.contains(index) { sign("**") }
      case .begin(.plain), .end(.plain): break
      }
    }
  }

  /// The places of the signs of emphasis that every reader takes as such: between a blank or sign outside and a letter or digit inside,
  /// and not beside another one. Where that is not so the words stand without.
  private static func emphasised(_ inlines: [Inline]) -> Set<Int> {
    var shown: Set<Int> = []
    var open: [Int] = []
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .begin(.emphasis), .begin(.strong): open.append(index)
      case .end(.emphasis), .end(.strong):
        guard let begin = open.popLast() else { break }
        if isEdge(inlines, begin - 1, \.last), isEdge(inlines, index + 1, \.first), isWord(inlines, begin + 1, \.first),
          isWord(inlines, index - 1, \.last)
        {
          shown.formUnion([begin, index])
        }
      default: break
      }
    }
    return shown
  }

  /// Nothing, a blank or a sign of ASCII stands there.
  private static func isEdge(_ inlines: [Inline], _ index: Int, _ side: KeyPath<[UInt8], UInt8?>) -> Bool {
    guard inlines.indices.contains(index) else { return true }
    switch inlines[index] {
    case .words(let words): return words[keyPath: side].map { $0 < 0x80 && !isLetterOrDigit($0) } ?? false
    case .lineBreak, .begin(.link), .end(.link): return true
    default: return false
    }
  }

  private static func isWord(_ inlines: [Inline], _ index: Int, _ side: KeyPath<[UInt8], UInt8?>) -> Bool {
    if case .words(let words) = inlines[index] { words[keyPath: side].map(isLetterOrDigit) ?? false } else { false }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
