import Testing

@testable import RopaKit

/// Own text as CommonMark reads it. That it agrees with another implementation is for the tests of whole sites.
struct RichTextTests {
  @Test(arguments: [
    ("plain words", "<p>plain words</p>"),
    ("one\ntwo\n\nthree", "<p>one\ntwo</p><p>three</p>"),
    (
      "*a* **b** ***c*** _d_ __e__",
      "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em> <strong>e</strong></p>"
    ),
    ("snake_case_name and 2*3*4", "<p>snake_case_name and 2<em>3</em>4</p>"),
    ("a * b * c, **never ends", "<p>a * b * c, **never ends</p>"),
    ("\\*not\\* \\a", "<p>*not* \\a</p>"),
    ("`a *b*` and ``c`d``", "<p><code>a *b*</code> and <code>c`d</code></p>"),
    ("[words](https://example.org/a_b_ \"title\")", "<p><a https://example.org/a_b_>words</a></p>"),
    ("[a [b](https://b.example) c](https://c.example)", "<p>[a <a https://b.example>b</a> c](https://c.example)</p>"),
    (
      "<https://example.org> <dpo@example.org>",
      "<p><a https://example.org>https://example.org</a> <a mailto:dpo@example.org>dpo@example.org</a></p>"
    ),
    ("- a\n- b\n\nafter", "<ul!><li>a</li><li>b</li></ul><p>after</p>"),
    ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("3. a\n4. b", "<ol 3!><li>a</li><li>b</li></ol>"),
    ("- a\n  - b\n    more\n- c", "<ul!><li>a<ul!><li>b\nmore</li></ul></li><li>c</li></ul>"),
    ("- a\n  - b\n\n    c\n- d", "<ul!><li>a<ul><li><p>b</p><p>c</p></li></ul></li><li>d</li></ul>"),
    ("- a\nlazy", "<ul!><li>a\nlazy</li></ul>"),
    ("text\n2. no list", "<p>text\n2. no list</p>"),
    ("- a\n+ b", "<ul!><li>a</li></ul><ul!><li>b</li></ul>"),
    ("# One\n### Three ###\ntext", "<h1>One</h1><h3>Three</h3><p>text</p>"),
    ("#no heading", "<p>#no heading</p>"),
    ("one  \ntwo\\\nthree", "<p>one<br>two<br>three</p>"),
    ("a\r\nb", "<p>a\nb</p>"),
    ("-\tа", "<ul!><li>а</li></ul>"),
    ("", ""),
    (" \n\t\n", ""),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(outline(RichText(text.utf8).blocks) == expected)
  }

  @Test(arguments: [
    ("<b>x</b>", RefusedMarkup.html), ("<!-- x -->", .html), ("![x](https://example.org)", .image),
    ("[x](javascript:a)", .address("javascript:a")), ("<data:x>", .address("data:x")), ("> x", .block),
    ("a\n---", .block), ("***", .block), ("~~~\nx\n~~~", .block), ("    x", .block),
  ])
  func refuses(_ text: String, _ markup: RefusedMarkup) {
    let rich = RichText(text.utf8)
    #expect(rich.refused == [markup])
    // Nothing is lost: what is refused is there as it was typed.
    let shown = outline(rich.blocks).utf8.filter { $0 > 0x20 }
    for byte in text.utf8 where byte > 0x20 { #expect(shown.contains(byte)) }
    #expect(!outline(rich.blocks).contains("<a "))
  }

  @Test(arguments: ["a < b > c", "1 <2>", "5 > 4", "a*", "- ", "Ask us: [now]", "#1", "x - y"])
  func takesSignsForWords(_ text: String) { #expect(RichText(text.utf8).refused.isEmpty) }

  /// Texts that make slow readers quadratic; each is fifty thousand bytes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "![", "*a_", "<", "`a``b", "- ", "+ - ", "[a](", "[a](b \"", "**a *b", "\\", "](", "> ", "1. ", "_*",
      "[x](http:a)",
    ])
  func staysLinear(_ piece: String) {
    let text = Array(String(repeating: piece, count: 50_000 / piece.utf8.count).utf8)
    _ = RichText(text)
    _ = RichText(text.map { $0 == 0x20 ? 0x0A : $0 })
    _ = RichText(text + ">".utf8)
  }
}

/// The blocks in a short form; `!` marks a tight list.
private func outline(_ blocks: [RichBlock], isTight: Bool = false) -> String {
  blocks.map { block in
    switch block {
    case .heading(let level, let text): "<h\(level)>\(outline(text))</h\(level)>"
    case .paragraph(let text): isTight ? outline(text) : "<p>\(outline(text))</p>"
    case .list(let list):
      "<\(list.start.map { $0 == 1 ? "ol" : "ol \($0)" } ?? "ul")\(list.isTight ? "!" : "")>"
        + list.items.map { "<li>\(outline($0, isTight: list.isTight))</li>" }.joined()
        + (list.start == nil ? "</ul>" : "</ol>")
    }
  }.joined()
}

private func outline(_ text: RichLineText) -> String {
  var ends: [String] = []
  return text.parts.map { part -> String in
    switch part {
    case .words(let words): return String(decoding: words, as: UTF8.self)
    case .code(let words): return "<code>\(String(decoding: words, as: UTF8.self))</code>"
    case .lineBreak: return "<br>"
    case .begin(let span):
      switch span {
      case .emphasis: ends.append("</em>")
      case .strong: ends.append("</strong>")
      case .link: ends.append("</a>")
      }
      if case .link(let link) = span { return "<a \(link.address)>" }
      return span == .emphasis ? "<em>" : "<strong>"
    case .end: return ends.popLast() ?? "unpaired"
    }
  }.joined()
}
