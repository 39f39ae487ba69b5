import LocatedYAML

extension RegisterSite {
  /// All reviews, those to look at first at the top.
  func reviewIndex(_ page: inout HTMLBuffer) {
    let portfolio = reviewer.portfolio(reviewed, jobs: 1)
    let others = registry.records.activities.count - reviewed.count
    begin("Reviews", at: .folder, .reviews, isTarget: true, &page)
    trail("Reviews", at: .folder, &page)
    page.html(
      """
      <main id="main">
      <div class="title"><h1>Reviews</h1>
      <p class="lede">What a reviewer of an impact assessment reads of each activity. First come records that conflict or that the cited text does \
      not allow, then a high risk that remains, then sensitive data with open findings on transfers or security, then what was looked at longest ago.</p></div>

      """)
    if others > 0 {
      page.html("<p>")
      page.count(others, "further activity has", "further activities have")
      page.html(
        " no page here: <code>ropa review</code> prints their reviews, and <code>ropa site --reviews all</code> makes a page for each.</p>\n"
      )
    }
    if portfolio.isEmpty {
      if others == 0 { page.html("<p><b class=\"none\">None</b>: no activity is recorded.</p>\n") }
    } else {
      page.html(
        """
        <div class="scroll" role="region" aria-label="Reviews" tabindex="0"><table class="stack">
        <thead><tr><th scope="col">Activity</th><th scope="col">Gate</th><th scope="col">Risk, by its assessor</th>\
        <th scope="col">Data</th><th scope="col">Looked at longest ago</th></tr></thead>
        <tbody>

        """)
      for summary in portfolio { row(summary, &page) }
      page.html("</tbody></table></div>\n")
    }
    end(&page)
  }

  private func row(_ summary: ReviewSummary, _ page: inout HTMLBuffer) {
    let index = Int(summary.record.value)
    page.html("<tr><th scope=\"row\"><a href=\"")
    page.text(registry.headers[index].id)
    page.html(".html\">")
    page.text(names[index])
    page.html("</a></th><td data-label=\"Gate\">")
    mark(summary.gate, &page)
    page.html("</td><td data-label=\"Risk, by its assessor\">")
    if let level = summary.residual { page.capitalised(level.rawValue) } else { page.html("Not assessed") }
    page.html("</td><td data-label=\"Data\">")
    page.html(summary.usesSensitiveData ? "Special category or offences" : "None marked as sensitive")
    page.html("</td><td data-label=\"Looked at longest ago\">")
    if let oldest = summary.freshness.oldest, let last = oldest.last {
      mention(oldest.record, from: .folder, &page)
      page.html(" <small>")
      page.day(last)
      page.html("</small>")
    } else {
      page.html("<b class=\"absent\">No look recorded</b>")
    }
    page.html("</td></tr>\n")
  }
}
