/// Finds the spans of running text, with CommonMark's rules for what opens and closes them.
struct RichInlineReader {
  /// What has been read, as a chain, so that begins and ends can be put between.
  var nodes: [Node] = []
  var delimiters: [Delimiter] = []
  private var tail = -1
  private(set) var refused: [RefusedMarkup] = []
  let bytes: [UInt8]
  private var index = 0
  private var words: [UInt8] = []
  private var brackets: [Bracket] = []
  /// Runs of backticks of these lengths have no partner further on.
  private var lonelyRuns: Set<Int> = []
  /// Where the next `>` stands: behind the end when there is none, before the index when it is to be sought.
  private var nextAngle = -1

  struct Node {
    var part: RichPart
    var next: Int = -1
  }

  private struct Bracket {
    let node: Int
    let isImage: Bool
    /// How many runs of `*` and `_` stood before it.
    let delimiters: Int
    /// Behind the bracket.
    let start: Int
    /// A link inside a link is none.
    var isActive = true
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> RichLineText {
    while index < bytes.count { step() }
    flush()
    pairDelimiters(from: 0)
    return RichLineText(parts: joined())
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "`"): code()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): run()
    case UInt8(ascii: "["): open(isImage: false)
    case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["): open(isImage: true)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): angle()
    case 0x0A: endLine()
    default:
      words.append(bytes[index])
      index += 1
    }
  }

  private mutating func append(_ part: RichPart) -> Int {
    guard tail >= 0 else {
      nodes.append(Node(part: part))
      tail = 0
      return tail
    }
    insert(part, after: tail)
    return tail
  }

  mutating func insert(_ part: RichPart, after node: Int) {
    nodes.append(Node(part: part, next: nodes[node].next))
    nodes[node].next = nodes.count - 1
    if tail == node { tail = nodes.count - 1 }
  }

  private mutating func flush() {
    if words.isEmpty { return }
    _ = append(.words(words))
    words = []
  }

  private mutating func refuse(_ markup: RefusedMarkup) {
    if !refused.contains(markup) { refused.append(markup) }
  }

  private mutating func escape() {
    guard index + 1 < bytes.count, isPunctuation(bytes[index + 1]) || bytes[index + 1] == 0x0A else {
      words.append(bytes[index])
      index += 1
      return
    }
    if bytes[index + 1] == 0x0A {
      flush()
      _ = append(.lineBreak)
    } else {
      words.append(bytes[index + 1])
    }
    index += 2
  }

  private mutating func endLine() {
    let blanks = words.reversed().prefix(while: isBlank)
    let isBreak = blanks.count >= 2 && blanks.prefix(2).allSatisfy { $0 == 0x20 }
    words.removeLast(blanks.count)
    index += 1
    if isBreak {
      flush()
      _ = append(.lineBreak)
    } else {
      words.append(0x0A)
    }
  }

  /// `code`, between runs of backticks of one length.
  private mutating func code() {
    let length = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = index + length
    defer { index = max(index, start) }
    var end = start
    while !lonelyRuns.contains(length), end < bytes.count {
      let run = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length {
        var content = bytes[start..<end].map { $0 == 0x0A ? 0x20 : $0 }[...]
        if content.first == 0x20, content.last == 0x20, content.contains(where: { $0 != 0x20 }) {
          content = content.dropFirst().dropLast()
        }
        flush()
        _ = append(.code(Array(content)))
        index = end + length
        return
      }
      end += max(run, 1)
    }
    lonelyRuns.insert(length)
    words += bytes[index..<start]
  }

  /// A run of `*` or `_`.
  private mutating func run() {
    let sign = bytes[index]
    let length = bytes[index...].prefix { $0 == sign }.count
    flush()
    let before = scalar(before: index)
    let after = scalar(at: index + length)
    let node = append(.words(Array(repeating: sign, count: length)))
    delimiters.append(Delimiter(sign: sign, length: length, node: node, before: before, after: after))
    index += length
  }

  private mutating func open(isImage: Bool) {
    flush()
    let length = isImage ? 2 : 1
    let node = append(.words(Array(bytes[index..<index + length])))
    index += length
    brackets.append(Bracket(node: node, isImage: isImage, delimiters: delimiters.count, start: index))
  }

  private mutating func closeBracket() {
    guard let bracket = brackets.popLast() else {
      words.append(bytes[index])
      index += 1
      return
    }
    guard bracket.isActive, let target = LinkTarget(bytes, at: index + 1) else {
      words.append(bytes[index])
      index += 1
      return
    }
    guard !bracket.isImage, let link = Link(address: target.address) else {
      refuse(bracket.isImage ? .image : .address(target.address))
      words += bytes[index..<target.end]
      index = target.end
      return
    }
    flush()
    nodes[bracket.node].part = .begin(.link(link))
    _ = append(.end)
    pairDelimiters(from: bracket.delimiters)
    // Below one that is closed to links already, all are.
    for place in brackets.indices.reversed() where !brackets[place].isImage {
      if !brackets[place].isActive { break }
      brackets[place].isActive = false
    }
    index = target.end
  }

  /// `<https://example.org>`; anything else in angles that HTML would take for its own is told.
  private mutating func angle() {
    let rest = bytes[(index + 1)...]
    if nextAngle < index { nextAngle = rest.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
    let inside = rest[..<nextAngle]
    let isClosed = nextAngle < bytes.count
    if isClosed, let address = automaticAddress(inside) {
      if let link = Link(address: address) {
        flush()
        _ = append(.begin(.link(link)))
        _ = append(.words(Array(inside)))
        _ = append(.end)
        index = nextAngle + 1
        return
      }
      refuse(.address(address))
    } else if isClosed, let first = rest.first, isLetter(first) || [0x21, 0x2F, 0x3F].contains(first) {
      refuse(.html)
    }
    words.append(bytes[index])
    index += 1
  }

  /// The chain from its begin, with neighbouring words joined.
  private func joined() -> [RichPart] {
    var parts: [RichPart] = []
    var words: [UInt8] = []
    var node = nodes.isEmpty ? -1 : 0
    while node >= 0 {
      if case .words(let more) = nodes[node].part {
        words += more
      } else {
        if !words.isEmpty { parts.append(.words(words)) }
        words = []
        parts.append(nodes[node].part)
      }
      node = nodes[node].next
    }
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }

  private func scalar(before index: Int) -> Unicode.Scalar {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? "\n" : scalar(at: start)
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    guard index < bytes.count else { return "\n" }
    return String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first ?? "\n"
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// The signs of ASCII that a backslash makes ordinary.
func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
