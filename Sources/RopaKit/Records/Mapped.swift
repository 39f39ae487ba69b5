package import LocatedYAML

/// A mapping from words that need not be ids, such as names of cookies or labels of a form, to values, in the order of the file.
package struct Mapped<Value: Readable>: Readable {
  package struct Entry: Sendable {
    package let key: String
    package let range: SourceRange
    package let value: Answer<Value>
  }
  package let entries: [Entry]

  package static var shape: ShapeDescription { .mapped(Value.shape) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Mapped? {
    guard session.tree.kind(node) == .mapping else {
      session.reportNoKeys(node, "names with values", hint: "write below it a name, a colon, and the value")
      return nil
    }
    return Mapped(
      entries: session.pairs(of: node).map { key, value in
        Entry(
          key: session.tree.text(key), range: session.tree.range(key),
          value: session.answer(value, field: session.currentField))
      })
  }
}

/// A record of any kind, named by its folder and id: `activities/hub-registration`.
package struct RecordPath: Readable {
  /// -1 where there is no such record, which has been reported.
  package let record: RecordIndex
  package let range: SourceRange

  package static var shape: ShapeDescription { .recordPath }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> RecordPath? {
    guard let path = session.scalar(node) else { return nil }
    let range = session.tree.range(node)
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0)! }
    guard parts.count == 2 else {
      session.report(
        "wrong-shape", at: node, "'\(path)' does not name a record",
        hint: "write folder and id, as in activities/payroll")
      return nil
    }
    guard let kind = RecordKind(rawValue: parts[0]) else {
      session.reportUnknownWord(parts[0], at: node, known: RecordKind.allCases.map(\.rawValue))
      return nil
    }
    if let found = session.directory.record(parts[1], in: kind.space) {
      session.mentions.append(Mention(from: session.record, to: found, field: session.currentField))
      return RecordPath(record: found, range: range)
    }
    if !session.directory.mayBeUnread(parts[1], in: kind.space) {
      let near = session.nearestID(to: parts[1], in: kind.space)
      session.report(
        "dangling-reference", at: node, "'\(parts[1])' is not \(kind.article)",
        hint: near.map { "did you mean '\(kind.rawValue)/\($0)'?" } ?? "correct the path, or remove what names it")
    }
    return RecordPath(record: RecordIndex(-1), range: range)
  }
}

/// `true`, or why not in words.
package enum TrueOrReason: Readable {
  case holds
  case not(Text)

  package static var shape: ShapeDescription { .either([.word(["true"]), .text]) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> TrueOrReason? {
    if session.tree.kind(node) == .scalar && session.tree.equals(node, "true") { return .holds }
    return Text.read(node, in: session).map(TrueOrReason.not)
  }
}
