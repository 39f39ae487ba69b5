import LocatedYAML

extension RegisterSite {
  /// The law tables by group, with how many rows of each are not confirmed.
  func lawIndex(_ page: inout HTMLBuffer) {
    begin("Law", at: .folder, .law, isTarget: true, &page)
    trail("Law", at: .folder, &page)
    let counted = law.law.tables.map { LawCounts($0, law.day) }
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>Law tables</h1>\n<p class=\"lede\">")
    page.count(counted.count, "table", "tables")
    page.html(" with ")
    page.count(counted.reduce(0) { $0 + $1.rows }, "row", "rows")
    page.html(
      """
      . Each row says from when to when it holds, where it comes from and when it was last compared \
      with its source.</p>
      <p class="facts"><span>
      """)
    unsure(counted.reduce(0) { $0 + $1.unverified }, counted.reduce(0) { $0 + $1.secondHand }, &page)
    page.html("</span><span>Compared with their sources on ")
    page.day(law.law.checked)
    page.html(" or later</span></p></div>\n")
    for group in LawGroup.allCases {
      let members = counted.filter { $0.table.group == group }
      if !members.isEmpty { table(group, members, &page) }
    }
    end(&page)
  }

  private func table(_ group: LawGroup, _ counted: [LawCounts], _ page: inout HTMLBuffer) {
    page.html("<h2 id=\"")
    page.text(group.rawValue)
    page.html("\">")
    page.text(group.title)
    page.html("</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"")
    page.text(group.rawValue)
    page.html(
      """
      " tabindex="0"><table class="tables">
      <thead><tr><th scope="col">Table</th><th scope="col">Rows</th><th scope="col">Not confirmed</th></tr></thead>
      <tbody>

      """)
    for counts in counted {
      page.html("<tr><th scope=\"row\"><a href=\"")
      page.text(counts.table.id)
      page.html(".html\">")
      page.text(counts.table.title)
      page.html("</a> <code>")
      page.text(counts.table.id)
      page.html("</code></th><td>")
      page.number(counts.rows)
      if counts.inForce < counts.rows {
        page.html("<small>, ")
        page.number(counts.inForce)
        page.html(" in force</small>")
      }
      page.html("</td><td>")
      unsure(counts.unverified, counts.secondHand, &page)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table></div>\n")
  }

  /// How many rows are not confirmed, with the words' shapes.
  func unsure(_ unverified: Int, _ secondHand: Int, _ page: inout HTMLBuffer) {
    if unverified > 0 {
      page.html("<b class=\"open\">")
      page.number(unverified)
      page.html(" unverified</b>")
    }
    if secondHand > 0 {
      page.html(unverified > 0 ? ", <b class=\"absent\">" : "<b class=\"absent\">")
      page.number(secondHand)
      page.html(" second-hand</b>")
    }
    if unverified + secondHand == 0 { page.html("<b class=\"none\">None</b>") }
  }

  /// Links to the law tables that hold what a citation names.
  func lawTables(of citation: String, _ page: inout HTMLBuffer) {
    let tables = lawReferences.tables(of: citation)
    guard !tables.isEmpty else { return }
    page.html(" <small>in ")
    for (position, table) in tables.enumerated() {
      if position > 0 { page.html(", ") }
      page.html("<a href=\"../law/")
      page.text(table.id)
      page.html(".html\">")
      page.text(table.title)
      page.html("</a>")
    }
    page.html("</small>")
  }
}

/// A table's rows, counted.
struct LawCounts {
  let table: LawTable
  private(set) var rows = 0
  /// On the day that the register is judged as at.
  private(set) var inForce = 0
  private(set) var unverified = 0
  private(set) var secondHand = 0

  init(_ table: LawTable, _ day: Day) {
    self.table = table
    for row in (try? table.rows()) ?? [] {
      rows += 1
      if row.row.holds(on: day) && !table.isPending { inForce += 1 }
      switch row.row.confidence {
      case .confirmed: break
      case .secondHand: secondHand += 1
      case .unverified: unverified += 1
      }
    }
  }
}

extension LawRow {
  /// It holds on a day under some regime.
  func holds(on day: Day) -> Bool { periods.contains { $0.span.contains(day) } }
}
