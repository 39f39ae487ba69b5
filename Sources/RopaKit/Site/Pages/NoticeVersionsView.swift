import LocatedYAML

extension RegisterSite {
  /// Whether a notice is published; without messages nobody can say in which languages there are sentences.
  func publication(ofNotice slot: Int) -> NoticePublication {
    guard let messages = assessment.facts.texts?.messages else {
      return .published(registry.wantedLanguages(of: registry.records.notices[slot]))
    }
    return assessment.publication(ofNotice: slot, messages)
  }

  /// Where an element that a notice owes is not said, beside its name.
  func standing(of element: NoticeElement, _ slot: Int, _ page: inout HTMLBuffer) {
    let (notice, facts) = (registry.records.notices[slot], assessment.facts.notices[slot])
    switch registry.state(of: element.id, in: notice, facts, law) {
    case .served: break
    case .open: page.html(" <b class=\"open\">Open question</b>")
    case .withoutValue: page.html(" <b class=\"absent\">Nothing recorded</b>")
    case .withoutSection: page.html(" <b class=\"absent\">No section says it</b>")
    }
  }

  /// Approval, what strict publishing does, and the versions that were kept.
  func versions(ofNotice slot: Int, _ page: inout HTMLBuffer) {
    guard let standing = assessment.assessed.standing(ofNotice: slot) else { return }
    let notice = registry.records.notices[slot]
    page.html("<h2 id=\"versions\">Approval and versions</h2>\n<dl class=\"fields\"><div><dt>Approval</dt><dd>")
    approval(of: notice, standing, &page)
    if let digest = standing.digest {
      page.html("</dd></div>\n<div><dt>Digest of what it says</dt><dd><code>")
      page.text(digest)
      page.html("</code>")
    }
    page.html("</dd></div>\n<div><dt>With <code>--strict</code></dt><dd>")
    if case .leftOut = publication(ofNotice: slot) {
      page.html("<b class=\"none\">Not published</b> in any case")
    } else if let withheld = assessment.withheld(slot) {
      page.html("<b class=\"warning\">Withheld</b> because ")
      page.text(withheld.reason)
    } else {
      page.html("Published")
    }
    page.html("</dd></div>\n<div><dt>Texts kept</dt><dd>")
    kept(of: notice, standing, &page)
    page.html("</dd></div></dl>\n")
  }

  private func approval(of notice: Notice, _ standing: NoticeStanding, _ page: inout HTMLBuffer) {
    let approval = notice.approved.given
    if let person = approval?.by.given?.record, person.isResolved {
      mention(person, from: .folder, &page)
      if let day = approval?.date.given {
        page.html(" on ")
        page.day(day)
      }
      page.html(": ")
    }
    switch standing.approval {
    case .missing where notice.approved.answer.isOpen: page.html("<b class=\"open\">Open question</b>")
    case .missing: page.html("<b class=\"absent\">Not given</b>")
    case .ofNoContent: page.html("<b class=\"absent\">Names no content</b>")
    case .ofThisContent: page.html("of what the notice says")
    case .ofOtherContent(let since):
      page.html("<b class=\"warning\">Of another content</b>")
      if let since, !since.isEmpty {
        page.html("; changed since: ")
        page.text(someOf(since))
      }
    }
  }

  private func kept(of notice: Notice, _ standing: NoticeStanding, _ page: inout HTMLBuffer) {
    let kept = registry.keptVersions(of: notice)
    if kept.isEmpty {
      page.html("<b class=\"none\">None</b>. <code>ropa keep ")
      page.text(registry.header(notice.common.record).id)
      page.html("</code> keeps the one in force")
      return
    }
    page.html("<ul>")
    for version in kept.suffix(RegisterSite.mostVersions).reversed() {
      page.html("<li>")
      page.day(version.place.day)
      page.html(" <code>")
      page.text(version.place.language.code)
      page.html("</code> ")
      if version.place.day == notice.effective.given {
        let changed = standing.sinceKept ?? []
        page.html(changed.isEmpty ? "in force, and the notice says the same" : "<b class=\"warning\">Differs</b>: ")
        page.text(someOf(changed))
      }
      page.html("<span class=\"place\">File ")
      places.write(version.range, withColumn: false, &page)
      page.html("</span></li>")
    }
    page.html("</ul>")
    if kept.count > RegisterSite.mostVersions {
      page.html("<p>and ")
      page.number(kept.count - RegisterSite.mostVersions)
      page.html(" earlier ones</p>")
    }
  }

  private static let mostVersions = 24

  /// The statements that a notice prints, and whether the records agree with them.
  func promises(ofNotice slot: Int, _ page: inout HTMLBuffer) {
    let notice = registry.records.notices[slot]
    var seen: Set<RecordIndex> = []
    let printed = notice.sections.elements().flatMap { $0.statements.elements() }.map(\.record).filter {
      $0.isResolved && seen.insert($0).inserted
    }
    guard !printed.isEmpty else { return }
    page.html("<h2 id=\"promises\">What it promises <small>")
    page.number(printed.count)
    page.html("</small></h2>\n<table class=\"stack\"><thead><tr><th scope=\"col\">Statement</th>")
    page.html("<th scope=\"col\">The records</th></tr></thead>\n<tbody>\n")
    for record in printed {
      page.html("<tr><th scope=\"row\">")
      mention(record, from: .folder, &page)
      page.html("</th><td data-label=\"The records\">")
      agreement(with: record, &page)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table>\n")
  }

  private func agreement(with record: RecordIndex, _ page: inout HTMLBuffer) {
    let against = assessment.report.findings(on: record).filter {
      Rule.catalogue[$0.rule].ground == .contradiction && $0.records.first == record
    }
    if against.isEmpty {
      let statement = registry.records.statements[Int(registry.header(record).slot)]
      return page.html(
        statement.claim.answer.isAbsent ? "Not compared: it names no claim" : "Nothing recorded speaks against it")
    }
    page.html("<ul>")
    for finding in against.prefix(3) {
      page.html("<li>")
      page.severity(finding.severity)
      page.html(" ")
      page.text(finding.message)
      page.html("</li>")
    }
    page.html("</ul>")
  }
}
