/// The links at the top of every page.
enum MainLink: CaseIterable {
  case overview, activities, notices, findings, reviews, rules, law, fields
}

extension RegisterSite {
  /// Everything before the page's own content.
  /// - Parameters:
  ///   - name: what the page shows; the first part of its title.
  ///   - section: the second part, when there is one.
  ///   - current: the main link that leads here, or into whose section the page belongs.
  ///   - isTarget: the main link leads to this very page.
  func begin(
    _ name: String, in section: String? = nil, at depth: PageDepth, _ current: MainLink?, isTarget: Bool = false,
    _ page: inout HTMLBuffer
  ) {
    page.html(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
      form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    page.text(name)
    if let section {
      page.html(" – ")
      page.text(section)
    }
    page.html(" – ")
    page.text(title)
    page.html("</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"")
    page.html(depth.up)
    page.html("icon.svg\">\n<link rel=\"stylesheet\" href=\"")
    page.html(depth.up)
    page.html(
      """
      style.css">
      </head>
      <body class="register">
      <a class="skip" href="#main">Skip to content</a>
      <header><a class="home" href="
      """)
    page.html(depth.up)
    page.html("index.html\"><img src=\"")
    page.html(depth.up)
    page.html("icon.svg\" alt=\"\">")
    page.text(title)
    page.html("</a>\n<nav aria-label=\"Main\"><ul>")
    for link in MainLink.allCases { write(link, at: depth, link == current, isTarget, &page) }
    page.html("</ul></nav></header>\n")
  }

  private func write(
    _ link: MainLink, at depth: PageDepth, _ isCurrent: Bool, _ isTarget: Bool, _ page: inout HTMLBuffer
  ) {
    page.html("<li><a href=\"")
    page.html(depth.up)
    switch link {
    case .overview: page.html("index.html\"")
    case .activities: page.html("activities/index.html\"")
    case .notices: page.html("notices/index.html\"")
    case .findings: page.html("findings.html\"")
    case .reviews: page.html("reviews/index.html\"")
    case .rules: page.html("rules/index.html\"")
    case .law: page.html("law/index.html\"")
    case .fields: page.html("fields/index.html\"")
    }
    if isCurrent { page.html(isTarget ? " aria-current=\"page\"" : " aria-current=\"true\"") }
    switch link {
    case .overview: page.html(">Overview</a></li>")
    case .activities: page.html(">Activities</a></li>")
    case .notices: page.html(">Notices</a></li>")
    case .findings: page.html(">Findings</a></li>")
    case .reviews: page.html(">Reviews</a></li>")
    case .rules: page.html(">Rules</a></li>")
    case .law: page.html(">Law</a></li>")
    case .fields: page.html(">Fields</a></li>")
    }
  }

  /// The breadcrumbs: the overview, then the index of a folder or the page itself, then a page of that folder.
  func trail(
    _ index: String, _ leaf: (name: String, file: String)? = nil, at depth: PageDepth, _ page: inout HTMLBuffer
  ) {
    page.html("<nav class=\"trail\" aria-label=\"Breadcrumb\"><ol><li><a href=\"")
    page.html(depth.up)
    page.html("index.html\">Overview</a></li>")
    if depth == .folder {
      page.html(leaf == nil ? "<li><a href=\"index.html\" aria-current=\"page\">" : "<li><a href=\"index.html\">")
      page.text(index)
      page.html("</a></li>")
    }
    if let leaf {
      page.html("<li><a href=\"")
      page.text(leaf.file)
      page.html(".html\" aria-current=\"page\">")
      page.text(leaf.name)
      page.html("</a></li>")
    }
    page.html("</ol></nav>\n")
  }

  /// Everything after the page's own content.
  func end(withCommit: Bool = false, _ page: inout HTMLBuffer) {
    page.html("</main>\n<footer>")
    if withCommit { commit(&page) }
    page.html("<p>Records kept by ")
    for (position, organisation) in registry.organisations.enumerated() {
      if position > 0 { page.html(", ") }
      page.text(names[Int(organisation.common.record.value)])
    }
    if registry.organisations.isEmpty { page.html("an organisation that is not named") }
    page.html(
      """
      , compared with each other by a program. The pages show what is on record and what is not. They are not legal advice, not an \
      audit, not a certificate, and no judgement whether the law is met; let a qualified person look before you rely on them.</p>
      <p>Law tables last compared with their sources on \

      """)
    page.day(law.law.checked)
    page.html(".</p></footer>\n</body>\n</html>\n")
  }

  private func commit(_ page: inout HTMLBuffer) {
    page.html("<p>As at ")
    page.day(law.day)
    if let commit = assessment.history.commit {
      page.html(", from commit <code>")
      page.text(commit)
      page.html("</code>")
      if assessment.history.hasUncommittedChanges { page.html(" with uncommitted changes") }
    }
    page.html(".</p>")
  }

  /// Owner and due day of an open question; nothing when neither is known.
  func duty(_ owner: RecordIndex?, _ due: Day?, from depth: PageDepth, _ page: inout HTMLBuffer) {
    guard owner != nil || due != nil else { return }
    page.html(" <small>")
    if let owner {
      page.html("Owner ")
      mention(owner, from: depth, &page)
    }
    if let due {
      page.html(owner == nil ? "Due " : ", due ")
      page.day(due)
      if due < law.day { page.html(" <b class=\"warning\">Overdue</b>") }
    }
    page.html("</small>")
  }
}
