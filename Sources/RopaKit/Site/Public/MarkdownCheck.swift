/// Checks a file of Markdown: no markup of HTML in it, no image, and no link but to places that public pages may lead to. Escaped signs and
/// code stand for themselves.
/// - Parameter depth: how many folders of the public tree it stands in.
func checkMarkdown(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(PublicFault) {
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): index = endOfCode(bytes, at: index)
    case UInt8(ascii: "<"):
      throw PublicFault(
        reason: "it holds markup of HTML: '\(shown(bytes[index...].prefix(40)))'",
        advice: "this is a fault of ropa; please report it")
    case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["):
      throw PublicFault(reason: "it holds an image", advice: "this is a fault of ropa; please report it")
    case UInt8(ascii: "]")
    where index + 1 < bytes.count && [UInt8(ascii: "("), UInt8(ascii: ":")].contains(bytes[index + 1]):
      index = try endOfLink(bytes, at: index + 2, depth: depth)
    default: index += 1
    }
  }
}

/// The index behind a piece of code, or behind the signs that begin none.
private func endOfCode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
  func end(ofRowAt index: Int) -> Int { index + bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count }
  let inside = end(ofRowAt: start)
  var index = inside
  while let next = firstIndex(of: UInt8(ascii: "`"), in: bytes, from: index) {
    index = end(ofRowAt: next)
    if index - next == inside - start { return index }
  }
  return inside
}

/// Checks the address of a link, which stands in angle brackets, and returns the index behind it.
private func endOfLink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, depth: Int) throws(PublicFault) -> Int {
  guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else {
    throw PublicFault(
      reason: "it holds an address without brackets: '\(shown(bytes[start...].prefix(40)))'",
      advice: "this is a fault of ropa; please report it")
  }
  var address: [UInt8] = []
  var index = start + 1
  while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != 0x0A {
    if bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count { index += 1 }
    address.append(bytes[index])
    index += 1
  }
  try checkAddress(address, .link, depth: depth)
  return index + 1
}
