import LocatedYAML

extension RegisterSite {
  /// The index of a kind: every record with its owner and the number of its findings.
  func kindPage(_ kind: RecordKind, _ page: inout HTMLBuffer) {
    let link: MainLink? = kind == .activities ? .activities : kind == .notices ? .notices : nil
    let records = records(of: kind)
    begin(kind.title, at: .folder, link, isTarget: true, &page)
    trail(kind.title, at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(kind.title)
    page.html("</h1>\n<p class=\"lede\">")
    page.html(kind.purpose)
    page.html("</p>\n<p class=\"facts\"><span>")
    page.count(records.count, "record", "records")
    page.html("</span><span><a href=\"../fields/")
    page.text(kind.rawValue)
    page.html(".html\">What may be written here</a></span>")
    if [.sites, .notices].contains(kind), !sitesWithForms.isEmpty {
      page.html("<span><a href=\"../forms.html\">Words beside forms</a></span>")
    }
    page.html("</p>\n")
    if kind == .waivers {
      states(assessment.report.states, from: .folder, isLinked: false, &page)
    } else if !records.isEmpty {
      states(states(of: records), from: .folder, &page)
    }
    page.html("</div>\n")
    if records.isEmpty {
      page.html("<p><b class=\"none\">None</b> recorded.</p>\n")
    } else if kind == .waivers {
      waiversTable(&page)
    } else {
      table(kind, records, &page)
    }
    if kind == .notices { noticeCover(&page) }
    end(&page)
  }

  private func table(_ kind: RecordKind, _ records: Range<Int>, _ page: inout HTMLBuffer) {
    page.html("<div class=\"scroll\" role=\"region\" aria-label=\"")
    page.text(kind.title)
    page.html("\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">")
    page.capitalised(kind.one)
    // A column in which no record says anything is left out.
    let hasOwner = records.contains { registry.common(RecordIndex($0))?.owner.answer.isAbsent == false }
    let hasReview = records.contains { registry.common(RecordIndex($0))?.reviewed.given != nil }
    page.html(hasOwner ? "</th><th scope=\"col\">Owner" : "")
    page.html(hasReview ? "</th><th scope=\"col\">Reviewed" : "")
    page.html("</th><th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n")
    for index in records {
      let record = RecordIndex(index)
      let common = registry.common(record)
      page.html("<tr><th scope=\"row\">")
      page.html("<a href=\"")
      page.text(registry.headers[index].id)
      page.html(".html\">")
      page.text(names[index])
      page.html("</a> <code>")
      page.text(registry.headers[index].id)
      page.html("</code></th><td>")
      if hasOwner {
        owner(common, &page)
        page.html("</td><td>")
      }
      if hasReview {
        if let day = common?.reviewed.given { page.day(day) } else { page.html("<b class=\"absent\">Not given</b>") }
        page.html("</td><td>")
      }
      counts[index].write(&page)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table></div>\n")
  }

  /// The states of the findings on records of a kind, each finding once.
  private func states(of records: Range<Int>) -> StateCounts {
    func isHere(_ finding: Finding) -> Bool { finding.records.contains { records.contains(Int($0.value)) } }
    return StateCounts(assessment.report.findings.filter(isHere), assessment.report.settled.filter(isHere))
  }

  private func owner(_ common: CommonFields?, _ page: inout HTMLBuffer) {
    switch common?.owner.answer {
    case .given(let owner, _)? where owner.value.record.isResolved: mention(owner.value.record, from: .folder, &page)
    case .unknown?: page.html("<b class=\"open\">Open question</b>")
    default: page.html("<b class=\"absent\">Not given</b>")
    }
  }
}

extension RecordKind {
  /// What the kind's records hold, as a sentence below its heading.
  var purpose: StaticString {
    switch self {
    case .activities: "What is done with personal data: the entries that Article 30 asks for."
    case .assessments:
      "Assessments: DPIAs, balancing tests, transfer risks, policy documents. They are never published."
    case .consents: "How permission is asked, proved and taken back, and what it is for."
    case .controls: "Measures that protect the data."
    case .cookies:
      "What is stored on, read from or loaded into visitors’ devices: one record for each setter, purpose and route."
    case .dataCategories: "The register’s own words for data, on top of the built-in vocabulary."
    case .dataSubjects: "The groups of people whose data are used."
    case .lawfulBases: "The grounds on which data are used, with what each of them needs."
    case .notices: "What people are told: the audience, the activities covered, the versions."
    case .organisations: "The organisations whose register this is, and other bodies that are named in it."
    case .people: "The roles that answer for records. They are never published."
    case .processors: "Who handles personal data for us, one record for each contracting entity."
    case .recipients: "Who else receives data: by name, by class, or in stated circumstances."
    case .retention: "How long data are kept, and what happens then."
    case .sites: "Websites and apps: what they ask for, load and store."
    case .statements: "What we say about ourselves, so that it can be compared with the records."
    case .systems: "Where the data sit: software, cupboards, devices."
    case .transfers: "Transfers to third countries that somebody has declared."
    case .waivers: "Decisions about findings: being mended, accepted for a time, or misread. They are never published."
    }
  }
}
