import LocatedYAML

/// A place where one record names another.
package struct Mention: Sendable {
  package let from: RecordIndex
  package let to: RecordIndex
  package let field: StaticString
}

/// An open question with the record and field it stands in.
package struct RecordedQuestion: Sendable {
  package let record: RecordIndex
  package let field: StaticString
  package let question: OpenQuestion
}

/// A key of a mapping being read.
struct ReadKey {
  let key: NodeIndex
  let value: NodeIndex
  /// Length and first byte, so that most comparisons end here.
  let length: Int32
  let start: UInt8
  var isRead = false
}

/// What is written in place of a value, whatever the type of the value.
private enum AnswerInstead {
  case none(Reason)
  case notApplicable(Reason)
  case unknown(OpenQuestion)
  /// Has been reported.
  case unusable
}

/// The reading of one chunk of files: confined to one thread, joined with the others in order. What changes with every field is not
/// watched for overlapping use while the program runs: nothing here hands out a reference to it.
package final class ReadingSession {
  let tree: YAMLTree
  let directory: Directory
  /// The record being read.
  @exclusivity(unchecked)
  var record = RecordIndex(-1)
  var diagnostics: [Diagnostic] = []
  @exclusivity(unchecked)
  var mentions: [Mention] = []
  var questions: [RecordedQuestion] = []
  /// The field being read, for messages and mentions.
  @exclusivity(unchecked)
  private(set) var currentField: StaticString = ""

  /// The keys of the mappings being read, the innermost last: one list for all of them, so that reading a mapping costs no memory.
  @exclusivity(unchecked)
  fileprivate(set) var keys: [ReadKey] = []

  private static let mostComparedIDs = 20
  /// Ids that lead nowhere, with the id that was probably meant.
  private var nearest: [Space: [String: String?]] = [:]

  init(tree: YAMLTree, directory: Directory) {
    self.tree = tree
    self.directory = directory
  }

  /// Key and value nodes of a mapping.
  func pairs(of mapping: NodeIndex) -> [(key: NodeIndex, value: NodeIndex)] {
    var pairs: [(key: NodeIndex, value: NodeIndex)] = []
    pairs.reserveCapacity(16)
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      pairs.append((key, value))
      next = tree.nextSibling(value)
    }
    return pairs
  }

  /// Puts the keys of a mapping on the stack and says how many they are.
  func pushKeys(of mapping: NodeIndex) -> (count: Int, marks: UInt64) {
    let before = keys.count
    var marks: UInt64 = 0
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      let (length, start) = tree.withText(key) { (Int32($0.count), $0.first ?? 0) }
      keys.append(ReadKey(key: key, value: value, length: length, start: start))
      marks |= ReadingSession.mark(length, start)
      next = tree.nextSibling(value)
    }
    return (keys.count - before, marks)
  }

  /// A bit that two equal keys share and most others do not: a mapping without the bit has no such key.
  static func mark(_ length: Int32, _ start: UInt8) -> UInt64 { 1 << ((UInt64(start) &* 7 &+ UInt64(length)) & 63) }

  /// How much has been noted so far, to be taken back when a value is read once more.
  var reported: (diagnostics: Int, mentions: Int, questions: Int) {
    (diagnostics.count, mentions.count, questions.count)
  }

  /// Forgets what was noted since.
  func takeBack(to before: (diagnostics: Int, mentions: Int, questions: Int)) {
    diagnostics.removeLast(diagnostics.count - before.diagnostics)
    mentions.removeLast(mentions.count - before.mentions)
    questions.removeLast(questions.count - before.questions)
  }

  /// Finds a key among those on the stack from `first` on, beginning with the one at `cursor` and going round; marks it as read.
  func findKey(_ name: StaticString, first: Int, count: Int, marks: UInt64, from cursor: Int) -> Int? {
    let (length, start) = (Int32(name.utf8CodeUnitCount), name.utf8Start.pointee)
    if marks & ReadingSession.mark(length, start) == 0 { return nil }
    for step in 0..<count {
      var position = cursor + step
      if position >= count { position -= count }
      let candidate = keys[first + position]
      if candidate.length == length && candidate.start == start && tree.equals(candidate.key, name) {
        keys[first + position].isRead = true
        return position
      }
    }
    return nil
  }

  /// Forgets the keys of the innermost mapping.
  func popKeys(_ count: Int) { keys.removeLast(count) }

  func report(_ rule: String, at node: NodeIndex, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(rule: rule, message: message, range: tree.range(node), hint: hint))
  }

  /// Reads a value, an answer in place of a value, or nothing.
  func answer<Value: Readable>(_ node: NodeIndex, field name: StaticString) -> Answer<Value> {
    if tree.isNull(node) { return .absent }
    let outer = currentField
    currentField = name
    defer { currentField = outer }
    if tree.kind(node) == .mapping, let instead = answerInstead(node, takesAnswers: Value.takesAnswers) {
      switch instead {
      case .none(let reason): return .none(reason)
      case .notApplicable(let reason): return .notApplicable(reason)
      case .unknown(let question): return .unknown(question)
      case .unusable: return .unusable(tree.range(node))
      }
    }
    guard let value = Value.read(node, in: self) else { return .unusable(tree.range(node)) }
    return .given(value, tree.range(node))
  }

  /// The node is written as an open question.
  func isQuestion(_ node: NodeIndex) -> Bool {
    guard tree.kind(node) == .mapping, let first = tree.firstChild(node) else { return false }
    return tree.equals(first, "unknown")
  }

  /// Reads what stands in place of a value: `unknown:`, `none:` or `not-applicable:`; nil where fields begin otherwise.
  private func answerInstead(_ node: NodeIndex, takesAnswers: Bool) -> AnswerInstead? {
    guard let first = tree.firstChild(node) else { return nil }
    let isUnknown = tree.equals(first, "unknown")
    let isNone = !isUnknown && tree.equals(first, "none")
    guard isUnknown || isNone || tree.equals(first, "not-applicable") else { return nil }
    if !takesAnswers {
      report(
        "answer-not-taken", at: node, "'\(currentField)' must be given",
        hint: "write a value; this field takes no open question")
      return .unusable
    }
    if isUnknown { return question(node).map { .unknown($0) } ?? .unusable }
    guard let reason = reason(node) else { return .unusable }
    return isNone ? .none(reason) : .notApplicable(reason)
  }

  /// Reads `{unknown: question, owner, due, perhaps, stated}` and notes the open question under the record.
  func question(_ node: NodeIndex) -> OpenQuestion? {
    var question: Text?
    var owner: Reference<Person>?
    var due: Day?
    for (key, value) in pairs(of: node) {
      if tree.equals(key, "unknown") {
        question = tree.isNull(value) ? nil : Text.read(value, in: self)
      } else if tree.equals(key, "owner") {
        owner = Reference<Person>.read(value, in: self)
      } else if tree.equals(key, "due") {
        due = Day.read(value, in: self)
      } else if !tree.equals(key, "perhaps") && !tree.equals(key, "stated") && !tree.equals(key, "note") {
        reportUnknownKey(
          tree.text(key), key: key, value: value, known: ["unknown", "owner", "due", "perhaps", "stated", "note"])
      }
    }
    guard let question, !question.first.utf8.isEmpty else {
      report(
        "answer-without-reason", at: node, "An open question needs its words",
        hint: "write {unknown: what is to be found out}")
      return nil
    }
    let open = OpenQuestion(question: question, owner: owner, due: due, range: tree.range(node))
    questions.append(RecordedQuestion(record: record, field: currentField, question: open))
    return open
  }

  private func reason(_ node: NodeIndex) -> Reason? {
    let pairs = pairs(of: node)
    for pair in pairs.dropFirst() where !tree.equals(pair.key, "stated") && !tree.equals(pair.key, "note") {
      reportUnknownKey(tree.text(pair.key), key: pair.key, value: pair.value, known: ["stated", "note"])
    }
    if let value = pairs.first?.value, !tree.isNull(value), let text = Text.read(value, in: self) {
      return Reason(text: text, range: tree.range(node))
    }
    report(
      "answer-without-reason", at: node, "'\(pairs.first.map { tree.text($0.key) } ?? "none")' needs a reason",
      hint: "say in a few words why, so that a reader need not ask again")
    return nil
  }

  func reportUnknownKey(_ name: String, key: NodeIndex, value: NodeIndex, known: [String]) {
    reportUnknownKey(name, key: key, value: value, meant: meantField(name, among: known), known: known)
  }

  /// - Parameter meant: the field that was probably meant.
  func reportUnknownKey(_ name: String, key: NodeIndex, value: NodeIndex, meant: String?, known: [String]) {
    if tree.isNull(value) && tree.range(value).start == tree.range(value).end && !name.utf8.allSatisfy(isNameByte) {
      report(
        "unknown-key", at: key, "'\(name)' is read as an empty key, most likely the rest of a sentence",
        hint: "inside { } and [ ] put text that contains a comma in quotes")
      return
    }
    let hint =
      meant.map { "did you mean '\($0)'?" } ?? placeElsewhere(name, among: known)
      ?? "known here: \(known.joined(separator: ", "))"
    report("unknown-key", at: key, "'\(name)' is not a field here", hint: hint)
  }

  /// Says of a key that is the value of a field, as in `- police: on request` for `- party: police`.
  func reportKeyForValue(_ key: NodeIndex, of field: StaticString, _ known: [String]) {
    let name = tree.text(key)
    report(
      "unknown-key", at: key, "'\(name)' is not a field here",
      hint:
        "write \(field): \(name), or \(name) alone as an entry of a list; known here: \(known.joined(separator: ", "))")
  }

  private func isNameByte(_ byte: UInt8) -> Bool { (byte >= 0x61 && byte <= 0x7A) || byte == 0x2D }

  /// Finds the record that an id names and notes the mention; -1 and a finding when there is none.
  func resolve(_ node: NodeIndex, space: Space, alsoWords words: [String] = []) -> RecordIndex? {
    guard tree.kind(node) == .scalar else {
      report("wrong-shape", at: node, "The id of \(space.article) is expected here")
      return nil
    }
    if let found = tree.withText(node, { directory.record($0, in: space) }) {
      mentions.append(Mention(from: record, to: found, field: currentField))
      return found
    }
    let id = tree.text(node)
    if directory.mayBeUnread(id, in: space) { return RecordIndex(-1) }
    diagnostics.append(
      Diagnostic(
        rule: "dangling-reference", message: "'\(id)' is not \(space.article)", range: tree.range(node),
        hint: hint(forDangling: id, space, words)))
    return RecordIndex(-1)
  }

  /// The id that was probably meant. Comparing is dear: after so many different ids that lead nowhere a chunk of files gets no more help.
  func nearestID(to id: String, in space: Space) -> String? {
    if let known = nearest[space, default: [:]][id] { return known }
    guard nearest.values.reduce(0, { $0 + $1.count }) < ReadingSession.mostComparedIDs else { return nil }
    let near = directory.nearest(to: id, in: space)
    nearest[space, default: [:]][id] = .some(near)
    return near
  }
}
