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
      session.report(
        "wrong-shape", at: node, "A mapping of fields is expected here", hint: "known fields: \(knownFields)")
      return nil
    }
    var reader = FieldReader(reading: node, key: key, shorthand: shorthand, session: session)
    let value = Self(from: &reader)
    reader.finish { FieldSet.of(Self.self) }
    return value
  }

  private static var knownFields: String {
    FieldSet.of(Self.self).fields.map(\.name.description).joined(separator: ", ")
  }
}

/// Reads the fields of one mapping, or lists their declarations.
package struct FieldReader {
  private let session: ReadingSession?
  private let node: NodeIndex
  private let key: NodeIndex?
  /// A scalar stands for this field.
  private let scalarField: StaticString?
  /// The mapping's keys on the session's stack of keys.
  private var first = 0
  private var count = 0
  /// Which keys the mapping can have at all.
  private var marks: UInt64 = 0
  private var cursor = 0
  private var recordAnchor: SourceRange?
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

  /// Declares and reads a field that may reach a public page.
  @discardableResult
  package mutating func `public`<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, as type: Value.Type = Value.self
  ) -> Public<Value> {
    Public(answer: answer(name, need, meaning, .public))
  }

  /// Declares and reads a field that never leaves the register.
  @discardableResult
  package mutating func `internal`<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, as type: Value.Type = Value.self
  ) -> Internal<Value> {
    Internal(answer: answer(name, need, meaning, .internal))
  }

  private mutating func answer<Value: Readable>(
    _ name: StaticString, _ need: Need, _ meaning: StaticString, _ visibility: Visibility
  ) -> Answer<Value> {
    guard let session else {
      described.fields.append(
        FieldDescription(
          name: name, shape: Value.shape, need: need, visibility: visibility, meaning: meaning,
          takesAnswers: Value.takesAnswers))
      return .absent
    }
    guard let value = find(name, session) else { return .absent }
    return session.answer(value, field: name)
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

  /// Reports keys that no declaration asked for, with the nearest known one.
  func finish(_ fields: () -> FieldSet) {
    guard let session, scalarField == nil else { return }
    var names: [String]?
    // Keys that were read or stand above: the same key again was reported where the file was parsed.
    var others: Set<[UInt8]>?
    for position in 0..<count where !session.keys[first + position].isRead {
      let (key, value) = (session.keys[first + position].key, session.keys[first + position].value)
      let name = session.tree.text(key)
      if name.utf8.starts(with: "x-".utf8) { continue }
      if others == nil { others = keysRead(session) }
      guard others!.insert(Array(name.utf8)).inserted else { continue }
      let known = names ?? fields().fields.map(\.name.description)
      names = known
      session.reportUnknownKey(name, key: key, value: value, known: known)
    }
    session.popKeys(count)
  }

  private func keysRead(_ session: ReadingSession) -> Set<[UInt8]> {
    Set(session.keys[first..<first + count].lazy.filter(\.isRead).map { session.tree.withText($0.key) { Array($0) } })
  }
}
