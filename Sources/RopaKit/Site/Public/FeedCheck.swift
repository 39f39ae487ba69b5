/// Checks a feed: the elements of Atom that hold text, addresses that stay, and nothing that a reader of XML would fetch or run.
/// - Parameter depth: how many folders of the public tree the file stands in.
func checkFeed(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(PublicFault) {
  var index = 0
  let declaration = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
  if bytes.starts(with: declaration) { index = declaration.count }
  while let start = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: index) {
    guard let end = firstIndex(of: UInt8(ascii: ">"), in: bytes, from: start) else {
      throw feedFault(bytes[start...])
    }
    let tag = bytes[start...end]
    if !inertTags.contains(where: { tag.elementsEqual($0.utf8) }) { try checkFeedTag(tag, depth: depth) }
    index = end + 1
  }
}

/// What a feed has without a value of a record in it.
private let inertTags = [
  "</feed>", "<title>", "</title>", "<id>", "</id>", "<updated>", "</updated>", "<author>", "</author>", "<name>",
  "</name>", "<entry>", "</entry>", "<summary>", "</summary>",
]

/// Tags with attributes: the root, which names language and namespace, and links, which have their address last.
private func checkFeedTag(_ tag: Slice<UnsafeBufferPointer<UInt8>>, depth: Int) throws(PublicFault) {
  let root = Array("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"".utf8)
  if tag.starts(with: root) {
    let language = tag.dropFirst(root.count).dropLast("\">".utf8.count)
    guard tag.reversed().starts(with: "\">".utf8.reversed()), language.allSatisfy({ isLanguageByte($0) }) else {
      throw feedFault(tag)
    }
    return
  }
  for kind in ["alternate\" type=\"text/html", "self\" type=\"application/atom+xml"] {
    let link = Array("<link rel=\"\(kind)\" href=\"".utf8)
    guard tag.starts(with: link), tag.reversed().starts(with: "\"/>".utf8.reversed()) else { continue }
    let address = tag.dropFirst(link.count).dropLast("\"/>".utf8.count)
    if address.contains(UInt8(ascii: "\"")) { throw feedFault(tag) }
    return try checkAddress(address, .link, depth: depth)
  }
  throw feedFault(tag)
}

private func isLanguageByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
}

private func feedFault(_ bytes: some Collection<UInt8>) -> PublicFault {
  PublicFault(
    reason: "a feed holds what no feed of ropa has: '\(shown(bytes))'",
    advice: "this is a fault of ropa; please report it")
}
