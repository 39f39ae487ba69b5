package import LocatedYAML

/// A value that can stand in a field: how it is read, and what may stand there.
package protocol Readable: Sendable {
  /// Reads a node that is neither empty nor an answer. Reports what is wrong and returns nil when the node cannot be used.
  static func read(_ node: NodeIndex, in session: ReadingSession) -> Self?
  static var shape: ShapeDescription { get }
  /// False when `unknown:` and `none:` have no meaning for this value.
  static var takesAnswers: Bool { get }
}

extension Readable {
  package static var takesAnswers: Bool { true }
}

/// A value made of fields. The same initialiser reads a record and, in describing mode, lists its fields.
package protocol Fielded: Readable {
  init(from fields: inout FieldReader)
  /// The field that a plain scalar stands for, if the short form is allowed.
  static var shorthand: StaticString? { get }
}

extension Fielded {
  package static var shorthand: StaticString? { nil }
  package static var shape: ShapeDescription {
    .fields(.of(Self.self), shorthand: shorthand.map(\.description))
  }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Self? {
    read(node, key: nil, in: session)
  }

  /// Reads a value that stands under a key of its own.
  static func read(_ node: NodeIndex, key: NodeIndex?, in session: ReadingSession) -> Self? {
    if session.tree.kind(node) != .mapping && (shorthand == nil || session.tree.kind(node) == .sequence) {
      session.reportNoFields(node, key: key, of: Self.self)
      return nil
    }
    var reader = FieldReader(reading: node, key: key, shorthand: shorthand, session: session)
    return reader.value(of: { .of(Self.self) }) { Self(from: &$0) }
  }
}

extension ReadingSession {
  /// Refuses a list, or a single value, where fields are wanted.
  fileprivate func reportNoFields(_ node: NodeIndex, key: NodeIndex?, of type: any Fielded.Type) {
    let name = key.map(tree.text) ?? currentField.description
    let isList = tree.kind(node) == .sequence
    let known = FieldSet.of(type).fields.map(\.name.description).joined(separator: ", ")
    report(
      "wrong-shape", at: node,
      "'\(name)' takes \(type.shorthand == nil ? "fields" : "one value, or fields"), not a \(isList ? "list" : "single value")",
      hint: "known fields: \(known)")
  }
}

/// Reads the fields of one mapping, or lists their declarations.
package struct FieldReader {
  private let session: ReadingSession?
  private let node: NodeIndex
  private let key: NodeIndex?
  /// A scalar stands for this field.
  private let scalarField: StaticString?
  /// The field that a scalar would stand for, in a mapping.
  private var shortField: StaticString?
  /// The mapping's keys on the session's stack of keys.
  private var first = 0
  private var count = 0
  /// Which keys the mapping can have at all.
  private var marks: UInt64 = 0
  private var cursor = 0
  private var recordAnchor: SourceRange?
  /// Fields that keys of the mapping probably mean and misspell, with the places of their values.
  private var misspelt: [(field: String, range: SourceRange)] = []
  /// Keys that no declaration asked for, and the fields that could have been meant.
  private var unknown: [ReadKey] = []
  private var known: [String] = []
  package private(set) var described = FieldSet()

  init(describing: Void) {
    session = nil
    node = NodeIndex(value: 0)
    key = nil
    scalarField = nil
  }

  /// Reads a whole record; `anchor` is where it begins.
  init(reading node: NodeIndex, anchor: SourceRange, session: ReadingSession) {
    self.init(reading: node, key: nil, shorthand: nil, session: session)
    recordAnchor = anchor
  }

  init(reading node: NodeIndex, key: NodeIndex?, shorthand: StaticString?, session: ReadingSession) {
    self.session = session
    self.node = node
    self.key = key
    if session.tree.kind(node) == .mapping {
      scalarField = nil
      shortField = shorthand
      first = session.keys.count
      (count, marks) = session.pushKeys(of: node)
    } else {
      scalarField = shorthand
    }
  }

  /// The id under which this value stands in its mapping; empty in describing mode and for values in a list.
  package var id: String { key.flatMap { key in session.map { $0.tree.text(key) } } ?? "" }

  /// The narrowest place that stands for the whole value: its key, else its first key, else its scalar.
  package var anchor: SourceRange {
    guard let session else { return SourceRange(file: 0, start: 0, end: 0) }
    if let recordAnchor { return recordAnchor }
    if let key { return session.tree.range(key) }
    if count > 0 { return session.tree.range(session.keys[first].key) }
    return session.tree.range(node)
  }

  /// The record being read.
  package var record: RecordIndex { session?.record ?? RecordIndex(-1) }

  /// Reports that a field stands beside one that it takes the place of.
  package func reportBeside(_ name: StaticString, _ other: StaticString, at range: SourceRange) {
    session?.diagnostics.append(
      Diagnostic(
        rule: "wrong-shape", message: "'\(name)' and '\(other)' stand side by side, and only one of them can be meant",
        range: range, hint: "keep one of them"))
  }

  /// Declares and reads a field that may reach a public page.
  @discardableResult
  package mutating func `public`<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, as type: Value.Type = Value.self
  ) -> Public<Value> {
    Public(answer: answer(name, need, meaning, .public))
  }

  /// Declares and reads a field that never leaves the register.
  /// - Parameter unlessSet: what holds where the field is absent, for the manual of fields.
  @discardableResult
  package mutating func `internal`<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, unlessSet: Period? = nil,
    as type: Value.Type = Value.self
  ) -> Internal<Value> {
    Internal(answer: answer(name, need, meaning, .internal, unlessSet))
  }

  private mutating func answer<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, _ visibility: Visibility, _ unlessSet: Period? = nil
  ) -> Answer<Value> {
    guard let session else {
      described.fields.append(
        FieldDescription(
          name: name, shape: Value.shape, need: need, visibility: visibility, words: meaning, unlessSet: unlessSet,
          takesAnswers: Value.takesAnswers))
      return .absent
    }
    guard let value = find(name, session) else { return misspelt.isEmpty ? .absent : unread(name) }
    // A scalar stands for a field that nobody typed; what was typed is the name of the field outside.
    return session.answer(value, field: scalarField == nil ? name : session.currentField)
  }

  /// The place of a key that stands without a value; nil in describing mode and where the key is not there.
  func emptyKey(_ name: StaticString) -> SourceRange? {
    guard let session, scalarField == nil,
      let position = session.findKey(name, first: first, count: count, marks: marks, from: 0),
      session.tree.isNull(session.keys[first + position].value)
    else { return nil }
    return session.tree.range(session.keys[first + position].key)
  }

  /// What is said of a field that no key names rightly.
  private func unread<Value>(_ name: StaticString) -> Answer<Value> {
    misspelt.first { $0.field == name.description }.map { .unusable($0.range) } ?? .absent
  }

  /// Keys usually stand in the order of the declarations, so the search goes on after the last one found.
  private mutating func find(_ name: StaticString, _ session: ReadingSession) -> NodeIndex? {
    if let scalarField {
      return scalarField.utf8CodeUnitCount == name.utf8CodeUnitCount && scalarField.description == name.description
        ? node : nil
    }
    guard let position = session.findKey(name, first: first, count: count, marks: marks, from: cursor) else {
      return nil
    }
    cursor = position + 1
    return session.keys[first + position].value
  }

  /// Reads a value by its initialiser, which asks for one field after the other, and reports keys that no declaration asked for.
  ///
  /// A field that a misspelt key probably means is not absent: what the record says of it is open. So the value is read once more, with
  /// these fields unusable, and rules have nothing to say of them besides.
  /// - Parameter fields: the value's fields, for what is said of other keys.
  mutating func value<Value>(of fields: () -> FieldSet, _ make: (inout FieldReader) -> Value) -> Value {
    let before = session?.reported ?? (0, 0, 0)
    while true {
      let value = make(&self)
      if !mustReadAgain(fields, before) { return value }
    }
  }

  /// Looks, once all fields were asked for, at the keys that nobody asked for.
  private mutating func mustReadAgain(
    _ fields: () -> FieldSet, _ before: (diagnostics: Int, mentions: Int, questions: Int)
  ) -> Bool {
    guard let session, scalarField == nil else { return false }
    if !misspelt.isEmpty {
      finish(session)
      return false
    }
    unknown = unknownKeys(session)
    if !unknown.isEmpty {
      known = fields().fields.map(\.name.description)
      for key in unknown {
        guard let field = meantField(session.tree.text(key.key), among: known) else { continue }
        misspelt.append((field, session.tree.range(key.value)))
      }
    }
    if misspelt.isEmpty {
      finish(session)
      return false
    }
    session.takeBack(to: before)
    cursor = 0
    return true
  }

  private func finish(_ session: ReadingSession) {
    for key in unknown {
      let name = session.tree.text(key.key)
      let meant = meantField(name, among: known)
      if let shortField, meant == nil, unknown.count == count, isIdentifier(name) {
        session.reportKeyForValue(key.key, of: shortField, known)
      } else {
        session.reportUnknownKey(name, key: key.key, value: key.value, meant: meant, known: known)
      }
    }
    session.popKeys(count)
  }

  private func unknownKeys(_ session: ReadingSession) -> [ReadKey] {
    var unknown: [ReadKey] = []
    // Keys that were read or stand above: the same key again was reported where the file was parsed.
    var others: Set<[UInt8]>?
    for position in 0..<count where !session.keys[first + position].isRead {
      let key = session.keys[first + position]
      let name = session.tree.withText(key.key) { Array($0) }
      if name.starts(with: "x-".utf8) { continue }
      if others == nil { others = keysRead(session) }
      if others!.insert(name).inserted { unknown.append(key) }
    }
    return unknown
  }

  private func keysRead(_ session: ReadingSession) -> Set<[UInt8]> {
    Set(session.keys[first..<first + count].lazy.filter(\.isRead).map { session.tree.withText($0.key) { Array($0) } })
  }
}
