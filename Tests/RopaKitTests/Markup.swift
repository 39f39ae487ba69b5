/// A start tag with its attributes, as far as tests need to know HTML: what the program writes is always quoted and closed.
struct Tag {
  let name: String
  var attributes: [String: String] = [:]
}

/// Reads a page strictly: tags balance, attributes are quoted with `"`, no `<` stands free, no attribute comes twice.
struct Markup {
  private(set) var tags: [Tag] = []
  private(set) var faults: [String] = []
  private static let void: Set<String> = ["meta", "link", "img", "br", "hr"]
  private static let block: Set<String> = [
    "p", "ul", "ol", "dl", "div", "table", "section", "h1", "h2", "h3", "blockquote", "pre",
  ]

  init(_ bytes: [UInt8]) {
    var open: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if bytes[index] == UInt8(ascii: ">") { faults.append("a free > at \(index)") }
        index += 1
        continue
      }
      guard let end = Markup.end(of: bytes, from: index) else {
        faults.append("a tag does not end at \(index)")
        return
      }
      let text = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      index = end + 1
      if text == "!DOCTYPE html" { continue }
      if text.hasPrefix("/") {
        let name = String(text.dropFirst())
        if open.last != name { faults.append("</\(name)> closes <\(open.last ?? "nothing")>") }
        _ = open.popLast()
        continue
      }
      let tag = read(text)
      if open.last == "p" && Markup.block.contains(tag.name) { faults.append("<\(tag.name)> inside <p>") }
      if let last = open.last, ["ul", "ol"].contains(last), tag.name != "li" {
        faults.append("<\(tag.name)> inside <\(last)>")
      }
      tags.append(tag)
      if !Markup.void.contains(tag.name) { open.append(tag.name) }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var quoted = false
    for index in start..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { quoted.toggle() }
      if bytes[index] == UInt8(ascii: ">") && !quoted { return index }
      if bytes[index] == UInt8(ascii: "<") && index > start { return nil }
    }
    return nil
  }

  private mutating func read(_ text: String) -> Tag {
    var rest = text[...]
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    var tag = Tag(name: String(name))
    rest = rest.dropFirst(name.count)
    while rest.first == " " {
      rest.removeFirst()
      let key = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.hasPrefix("=\"") else { break }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      if tag.attributes.updateValue(String(value), forKey: String(key)) != nil {
        faults.append("\(key) twice in <\(text)>")
      }
    }
    if !rest.isEmpty || name.isEmpty { faults.append("cannot read <\(text)>") }
    return tag
  }
}
