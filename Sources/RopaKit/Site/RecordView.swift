import LocatedYAML

/// Shows the fields of a record from its YAML, guided by the declarations of its kind: a field that is declared is
/// shown, and no page needs to know of it.
struct RecordView {
  let site: RegisterSite
  let record: RecordIndex
  let tree: YAMLTree
  /// For each declared field of the mappings being shown, the node of its value or -1; the innermost mapping last.
  private var found = ContiguousArray<Int32>()

  init(_ site: RegisterSite, _ record: RecordIndex) {
    self.site = site
    self.record = record
    tree = site.registry.trees[Int(site.registry.headers[Int(record.value)].chunk)]
  }

  /// The rows of the record's own fields, in the order of the declarations.
  mutating func write(_ page: inout HTMLBuffer) {
    let header = site.registry.headers[Int(record.value)]
    page.html("<dl class=\"fields\">")
    rows(of: header.node, site.plan(of: header.kind), isTop: true, &page)
    page.html("</dl>\n")
  }

  /// The rows of a mapping: declared fields, then what no declaration knows.
  private mutating func rows(
    of mapping: NodeIndex, _ plans: [FieldPlan], isTop: Bool = false, without skipped: Int? = nil,
    _ page: inout HTMLBuffer
  ) {
    let base = found.count
    let hasOthers = find(plans, in: mapping)
    for index in plans.indices where index != skipped {
      let plan = plans[index]
      let value = found[base + index]
      if value < 0 && !plan.isExpected { continue }
      page.markup(isTop ? plan.openingAtTop : plan.opening)
      if value < 0 {
        page.html("<b class=\"absent\">Not given</b>")
      } else if plan.isQuotation && tree.kind(NodeIndex(value: value)) == .scalar {
        quotation(NodeIndex(value: value), &page)
      } else {
        self.value(NodeIndex(value: value), plan.shape, &page)
      }
      page.html("</dd></div>\n")
    }
    found.removeLast(plans.count)
    if hasOthers { others(in: mapping, plans, isTop, &page) }
  }

  /// Notes the values of a mapping's declared fields; true when it has other keys too.
  private mutating func find(_ plans: [FieldPlan], in mapping: NodeIndex) -> Bool {
    let base = found.count
    found.append(contentsOf: repeatElement(-1, count: plans.count))
    var hasOthers = false
    var cursor = 0
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      if let index = place(of: key, plans, from: cursor) {
        if found[base + index] < 0 { found[base + index] = value.value }
        cursor = index + 1
      } else {
        hasOthers = true
      }
    }
    return hasOthers
  }

  /// Keys mostly stand in the order of the declarations, so the search begins after the last one found.
  private func place(of key: NodeIndex, _ plans: [FieldPlan], from cursor: Int) -> Int? {
    for index in cursor..<plans.count where tree.equals(key, plans[index].name) { return index }
    for index in 0..<cursor where tree.equals(key, plans[index].name) { return index }
    return nil
  }

  /// The owner's own keys, and keys that are no field: nothing that is written is hidden.
  private mutating func others(in mapping: NodeIndex, _ plans: [FieldPlan], _ isTop: Bool, _ page: inout HTMLBuffer) {
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      if place(of: key, plans, from: 0) != nil { continue }
      page.html("<div><dt><code>")
      page.text(key, of: tree)
      page.html("</code>")
      let isOwn = tree.withText(key) { $0.count > 2 && $0[0] == UInt8(ascii: "x") && $0[1] == UInt8(ascii: "-") }
      if !isOwn { page.html(" <small>not a field</small>") } else if isTop { page.html(" <small>internal</small>") }
      page.html("</dt><dd>")
      self.value(value, .anything, &page)
      page.html("</dd></div>\n")
    }
  }

  /// A value, or the answer that stands in its place.
  private mutating func value(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    if case .either(let shapes) = shape { return value(node, alternative(of: shapes, for: node), &page) }
    switch tree.kind(node) {
    case .scalar:
      if tree.isNull(node) {
        page.html("<b class=\"absent\">Not given</b>")
      } else {
        scalar(node, shape, &page)
      }
    case .sequence: sequence(node, shape, &page)
    case .mapping:
      guard let first = tree.firstChild(node) else { return raw(node, &page) }
      if tree.equals(first, "unknown") {
        question(node, shape, &page)
      } else if tree.equals(first, "none") {
        page.html("<b class=\"none\">None</b>")
        reason(node, &page)
      } else if tree.equals(first, "not-applicable") {
        page.html("<b class=\"none\">Not applicable</b>")
        reason(node, &page)
      } else {
        self.mapping(node, first, shape, &page)
      }
    }
  }

  // MARK: Collections

  private mutating func sequence(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    let element: ShapePlan
    switch shape {
    case .list(let inner): element = inner
    case .perRegime(.list(let inner)): element = inner
    case .anything: element = .anything
    default: return raw(node, &page)
    }
    if isOneLine(node, element) {
      var next = tree.firstChild(node)
      while let child = next {
        next = tree.nextSibling(child)
        value(child, element, &page)
        if next != nil { page.html(", ") }
      }
      return
    }
    page.html("<ul>")
    var next = tree.firstChild(node)
    while let child = next {
      next = tree.nextSibling(child)
      page.html("<li>")
      item(child, element, &page)
      page.html("</li>")
    }
    page.html("</ul>")
  }

  /// Up to three short scalars stand beside each other.
  private func isOneLine(_ node: NodeIndex, _ element: ShapePlan) -> Bool {
    guard element.isShort else { return false }
    var count = 0
    var next = tree.firstChild(node)
    while let child = next {
      next = tree.nextSibling(child)
      count += 1
      if count > 3 || tree.kind(child) != .scalar { return false }
    }
    return true
  }

  /// An entry of a list; of one with fields the field that names it goes first.
  private mutating func item(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    guard case .fields(let plans, let shorthand?) = shape, tree.kind(node) == .mapping,
      let first = tree.firstChild(node),
      !isAnswer(first)
    else { return value(node, shape, &page) }
    var next = Optional(first)
    var hasMore = false
    var head: NodeIndex?
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      if head == nil && tree.equals(key, plans[shorthand].name) { head = value } else { hasMore = true }
    }
    guard let head else { return value(node, shape, &page) }
    value(head, plans[shorthand].shape, &page)
    if hasMore || plans.indices.contains(where: { $0 != shorthand && plans[$0].isExpected }) {
      page.html("<dl>")
      rows(of: node, plans, without: shorthand, &page)
      page.html("</dl>")
    }
  }

  private func isAnswer(_ key: NodeIndex) -> Bool {
    tree.equals(key, "unknown") || tree.equals(key, "none") || tree.equals(key, "not-applicable")
  }

  private mutating func mapping(_ node: NodeIndex, _ first: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    switch shape {
    case .prose: languages(node, &page)
    case .list(let element): item(node, element, &page)
    case .perRegime(let inner): regimes(node, first, inner, &page)
    case .fields(let plans, let shorthand):
      if let shorthand, case .country = plans[shorthand].shape, tree.equals(first, "outside") {
        value(node, .country, &page)
      } else {
        page.html("<dl>")
        rows(of: node, plans, &page)
        page.html("</dl>")
      }
    case .keyed(let plans, let shorthand): keyed(node, .fields(plans, shorthand: shorthand), &page)
    case .mapped(let element): keyed(node, element, &page)
    case .country:
      if tree.equals(first, "outside"), let area = tree.nextSibling(first), tree.kind(area) == .scalar {
        page.html("Outside ")
        value(area, .country, &page)
      } else {
        raw(node, &page)
      }
    case .anything: keyed(node, .anything, &page)
    default: raw(node, &page)
    }
  }

  /// Values under ids of the record's own, or under keys that nothing declares.
  private mutating func keyed(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    page.html("<dl>")
    var next = tree.firstChild(node)
    while let key = next, let child = tree.nextSibling(key) {
      next = tree.nextSibling(child)
      page.html("<div><dt><code>")
      page.text(key, of: tree)
      page.html("</code></dt><dd>")
      value(child, shape, &page)
      page.html("</dd></div>")
    }
    page.html("</dl>")
  }

  private mutating func regimes(_ node: NodeIndex, _ first: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    guard regime(first) != nil else { return value(node, shape, &page) }
    page.html("<dl>")
    var next = Optional(first)
    while let key = next, let child = tree.nextSibling(key) {
      next = tree.nextSibling(child)
      page.html("<div><dt>")
      if let name = regime(key).flatMap({ site.law.name(of: $0) }) {
        page.text(name.short)
      } else {
        page.text(key, of: tree)
      }
      page.html("</dt><dd>")
      value(child, shape, &page)
      page.html("</dd></div>")
    }
    page.html("</dl>")
  }

  private func regime(_ key: NodeIndex) -> Regime? { Regime(rawValue: tree.text(key)) }

  private func languages(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    page.html("<dl>")
    var next = tree.firstChild(node)
    while let key = next, let child = tree.nextSibling(key) {
      next = tree.nextSibling(child)
      page.html("<div><dt><code>")
      page.text(key, of: tree)
      page.html("</code></dt><dd")
      if tree.withText(key, isLanguageCode) {
        page.html(" lang=\"")
        page.text(key, of: tree)
        page.html("\"")
      }
      page.html(">")
      if tree.kind(child) == .scalar { prose(child, &page) } else { raw(child, &page) }
      page.html("</dd></div>")
    }
    page.html("</dl>")
  }
}

private func isLanguageCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.count == 2 && bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
}
