import LocatedYAML

@testable import RopaKit

/// The same register under other names: every id of a record, every organisation of ours and every country is exchanged for another one of
/// the same standing in law.
struct Renaming {
  /// Countries that stand alike under every regime on every day of the tables, the age of consent included.
  private static let countries = ["FR": "GR", "DE": "HU", "IE": "PL", "IN": "KE"]
  private static let words = [
    ("France", "Greece"), ("Germany", "Hungary"), ("Ireland", "Poland"), ("India", "Kenya"), ("Example ", "Sample "),
    ("EXAMPLE ", "SAMPLE "), ("Exemple", "Modele"), ("Ieso", "Oesi"),
  ]
  /// Goes before every id, so that their order stays.
  private static let prefix = "q"

  private let ids: [Space: Set<String>]

  init(_ files: [SourceFile]) {
    let loaded = load(files, law: shippedLaw, jobs: 1)
    let builtIn = Set(loaded.headers.filter(\.isBuiltIn).map { "\($0.kind.space) \($0.id)" })
    ids = loaded.headers.filter { !$0.isBuiltIn && !builtIn.contains("\($0.kind.space) \($0.id)") }
      .reduce(into: [:]) { $0[$1.kind.space, default: []].insert($1.id) }
  }

  func renamed(_ file: SourceFile) -> SourceFile {
    var walk = ReferenceWalk()
    walk.visit(file)
    var bytes = file.bytes
    for place in walk.found.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let text = String(decoding: bytes[place.range], as: UTF8.self)
      if let new = renamed(text, place.meaning) { bytes.replaceSubrange(place.range, with: Array(new.utf8)) }
    }
    var text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in Self.words { text = text.replacing(old, with: new) }
    return SourceFile(path: path(file.path), bytes: Array(text.utf8))
  }

  private func renamed(_ text: String, _ meaning: ReferenceWalk.Meaning) -> String? {
    switch meaning {
    case .country: return Self.countries[text]
    case .id(let space): return ids[space]?.contains(text) ?? false ? Self.prefix + text : nil
    case .path:
      let parts = text.split(separator: "/").map(String.init)
      guard parts.count == 2, let kind = RecordKind(rawValue: parts[0]), ids[kind.space]?.contains(parts[1]) ?? false
      else { return nil }
      return "\(parts[0])/\(Self.prefix)\(parts[1])"
    }
  }

  func path(_ path: String) -> String {
    let parts = path.dropLast(".yaml".count).split(separator: "/").map(String.init)
    guard parts.count == 2, let kind = RecordKind(rawValue: parts[0]), ids[kind.space]?.contains(parts[1]) ?? false
    else { return path }
    return "\(parts[0])/\(Self.prefix)\(parts[1]).yaml"
  }
}

/// Finds where a file names records and countries.
struct ReferenceWalk {
  enum Meaning { case id(Space), country, path }
  private(set) var found: [(range: Range<Int>, meaning: Meaning)] = []
  private var tree = YAMLTree()

  mutating func visit(_ file: SourceFile) {
    var faults: [Diagnostic] = []
    guard file.path.hasSuffix(".yaml"), let root = tree.parse(file, number: 0, diagnostics: &faults) else { return }
    let parts = file.path.dropLast(".yaml".count).split(separator: "/")
    guard let owner = FieldOwner.all.first(where: { $0.name == parts[0] }) else { return }
    guard parts.count == 1, case .kind(let kind) = owner else { return visit(root, owner.fields) }
    for (key, value) in pairs(of: root) {
      note(key, .id(kind.space))
      visit(value, owner.fields)
    }
  }

  private mutating func visit(_ mapping: NodeIndex, _ fields: FieldSet) {
    for (key, value) in pairs(of: mapping) {
      if let field = fields.fields.first(where: { tree.equals(key, $0.name) }) { visit(value, in: field.shape) }
    }
  }

  private mutating func visit(_ value: NodeIndex, in shape: ShapeDescription) {
    let entries = pairs(of: value)
    if entries.contains(where: { tree.equals($0.key, "unknown") }) {
      for (key, value) in entries {
        if tree.equals(key, "owner") { note(value, .id(.person)) }
        if tree.equals(key, "perhaps") { visit(value, in: shape) }
      }
      return
    }
    switch shape {
    case .country: note(value, .country)
    case .reference(let space), .referenceOrWord(let space, _): note(value, .id(space))
    case .recordPath: note(value, .path)
    case .list(let element):
      for item in tree.kind(value) == .sequence ? children(of: value) : [value] { visit(item, in: element) }
    case .perRegime(let inner):
      let isByRegime = entries.contains { entry in Regime.allCases.contains { tree.text(entry.key) == $0.rawValue } }
      if isByRegime { for (_, value) in entries { visit(value, in: inner) } } else { visit(value, in: inner) }
    case .keyed(let inner), .mapped(let inner): for (_, value) in entries { visit(value, in: inner) }
    case .either(let shapes): for shape in shapes { visit(value, in: shape) }
    case .fields(let set, let shorthand):
      if tree.kind(value) == .mapping {
        visit(value, set)
      } else if let shorthand, let field = set.field(named: shorthand) {
        visit(value, in: field.shape)
      }
    default: break
    }
  }

  private mutating func note(_ node: NodeIndex, _ meaning: Meaning) {
    guard tree.kind(node) == .scalar else { return }
    let range = Int(tree.range(node).start)..<Int(tree.range(node).end)
    if !found.contains(where: { $0.range == range }) { found.append((range, meaning)) }
  }

  private func pairs(of mapping: NodeIndex) -> [(key: NodeIndex, value: NodeIndex)] {
    guard tree.kind(mapping) == .mapping else { return [] }
    let all = children(of: mapping)
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }

  private func children(of node: NodeIndex) -> [NodeIndex] {
    Array(sequence(first: tree.firstChild(node), next: { $0.map { tree.nextSibling($0) } })).compactMap { $0 }
  }
}
