import LocatedYAML

extension RegisterSite {
  /// A law table: what holds on the day the register is judged as at, then the rest, each row with its days, source and doubts.
  func lawPage(_ table: LawTable, _ page: inout HTMLBuffer) {
    let rows = (try? table.rows()) ?? []
    let counts = LawCounts(table, law.day)
    begin(table.title, in: "Law", at: .folder, .law, &page)
    trail("Law", (table.title, table.id), at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(table.title)
    page.html("</h1>\n<p class=\"lede\">")
    page.text(table.about)
    page.html("</p>\n<p class=\"facts\"><code>")
    page.text(table.id)
    page.html("</code><span>")
    page.count(counts.rows, "row", "rows")
    page.html("</span><span>")
    if counts.unverified + counts.secondHand > 0 {
      unsure(counts.unverified, counts.secondHand, &page)
    } else {
      page.html("All confirmed")
    }
    page.html("</span><span>Compared with its sources on ")
    page.day(table.checked)
    page.html("</span></p></div>\n")
    let now = rows.filter { $0.row.holds(on: law.day) && !table.isPending }
    let other = rows.filter { !$0.row.holds(on: law.day) || table.isPending }
    section("now", other.isEmpty ? "Rows" : "In force", now, of: table, &page)
    section("other", now.isEmpty ? "Not in force" : "Not in force on the day of this register", other, of: table, &page)
    sources(table, counts, &page)
    rules(of: table, &page)
    end(&page)
  }

  private func section(
    _ id: StaticString, _ title: StaticString, _ rows: [LawTableRow], of table: LawTable, _ page: inout HTMLBuffer
  ) {
    guard !rows.isEmpty else { return }
    let layout = LawLayout(table, rows)
    page.html("<h2 id=\"")
    page.html(id)
    page.html("\">")
    page.html(title)
    page.html(" <small>")
    page.number(rows.count)
    page.html("</small></h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"")
    page.html(id)
    page.html("\" tabindex=\"0\"><table class=\"stack law\">\n<thead><tr><th scope=\"col\">Row</th>")
    if layout.hasDays { page.html("<th scope=\"col\">Holds</th>") }
    for column in layout.columns {
      page.html("<th scope=\"col\">")
      page.text(column.heading)
      page.html("</th>")
    }
    page.html(layout.hasSources ? "<th scope=\"col\">Source</th></tr></thead>\n<tbody>\n" : "</tr></thead>\n<tbody>\n")
    for row in rows { write(row, layout, &page) }
    page.html("</tbody></table></div>\n")
  }

  private func write(_ entry: LawTableRow, _ layout: LawLayout, _ page: inout HTMLBuffer) {
    let row = entry.row
    page.html("<tr id=\"row-")
    page.text(row.id)
    page.html("\"><th scope=\"row\">")
    page.capitalised(title(of: entry))
    page.html("<code>")
    page.text(row.id)
    page.html("</code>")
    switch row.confidence {
    case .confirmed: break
    case .secondHand: page.html("<b class=\"absent\">Second-hand</b>")
    case .unverified: page.html("<b class=\"open\">Unverified</b>")
    }
    for words in row.doubts + [row.note].compactMap({ $0 }) {
      page.html("<small>")
      page.capitalised(words)
      page.html("</small>")
    }
    page.html("</th>")
    if layout.hasDays {
      page.html("<td class=\"days\" data-label=\"Holds\">")
      days(row, &page)
      page.html("</td>")
    }
    for column in layout.columns {
      page.html("<td data-label=\"")
      page.text(column.heading)
      page.html("\">")
      lawCell(entry.value, column, &page)
      page.html("</td>")
    }
    if layout.hasSources {
      page.html("<td data-label=\"Source\">")
      if row.source != layout.source { page.text(row.source) }
      if row.checked != layout.checked {
        page.html(" <small>Compared on ")
        page.day(row.checked)
        page.html("</small>")
      }
      page.html("</td>")
    }
    page.html("</tr>\n")
  }

  /// What a row is called; places have their names in the table of countries.
  private func title(of entry: LawTableRow) -> String {
    guard entry.row.title == entry.row.id else { return entry.row.title }
    for key in ["country", "area", "regime"] {
      if let value = entry.value.value(at: key) { return lawName(value.text) }
    }
    return label(of: entry.row.id)
  }

  /// When a row holds; periods of several regimes that agree stand together.
  private func days(_ row: LawRow, _ page: inout HTMLBuffer) {
    var written: [[Int]] = []
    for (index, period) in row.periods.enumerated() {
      let same = written.firstIndex { row.periods[$0[0]].agrees(with: period) }
      if let same { written[same].append(index) } else { written.append([index]) }
    }
    for group in written {
      let period = row.periods[group[0]]
      page.html("<p>")
      let regimes = group.compactMap { row.periods[$0].regime }
      for (position, regime) in regimes.enumerated() {
        if position > 0 { page.html(", ") }
        page.text(label(of: regime.rawValue))
      }
      if !regimes.isEmpty { page.html("<br>") }
      page.html("from ")
      page.day(period.span.from)
      if let last = period.span.to {
        page.html(" to ")
        page.day(last)
      }
      if !period.cite.isEmpty {
        page.html("<br><small>")
        page.text(period.cite)
        page.html("</small>")
      }
      if let value = period.value { lawExtras(value, &page) }
      page.html("</p>")
    }
  }

  private func sources(_ table: LawTable, _ counts: LawCounts, _ page: inout HTMLBuffer) {
    page.html("<h2 id=\"sources\">Sources</h2>\n<p>")
    page.text(table.source)
    page.html(". Rows that name no source of their own rest on these.</p>\n")
    if counts.unverified > 0 {
      page.html(
        """
        <p><b class="open">Unverified</b> rows hold what is believed; each says what was not confirmed. Look before you rely on \
        one.</p>

        """)
    }
    if counts.secondHand > 0 {
      page.html("<p><b class=\"absent\">Second-hand</b> rows were read in secondary sources only.</p>\n")
    }
  }

  private func rules(of table: LawTable, _ page: inout HTMLBuffer) {
    let rules = lawReferences.rules(of: table)
    guard !rules.isEmpty else { return }
    page.html("<h2 id=\"rules\">Rules that cite these provisions</h2>\n<ul>")
    for rule in rules {
      page.html("<li>")
      page.text(Rule.catalogue[rule].title)
      page.html(" <small>")
      self.rule(rule, from: .folder, &page)
      page.html("</small></li>")
    }
    page.html("</ul>\n")
  }
}

/// Which columns a list of rows has: those in which some row says something.
struct LawLayout {
  let columns: [LawColumn]
  /// Rows differ in their days, their regime or what they cite.
  let hasDays: Bool
  /// Rows name other sources than the table.
  let hasSources: Bool
  /// The table's own, which rows do not repeat.
  let source: String
  let checked: Day

  init(_ table: LawTable, _ rows: [LawTableRow]) {
    columns = table.columns.filter { column in
      rows.contains { row in column.keys.contains { row.value.value(along: $0) != nil } }
    }
    hasDays = rows.contains { row in
      row.row.periods.contains { $0.regime != nil || !$0.cite.isEmpty || $0.span != rows[0].row.periods[0].span }
    }
    hasSources = rows.contains { $0.row.source != table.source || $0.row.checked != table.checked }
    source = table.source
    checked = table.checked
  }
}

extension RowPeriod {
  /// Says the same as another period, apart from the regime.
  fileprivate func agrees(with other: RowPeriod) -> Bool {
    span == other.span && cite == other.cite && !hasExtras && !other.hasExtras
  }

  private var hasExtras: Bool { value.map { !lawExtraKeys($0).isEmpty } ?? false }
}
