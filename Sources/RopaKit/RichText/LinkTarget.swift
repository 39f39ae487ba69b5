/// What stands in the round brackets of a link: `(address "title")`. The title is read and not shown.
struct LinkTarget {
  let address: String
  /// Behind the closing bracket.
  let end: Int

  /// - Parameter start: where the opening bracket is expected.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = LinkTarget.skipBlanks(bytes, start + 1)
    guard index < bytes.count else { return nil }
    let raw: [UInt8]
    if bytes[index] == UInt8(ascii: "<") {
      guard let inner = LinkTarget.angled(bytes, &index) else { return nil }
      raw = inner
    } else {
      guard let plain = LinkTarget.plain(bytes, &index) else { return nil }
      raw = plain
    }
    let afterAddress = index
    index = LinkTarget.skipBlanks(bytes, index)
    if index > afterAddress, index < bytes.count, bytes[index] != UInt8(ascii: ")") {
      guard LinkTarget.skipTitle(bytes, &index) else { return nil }
      index = LinkTarget.skipBlanks(bytes, index)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
    address = String(decoding: raw, as: UTF8.self)
    end = index + 1
  }

  private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) || bytes[index] == 0x0A { index += 1 }
    return index
  }

  private static func angled(_ bytes: [UInt8], _ index: inout Int) -> [UInt8]? {
    var raw: [UInt8] = []
    var at = index + 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        index = at + 1
        return raw
      case 0x0A, UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\\") where at + 1 < bytes.count && isPunctuation(bytes[at + 1]): at += 1
      default: break
      }
      raw.append(bytes[at])
      at += 1
    }
    return nil
  }

  /// Up to a blank or the bracket that closes the link; brackets inside come in pairs.
  private static func plain(_ bytes: [UInt8], _ index: inout Int) -> [UInt8]? {
    var raw: [UInt8] = []
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x7F { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > 32 { return nil }
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, isPunctuation(bytes[index + 1]) { index += 1 }
      raw.append(bytes[index])
      index += 1
    }
    return depth == 0 ? raw : nil
  }

  private static func skipTitle(_ bytes: [UInt8], _ index: inout Int) -> Bool {
    let close: UInt8
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[index]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    var at = index + 1
    while at < bytes.count {
      if bytes[at] == close {
        index = at + 1
        return true
      }
      if close == UInt8(ascii: ")"), bytes[at] == UInt8(ascii: "(") { return false }
      at += bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count && isPunctuation(bytes[at + 1]) ? 2 : 1
    }
    return false
  }
}

/// What stands in angles as a link of itself: an address with a scheme, or a mailbox.
func automaticAddress(_ bytes: ArraySlice<UInt8>) -> String? {
  if bytes.isEmpty || bytes.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == 0x7F }) { return nil }
  let words = String(decoding: bytes, as: UTF8.self)
  let scheme = bytes.prefix { byte in
    isLetter(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
  }
  if (2...32).contains(scheme.count), isLetter(scheme.first!), bytes.dropFirst(scheme.count).first == UInt8(ascii: ":")
  {
    return words
  }
  return Link(email: words)?.address
}
