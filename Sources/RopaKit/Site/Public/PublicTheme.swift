// The files of a theme are its owner's, so they are read as a browser reads them: escapes, capital letters and comments hide nothing.

/// Checks a style sheet: it fetches nothing but files of the public tree.
/// - Parameter depth: how many folders of the public tree it stands in.
func checkStyleSheet(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(PublicFault) {
  let plain = plainStyles(bytes)
  let imports = Array("@import".utf8)
  let fetching = ["image-set(", "image(", "src(", "cross-fade("].map { Array($0.utf8) }
  for index in plain.indices {
    switch plain[index] {
    case UInt8(ascii: "@") where plain[index...].starts(with: imports):
      throw PublicFault(
        reason: "it imports another style sheet: '\(shown(line(plain, index)))'", advice: "copy its rules into this one"
      )
    case UInt8(ascii: "("):
      if let name = fetching.first(where: { plain[...index].suffix($0.count).elementsEqual($0) }) {
        throw PublicFault(
          reason: "it fetches by '\(String(decoding: name.dropLast(), as: UTF8.self))'",
          advice: "use url() in its place")
      }
      if plain[...index].suffix(4).elementsEqual("url(".utf8) {
        try checkAddress(argument(plain, index + 1), .fetch, depth: depth)
      }
    default: break
    }
  }
}

/// Checks an image: it runs nothing and fetches nothing, also where somebody opens it by itself.
func checkImage(_ bytes: UnsafeBufferPointer<UInt8>) throws(PublicFault) {
  let plain = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  let orders = [
    "<script", "<foreignobject", "<style", "<!doctype", "<!entity", "<?xml-stylesheet", "<iframe", "@import",
  ]
  .map { Array($0.utf8) }
  let (link, fetch) = (Array("href".utf8), Array("url(".utf8))
  for index in plain.indices {
    let rest = plain[index...]
    switch plain[index] {
    case UInt8(ascii: "<"), UInt8(ascii: "@"):
      if let order = orders.first(where: { rest.starts(with: $0) }) {
        throw PublicFault(
          reason: "the image holds '\(String(decoding: order, as: UTF8.self))'", advice: "use an image of plain shapes")
      }
    case UInt8(ascii: "h") where rest.starts(with: link):
      try checkFragment(rest.dropFirst(4).drop(while: isWhiteSpace), after: "=")
    case UInt8(ascii: "u") where rest.starts(with: fetch): try checkFragment(rest.dropFirst(3), after: "(")
    case UInt8(ascii: "o") where index > 0 && isWhiteSpace(plain[index - 1]) && isHandler(rest):
      throw PublicFault(reason: "the image runs a program: '\(shown(rest))'", advice: "use an image of plain shapes")
    default: break
    }
  }
}

/// Refuses everything but a name inside of the image itself.
private func checkFragment(_ rest: ArraySlice<UInt8>, after mark: Unicode.Scalar) throws(PublicFault) {
  guard rest.first == UInt8(ascii: mark) else { return }
  let value = rest.dropFirst().drop { isWhiteSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
  if value.first == UInt8(ascii: "#") { return }
  throw PublicFault(
    reason: "the image fetches '\(shown(value.prefix { !isWhiteSpace($0) && $0 != UInt8(ascii: ">") }))'",
    advice: "use an image of plain shapes")
}

/// `onload=` and its like.
private func isHandler(_ rest: ArraySlice<UInt8>) -> Bool {
  guard rest.starts(with: "on".utf8) else { return false }
  return rest.dropFirst(2).drop { (0x61...0x7A).contains($0) }.drop(while: isWhiteSpace).first == UInt8(ascii: "=")
}

private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// A style sheet without comments and escapes, in small letters.
private func plainStyles(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "/") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "*"):
      index += 2
      while index < bytes.count, bytes[index] != UInt8(ascii: "/") || bytes[index - 1] != UInt8(ascii: "*") {
        index += 1
      }
      index += 1
    case UInt8(ascii: "\\"): index = unescape(bytes, index + 1, into: &plain)
    case let byte:
      plain.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      index += 1
    }
  }
  return plain
}

/// Appends what stands behind a backslash and returns the index behind that.
private func unescape(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, into plain: inout [UInt8]) -> Int {
  var index = start
  var code: UInt32 = 0
  while index < min(start + 6, bytes.count), let digit = hexadecimalDigit(bytes[index]) {
    code = code << 4 | digit
    index += 1
  }
  if index == start {
    if index < bytes.count { plain.append((0x41...0x5A).contains(bytes[index]) ? bytes[index] + 0x20 : bytes[index]) }
    return index + 1
  }
  let small = (0x41...0x5A).contains(code) ? code + 0x20 : code
  plain += Array(String(Unicode.Scalar(small) ?? "\u{FFFD}").utf8)
  // One blank behind the digits belongs to them.
  return index < bytes.count && isWhiteSpace(bytes[index]) ? index + 1 : index
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte) - 0x30
  case 0x41...0x46: UInt32(byte) - 0x37
  case 0x61...0x66: UInt32(byte) - 0x57
  default: nil
  }
}

/// What stands in the brackets, without quotes and blanks.
private func argument(_ plain: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
  let inside = plain[start...].prefix { $0 != UInt8(ascii: ")") }
  func isAround(_ byte: UInt8) -> Bool { isWhiteSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
  let rest = inside.drop(while: isAround)
  guard let last = rest.lastIndex(where: { !isAround($0) }) else { return rest }
  return rest[...last]
}

private func line(_ plain: [UInt8], _ index: Int) -> ArraySlice<UInt8> {
  plain[index...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: ";") }
}
