/// What every public page has around its text. No link leads to the register, and nothing says how or when the page was made.
struct PublicFrame {
  let messages: Messages
  /// Whose notices these are.
  let organisation: PublicText
  let foot: PublicText
  let title: PublicText
  /// The way to the root of the tree: empty there, `../` one folder down.
  let root: StaticString
  let isIndex: Bool
  /// The tree has a feed of changes in this language.
  var hasFeed = false
  /// The index in this language, in the root of the tree.
  var index = "index.html"

  func begin(_ buffer: inout HTMLBuffer) {
    buffer.html("<!DOCTYPE html>\n<html lang=\"")
    buffer.text(messages.language.code)
    buffer.html(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    buffer.text(title.plain)
    buffer.html(" – ")
    buffer.text(organisation.plain)
    buffer.html("</title>\n<link rel=\"icon\" href=\"")
    buffer.html(root)
    buffer.html("icon.svg\">\n<link rel=\"stylesheet\" href=\"")
    buffer.html(root)
    if hasFeed {
      buffer.html("style.css\">\n<link rel=\"alternate\" type=\"application/atom+xml\" href=\"")
      buffer.html(root)
      buffer.html("feed/")
      buffer.text(messages.language.code)
      buffer.html(".xml\" title=\"")
      buffer.text(messages.text(.feedTitle, organisation).plain)
    } else {
      buffer.html("style.css")
    }
    buffer.html("\">\n</head>\n<body class=\"public\">\n<a class=\"skip\" href=\"#main\">")
    buffer.text(messages.text(.skip))
    buffer.html("</a>\n<header><a class=\"home\" href=\"")
    buffer.html(root)
    buffer.text(index)
    buffer.html("\"><img src=\"")
    buffer.html(root)
    buffer.html("icon.svg\" alt=\"\">")
    buffer.text(organisation)
    buffer.html("</a>\n<nav aria-label=\"")
    buffer.text(messages.text(.navMain).plain)
    buffer.html("\"><ul><li><a href=\"")
    buffer.html(root)
    buffer.text(index)
    buffer.html(isIndex ? "\" aria-current=\"page\">" : "\">")
    buffer.text(messages.text(.allNotices))
    buffer.html("</a></li></ul></nav>")
  }

  /// Links to the same page in other languages; nothing where there is one only.
  /// - Parameter path: the page in a language, seen from this one.
  func writeLanguages(_ languages: [Messages], _ buffer: inout HTMLBuffer, path: (Language) -> String) {
    guard languages.count > 1 else { return }
    buffer.html("<nav aria-label=\"")
    buffer.text(messages.text(.navLanguage).plain)
    buffer.html("\"><ul>")
    for language in languages {
      buffer.html("<li><a href=\"")
      buffer.text(path(language.language))
      buffer.html("\" lang=\"")
      buffer.text(language.language.code)
      buffer.html("\" hreflang=\"")
      buffer.text(language.language.code)
      buffer.html(language.language == messages.language ? "\" aria-current=\"page\">" : "\">")
      buffer.text(language.name)
      buffer.html("</a></li>")
    }
    buffer.html("</ul></nav>")
  }

  func end(_ buffer: inout HTMLBuffer) {
    buffer.html("</main>\n<footer><p>")
    buffer.text(foot)
    buffer.html("</p></footer>\n</body>\n</html>\n")
  }
}

extension HTMLBuffer {
  /// A public text with its links, days and emphasis.
  /// - Parameter prefix: what stands before the names of places in the same page.
  mutating func text(_ text: PublicText, prefix: String = "") {
    var ends: [StaticString] = []
    var opened: UnsafeBufferPointer<UInt8>?
    text.forEachPiece { piece in
      if let address = opened {
        // On paper the address stands behind a link, unless the link reads as it.
        if case .words(let words) = piece, words.elementsEqual(address), prefix.utf8.isEmpty {
          html("<a class=\"bare\" href=\"")
        } else {
          html("<a href=\"")
        }
        if !prefix.utf8.isEmpty && address.first == UInt8(ascii: "#") {
          self.text("#" + prefix)
          self.text(UnsafeBufferPointer(rebasing: address.dropFirst()))
        } else {
          self.text(address)
        }
        html("\">")
        opened = nil
      }
      switch piece {
      case .words(let words): self.text(words)
      case .lineBreak: html("<br>")
      case .beginLink(let address):
        opened = address
        ends.append("</a>")
      case .beginDay(let day):
        html("<time datetime=\"")
        self.text(day)
        html("\">")
        ends.append("</time>")
      case .beginLanguage(let code):
        html("<span lang=\"")
        self.text(code)
        html("\">")
        ends.append("</span>")
      case .beginEmphasis:
        html("<em>")
        ends.append("</em>")
      case .beginStrong:
        html("<strong>")
        ends.append("</strong>")
      case .beginCode:
        html("<code>")
        ends.append("</code>")
      case .end: if let end = ends.popLast() { html(end) }
      }
    }
  }
}
