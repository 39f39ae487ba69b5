import LocatedYAML

// Answers that stand in place of a value.
extension RecordView {
  /// `unknown:` with who answers, until when, and what may be the answer.
  func question(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    var owner: NodeIndex?
    var due: NodeIndex?
    page.html("<p class=\"question\"><b class=\"open\">Open question</b>")
    reason(node, &page)
    var next = tree.firstChild(node)
    while let key = next, let child = tree.nextSibling(key) {
      next = tree.nextSibling(child)
      if tree.equals(key, "owner") { owner = child }
      if tree.equals(key, "due") { due = child }
    }
    duty(owner, due, &page)
    details(of: node, shape, &page)
    page.html("</p>")
  }

  /// Who answers, and until when: what the question says, then the record's and the register's defaults.
  private func duty(_ owner: NodeIndex?, _ due: NodeIndex?, _ page: inout HTMLBuffer) {
    var person = owner.flatMap { site.registry.directory.record(tree.text($0), in: .person) }
    var day = due.flatMap { Day(tree.text($0)) }
    if person == nil || day == nil {
      let range = site.registry.headers[Int(record.value)].range
      let open = OpenQuestion(question: .plain(""), owner: nil, due: nil, range: range)
      let duty = site.registry.duty(of: RecordedQuestion(record: record, field: "", question: open))
      if person == nil, let owner = duty.owner?.record, owner.isResolved { person = owner }
      day = day ?? duty.due
    }
    site.duty(person, day, from: .folder, &page)
  }

  /// What may be the answer, the words as published, a note.
  private func details(of node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    var next = tree.firstChild(node)
    while let key = next, let child = tree.nextSibling(key) {
      next = tree.nextSibling(child)
      if tree.equals(key, "perhaps") {
        page.html("<small>Perhaps: ")
        inline(child, shape, &page)
      } else if tree.equals(key, "stated") {
        page.html("<small>As published: ")
        inline(child, .prose, &page)
      } else if tree.equals(key, "note") {
        page.html("<small>Note: ")
        inline(child, .prose, &page)
      } else {
        continue
      }
      page.html("</small>")
    }
  }

  /// The words after an answer: those of its first key.
  func reason(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    guard let key = tree.firstChild(node), let words = tree.nextSibling(key) else { return }
    page.html(": ")
    inline(words, .prose, &page)
  }

  /// A value where only running text may stand.
  private func inline(_ node: NodeIndex, _ shape: ShapePlan, _ page: inout HTMLBuffer) {
    switch (tree.kind(node), shape) {
    case (.scalar, .prose): page.text(node, of: tree)
    case (.scalar, _): scalar(node, shape, isInline: true, &page)
    case (.sequence, _):
      var element = shape
      if case .list(let inner) = shape { element = inner }
      var next = tree.firstChild(node)
      while let child = next {
        next = tree.nextSibling(child)
        inline(child, element, &page)
        if next != nil { page.html(", ") }
      }
    case (.mapping, .prose):
      // By language: the first one, as in the titles of pages.
      if let key = tree.firstChild(node), let words = tree.nextSibling(key), tree.kind(words) == .scalar {
        page.text(words, of: tree)
      } else {
        raw(node, &page)
      }
    case (.mapping, _): raw(node, &page)
    }
  }

  /// Words as published.
  func quotation(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    page.html("<blockquote><p>")
    inline(node, .prose, &page)
    page.html("</p></blockquote>")
  }
}
