import LocatedYAML

extension RegisterSite {
  /// As many findings as one page shows of a rule, and the findings page of all.
  static let mostFindings = 500

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
    page.text(finding.message)
    page.html("</p>")
    if let hint = finding.hint {
      page.html("\n<p class=\"fix\"><b>To fix</b> ")
      page.text(hint)
      page.html("</p>")
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
      page.text(note.message)
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

  /// More records than this are only counted: a finding may concern every activity.
  private static let mostRecords = 8

  private func records(_ records: [RecordIndex], _ here: RecordIndex?, _ depth: PageDepth, _ page: inout HTMLBuffer) {
    let others = here.map { here in records.filter { $0 != here } } ?? records
    guard !others.isEmpty else { return }
    page.html(here == nil ? "<span>Records " : "<span>Also ")
    for (position, record) in others.prefix(RegisterSite.mostRecords).enumerated() {
      if position > 0 { page.html(", ") }
      mention(record, from: depth, &page)
    }
    if others.count > RegisterSite.mostRecords {
      page.html(" and ")
      page.number(others.count - RegisterSite.mostRecords)
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
