import LocatedYAML

extension RegisterSite {
  private static let mostUrgent = 8
  private static let mostQuestions = 10

  /// What needs attention, and the way to everything else. The only page that shows the day and the commit, so that an unchanged
  /// register gives unchanged pages.
  func home(_ page: inout HTMLBuffer) {
    begin("Overview", at: .root, .overview, isTarget: true, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(title)
    page.html("</h1>\n<p class=\"facts\"><span>Judged as at ")
    page.day(law.day)
    page.html("</span>")
    if let commit = assessment.history.commit {
      page.html("<span>Commit <code>")
      page.text(commit)
      page.html(assessment.history.hasUncommittedChanges ? "</code> with uncommitted changes</span>" : "</code></span>")
    }
    page.html("<span>")
    page.count(registry.headers.count { !$0.isBuiltIn }, "record", "records")
    page.html("</span></p></div>\n<h2>Findings</h2>\n")
    let questions = questions()
    counts(questions, &page)
    urgent(&page)
    owners(questions, &page)
    dueFirst(questions, &page)
    kinds(&page)
    judged(&page)
    end(withCommit: true, &page)
  }

  private func counts(_ questions: [DueQuestion], _ page: inout HTMLBuffer) {
    page.html("<ul class=\"counts\">")
    for severity in Severity.allCases.reversed() {
      page.html("<li><strong>")
      page.number(assessment.report.count(severity))
      page.html("</strong>")
      let link = sectionLink(severity)
      if let link {
        page.html("<a href=\"")
        page.link(link)
        page.html("\">")
      }
      mark(severity, &page)
      if link != nil { page.html("</a>") }
      switch severity {
      case .error: page.html("<small>Something required is absent, or two records cannot both be true</small>")
      case .warning: page.html("<small>A person must decide</small>")
      case .advice: page.html("<small>Would make the register better</small>")
      }
      page.html("</li>\n")
    }
    page.html("<li><strong>")
    page.number(questions.count)
    page.html(
      questions.isEmpty
        ? "</strong><b class=\"open\">Open questions</b>"
        : "</strong><a href=\"#questions\"><b class=\"open\">Open questions</b></a>")
    page.html("<small>")
    page.number(questions.count { $0.due.map { $0 < law.day } ?? false })
    page.html(" overdue</small></li></ul>\n")
    states(assessment.report.states, from: .root, &page)
  }

  private func urgent(_ page: inout HTMLBuffer) {
    let errors = assessment.report.findings.prefix { $0.severity == .error }
    if !errors.isEmpty {
      page.html("<h3>Most urgent</h3>\n")
      list(errors.prefix(RegisterSite.mostUrgent), withRule: true, from: .root, &page)
    }
    let count = assessment.report.findings.count
    guard count > 0 else { return }
    page.html("<p><a href=\"findings.html\">")
    page.html(count == 1 ? "The one finding" : "All findings: ")
    if count > 1 { page.number(count) }
    page.html("</a></p>\n")
  }

  private func dueFirst(_ questions: [DueQuestion], _ page: inout HTMLBuffer) {
    guard !questions.isEmpty else { return }
    page.html("<h2 id=\"questions\">Open questions, due first</h2>\n")
    table(questions.prefix(RegisterSite.mostQuestions), label: "questions", withPlace: false, from: .root, &page)
    if questions.count > RegisterSite.mostQuestions {
      page.html("<p>")
      page.number(questions.count - RegisterSite.mostQuestions)
      page.html(
        " more, due later, are on the pages of their records and among <a href=\"findings.html\">the findings</a>.</p>\n"
      )
    }
  }

  private func kinds(_ page: inout HTMLBuffer) {
    page.html("<h2>Records</h2>\n<ul class=\"kinds\">")
    for kind in RecordKind.allCases {
      page.html("<li><a href=\"")
      page.text(kind.rawValue)
      page.html("/index.html\">")
      page.text(kind.title)
      page.html("</a><span>")
      page.number(records(of: kind).count)
      page.html("</span></li>\n")
    }
    page.html("</ul>\n")
  }

  private func judged(_ page: inout HTMLBuffer) {
    let total = assessment.report.total
    page.html("<h2>How it was judged</h2>\n<p><a href=\"rules/index.html\">")
    page.count(Rule.catalogue.count, "rule", "rules")
    page.html("</a> were applied. They came to a result ")
    page.count(total.run, "time", "times")
    page.html(", had nothing to say about a record ")
    page.count(total.notApplicable, "time", "times")
    page.html(", and ")
    page.count(total.notEvaluable, "time", "times")
    page.html(
      """
       they could not judge it, because what they need is an open question or could not be read. The <a href="law/index.html">law tables</a> were last \
      compared with their sources on \

      """)
    page.day(law.law.checked)
    page.html(".</p>\n")
    if assessment.report.isBeforeLaw {
      page.html("<p>The day is earlier than the law tables: only references and open questions were judged.</p>\n")
    }
  }
}
