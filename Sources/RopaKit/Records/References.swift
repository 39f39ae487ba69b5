package import LocatedYAML

/// A type of record that other records name by id.
package protocol Referable {
  static var space: Space { get }
}

/// The mention of a record by its id. A dangling one has been reported and leads nowhere.
package struct Reference<Target: Referable>: Readable, Hashable {
  package let record: RecordIndex
  package let range: SourceRange

  package static var shape: ShapeDescription { .reference(Target.space) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Reference? {
    guard session.tree.kind(node) == .scalar else {
      session.reportDetails(node, Target.space)
      return nil
    }
    return session.resolve(node, space: Target.space).map { Reference(record: $0, range: session.tree.range(node)) }
  }
}

/// One of the two regimes that a register is judged under.
package enum Regime: String, CaseIterable, Word, Comparable {
  case ukGDPR = "uk-gdpr"
  case euGDPR = "eu-gdpr"
  package static func < (left: Regime, right: Regime) -> Bool { left.ordinal < right.ordinal }

  /// The place among all regimes, for tables by regime.
  var ordinal: Int {
    switch self {
    case .ukGDPR: 0
    case .euGDPR: 1
    }
  }
}

/// One value for all regimes, or one for each.
package struct PerRegime<Value: Readable>: Readable {
  private let all: Answer<Value>?
  private let each: [Regime: Answer<Value>]

  package static var shape: ShapeDescription { .perRegime(Value.shape) }

  package func answer(_ regime: Regime) -> Answer<Value> { all ?? each[regime] ?? .absent }
  /// True when one value stands for every regime.
  package var isShared: Bool { all != nil }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> PerRegime? {
    let tree = session.tree
    guard tree.kind(node) == .mapping,
      session.pairs(of: node).contains(where: { Regime(rawValue: tree.text($0.key)) != nil })
    else { return PerRegime(all: session.answer(node, field: session.currentField), each: [:]) }
    var each: [Regime: Answer<Value>] = [:]
    for (key, value) in session.pairs(of: node) {
      if let regime = Regime(rawValue: tree.text(key)) {
        each[regime] = session.answer(value, field: session.currentField)
      } else {
        session.reportUnknownKey(tree.text(key), key: key, value: value, known: Regime.allCases.map(\.rawValue))
      }
    }
    return PerRegime(all: nil, each: each)
  }
}

/// A word of a law table.
package protocol Table {
  static var table: TermTable { get }
}
package enum LawfulBasisTable: Table { package static var table: TermTable { .lawfulBases } }
package enum SpecialConditionTable: Table { package static var table: TermTable { .specialConditions } }
package enum MechanismTable: Table { package static var table: TermTable { .mechanisms } }
package enum MeasureTable: Table { package static var table: TermTable { .measures } }
package enum DataCategoryTable: Table { package static var table: TermTable { .dataCategories } }
package enum DataSubjectTable: Table { package static var table: TermTable { .dataSubjects } }

/// The mention of a row of a law table.
package struct Term<Source: Table>: Readable {
  package let index: TermIndex
  package let range: SourceRange

  package static var shape: ShapeDescription { .term(Source.table) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Term? {
    guard let word = session.scalar(node) else { return nil }
    if let index = session.directory.term(word, in: Source.table) {
      return Term(index: index, range: session.tree.range(node))
    }
    let names = session.directory.everydayNames(of: Source.table)
    session.reportUnknownWord(word, at: node, known: session.directory.words(of: Source.table), called: names)
    return nil
  }
}

/// One of a fixed set of words.
package protocol Word: Readable, CaseIterable, RawRepresentable<String>, Hashable {}

extension Word {
  /// The word as people type it.
  package var text: String { rawValue }
  package static var shape: ShapeDescription { .word(allCases.map(\.rawValue)) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Self? {
    guard let word = session.scalar(node) else { return nil }
    if let value = Self(rawValue: word) { return value }
    session.reportUnknownWord(word, at: node, known: allCases.map(\.rawValue))
    return nil
  }
}

extension ReadingSession {
  /// The text of a scalar; anything else is reported.
  func scalar(_ node: NodeIndex) -> String? {
    guard tree.kind(node) == .scalar else {
      report(
        "wrong-shape", at: node,
        "'\(currentField)' takes one value here, not a \(tree.kind(node) == .sequence ? "list" : "mapping")",
        hint: tree.kind(node) == .sequence ? "keep one entry, without brackets and dashes" : "write the value alone")
      return nil
    }
    return tree.text(node)
  }

  /// Refuses a list, or the details of a record, where its id is wanted.
  func reportDetails(_ node: NodeIndex, _ space: Space) {
    guard tree.kind(node) == .mapping else {
      _ = scalar(node)
      return
    }
    report(
      "wrong-shape", at: node, "'\(currentField)' takes the id of \(space.article), not its details",
      hint: "write them in a record in \(space.folder)/, and its id here")
  }

  /// How to say what a word alone does not say where a value is expected; nil for other words.
  func answerHint(_ word: String) -> String? {
    ["none", "unknown", "not-applicable"].contains(word) ? "write {\(word): and why, in words}" : nil
  }

  /// - Parameter names: what people call the words.
  func reportUnknownWord(_ word: String, at node: NodeIndex, known: [String], called names: EverydayNames? = nil) {
    var hint = answerHint(word) ?? suggestion(names?.meant(by: word) ?? [])
    if hint == nil {
      let plain = hyphenatedWords(word)
      let near = known.contains(plain) ? plain : nearMiss(word, among: known) ?? nearMiss(plain, among: known)
      hint = suggestion(near.map { [$0] } ?? names?.near(word) ?? [])
    }
    report(
      "unknown-word", at: node, "'\(word)' is not one of the words for '\(currentField)'",
      hint: hint ?? listHint(word, known) ?? "choose \(oneOf(known))")
  }

  /// How to write several words that stand side by side; nil unless each of them is known.
  private func listHint(_ word: String, _ known: [String]) -> String? {
    let parts = word.utf8.split(separator: UInt8(ascii: ",")).map { hyphenatedWords(String(Substring($0))) }
    return parts.count > 1 && parts.allSatisfy(known.contains)
      ? "write several in square brackets: [\(parts.joined(separator: ", "))]" : nil
  }
}
