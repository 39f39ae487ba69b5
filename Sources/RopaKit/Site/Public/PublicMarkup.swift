/// Checks the tags of a public page: elements and attributes that can do nothing but show, and addresses that stay.
/// - Parameter depth: how many folders of the public tree the page stands in.
func checkMarkup(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(PublicFault) {
  var index = 0
  while let start = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: index) {
    var tag = TagScan(bytes: bytes, start: start, depth: depth)
    try tag.run()
    index = tag.index
  }
}

/// The index of a byte at or behind another, or nil. Eight bytes at a time.
func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  let each: UInt64 = 0x0101_0101_0101_0101
  let wanted = each &* UInt64(byte)
  let raw = UnsafeRawBufferPointer(bytes)
  var index = start
  while index + 8 <= bytes.count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ wanted
    // The lowest of these bits is the first byte that became zero; higher ones may be false.
    let zeros = (word &- each) & ~word & (each &* 0x80)
    if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
    index += 8
  }
  while index < bytes.count {
    if bytes[index] == byte { return index }
    index += 1
  }
  return nil
}

/// Reads one tag. What the program writes is quoted with `"` and closed; anything else is no markup of its own.
private struct TagScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  var index: Int
  let depth: Int
  /// What the element does with its address.
  private var use = AddressUse.fetch

  init(bytes: UnsafeBufferPointer<UInt8>, start: Int, depth: Int) {
    (self.bytes, self.start, self.depth) = (bytes, start, depth)
    index = start + 1
  }

  mutating func run() throws(PublicFault) {
    if byte == UInt8(ascii: "!") { return try skipDoctype() }
    let isEnd = byte == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let element = name()
    guard inertElements.contains(element) else {
      throw fault("an element that can do more than show", "only elements that show text may stand there")
    }
    use = element == someNames.a ? .link : .fetch
    while isBlank(byte) && !isEnd {
      while isBlank(byte) { index += 1 }
      if byte == UInt8(ascii: ">") { break }
      try attribute(of: element)
    }
    guard byte == UInt8(ascii: ">") else {
      throw fault("markup that was not made by ropa", "this is a fault of ropa; please report it")
    }
    index += 1
  }

  /// The byte at hand; zero at the end of the page.
  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

  private mutating func skipDoctype() throws(PublicFault) {
    let end = index + "!DOCTYPE html>".utf8.count
    guard end <= bytes.count, bytes[index..<end].elementsEqual("!DOCTYPE html>".utf8) else {
      throw fault("a comment or declaration", "this is a fault of ropa; please report it")
    }
    index = end
  }

  /// Letters, digits and hyphens at hand, as the number of that name.
  private mutating func name() -> UInt64 {
    var name = NameHash()
    while index < bytes.count {
      let byte = bytes[index]
      guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") else { break }
      name.add(byte)
      index += 1
    }
    return name.value
  }

  private mutating func attribute(of element: UInt64) throws(PublicFault) {
    let first = index
    let attribute = name()
    let isWord = bytes[first..<index].starts(with: "data-".utf8) || bytes[first..<index].starts(with: "aria-".utf8)
    guard isWord || inertAttributes.contains(attribute) else {
      throw fault("an attribute that can do more than show", "only attributes that show something may stand there")
    }
    guard byte == UInt8(ascii: "="), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\""),
      let end = firstIndex(of: UInt8(ascii: "\""), in: bytes, from: index + 2)
    else { throw fault("an attribute without quotes", "this is a fault of ropa; please report it") }
    let value = UnsafeBufferPointer(rebasing: bytes[(index + 2)..<end])
    index = end + 1
    switch attribute {
    case someNames.rel where element == someNames.link && relations.contains(NameHash(value).value): use = .link
    case someNames.href: try checkAddress(value, use, depth: depth)
    case someNames.src: try checkAddress(value, .fetch, depth: depth)
    case someNames.httpEquiv where !value.elementsEqual("Content-Security-Policy".utf8):
      throw fault("an order to the browser", "only a policy may stand there")
    default: break
    }
  }

  private func fault(_ what: String, _ advice: String) -> PublicFault {
    let end = firstIndex(of: UInt8(ascii: ">"), in: bytes, from: start).map { $0 + 1 } ?? bytes.count
    return PublicFault(reason: "it holds \(what): '\(shown(bytes[start..<end]))'", advice: advice)
  }
}

/// A number for a name, so that a list of names is looked up without making text.
private struct NameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  init() {}
  init(_ name: UnsafeBufferPointer<UInt8>) { for byte in name { add(byte) } }
  init(_ name: StaticString) { self = name.withUTF8Buffer { NameHash($0) } }
}

/// A list of names, found by their numbers.
private struct NameSet: Sendable {
  private var slots = [UInt64](repeating: 0, count: 512)

  init(_ names: [StaticString]) {
    for name in names {
      let hash = NameHash(name).value
      var slot = NameSet.slot(hash)
      while slots[slot] != 0 { slot = (slot + 1) & 511 }
      slots[slot] = hash
    }
  }

  private static func slot(_ hash: UInt64) -> Int { Int((hash ^ hash >> 32) & 511) }

  func contains(_ hash: UInt64) -> Bool {
    var slot = NameSet.slot(hash)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & 511
    }
    return false
  }
}

private let someNames = (
  a: NameHash("a").value, link: NameHash("link").value, rel: NameHash("rel").value, href: NameHash("href").value,
  src: NameHash("src").value, httpEquiv: NameHash("http-equiv").value
)

/// What a page may name without its being fetched.
private let relations = NameSet(["alternate", "author", "canonical", "license", "next", "prev"])

private let inertElements = NameSet([
  "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "caption", "cite", "code", "col",
  "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2",
  "h3",
  "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "ins", "kbd", "li", "link", "main", "mark", "meta",
  "nav",
  "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
  "td", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "var", "wbr",
])

private let inertAttributes = NameSet([
  "alt", "charset", "class", "colspan", "content", "datetime", "dir", "headers", "height", "href", "hreflang",
  "http-equiv", "id", "lang", "name", "open", "rel", "reversed", "role", "rowspan", "scope", "sizes", "src", "start",
  "tabindex",
  "title", "translate", "type", "width",
])
