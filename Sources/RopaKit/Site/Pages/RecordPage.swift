import LocatedYAML

extension RegisterSite {
  /// The page of one record: its findings, its fields, what follows from them, and who mentions it.
  func recordPage(_ record: RecordIndex, _ page: inout HTMLBuffer) {
    let header = registry.headers[Int(record.value)]
    let kind = header.kind
    let name = names[Int(record.value)]
    let link: MainLink? = kind == .activities ? .activities : kind == .notices ? .notices : nil
    begin(name, in: kind.title, at: .folder, link, &page)
    trail(kind.title, (name, header.id), at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(name)
    page.html("</h1>\n<p class=\"facts\"><span>")
    page.capitalised(kind.one)
    page.html(" <code>")
    page.text(header.id)
    page.html("</code></span><span>File ")
    places.write(header.range, withColumn: false, &page)
    page.html("</span>")
    if kind == .activities, hasReview(Int(header.slot)) {
      page.html("<span><a href=\"../reviews/")
      page.text(header.id)
      page.html(".html\">Review</a></span>")
    }
    page.html("</p></div>\n")
    let mentioning = mentioning(record)
    page.html(mentioning.isEmpty ? "<div><div>\n" : "<div class=\"columns\"><div>\n")
    findings(on: record, &page)
    standing(of: record, &page)
    page.html("<h2 id=\"fields\">Fields <small><a href=\"../fields/")
    page.text(kind.rawValue)
    page.html(".html\">What each one means</a></small></h2>\n")
    var view = RecordView(self, record)
    view.write(&page)
    derived(record, kind, Int(header.slot), &page)
    page.html("</div>")
    if !mentioning.isEmpty { mentions(mentioning, &page) }
    page.html("</div>\n")
    end(&page)
  }

  /// The activity has a review among the pages.
  private func hasReview(_ slot: Int) -> Bool {
    if reviewed.count == registry.records.activities.count { return true }
    var (low, high) = (0, reviewed.count)
    while low < high {
      let middle = (low + high) / 2
      if reviewed[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return low < reviewed.count && reviewed[low] == slot
  }

  private func findings(on record: RecordIndex, _ page: inout HTMLBuffer) {
    let all = assessment.report.findings(on: record)
    let findings = all.filter { !isPendingQuestion($0) }
    page.html("<h2 id=\"findings\">Findings")
    if findings.isEmpty {
      page.html("</h2>\n<p><b class=\"none\">None</b>")
      page.html(all.isEmpty ? "</p>\n" : " but open questions</p>\n")
    } else {
      page.html(" <small>")
      page.number(findings.count)
      page.html("</small></h2>\n")
      list(findings.prefix(RegisterSite.mostFindingsOfRecord), withRule: true, on: record, from: .folder, &page)
      more(findings.count - RegisterSite.mostFindingsOfRecord, &page)
    }
    pending(all.count - findings.count, &page)
    let settled = assessment.report.settled(on: record)
    let counts = StateCounts(all, settled)
    if counts[.open] < all.count + settled.count { states(counts, from: .folder, &page) }
    decided(settled, withRule: true, on: record, from: .folder, &page)
    decisions(about: record, &page)
  }

  /// Decisions about the record that are not in force: what was decided before, or is asked for.
  private func decisions(about record: RecordIndex, _ page: inout HTMLBuffer) {
    let others = assessment.report.decisions.about(record).filter { !$0.isInForce }
    guard !others.isEmpty else { return }
    page.html("<h3>Other decisions <small>")
    page.number(others.count)
    page.html("</small></h3>\n<ul>")
    for judged in others {
      page.html("<li>")
      mention(judged.record, from: .folder, &page)
      page.html(": ")
      standing(judged.standing, &page)
      page.html("</li>")
    }
    page.html("</ul>\n")
  }

  /// The fields below show each question with its owner and its day, so that here they are only counted.
  private func pending(_ count: Int, _ page: inout HTMLBuffer) {
    guard count > 0 else { return }
    page.html("<p><b class=\"open\">")
    page.count(count, "open question", "open questions")
    page.html(count == 1 ? "</b>, shown at its field below</p>\n" : "</b>, each shown at its field below</p>\n")
  }

  private func derived(_ record: RecordIndex, _ kind: RecordKind, _ slot: Int, _ page: inout HTMLBuffer) {
    guard slot >= 0 else { return }
    switch kind {
    case .activities: derived(activity: slot, &page)
    case .notices: derived(notice: slot, &page)
    case .organisations, .processors, .recipients: reach(of: record, &page)
    default: break
    }
  }

  /// The records that name this one, sorted, each once.
  private func mentioning(_ record: RecordIndex) -> [Int32] {
    var all: [Int32] = []
    for mention in registry.mentions(of: record) where mention.from != record {
      if all.last != mention.from.value { all.append(mention.from.value) }
    }
    guard all.count > 1 else { return all }
    all.sort()
    var unique: [Int32] = []
    unique.reserveCapacity(all.count)
    for value in all where unique.last != value { unique.append(value) }
    return unique
  }

  /// As many records of one kind as a page lists.
  private static let mostMentions = 200

  private func mentions(_ records: [Int32], _ page: inout HTMLBuffer) {
    page.html("<aside><h2 id=\"mentions\">Mentioned by</h2>\n")
    var start = 0
    while start < records.count {
      let kind = kinds[Int(records[start])]
      var end = start
      while end < records.count, kinds[Int(records[end])] == kind { end += 1 }
      page.html("<h3>")
      page.text(kind.title)
      page.html("</h3><ul>")
      for value in records[start..<end].prefix(RegisterSite.mostMentions) {
        page.html("<li>")
        mention(RecordIndex(value), from: .folder, &page)
        page.html("</li>")
      }
      page.html("</ul>\n")
      if end - start > RegisterSite.mostMentions {
        page.html("<p>and ")
        page.number(end - start - RegisterSite.mostMentions)
        page.html(" more</p>\n")
      }
      start = end
    }
    page.html("</aside>")
  }

  /// Says that a list was cut, and where the whole of it is; nothing when it was not.
  func more(_ count: Int, _ page: inout HTMLBuffer) {
    guard count > 0 else { return }
    page.html("<p>")
    page.number(count)
    page.html(" more in the report: <code>ropa check --format json</code></p>\n")
  }
}
