import LocatedYAML

/// A register in which every field of every kind is written at least once: what the manual shows as an example is cut from these files.
struct ManualExamples: Sendable {
  private let files: [SourceFile]
  private let tree: YAMLTree
  /// By the path of a field.
  private var places: [String: Place] = [:]
  /// By the value that declares a field and the field's name, for values that several kinds share.
  private var sharedPlaces: [String: Place] = [:]

  private struct Place {
    let file: Int
    let key: NodeIndex
    let value: NodeIndex
    /// An open question or a reason stands in place of a value; anything else is a better example.
    let isAnswer: Bool
  }

  /// - Parameter files: one file of many records per kind and `registry`, named without their ending.
  init(_ files: [SourceFile]) throws(TableFault) {
    self.files = files
    var tree = YAMLTree()
    var roots: [(file: Int, owner: FieldOwner, root: NodeIndex)] = []
    for (number, file) in files.enumerated() {
      var faults: [Diagnostic] = []
      let root = tree.parse(file, number: UInt32(number), diagnostics: &faults)
      guard let root, faults.isEmpty, let owner = FieldOwner.all.first(where: { $0.name == file.path }) else {
        throw TableFault(table: "examples of " + file.path, message: faults.first?.message ?? "no records of a kind")
      }
      roots.append((number, owner, root))
    }
    self.tree = tree
    for (number, owner, root) in roots {
      switch owner {
      case .settings: note(root, owner.fields, owner.name, [owner.name], number)
      case .kind:
        let fields = owner.fields
        for record in values(of: root) { note(record, fields, owner.name, [owner.name], number) }
      }
    }
  }

  /// The YAML lines that write a field, as they would stand at the left margin; nil when no record has it.
  func excerpt(of field: DescribedField) -> String? {
    guard let place = place(of: field) else { return nil }
    let bytes = files[place.file].bytes
    let start = Int(tree.range(place.key).start)
    let end = max(Int(tree.range(place.value).end), Int(tree.range(place.key).end) + 1)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let indent = start - lineStart
    var text: [UInt8] = []
    var index = start
    while index < end {
      text.append(bytes[index])
      index += 1
      guard bytes[index - 1] == UInt8(ascii: "\n") else { continue }
      let margin = index
      while index < end, index - margin < indent, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A body may be described in three folders, so a field of one may be shown by a record of another. Fields that every record may have
  /// are all written by an activity.
  private func place(of field: DescribedField) -> Place? {
    if let place = places[field.path] { return place }
    if case .kind(let kind) = field.owner {
      for other in RecordKind.allCases where other.space == kind.space {
        if let place = places[other.rawValue + "." + field.below] { return place }
      }
    }
    if field.isCommon { return places[RecordKind.activities.rawValue + "." + field.below] }
    return sharedPlaces[field.declaredIn + "." + field.field.name.description]
  }

  // MARK: Finding the fields

  private mutating func note(
    _ mapping: NodeIndex, _ fields: FieldSet, _ declaredIn: String, _ path: [String], _ file: Int
  ) {
    guard tree.kind(mapping) == .mapping else { return }
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      guard let field = fields.fields.first(where: { tree.equals(key, $0.name) }) else { continue }
      let name = field.name.description
      let place = Place(file: file, key: key, value: value, isAnswer: isAnswer(value))
      keep(place, (path + [name]).joined(separator: "."), in: &places)
      keep(place, declaredIn + "." + name, in: &sharedPlaces)
      if !place.isAnswer { note(value, in: field.shape, path + [name], file) }
    }
  }

  private func keep(_ place: Place, _ name: String, in places: inout [String: Place]) {
    if let known = places[name], !known.isAnswer || place.isAnswer { return }
    places[name] = place
  }

  private mutating func note(_ value: NodeIndex, in shape: ShapeDescription, _ path: [String], _ file: Int) {
    switch shape {
    case .list(let element):
      if tree.kind(value) != .sequence { return note(value, in: element, path, file) }
      var next = tree.firstChild(value)
      while let child = next {
        next = tree.nextSibling(child)
        note(child, in: element, path, file)
      }
    case .perRegime(let inner):
      note(value, in: inner, path, file)
      for each in values(of: value) { note(each, in: inner, path, file) }
    case .keyed(let inner), .mapped(let inner): for each in values(of: value) { note(each, in: inner, path, file) }
    case .fields(let set, _): note(value, set, set.name, path, file)
    case .either(let shapes): for shape in shapes { note(value, in: shape, path, file) }
    default: break
    }
  }

  private func values(of mapping: NodeIndex) -> [NodeIndex] {
    guard tree.kind(mapping) == .mapping else { return [] }
    var values: [NodeIndex] = []
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      values.append(value)
      next = tree.nextSibling(value)
    }
    return values
  }

  private func isAnswer(_ value: NodeIndex) -> Bool {
    guard tree.kind(value) == .mapping, let first = tree.firstChild(value) else { return false }
    return tree.equals(first, "unknown") || tree.equals(first, "none") || tree.equals(first, "not-applicable")
  }
}
