import LocatedYAML

extension RegisterSite {
  /// The states of findings, all of them, as a line of facts.
  /// - Parameter isLinked: leads to the page of all decisions.
  func states(_ states: StateCounts, from depth: PageDepth, isLinked: Bool = true, _ page: inout HTMLBuffer) {
    page.html("<p class=\"facts\"><span>Findings: ")
    page.number(states[.open])
    page.html(" open</span><span>")
    page.number(states[.acknowledged])
    page.html(" acknowledged</span><span>")
    page.number(states[.accepted])
    page.html(" accepted</span><span>")
    page.number(states[.dismissed])
    page.html(" dismissed</span>")
    if isLinked && !registry.records.waivers.isEmpty {
      page.html("<span><a href=\"")
      page.html(depth.up)
      page.html("waivers/index.html\">Decisions</a></span>")
    }
    page.html("</p>\n")
  }

  /// Findings that are accepted or dismissed, apart from the open ones.
  /// - Parameter id: of the heading.
  func decided(
    _ findings: [Finding], withRule: Bool, on here: RecordIndex? = nil, from depth: PageDepth, _ page: inout HTMLBuffer
  ) {
    guard !findings.isEmpty else { return }
    page.html("<h3 id=\"decided\">Decided about <small>")
    page.number(findings.count)
    page.html("</small></h3>\n")
    list(findings.prefix(RegisterSite.mostFindings), withRule: withRule, on: here, from: depth, &page)
    more(findings.count - RegisterSite.mostFindings, &page)
    disclaimer(&page)
  }

  /// What every page with decisions carries.
  func disclaimer(_ page: inout HTMLBuffer) {
    page.html(
      "<p><small>A recorded acceptance is a decision of the management. It changes no duty under the law.</small></p>\n"
    )
  }

  /// Who decided what about a finding, until when and why.
  func waiver(_ judged: JudgedWaiver, from depth: PageDepth, _ page: inout HTMLBuffer) {
    let waiver = judged.waiver
    page.html("<p class=\"waiver\"><b>")
    switch waiver.kind.given?.value {
    case .acknowledge: page.html("Being mended</b>")
    case .accept: page.html("Accepted</b>")
    case .falsePositive, nil: page.html("Dismissed as misread</b>")
    }
    let last = waiver.kind.given?.value == .acknowledge ? waiver.fixBy.given : waiver.expires.given
    if let last {
      page.html(waiver.kind.given?.value == .acknowledge ? " by " : " until ")
      page.day(last)
    }
    let person = waiver.kind.given?.value == .acknowledge ? waiver.fixOwner.given : waiver.approvedBy.given
    if let person, person.record.isResolved {
      page.html(", ")
      mention(person.record, from: depth, &page)
      if waiver.kind.given?.value != .acknowledge, let role = waiver.approverRole.given {
        page.html(" as ")
        page.text(role.words)
      }
    }
    page.html(": ")
    page.text(waiver.reason.given?.first ?? "no reason given")
    if judged.renewals > 0 {
      page.html(" Renewed ")
      page.count(judged.renewals, "time", "times")
      page.html(".")
    }
    page.html(" <a href=\"")
    page.html(depth.up)
    page.html("waivers/")
    page.text(registry.header(judged.record).id)
    page.html(".html\">The decision</a></p>")
  }

  /// What registry.yaml leaves out of the findings, with its reason; nothing where it leaves out nothing.
  func ignoredByPolicy(_ page: inout HTMLBuffer) {
    let hidden = assessment.report.hidden.filter { $0.policy != nil }
    guard !hidden.isEmpty else { return }
    page.html("<section aria-labelledby=\"ignored\"><h2 id=\"ignored\">Ignored by policy <small>")
    page.number(hidden.reduce(0) { $0 + $1.count })
    page.html("</small></h2>\n<p>registry.yaml says that these rules are not reported.</p>\n<ul>")
    for rule in hidden {
      page.html("<li>")
      page.count(rule.count, "finding", "findings")
      page.html(" of ")
      self.rule(rule.rule, from: .root, &page)
      page.html(": ")
      page.text(rule.policy ?? "")
      page.html("</li>\n")
    }
    page.html("</ul></section>\n")
  }

  /// Where a decision stands, on its own page; nothing for other records.
  func standing(of record: RecordIndex, _ page: inout HTMLBuffer) {
    guard kinds[Int(record.value)] == .waivers, let judged = assessment.report.decisions.judged(record) else { return }
    page.html("<h2 id=\"standing\">Where it stands</h2>\n<p>")
    standing(judged.standing, &page)
    page.html(". ")
    if judged.isInForce {
      page.html("It is about ")
      page.count(judged.covered.count, "finding", "findings")
      page.html(judged.waiver.kind.given?.value == .acknowledge ? ", which still counts.</p>\n" : ".</p>\n")
    } else {
      page.html("It changes no finding.</p>\n")
    }
    if case .withoutEffect(let faults) = judged.standing {
      page.html("<ul>")
      for fault in faults {
        page.html("<li>")
        page.capitalised(fault.reason)
        page.html("</li>")
      }
      page.html("</ul>\n")
    }
    if judged.renewals > 0 {
      page.html("<p>It renews ")
      page.count(judged.renewals, "earlier decision", "earlier decisions")
      page.html(", each named by the one after it.</p>\n")
    }
    let findings = judged.isInForce ? judged.covered : judged.findings
    if !findings.isEmpty {
      page.html("<h3>What it is about</h3>\n")
      list(findings.prefix(RegisterSite.mostFindingsOfRecord), withRule: true, on: record, from: .folder, &page)
    }
    disclaimer(&page)
  }

  /// The word for where a decision stands, with a shape.
  func standing(_ standing: WaiverStanding, _ page: inout HTMLBuffer) {
    switch standing {
    case .lapsed, .withoutEffect, .unreadable: page.html("<b class=\"error\">")
    case .proposed: page.html("<b class=\"open\">")
    case .unused: page.html("<b class=\"advice\">")
    case .inForce, .closed: page.html("<b>")
    }
    page.capitalised(standing.word)
    page.html("</b>")
  }

  /// The decisions of the register, those that need a look first.
  func waiversTable(_ page: inout HTMLBuffer) {
    let all = assessment.report.decisions.waivers
    guard !all.isEmpty else { return }
    page.html(
      """
      <div class="scroll" role="region" aria-label="Decisions" tabindex="0"><table class="stack">
      <thead><tr><th scope="col">Decision about</th><th scope="col">What</th><th scope="col">Stands</th>\
      <th scope="col">Until</th><th scope="col">By</th></tr></thead>
      <tbody>

      """)
    for judged in all.enumerated().sorted(by: { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }) {
      row(judged.element, &page)
    }
    page.html("</tbody></table></div>\n")
    disclaimer(&page)
  }

  private func row(_ judged: JudgedWaiver, _ page: inout HTMLBuffer) {
    let waiver = judged.waiver
    page.html("<tr><th scope=\"row\">")
    mention(judged.record, from: .folder, &page)
    page.html("</th><td data-label=\"What\">")
    switch waiver.kind.given?.value {
    case .acknowledge: page.html("Mend by a day")
    case .accept: page.html("Accept for a time")
    case .falsePositive: page.html("Dismiss as misread")
    case nil: page.html("<b class=\"absent\">Not given</b>")
    }
    page.html("</td><td data-label=\"Stands\">")
    standing(judged.standing, &page)
    page.html("</td><td data-label=\"Until\">")
    if let day = waiver.kind.given?.value == .acknowledge ? waiver.fixBy.given : waiver.expires.given {
      page.day(day)
    } else {
      page.html("<b class=\"absent\">Not given</b>")
    }
    page.html("</td><td data-label=\"By\">")
    let person = waiver.kind.given?.value == .acknowledge ? waiver.fixOwner.given : waiver.approvedBy.given
    if let person, person.record.isResolved {
      mention(person.record, from: .folder, &page)
    } else {
      page.html("<b class=\"absent\">Not given</b>")
    }
    page.html("</td></tr>\n")
  }
}

extension JudgedWaiver {
  /// Decisions that somebody must look at go first, closed ones last.
  fileprivate var rank: Int {
    switch standing {
    case .lapsed, .withoutEffect, .unreadable: 0
    case .proposed: 1
    case .unused: 2
    case .inForce: 3
    case .closed: 4
    }
  }
}
