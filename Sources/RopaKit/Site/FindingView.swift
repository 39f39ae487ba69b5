import LocatedYAML

extension RegisterSite {
  /// As many findings as one page shows of a rule, and the findings page of all.
  static let mostFindings = 500
  /// As many findings as the page of a record shows.
  static let mostFindingsOfRecord = 100

  /// A list of findings.
  /// - Parameters:
  ///   - withRule: says which rule speaks; left out where the page does.
  ///   - here: the record whose page this is, which is not named again.
  func list(
    _ findings: some Sequence<Finding>, withRule: Bool, on here: RecordIndex? = nil, from depth: PageDepth,
    _ page: inout HTMLBuffer
  ) {
    page.html("<ul class=\"findings\">")
    for finding in findings { write(finding, withRule, here, depth, &page) }
    page.html("</ul>\n")
  }

  private func write(
    _ finding: Finding, _ withRule: Bool, _ here: RecordIndex?, _ depth: PageDepth, _ page: inout HTMLBuffer
  ) {
    page.html("<li>")
    page.severity(finding.severity)
    page.html("\n<div><p class=\"message\">")
    withPath(finding.message, &page)
    page.html("</p>")
    if let hint = finding.hint {
      page.html("\n<p class=\"fix\"><b>To fix</b> ")
      page.text(hint)
      page.html("</p>")
    }
    if let decision = finding.decision {
      page.html("\n")
      waiver(decision, from: depth, &page)
    }
    page.html("\n<p class=\"meta\">")
    if withRule {
      page.html("<span>Rule ")
      rule(finding.rule, from: depth, &page)
      page.html("</span>")
    }
    page.html("<span>")
    places.write(finding.range, &page)
    page.html("</span>")
    for note in finding.notes {
      page.html("<span>")
      withPath(note.message, &page)
      page.html(" ")
      places.write(note.range, &page)
      page.html("</span>")
    }
    for citation in finding.citations {
      page.html("<span>")
      page.text(citation)
      page.html("</span>")
    }
    records(finding.records, here, depth, &page)
    page.html("</p></div></li>\n")
  }

  /// A message; the way that data take stands on a line of its own: from the colon before its first arrow to the end of the sentence.
  private func withPath(_ message: String, _ page: inout HTMLBuffer) {
    // Few messages have an arrow, and this is its first byte.
    guard message.utf8.contains(0xE2) else { return page.text(message) }
    let bytes = Array(message.utf8)
    let arrow = Array("→".utf8)
    func part(_ range: Range<Int>, _ page: inout HTMLBuffer) {
      page.text(String(decoding: bytes[range], as: UTF8.self))
    }
    guard let first = bytes.indices.first(where: { bytes[$0] == arrow[0] && bytes[$0...].starts(with: arrow) }),
      let last = bytes.indices.last(where: { bytes[$0] == arrow[0] && bytes[$0...].starts(with: arrow) }),
      let colon = bytes[..<first].indices.last(where: { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x20 })
    else { return page.text(message) }
    let end = bytes[last...].indices.first { bytes[$0] == 0x2E && $0 + 1 < bytes.count && bytes[$0 + 1] == 0x20 }
    part(0..<colon + 1, &page)
    page.html(" <span class=\"path\">")
    part(colon + 2..<(end ?? bytes.count), &page)
    page.html("</span>")
    if let end { part(end + 1..<bytes.count, &page) }
  }

  /// More records than this are only counted: a finding may concern every activity.
  private static let mostRecords = 8

  private func records(_ records: [RecordIndex], _ here: RecordIndex?, _ depth: PageDepth, _ page: inout HTMLBuffer) {
    // A finding may concern every activity, and stands on the page of each: the list is not copied.
    let count = records.count - (here.map { records.contains($0) } ?? false ? 1 : 0)
    guard count > 0 else { return }
    page.html(here == nil ? "<span>Records " : "<span>Also ")
    var written = 0
    for record in records where record != here {
      if written == RegisterSite.mostRecords { break }
      if written > 0 { page.html(", ") }
      mention(record, from: depth, &page)
      written += 1
    }
    if count > written {
      page.html(" and ")
      page.number(count - written)
      page.html(" more")
    }
    page.html("</span>")
  }

  /// A rule's id with a link to its page.
  func rule(_ number: Int, from depth: PageDepth, _ page: inout HTMLBuffer) {
    page.html("<a href=\"")
    page.html(depth == .root ? "rules/" : "../rules/")
    page.text(Rule.catalogue[number].id)
    page.html(".html\">")
    page.text(Rule.catalogue[number].id)
    page.html("</a>")
  }
}
