// What a notice says, as lines: for its digest, and to see what became of each sentence. Which day it holds from, its version and its
// history are not part of it, nor is how it looks.

extension PublicNotice {
  /// The content by parts: what stands above the sections, the summary, then the sections.
  var parts: [ContentPart] {
    var parts = [
      ContentPart(
        key: .top, heading: nil, blocks: [.paragraph(title)] + (lede.map { [.paragraph($0)] } ?? []))
    ]
    if !summary.isEmpty { parts.append(ContentPart(key: .summary, heading: nil, blocks: [.definitions(summary)])) }
    var counts: [String: Int] = [:]
    for section in sections {
      let name = section.anchor.name?.rawValue ?? ""
      let word = name + " " + section.heading.inline
      counts[word, default: 0] += 1
      parts.append(
        ContentPart(
          key: .section(name: name, heading: section.heading.inline, number: counts[word]!), heading: section.heading,
          blocks: section.blocks))
    }
    return parts
  }
}

/// A part of a notice that is compared with the same part of another version.
struct ContentPart {
  enum Key: Hashable {
    case top, summary
    /// - name: empty for a section of the notice's own.
    /// - number: which of the sections of this name and heading it is.
    case section(name: String, heading: String, number: Int)
  }

  let key: Key
  /// Nil for what stands above the sections.
  let heading: PublicText?
  let blocks: [PublicBlock]

  /// Everything it says, in the order of the page.
  var lines: [String] { (heading.map { ["# " + $0.inline] } ?? []) + blocks.flatMap(\.lines) }
}

extension PublicBlock {
  /// Everything the block says, a line for each sentence, item, entry or row. No two blocks that say different things have the same lines.
  var lines: [String] {
    switch self {
    case .subheading(let text, let depth): ["## \(depth) " + text.inline]
    case .paragraph(let text): ["p " + text.inline]
    case .list(let items): items.map { "- " + $0.inline }
    case .items(let list):
      list.items.enumerated().flatMap { number, item in
        let sign = list.start.map { "\($0 + number)." } ?? "-"
        return item.flatMap(\.lines).enumerated().map { ($0 == 0 ? sign + " " : "  ") + $1 }
      }
    case .definitions(let entries): entries.map(\.line)
    case .address(let lines): ["a " + lines.map(\.inline).joined(separator: "\t")]
    case .table(let table): [PublicTable.line([table.columns])] + table.rows.map(PublicTable.line)
    }
  }
}

extension PublicEntry {
  var line: String { "= " + term.inline + "\t" + text.inline }
}

extension PublicTable {
  /// A row; neither of the two signs can stand in a text.
  static func line(_ cells: [[PublicText]]) -> String {
    "| " + cells.map { $0.map(\.inline).joined(separator: "\u{1F}") }.joined(separator: "\t")
  }
}

/// The digest that ties an approval to what was approved.
///
/// It covers, for every language the notice is published in: title, readers, summary, and each section with its heading, words, links,
/// emphasis, lists and tables in their order. It does not cover the day from which the notice holds, its version and history, the
/// addresses of sections, or any format. It moves when a record, a law table or a sentence of the program changes what people read.
struct ContentDigest {
  /// Hexadecimal digits.
  static let length = 40

  /// - Parameter notices: one for each language, in any order.
  static func digits(of notices: [PublicNotice]) -> String {
    var digest = SHA256()
    // A first line for the way the content is written out: another way is another digest, never the same one by chance.
    digest.add(Array("notice content 1\n".utf8))
    for notice in notices.sorted(by: { $0.language < $1.language }) {
      digest.add(Array("language \(notice.language.code)\n".utf8))
      for part in notice.parts {
        for line in part.lines { digest.add(Array((line + "\n").utf8)) }
        digest.add(Array("\n".utf8))
      }
    }
    return digest.digits(length)
  }
}
