import LocatedYAML

extension RegisterSite {
  /// What a notice says, section by section, each part beside the records whose words stand in it; for insiders only.
  func provenance(ofNotice slot: Int, _ page: inout HTMLBuffer) {
    guard let texts = assessment.facts.texts,
      let language = registry.languages(of: registry.records.notices[slot], texts.messages).first,
      let messages = texts.messages.messages(language),
      let composed = texts.composed(slot, messages, of: assessment.assessed)
    else { return }
    page.html("<h2 id=\"provenance\">Where its words come from <small>")
    page.count(composed.notice.sections.count, "section", "sections")
    page.html("</small></h2>\n<p>Each part of the notice with the records whose words stand in it. ")
    page.html("A part without one is made of the program’s own sentences and of the law tables")
    if composed.provenance.omitted > 0 {
      page.html(". Left out: ")
      page.count(composed.provenance.omitted, "open question", "open questions")
    }
    page.html(".</p>\n")
    let owed = assessment.facts.notices[slot].owed.map(\.element)
    let elements = Dictionary(owed.map { ($0.id, $0) }) { first, _ in first }
    for (section, origin) in zip(composed.notice.sections, composed.provenance.sections) {
      write(section, origin.records, slot, elements, &page)
    }
  }

  private func write(
    _ section: PublicSection, _ records: [RecordIndex], _ slot: Int, _ elements: [String: NoticeElement],
    _ page: inout HTMLBuffer
  ) {
    page.html("<details class=\"origin\"><summary>")
    page.text(section.heading.plain)
    let own = registry.records.notices[slot].sections.elements()
    let served = served(by: section, own, elements)
    if !served.isEmpty {
      page.html(" <small>says ")
      page.text(served.joined(separator: ", "))
      page.html("</small>")
    }
    page.html("</summary>\n<table class=\"stack\"><thead><tr><th scope=\"col\">Text</th>")
    page.html("<th scope=\"col\">From</th></tr></thead>\n<tbody>\n")
    let parts = section.blocks.flatMap(\.parts)
    var named: Set<RecordIndex> = []
    for part in parts { named.formUnion(part.sources) }
    for part in parts.prefix(RegisterSite.mostParts) {
      page.html("<tr><td>")
      page.text(part.words)
      page.html("</td><td data-label=\"From\">")
      mentions(part.sources, &page)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table>\n")
    if parts.count > RegisterSite.mostParts {
      page.html("<p>and ")
      page.number(parts.count - RegisterSite.mostParts)
      page.html(" more</p>\n")
    }
    let others = records.filter { !named.contains($0) }
    if !others.isEmpty {
      page.html("<p>Also read for this section: ")
      mentions(others, &page)
      page.html("</p>\n")
    }
    page.html("</details>\n")
  }

  /// The titles of the elements of Art 13 and 14 that a section says: what is composed by its name, or what the own text is said to tell of.
  private func served(
    by section: PublicSection, _ own: [NoticeSection], _ elements: [String: NoticeElement]
  ) -> [String] {
    if let name = section.anchor.name { return name.elements.compactMap { elements[$0]?.title } }
    let words = own.first { $0.section.given == nil && $0.heading.given?.first == section.heading.plain }
    return (words?.elements.elements() ?? []).compactMap { elements["n-" + $0.text]?.title }
  }

  private func mentions(_ records: [RecordIndex], _ page: inout HTMLBuffer) {
    for (position, record) in records.prefix(RegisterSite.mostOrigins).enumerated() {
      if position > 0 { page.html(", ") }
      mention(record, from: .folder, &page)
    }
    if records.count > RegisterSite.mostOrigins {
      page.html(" and ")
      page.number(records.count - RegisterSite.mostOrigins)
      page.html(" more")
    }
    if records.isEmpty { page.html("<b class=\"none\">None</b>") }
  }

  /// As many parts of a section as a page shows, and records beside each.
  private static let mostParts = 25
  private static let mostOrigins = 8
}

/// A part of a section that says one thing.
private struct OriginPart {
  let words: String
  let sources: [RecordIndex]

  init(_ texts: [PublicText]) {
    words = texts.map(\.plain).joined(separator: " · ")
    sources = TextSources(joining: texts).records
  }
}

extension PublicBlock {
  fileprivate var parts: [OriginPart] {
    switch self {
    case .subheading(let text, _), .paragraph(let text): [OriginPart([text])]
    case .list(let texts): texts.map { OriginPart([$0]) }
    case .address(let lines): [OriginPart(lines)]
    case .items(let list): list.items.flatMap { $0.flatMap(\.parts) }
    case .definitions(let entries): entries.map { OriginPart([$0.term, $0.text]) }
    case .table(let table): table.rows.map { OriginPart($0.flatMap(\.self)) }
    }
  }
}
