import LocatedYAML

extension RegisterSite {
  /// Which activity is told to which people by which notice, grouped by the people, those first whom no notice in force tells.
  func noticeCover(_ page: inout HTMLBuffer) {
    let cover = NoticeCover(assessment.assessed)
    page.html("<h2 id=\"cover\">Who is told of what</h2>\n")
    if cover.groups.isEmpty {
      page.html("<p><b class=\"none\">None</b>: no activity that runs names the people concerned.</p>\n")
    } else {
      page.html(
        """
        <p>Every activity in which the organisation decides, by the people whose data it uses, with the notices in force that are for them. \
        Where it works for somebody else, that controller tells the people.</p>

        """)
    }
    let groups = cover.groups.map { (people: $0.people, entries: $0.entries.sorted { $0.isBefore($1) }) }
    for group in groups { write(group.people, group.entries, isOnly: groups.count == 1, &page) }
    if cover.withoutPeople > 0 {
      page.html("<p>")
      page.count(cover.withoutPeople, "activity names", "activities name")
      page.html(" no people.</p>\n")
    }
  }

  private func write(_ people: RecordIndex, _ entries: [NoticeCover.Entry], isOnly: Bool, _ page: inout HTMLBuffer) {
    let untold = entries.count { $0.isUntold }
    // What needs attention is open; a register of one group is read at once.
    page.html(untold > 0 || isOnly ? "<details class=\"origin\" open><summary>" : "<details class=\"origin\"><summary>")
    page.text(names[Int(people.value)])
    page.html(" <small>")
    page.count(entries.count, "activity", "activities")
    if untold > 0 {
      page.html(", ")
      page.number(untold)
      page.html(" without a notice in force")
    }
    page.html("</small></summary>\n<table class=\"stack\"><thead><tr><th scope=\"col\">Activity</th>")
    page.html("<th scope=\"col\">Notices</th></tr></thead>\n<tbody>\n")
    for entry in entries.prefix(RegisterSite.mostOfGroup) {
      page.html("<tr><th scope=\"row\">")
      mention(registry.records.activities[entry.activity].common.record, from: .folder, &page)
      page.html("</th><td data-label=\"Notices\">")
      write(entry.standing, &page)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table>\n")
    if entries.count > RegisterSite.mostOfGroup {
      page.html("<p>and ")
      page.number(entries.count - RegisterSite.mostOfGroup)
      page.html(" more, each shown on its own page</p>\n")
    }
    page.html("</details>\n")
  }

  private func write(_ standing: NoticeCover.Standing, _ page: inout HTMLBuffer) {
    switch standing {
    case .told(let notices): write(notices, &page)
    case .drafted(let notices):
      page.html("<b class=\"warning\">Not in force</b> ")
      write(notices, &page)
    case .otherAudience(let notices):
      page.html("<b class=\"warning\">For others</b> ")
      write(notices, &page)
    case .exempt: page.html("<b class=\"none\">None</b>: an exemption is recorded")
    case .untold: page.html("<b class=\"error\">None</b>")
    }
  }

  private func write(_ notices: [Int], _ page: inout HTMLBuffer) {
    for (position, slot) in notices.prefix(4).enumerated() {
      if position > 0 { page.html(", ") }
      mention(registry.records.notices[slot].common.record, from: .folder, &page)
    }
    if notices.count > 4 {
      page.html(" and ")
      page.number(notices.count - 4)
      page.html(" more")
    }
  }

  /// As many activities of one group of people as the page shows.
  private static let mostOfGroup = 60
}

extension NoticeCover.Entry {
  fileprivate var isUntold: Bool {
    switch standing {
    case .told, .exempt: false
    case .drafted, .otherAudience, .untold: true
    }
  }

  fileprivate func isBefore(_ other: NoticeCover.Entry) -> Bool {
    isUntold == other.isUntold ? activity < other.activity : isUntold
  }
}
