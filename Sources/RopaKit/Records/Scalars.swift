package import LocatedYAML

/// A short text that has no languages: a number, a reference, a version, an address.
package struct Line: Readable {
  package let text: String
  package static var shape: ShapeDescription { .line }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Line? {
    session.scalar(node).map(Line.init(text:))
  }
}

/// `true` or `false`.
package struct Truth: Readable {
  package let value: Bool
  package static var shape: ShapeDescription { .truth }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Truth? {
    guard let word = session.scalar(node) else { return nil }
    switch word {
    case "true": return Truth(value: true)
    case "false": return Truth(value: false)
    default:
      session.report(
        "unknown-word", at: node, "'\(session.currentField)' is true or false, not '\(word)'",
        hint: session.answerHint(word) ?? ValueHints.truth(word))
      return nil
    }
  }
}

/// A whole number, zero or more.
package struct WholeNumber: Readable {
  package let value: Int
  package static var shape: ShapeDescription { .wholeNumber }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> WholeNumber? {
    guard let word = session.scalar(node) else { return nil }
    if let value = Int(word), value >= 0 { return WholeNumber(value: value) }
    session.report(
      "unknown-word", at: node, "'\(session.currentField)' is a whole number, not '\(word)'",
      hint: session.answerHint(word) ?? "write digits only")
    return nil
  }
}

extension Language: Readable {
  package static var shape: ShapeDescription { .language }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Language? {
    guard let word = session.scalar(node) else { return nil }
    let bytes = word.utf8
    if bytes.count == 2 && bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { return Language(word) }
    session.report(
      "unknown-word", at: node, "'\(word)' is not a language code",
      hint: session.answerHint(word)
        ?? (bytes.count == 2 ? "did you mean '\(word.lowercased())'?" : "write two small letters, as in en or cy"))
    return nil
  }
}

/// Whatever stands there: read for its presence and shown as it is.
package struct Anything: Readable {
  package let range: SourceRange
  package static var shape: ShapeDescription { .anything }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Anything? {
    Anything(range: session.tree.range(node))
  }
}

extension Day: Readable {
  package static var shape: ShapeDescription { .date }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Day? {
    guard let word = session.scalar(node) else { return nil }
    if let day = Day(word) { return day }
    session.report(
      "unusable-date", at: node, "'\(word)' is not a date",
      hint: session.answerHint(word) ?? ValueHints.date(word))
    return nil
  }
}

extension Period: Readable {
  package static var shape: ShapeDescription { .duration }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Period? {
    guard let word = session.scalar(node) else { return nil }
    if let period = Period(word) { return period }
    session.report(
      "unusable-duration", at: node, "'\(word)' is not a duration",
      hint: session.answerHint(word) ?? ValueHints.duration(word))
    return nil
  }
}

/// A value that must be given: `unknown:` and `none:` have no meaning for it.
package struct Settled<Value: Readable>: Readable {
  package let value: Value
  package static var shape: ShapeDescription { Value.shape }
  package static var takesAnswers: Bool { false }
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Settled? {
    Value.read(node, in: session).map(Settled.init(value:))
  }
}
