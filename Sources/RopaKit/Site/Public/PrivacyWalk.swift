import LocatedYAML

/// Which values of a record are internal, by its declarations.
indirect enum PrivacyPlan: Sendable {
  /// Public to its last text.
  case open
  case list(PrivacyPlan)
  /// Values under ids, regimes or words of the owner's own.
  case keyed(PrivacyPlan)
  case fields([PrivacyField])

  init(_ shape: ShapeDescription) {
    switch shape {
    case .list(let inner): self = .list(PrivacyPlan(inner))
    case .perRegime(let inner), .keyed(let inner), .mapped(let inner): self = .keyed(PrivacyPlan(inner))
    case .either(let shapes): self = shapes.lazy.map(PrivacyPlan.init).first { !$0.isOpen } ?? .open
    case .fields(let set, _): self = .fields(set.fields.map(PrivacyField.init))
    default: self = .open
    }
  }

  /// Nothing below is internal, so that nobody need look.
  private var isOpen: Bool {
    switch self {
    case .open: true
    case .list(let inner), .keyed(let inner): inner.isOpen
    case .fields(let fields): fields.allSatisfy { !$0.isInternal && $0.plan.isOpen }
    }
  }

  static func fields(of kind: RecordKind) -> [PrivacyField] {
    kind.fields.fields.map { PrivacyField(kind.isNeverPublished ? $0.internal : $0) }
  }
}

/// A field with what is declared about who may see it.
struct PrivacyField: Sendable {
  let name: StaticString
  let isInternal: Bool
  let plan: PrivacyPlan

  init(_ field: FieldDescription) {
    name = field.name
    isInternal = field.visibility == .internal
    plan = PrivacyPlan(field.shape)
  }
}

/// Goes through the values of a record and says of each text whether it is internal: those of internal fields, and the questions and
/// reasons that stand in place of answers.
struct PrivacyWalk {
  let tree: YAMLTree
  /// Told of every text that is a value, and whether it is internal.
  let body: (NodeIndex, Bool) -> Void

  func record(_ header: RecordHeader, _ fields: [PrivacyField]) { mapping(header.node, fields) }

  private func mapping(_ node: NodeIndex, _ fields: [PrivacyField]) {
    var cursor = 0
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      // Keys mostly stand in the order of the declarations.
      let place =
        fields[cursor...].firstIndex { tree.equals(key, $0.name) }
        ?? fields[..<cursor].firstIndex { tree.equals(key, $0.name) }
      guard let place else { continue }
      cursor = place + 1
      if fields[place].isInternal { all(value, isInternal: true) } else { self.value(value, fields[place].plan) }
    }
  }

  private func value(_ node: NodeIndex, _ plan: PrivacyPlan) {
    switch (tree.kind(node), plan) {
    case (.scalar, _): body(node, false)
    case (.mapping, _) where isAnswer(node): answer(node)
    case (.mapping, .fields(let fields)): mapping(node, fields)
    case (.mapping, .list(let inner)): value(node, inner)
    case (.mapping, .keyed(let inner)), (.sequence, .list(let inner)): children(node, inner)
    case (.sequence, .keyed(let inner)): value(node, inner)
    default: all(node, isInternal: false)
    }
  }

  private func children(_ node: NodeIndex, _ plan: PrivacyPlan) {
    let isMapping = tree.kind(node) == .mapping
    var next = tree.firstChild(node)
    if isMapping { next = next.flatMap(tree.nextSibling) }
    while let child = next {
      value(child, plan)
      next = tree.nextSibling(child)
      if isMapping { next = next.flatMap(tree.nextSibling) }
    }
  }

  private func isAnswer(_ node: NodeIndex) -> Bool {
    guard let first = tree.firstChild(node) else { return false }
    return tree.equals(first, "unknown") || tree.equals(first, "none") || tree.equals(first, "not-applicable")
  }

  /// A question or a reason is internal; words that were published stand beside it and are not.
  private func answer(_ node: NodeIndex) {
    guard let key = tree.firstChild(node), let text = tree.nextSibling(key) else { return }
    if tree.kind(text) == .scalar { body(text, true) }
    var next = tree.nextSibling(text)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      all(value, isInternal: tree.equals(key, "note"))
    }
  }

  private func all(_ node: NodeIndex, isInternal: Bool) {
    if tree.kind(node) == .scalar { return body(node, isInternal) }
    // No key is empty, so that nothing is left out.
    tree.forEachValue(below: node, skipping: "") { body($0, isInternal) }
  }
}
