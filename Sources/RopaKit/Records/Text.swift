package import LocatedYAML

/// A language tag as people type it in `languages` and in text by language: `en`, `cy`, `nb`.
package struct Language: Hashable, Sendable, Comparable {
  package let code: String
  package init(_ code: String) { self.code = code }
  package static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}

/// The language that readers of a page want, and the one in which a register writes what it marks with none.
package struct TextLanguages: Sendable, Equatable {
  package let wanted: Language
  package let first: Language

  /// The mark for words in a language; nil for the one that the page is in.
  func mark(_ language: Language) -> Language? { language == wanted ? nil : language }
}

/// Prose in one language or several. A plain value is in the register's first language.
package enum Text: Sendable {
  case plain(String)
  /// In the order of the file; never empty.
  indirect case translated([Translation])

  package struct Translation: Sendable {
    package let language: Language
    package let text: String
  }

  /// The text in a language; else the first one that is written.
  package func string(in language: Language) -> String {
    switch self {
    case .plain(let text): return text
    case .translated(let translations):
      return (translations.first { $0.language == language } ?? translations[0]).text
    }
  }

  /// The text for readers who want one language, and the language that it is in: theirs, else the first one that is written.
  func words(for languages: TextLanguages) -> (text: String, language: Language) {
    switch self {
    case .plain(let text): return (text, languages.first)
    case .translated(let translations):
      let translation = translations.first { $0.language == languages.wanted } ?? translations[0]
      return (translation.text, translation.language)
    }
  }

  /// The text in the first language that is written, for pages of the register.
  package var first: String {
    switch self {
    case .plain(let text): text
    case .translated(let translations): translations[0].text
    }
  }
}

extension Text: Readable {
  package static var shape: ShapeDescription { .text }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Text? {
    switch session.tree.kind(node) {
    case .scalar: return .plain(session.tree.text(node))
    case .sequence:
      session.report(
        "wrong-shape", at: node, "'\(session.currentField)' takes one text, not a list",
        hint: "write one text; use | for several lines")
      return nil
    case .mapping: return translated(node, in: session)
    }
  }

  private static func translated(_ node: NodeIndex, in session: ReadingSession) -> Text? {
    var translations: [Translation] = []
    for (key, value) in session.pairs(of: node) {
      let code = session.tree.text(key)
      guard isLanguageCode(code), session.tree.kind(value) == .scalar else {
        session.report(
          "wrong-shape", at: key,
          "'\(session.currentField)' takes a text, or a text for each language, and '\(code)' is not a language code",
          hint: "write plain text, or {en: ..., cy: ...}; put quotes around text that contains ': '")
        return nil
      }
      translations.append(Translation(language: Language(code), text: session.tree.text(value)))
    }
    guard !translations.isEmpty else {
      session.report(
        "wrong-shape", at: node, "'\(session.currentField)' takes a text, not an empty mapping", hint: "write the text")
      return nil
    }
    return .translated(translations)
  }

  private static func isLanguageCode(_ code: String) -> Bool {
    let bytes = code.utf8
    return bytes.count == 2 && bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }
}
