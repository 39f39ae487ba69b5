/// Compares one notice in two languages: the same sections with the same parts, and in each part the same numbers, days, links and names.
/// What differs is said for insiders.
struct NoticeParity {
  private(set) var differences: [String] = []

  init(_ left: PublicNotice, _ right: PublicNotice) {
    let codes = (left.language.code, right.language.code)
    if left.sections.map(\.anchor) != right.sections.map(\.anchor) {
      let (lefts, rights) = (Set(left.sections.map(\.anchor.id)), Set(right.sections.map(\.anchor.id)))
      let only = lefts.symmetricDifference(rights).sorted()
      differences.append(
        only.isEmpty ? "The sections stand in another order" : "Only one of them has \(joined(only))")
    }
    compare([.definitions(left.summary)], [.definitions(right.summary)], "the summary", codes)
    compare([.definitions(left.version)], [.definitions(right.version)], "the version", codes)
    for section in left.sections {
      guard let other = right.sections.first(where: { $0.anchor == section.anchor }) else { continue }
      compare(section.blocks, other.blocks, "'\(section.anchor.id)'", codes)
    }
  }

  private mutating func compare(
    _ left: [PublicBlock], _ right: [PublicBlock], _ place: String, _ codes: (String, String)
  ) {
    let (lefts, rights) = (left.flatMap(\.texts), right.flatMap(\.texts))
    guard left.map(\.outline) == right.map(\.outline), lefts.count == rights.count else {
      return differences.append("\(sentenceCase(place)) has other parts in '\(codes.0)' than in '\(codes.1)'")
    }
    for (one, other) in zip(lefts, rights) {
      let (here, there) = (PrintedFacts(one), PrintedFacts(other))
      let names =
        there.borrowed(from: codes.0).filter { !one.plain.lowercased().contains($0.lowercased()) }
        + here.borrowed(from: codes.1).filter { !other.plain.lowercased().contains($0.lowercased()) }
      if let name = names.first {
        differences.append("In \(place) only one of '\(codes.0)' and '\(codes.1)' has '\(name)'")
      } else if here != there {
        differences.append(
          "In \(place) '\(codes.0)' has \(here.words), '\(codes.1)' has \(there.words): '\(one.plain)', '\(other.plain)'"
        )
      }
    }
  }
}

/// What a printed text says that is the same in every language.
private struct PrintedFacts: Equatable {
  private var numbers: [String] = []
  private var days: [String] = []
  private var links: [String] = []
  /// Words that stand there in another language than the page: names, and what has no translation.
  private var borrowed: [(language: String, words: String)] = []

  static func == (left: PrintedFacts, right: PrintedFacts) -> Bool {
    left.numbers == right.numbers && left.days == right.days && left.links == right.links
  }

  /// The words that a text has from another language.
  func borrowed(from language: String) -> [String] { borrowed.filter { $0.language == language }.map(\.words) }

  init(_ text: PublicText) {
    var depthOfDay: Int?
    var depth = 0
    var foreign: (depth: Int, language: String, words: String)?
    text.forEachPiece { piece in
      switch piece {
      case .words(let words):
        foreign?.words += String(decoding: words, as: UTF8.self)
        // A day is compared as a day: languages write the month's name or its number.
        if depthOfDay == nil {
          numbers += words.split { !(0x30...0x39).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        }
      case .beginLink(let address):
        links.append(String(decoding: address, as: UTF8.self))
        depth += 1
      case .beginDay(let day):
        days.append(String(decoding: day, as: UTF8.self))
        depth += 1
        depthOfDay = depth
      case .beginLanguage(let code):
        depth += 1
        if foreign == nil { foreign = (depth, String(decoding: code, as: UTF8.self), "") }
      case .beginEmphasis, .beginStrong, .beginCode: depth += 1
      case .end:
        if depthOfDay == depth { depthOfDay = nil }
        if let words = foreign, words.depth == depth {
          borrowed.append((words.language, words.words))
          foreign = nil
        }
        depth -= 1
      case .lineBreak: break
      }
    }
    numbers.sort()
    days.sort()
    links.sort()
  }

  var words: String {
    let all = numbers + days + links
    return all.isEmpty ? "no fact" : joined(all)
  }
}

extension PublicBlock {
  /// What sort of part it is, and how many parts it has.
  var outline: [Int] {
    switch self {
    case .subheading(_, let depth): [0, depth]
    case .paragraph: [1]
    case .list(let items): [2, items.count]
    case .items(let list): [3, list.items.count] + list.items.flatMap { $0.flatMap(\.outline) }
    case .definitions(let entries): [4, entries.count]
    case .address(let lines): [5, lines.count]
    case .table(let table): [6, table.columns.count] + table.rows.flatMap { $0.map(\.count) }
    }
  }

  /// The texts in it, in their order.
  var texts: [PublicText] {
    switch self {
    case .subheading(let text, _), .paragraph(let text): [text]
    case .list(let items): items
    case .items(let list): list.items.flatMap { $0.flatMap(\.texts) }
    case .definitions(let entries): entries.flatMap { [$0.term, $0.text] }
    case .address(let lines): lines
    case .table(let table): table.columns + table.rows.flatMap { $0.flatMap { $0 } }
    }
  }
}
