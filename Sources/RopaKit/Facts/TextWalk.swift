import LocatedYAML

/// Which values of a record are public prose, which may be written in several languages, by its declarations.
indirect enum TextPlan: Sendable {
  /// No prose below.
  case none
  case text
  case list(TextPlan)
  /// Values under ids, regimes or words of the owner's own.
  case keyed(TextPlan)
  case fields([TextField])

  init(_ shape: ShapeDescription) {
    switch shape {
    case .text, .textFile: self = .text
    case .list(let inner): self = TextPlan(inner).within(TextPlan.list)
    case .perRegime(let inner), .keyed(let inner), .mapped(let inner): self = TextPlan(inner).within(TextPlan.keyed)
    case .either(let shapes): self = shapes.lazy.map(TextPlan.init).first { !$0.isNone } ?? .none
    case .fields(let set, _):
      let fields = set.fields.map { TextField($0, $0.name.description) }.filter { !$0.plan.isNone }
      self = fields.isEmpty ? .none : .fields(fields)
    default: self = .none
    }
  }

  private var isNone: Bool { if case .none = self { true } else { false } }

  private func within(_ wrap: (TextPlan) -> TextPlan) -> TextPlan { isNone ? .none : wrap(self) }

  /// The fields of a kind that notices print and that are no names: see ``printedTexts``.
  static func printed(of kind: RecordKind) -> [TextField] {
    let names = printedTexts[kind] ?? []
    return kind.fields.fields.filter { names.contains($0.name.description) }
      .map { TextField($0, $0.name.description) }.filter { !$0.plan.isNone }
  }
}

/// A field of a record with the prose below it.
struct TextField: Sendable {
  let name: StaticString
  let plan: TextPlan

  init(_ field: FieldDescription, _ name: String) {
    self.name = field.name
    plan = field.visibility == .internal || untranslated.contains(name) ? .none : TextPlan(field.shape)
  }
}

/// Prose that is the same in every language wherever it stands: addresses and registered names.
private let untranslated: Set<String> = ["address", "post", "legal-name", "hosting", "access-from"]

/// By kind: the fields with prose that notices print. Names of bodies are the same in every language, except those of classes and
/// circumstances, which are descriptions.
private let printedTexts: [RecordKind: Set<String>] = [
  .activities: [
    "title", "description", "text", "purposes", "sources", "recipients", "provision", "joint-arrangement",
    "automated-decisions", "marketing", "children", "rights",
  ],
  .consents: ["title", "withdraw", "unless", "effect", "text"],
  .controls: ["strength", "text"],
  .cookies: ["title", "purpose", "pages", "opt-out", "text"],
  .dataCategories: ["title", "label", "items", "text"],
  .dataSubjects: ["title", "items", "text"],
  .lawfulBases: ["law", "power", "interests", "research-safeguards", "article-9-law", "secrecy", "text"],
  .notices: ["title", "text", "summary", "sections", "changes", "history", "links"],
  .organisations: [
    "title", "category", "services", "when", "text", "contacts", "dpo", "rights", "complaints", "children", "onward",
    "sub-processors", "certificates",
  ],
  .processors: ["title", "category", "services", "when", "text", "onward", "sub-processors"],
  .recipients: ["title", "category", "services", "when", "text", "contacts", "onward", "sub-processors"],
  .retention: ["title", "criterion", "reason", "law", "text"],
  .sites: ["title", "text", "banner", "embeds"],
  .statements: ["text", "except"],
  .systems: ["title", "text"],
  .transfers: ["text", "onward"],
]

/// A public text of a record, as it is written.
struct WrittenText {
  /// The fields down to it, with dots between: `purposes.remind.text`.
  let path: String
  let range: SourceRange
  /// By language; the register's first one where the record names none.
  let translations: [(language: Language, text: String)]
}

/// Goes through the prose of a record that notices print.
struct TextWalk {
  let tree: YAMLTree
  /// The language of a text that is marked with none.
  let first: Language
  let body: (WrittenText) -> Void

  func record(_ header: RecordHeader, _ fields: [TextField]) { mapping(header.node, fields, []) }

  private func mapping(_ node: NodeIndex, _ fields: [TextField], _ path: [String]) {
    for (key, value) in pairs(of: node) {
      guard let field = fields.first(where: { tree.equals(key, $0.name) }) else { continue }
      self.value(value, field.plan, path + [tree.text(key)])
    }
  }

  private func value(_ node: NodeIndex, _ plan: TextPlan, _ path: [String]) {
    switch (tree.kind(node), plan) {
    case (_, .none): break
    case (.mapping, _) where isAnswer(node): break
    case (.scalar, .text), (.scalar, .list(.text)):
      if !tree.isNull(node) {
        let text = (language: first, text: tree.text(node))
        body(WrittenText(path: joinedPath(path), range: tree.range(node), translations: [text]))
      }
    case (.mapping, .text): translated(node, path)
    case (.mapping, .fields(let fields)): mapping(node, fields, path)
    case (.mapping, .list(let inner)): value(node, inner, path)
    case (.sequence, .list(let inner)):
      var next = tree.firstChild(node)
      while let item = next {
        value(item, inner, path)
        next = tree.nextSibling(item)
      }
    case (.mapping, .keyed(let inner)):
      for (key, item) in pairs(of: node) { value(item, inner, path + [tree.text(key)]) }
    default: break
    }
  }

  private func translated(_ node: NodeIndex, _ path: [String]) {
    let all = pairs(of: node).map { (language: Language(tree.text($0.0)), text: tree.text($0.1)) }
    if !all.isEmpty { body(WrittenText(path: joinedPath(path), range: tree.range(node), translations: all)) }
  }

  private func joinedPath(_ path: [String]) -> String { path.joined(separator: ".") }

  private func isAnswer(_ node: NodeIndex) -> Bool {
    guard let first = tree.firstChild(node) else { return false }
    return tree.equals(first, "unknown") || tree.equals(first, "none") || tree.equals(first, "not-applicable")
  }

  private func pairs(of node: NodeIndex) -> [(NodeIndex, NodeIndex)] {
    guard tree.kind(node) == .mapping else { return [] }
    var pairs: [(NodeIndex, NodeIndex)] = []
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      pairs.append((key, value))
      next = tree.nextSibling(value)
    }
    return pairs
  }
}
