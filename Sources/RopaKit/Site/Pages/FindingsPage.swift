import LocatedYAML

extension Severity {
  /// The word of a heading, and the id of its section.
  fileprivate var plural: (words: StaticString, id: StaticString) {
    switch self {
    case .error: ("Errors", "errors")
    case .warning: ("Warnings", "warnings")
    case .advice: ("Advice", "advice")
    }
  }
}

extension RegisterSite {
  /// When there are more findings than one page bears, each rule shows this many here and the rest on its own page.
  private static let fewFindings = 3

  /// All findings by severity and rule.
  func findingsPage(_ page: inout HTMLBuffer) {
    let report = assessment.report
    begin("Findings", at: .root, .findings, isTarget: true, &page)
    trail("", ("Findings", "findings"), at: .root, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>Findings</h1>\n<p class=\"lede\">")
    page.count(report.findings.count, "finding", "findings")
    page.html(" in ")
    page.count(registry.headers.count { !$0.isBuiltIn }, "record", "records")
    let groups = groups()
    for (position, group) in groups.enumerated() {
      page.html(position == 0 ? ": " : ", ")
      page.html("<a href=\"#")
      page.html(group.severity.plural.id)
      page.html("\">")
      page.number(group.count)
      page.html(" ")
      page.text(
        group.count == 1 ? group.severity.word : group.severity == .advice ? "advice" : group.severity.word + "s")
      page.html("</a>")
    }
    page.html(".</p>\n")
    states(report.states, from: .root, &page)
    page.html("</div>\n")
    if groups.isEmpty && report.settled.isEmpty && report.hidden.isEmpty {
      page.html("<p><b class=\"none\">None</b></p>\n")
    } else {
      page.html("<div class=\"columns\"><div>\n")
      for group in groups { section(group, isWhole: report.findings.count <= RegisterSite.mostFindings, &page) }
      settled(&page)
      ignoredByPolicy(&page)
      page.html("</div><aside>\n")
      contents(groups, &page)
      page.html("</aside></div>\n")
    }
    end(&page)
  }

  /// The findings of one severity, by rule in the order of the catalogue.
  private struct Group {
    let severity: Severity
    let rules: [(rule: Int, findings: [Int])]
    var count: Int { rules.reduce(0) { $0 + $1.findings.count } }
  }

  private func groups() -> [Group] {
    Severity.allCases.reversed().compactMap { severity in
      var byRule: [Int: [Int]] = [:]
      for (index, finding) in assessment.report.findings.enumerated() where finding.severity == severity {
        byRule[finding.rule, default: []].append(index)
      }
      return byRule.isEmpty
        ? nil : Group(severity: severity, rules: byRule.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// A rule may speak with two severities, so its sections are told apart.
  private func anchor(_ rule: Int, _ severity: Severity, _ page: inout HTMLBuffer) {
    page.text(severity.word)
    page.html("-")
    page.text(Rule.catalogue[rule].id)
  }

  private func section(_ group: Group, isWhole: Bool, _ page: inout HTMLBuffer) {
    page.html("<section aria-labelledby=\"")
    page.html(group.severity.plural.id)
    page.html("\"><h2 id=\"")
    page.html(group.severity.plural.id)
    page.html("\">")
    page.html(group.severity.plural.words)
    page.html(" <small>")
    page.number(group.count)
    page.html("</small></h2>\n")
    for (rule, findings) in group.rules {
      page.html("<h3 id=\"")
      anchor(rule, group.severity, &page)
      page.html("\">")
      page.text(Rule.catalogue[rule].title)
      page.html(" <small>")
      self.rule(rule, from: .root, &page)
      page.html(", ")
      page.count(findings.count, "finding", "findings")
      page.html("</small></h3>\n")
      if isWhole, let questions = questions(of: rule, findings.map { assessment.report.findings[$0] }) {
        table(
          questions, label: group.severity == .advice ? "advice-open-question" : "warning-open-question",
          withPlace: true, from: .root, &page)
        continue
      }
      let shown = isWhole ? findings[...] : findings.prefix(RegisterSite.fewFindings)
      list(shown.map { assessment.report.findings[$0] }, withRule: false, from: .root, &page)
      if shown.count < findings.count { others(rule, findings.count - shown.count, &page) }
    }
    page.html("</section>\n")
  }

  private func others(_ rule: Int, _ count: Int, _ page: inout HTMLBuffer) {
    page.html("<p><a href=\"rules/")
    page.text(Rule.catalogue[rule].id)
    page.html(".html#findings\">")
    page.number(count)
    page.html(" more</a></p>\n")
  }

  /// What people have accepted or dismissed; it is never left out.
  private func settled(_ page: inout HTMLBuffer) {
    let findings = assessment.report.settled
    guard !findings.isEmpty else { return }
    page.html("<section aria-labelledby=\"settled\"><h2 id=\"settled\">Accepted and dismissed <small>")
    page.number(findings.count)
    page.html("</small></h2>\n")
    list(findings.prefix(RegisterSite.mostFindings), withRule: true, from: .root, &page)
    more(findings.count - RegisterSite.mostFindings, &page)
    disclaimer(&page)
    page.html("</section>\n")
  }

  private func contents(_ groups: [Group], _ page: inout HTMLBuffer) {
    page.html("<nav class=\"contents\" aria-label=\"Rules\"><h2>On this page</h2><ul>\n")
    for group in groups {
      page.html("<li><a href=\"#")
      page.html(group.severity.plural.id)
      page.html("\">")
      mark(group.severity, &page)
      page.html("</a> <span>")
      page.number(group.count)
      page.html("</span><ul>")
      for (rule, findings) in group.rules {
        page.html("<li><a href=\"#")
        anchor(rule, group.severity, &page)
        page.html("\">")
        page.text(Rule.catalogue[rule].id)
        page.html("</a> <span>")
        page.number(findings.count)
        page.html("</span></li>")
      }
      page.html("</ul></li>\n")
    }
    if !assessment.report.settled.isEmpty {
      page.html("<li><a href=\"#settled\">Accepted and dismissed</a> <span>")
      page.number(assessment.report.settled.count)
      page.html("</span></li>\n")
    }
    page.html("</ul></nav>")
  }

  /// The plural of a severity, with its shape.
  func mark(_ severity: Severity, _ page: inout HTMLBuffer) {
    switch severity {
    case .error: page.html("<b class=\"error\">Errors</b>")
    case .warning: page.html("<b class=\"warning\">Warnings</b>")
    case .advice: page.html("<b class=\"advice\">Advice</b>")
    }
  }

  /// The section of the findings page that holds a severity; nil when there is none.
  func sectionLink(_ severity: Severity) -> Link? {
    assessment.report.count(severity) == 0 ? nil : Link(page: "findings.html#" + severity.plural.id.description)
  }
}
