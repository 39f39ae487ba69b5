import LocatedYAML

extension RecordView {
  /// The shape that a value of several possible shapes has, by what is written; the last one where none fits.
  func alternative(of shapes: [ShapePlan], for node: NodeIndex) -> ShapePlan {
    let kind = tree.kind(node)
    let isOutside = kind == .mapping && (tree.firstChild(node).map { tree.equals($0, "outside") } ?? false)
    return shapes.first { shape in
      switch (shape, kind) {
      case (.word(let words), .scalar): find(node, words) != nil
      case (.duration, .scalar): Period(tree.text(node)) != nil
      case (.fields(_, let shorthand), .scalar): shorthand != nil
      case (.keyed, .scalar), (.mapped, .scalar): false
      case (.list(.country), .mapping): isOutside
      case (.fields, .mapping), (.keyed, .mapping), (.mapped, .mapping), (.prose, .mapping): !isOutside
      case (_, .scalar), (.list, .sequence): true
      default: false
      }
    } ?? shapes.last ?? .anything
  }

  /// One value in words. What cannot be read as its field wants is shown as it is written.
  /// - Parameter isInline: only running text may stand here, no paragraphs.
  func scalar(_ node: NodeIndex, _ shape: ShapePlan, isInline: Bool = false, _ page: inout HTMLBuffer) {
    switch shape {
    case .prose, .anything: isInline ? page.text(node, of: tree) : prose(node, &page)
    case .line: line(node, &page)
    case .plain: page.text(node, of: tree)
    case .truth:
      if tree.equals(node, "true") {
        page.html("Yes")
      } else if tree.equals(node, "false") {
        page.html("No")
      } else {
        raw(node, &page)
      }
    case .date: if let day = Day(tree.text(node)) { page.day(day) } else { raw(node, &page) }
    case .duration: if let period = Period(tree.text(node)) { page.period(period) } else { raw(node, &page) }
    case .country: country(node, &page)
    case .word(let words): if let known = find(node, words) { page.markup(known) } else { raw(node, &page) }
    case .term(let table): term(node, table, &page)
    case .reference(let space, let words): reference(node, space, words, &page)
    case .list(let element), .perRegime(let element): scalar(node, element, isInline: isInline, &page)
    case .fields(let plans, let shorthand?): scalar(node, plans[shorthand].shape, isInline: isInline, &page)
    case .recordPath: path(node, &page)
    case .either(let shapes):
      let fitting = shapes.first { if case .word(let words) = $0 { find(node, words) != nil } else { true } }
      scalar(node, fitting ?? .anything, isInline: isInline, &page)
    case .fields, .keyed, .mapped: raw(node, &page)
    }
  }

  func find(_ node: NodeIndex, _ words: [PlannedWord]) -> Markup? {
    tree.withText(node) { bytes in words.first { $0.matches(bytes) }?.label }
  }

  /// What is written, set off as written.
  func raw(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    page.html("<code>")
    if tree.kind(node) == .scalar {
      page.text(node, of: tree)
    } else {
      let range = tree.range(node)
      page.text(site.registry.files[Int(range.file)].text(in: range))
    }
    page.html("</code>")
  }

  /// Text: an empty line ends a paragraph, any other line end is a break.
  func prose(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    tree.withText(node) { bytes in
      guard bytes.dropLast().contains(UInt8(ascii: "\n")) else {
        page.text(bytes)
        return
      }
      page.html("<p>")
      var start = 0
      var isParagraphEmpty = true
      var endsParagraph = false
      for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
        if index == start {
          endsParagraph = !isParagraphEmpty
        } else {
          if endsParagraph { page.html("</p><p>") } else if !isParagraphEmpty { page.html("<br>") }
          page.text(UnsafeBufferPointer(rebasing: bytes[start..<index]))
          isParagraphEmpty = false
          endsParagraph = false
        }
        start = index + 1
      }
      page.html("</p>")
    }
  }

  /// A short text; a link when it is an address that may be one.
  private func line(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    let mayLink = tree.withText(node) { $0.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") } }
    let text = mayLink ? tree.text(node) : ""
    guard mayLink, let link = Link(address: text) ?? Link(email: text) else { return page.text(node, of: tree) }
    page.html("<a class=\"bare\" href=\"")
    page.link(link)
    page.html("\">")
    page.text(text)
    page.html("</a>")
  }

  private func country(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    let word = tree.text(node)
    if let code = site.registry.directory.country(word) {
      page.text(site.law.law.countries[Int(code.row)].name)
    } else if let region = Region(rawValue: word) {
      page.text(site.law.inText(.region(region)))
    } else {
      return raw(node, &page)
    }
    page.html(" <small>")
    page.text(word)
    page.html("</small>")
  }

  private func term(_ node: NodeIndex, _ table: TermTable, _ page: inout HTMLBuffer) {
    guard let index = site.registry.directory.term(tree.text(node), in: table) else { return raw(node, &page) }
    page.markup(Int(index.value), of: site.terms[table]!)
  }

  /// A record named by folder and id.
  private func path(_ node: NodeIndex, _ page: inout HTMLBuffer) {
    let parts = tree.text(node).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = RecordKind(rawValue: String(Substring(parts[0]))),
      let record = site.registry.directory.record(String(Substring(parts[1])), in: kind.space)
    else { return raw(node, &page) }
    site.mention(record, from: .folder, &page)
    page.html(" <small>")
    page.text(kind.one)
    page.html("</small>")
  }

  private func reference(_ node: NodeIndex, _ space: Space, _ words: [PlannedWord], _ page: inout HTMLBuffer) {
    if !words.isEmpty, let label = find(node, words) { return page.markup(label) }
    if let record = tree.withText(node, { site.registry.directory.record($0, in: space) }) {
      site.mention(record, from: .folder, &page)
    } else {
      page.html("<code>")
      page.text(node, of: tree)
      page.html("</code> <b class=\"error\">No such record</b>")
    }
  }
}
