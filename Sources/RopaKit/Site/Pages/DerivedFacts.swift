import LocatedYAML

extension RegisterSite {
  /// What follows from an activity's record and those it names: our role, the rights that apply, the flows.
  func derived(activity slot: Int, _ page: inout HTMLBuffer) {
    let activity = registry.records.activities[slot]
    let regimes = registry.regimes(of: activity)
    page.html("<h2 id=\"derived\">What follows</h2>\n<dl class=\"fields\"><div><dt>Our role</dt><dd>")
    role(in: activity, &page)
    page.html("</dd></div>\n<div><dt>Law</dt><dd>")
    names(of: regimes, &page)
    page.html("</dd></div>\n")
    if activity.isControllerRecord {
      let key = RightsKey(bases: registry.bases(of: activity).references.map(\.record), regimes: regimes)
      rightsMarkup.write(key, into: &page) { rights(of: activity, regimes, &$0) }
    }
    page.html("</dl>\n<h2 id=\"flows\">Data flows</h2>\n")
    let flows = FlowView(self, activity: slot, regimes: regimes)
    if !flows.legs.isEmpty {
      flows.write(&page)
    } else if activity.runs {
      page.html("<p>No leg to another body is recorded.</p>\n")
    } else {
      page.html("<p>Not followed: the activity does not run.</p>\n")
    }
  }

  private func role(in activity: Activity, _ page: inout HTMLBuffer) {
    let organisation = registry.organisation(of: activity)
    if !activity.isControllerRecord {
      page.html("Processor")
    } else if activity.controller.elements().count > 1 {
      page.html("Joint controller")
    } else if activity.controller.answer.isOpen {
      page.html("<b class=\"open\">Open question</b>: who decides")
    } else {
      page.html("Controller")
    }
    if organisation.isResolved {
      page.html(": ")
      mention(organisation, from: .folder, &page)
    }
  }

  private func names(of regimes: [Regime], _ page: inout HTMLBuffer) {
    if regimes.isEmpty { page.html("<b class=\"absent\">Not given</b>") }
    for (position, regime) in regimes.enumerated() {
      if position > 0 { page.html(", ") }
      page.text(law.name(of: regime)?.name ?? regime.rawValue)
    }
  }

  private func rights(of activity: Activity, _ regimes: [Regime], _ page: inout HTMLBuffer) {
    page.html("<div><dt>Rights that apply</dt><dd><ul>")
    for right in registry.rights(of: [activity], regimes, law: law) {
      page.html("<li>")
      page.text(right.right.title)
      switch right.scope {
      case .applies: break
      case .limited: page.html(", within limits")
      case .barred: page.html(", not on this basis")
      case .doesNotApply: page.html(", does not apply")
      }
      for citation in right.citations {
        page.html(" <small>")
        page.text(citation)
        page.html("</small>")
      }
      page.html("</li>")
    }
    page.html("</ul></dd></div>\n")
  }

  /// What a notice covers and what Art 13 and 14 ask it to say, with the way to its public page.
  func derived(notice slot: Int, _ page: inout HTMLBuffer) {
    let facts = assessment.facts.notices[slot]
    let isOpen = registry.records.notices[slot].effective.answer.isOpen
    page.html("<h2 id=\"derived\">What follows</h2>\n<dl class=\"fields\"><div><dt>On the day</dt><dd>")
    page.html(
      !facts.isPublished ? "Not in force" : isOpen ? "Published, since when is not known" : "In force")
    page.html("</dd></div>\n<div><dt>Public page</dt><dd>")
    publicPages(of: registry.records.notices[slot], slot, &page)
    page.html("</dd></div>\n<div><dt>Law</dt><dd>")
    names(of: facts.regimes, &page)
    page.html("</dd></div>\n<div><dt>Activities covered</dt><dd>")
    if facts.told.isEmpty { page.html("<b class=\"none\">None</b>") } else { page.html("<ul>") }
    for activity in facts.told.prefix(RegisterSite.mostFindings) {
      page.html("<li>")
      mention(registry.records.activities[activity].common.record, from: .folder, &page)
      page.html("</li>")
    }
    if !facts.told.isEmpty { page.html("</ul>") }
    if facts.told.count > RegisterSite.mostFindings {
      page.html("<p>and ")
      page.number(facts.told.count - RegisterSite.mostFindings)
      page.html(" more</p>")
    }
    page.html("</dd></div>\n<div><dt>Articles</dt><dd>")
    articles(facts, &page)
    page.html("</dd></div>\n<div><dt>What it owes</dt><dd><ul>")
    if facts.owed.isEmpty { page.html("<li><b class=\"none\">None</b></li>") }
    for owed in facts.owed {
      page.html("<li>")
      page.text(owed.element.title)
      for citation in owed.citations {
        page.html(" <small>")
        page.text(citation)
        page.html("</small>")
      }
      standing(of: owed.element, slot, &page)
      page.html("</li>")
    }
    page.html("</ul></dd></div>\n</dl>\n")
    versions(ofNotice: slot, &page)
    promises(ofNotice: slot, &page)
    provenance(ofNotice: slot, &page)
    reading(ofNotice: slot, &page)
  }

  private func articles(_ facts: NoticeFacts, _ page: inout HTMLBuffer) {
    if facts.activities.isEmpty && !facts.told.isEmpty { return page.html("None: whoever decides tells people") }
    page.html(
      facts.owesArticle13 == facts.owesArticle14
        ? (facts.owesArticle13
          ? "13 and 14: data come from the person and from elsewhere" : "13: no source is recorded")
        : facts.owesArticle13 ? "13: data come from the person" : "14: data come from elsewhere")
  }

  private func publicPages(of notice: Notice, _ slot: Int, _ page: inout HTMLBuffer) {
    let languages: [Language]
    switch publication(ofNotice: slot) {
    case .published(let published): languages = published
    case .leftOut(let reason):
      page.html("<b class=\"none\">None</b>: ")
      return page.text(reason)
    }
    let id = registry.headers[Int(notice.common.record.value)].id
    for (position, language) in languages.enumerated() {
      if position > 0 { page.html(", ") }
      page.html("<a href=\"")
      page.link(Link(page: "../../public/" + id + "/" + language.code + ".html"))
      page.html("\"><code>")
      page.text(language.code)
      page.html("</code></a>")
    }
  }

  /// The activities whose data reach a body, whatever the way.
  func reach(of party: RecordIndex, _ page: inout HTMLBuffer) {
    let (count, first) = reach.activities(party)
    guard count > 0 else { return }
    page.html("<h2 id=\"reach\">Data reach it from <small>")
    page.count(count, "activity", "activities")
    page.html("</small></h2>\n<ul>")
    for activity in first {
      page.html("<li>")
      mention(activity, from: .folder, &page)
      page.html("</li>")
    }
    page.html("</ul>\n")
    if count > first.count {
      page.html("<p>and ")
      page.number(count - first.count)
      page.html(" more</p>\n")
    }
  }
}
