/// Own text as people write it: paragraphs, lists, headings, emphasis, strong, code, links and line breaks of CommonMark. Whatever else
/// CommonMark knows stays as it was typed, and what a reader would miss or must not get is told.
package struct RichText: Sendable, Equatable {
  package let blocks: [RichBlock]
  /// What was left as typed, in the order it stands in the text; each sort once.
  package let refused: [RefusedMarkup]

  /// Reads a text.
  /// - Parameter bytes: UTF-8.
  package init(_ bytes: some Collection<UInt8>) {
    var reader = RichBlockReader()
    blocks = reader.blocks(of: RichLine.lines(of: Array(bytes)), depth: 0)
    refused = reader.refused
  }
}

/// A part of own text.
package enum RichBlock: Sendable, Equatable {
  /// - level: from 1 for the largest to 6.
  case heading(level: Int, RichLineText)
  case paragraph(RichLineText)
  case list(RichList)
}

extension RichBlock {
  /// The levels of the headings in it that say something.
  var headingLevels: [Int] {
    switch self {
    case .heading(let level, _): hasWords ? [level] : []
    case .paragraph: []
    case .list(let list): list.items.flatMap { $0.flatMap(\.headingLevels) }
    }
  }

  /// Whether anything can be read in it.
  var hasWords: Bool {
    switch self {
    case .heading(_, let text), .paragraph(let text):
      text.parts.contains { part in
        switch part {
        case .words(let words): words.contains { $0 > 0x20 }
        case .code: true
        case .lineBreak, .begin, .end: false
        }
      }
    case .list: true
    }
  }
}

/// A list of own text.
package struct RichList: Sendable, Equatable {
  /// The number of the first item; nil for a list with bullets.
  package let start: Int?
  /// Its items stand close together: their paragraphs are no paragraphs of their own on the page.
  package let isTight: Bool
  package let items: [[RichBlock]]
}

/// Running text with its spans.
package struct RichLineText: Sendable, Equatable {
  package let parts: [RichPart]
}

/// A step through running text: words, or the begin or end of a span. Spans nest; each begin has its end.
package enum RichPart: Sendable, Equatable {
  case words([UInt8])
  case code([UInt8])
  case lineBreak
  case begin(RichSpan)
  case end
}

/// What a stretch of running text is.
package enum RichSpan: Sendable, Equatable {
  case emphasis
  case strong
  case link(Link)
}

/// Markup that stays as it was typed.
package enum RefusedMarkup: Sendable, Equatable {
  /// A tag, a comment or another construct of HTML.
  case html
  case image
  /// A link to something else than a page, a mailbox or a telephone.
  case address(String)
  /// A quotation, a block of code, a rule or a heading that is underlined.
  case block
}
