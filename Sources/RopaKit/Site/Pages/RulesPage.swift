import LocatedYAML

extension RegisterSite {
  /// The catalogue of rules by group, with what each found and how often it could not judge.
  func rulesPage(_ page: inout HTMLBuffer) {
    begin("Rules", at: .folder, .rules, isTarget: true, &page)
    trail("Rules", at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>Rules</h1>\n<p class=\"lede\">")
    page.count(Rule.catalogue.count, "rule looks", "rules look")
    page.html(
      " at the records together. Each has a page with its reason, the text it rests on and examples.</p>\n")
    states(assessment.report.states, from: .folder, &page)
    page.html("</div>\n")
    for group in RuleGroup.allCases {
      let rules = Rule.catalogue.indices.filter { Rule.catalogue[$0].group == group }
      if !rules.isEmpty { table(group, rules, &page) }
    }
    notFromRecords(&page)
    end(&page)
  }

  /// What no rule can say, so that silence is not taken for an answer.
  private func notFromRecords(_ page: inout HTMLBuffer) {
    page.html(
      """
      <h2 id="not-from-records">What cannot be seen from records</h2>
      <p>These are questions for a review. No rule speaks of them, and that none speaks says nothing.</p>
      <dl>

      """)
    for question in NotFromRecords.all {
      page.html("<dt id=\"")
      page.text(question.id)
      page.html("\">")
      page.text(question.question)
      page.html("</dt><dd>")
      page.text(question.reason)
      page.html(" (")
      page.text(question.citations.joined(separator: "; "))
      page.html(")</dd>\n")
    }
    page.html("</dl>\n")
  }

  private func table(_ group: RuleGroup, _ rules: [Int], _ page: inout HTMLBuffer) {
    page.html("<h2 id=\"")
    page.text(group.rawValue)
    page.html("\">")
    page.text(group.title)
    page.html("</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"")
    page.text(group.rawValue)
    page.html(
      """
      " tabindex="0"><table>
      <thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="number">Findings</th>\
      <th scope="col" class="number">Judged</th><th scope="col" class="number">Not judged</th></tr></thead>
      <tbody>

      """)
    for number in rules { row(number, &page) }
    page.html("</tbody></table></div>\n")
  }

  private func row(_ number: Int, _ page: inout HTMLBuffer) {
    let rule = Rule.catalogue[number]
    let count = assessment.report.counts[number]
    page.html("<tr><th scope=\"row\">")
    page.html("<a href=\"")
    page.text(rule.id)
    page.html(".html\">")
    page.text(rule.title)
    page.html("</a> <code>")
    page.text(rule.id)
    page.html("</code></th><td>")
    page.severity(rule.severity)
    page.html("</td><td class=\"number\">")
    page.number(assessment.report.findings(of: number).count)
    let settled = assessment.report.settled(of: number).count
    if settled > 0 {
      page.html(" <small>and ")
      page.number(settled)
      page.html(" decided</small>")
    }
    page.html("</td><td class=\"number\">")
    // Reading looks at every byte of every file; there is nothing to count.
    if case .reading = rule.check { page.html("every file") } else { page.number(count.run) }
    page.html("</td><td class=\"number\">")
    page.number(count.notEvaluable)
    page.html("</td></tr>\n")
  }
}
