import LocatedYAML

extension RegisterSite {
  /// The review of one activity, for people and for paper.
  func reviewPage(_ slot: Int, _ page: inout HTMLBuffer) {
    let review = reviewer.review(activity: slot)
    let header = registry.headers[Int(review.record.value)]
    let name = names[Int(review.record.value)]
    begin(name, in: "Review", at: .folder, .reviews, &page)
    trail("Reviews", (name, header.id), at: .folder, &page)
    page.html("<main id=\"main\" class=\"review\">\n<div class=\"title\"><h1>")
    page.text(name)
    page.html("</h1>\n<p class=\"facts\"><span>Review of the activity <a href=\"../activities/")
    page.text(header.id)
    page.html(".html\"><code>")
    page.text(header.id)
    page.html(
      "</code></a></span><span>The day and the commit stand on the <a href=\"../index.html\">overview</a></span></p></div>\n"
    )
    page.html("<div class=\"columns\"><div>\n")
    for section in review.sections { write(section, review, &page) }
    page.html("</div><aside>\n<nav class=\"contents\" aria-label=\"Parts\"><h2>On this page</h2><ol>\n")
    for section in review.sections {
      page.html("<li><a href=\"#")
      page.html(section.part.id)
      page.html("\">")
      page.html(section.part.title)
      page.html("</a></li>")
    }
    page.html("</ol></nav></aside></div>\n")
    end(&page)
  }

  private func write(_ section: ReviewSection, _ review: Review, _ page: inout HTMLBuffer) {
    page.html("<section aria-labelledby=\"")
    page.html(section.part.id)
    page.html("\"><h2 id=\"")
    page.html(section.part.id)
    page.html("\">")
    page.number(section.part.rawValue)
    page.html(". ")
    page.html(section.part.title)
    page.html("</h2>\n")
    for block in section.blocks { write(block, section.part, review, &page) }
    page.html("</section>\n")
  }

  private func write(_ block: ReviewBlock, _ part: ReviewPart, _ review: Review, _ page: inout HTMLBuffer) {
    switch block {
    case .facts(let facts): write(facts, &page)
    case .measures: write(review.measures, &page)
    case .table(let table): write(table, part, &page)
    case .findings(let id, let title, let findings, let empty):
      heading(part, id, title, &page)
      if findings.isEmpty, let empty {
        page.html("<p>")
        page.html(empty)
        page.html("</p>\n")
      } else {
        write(findings, of: review.record, &page)
      }
    case .flows:
      heading(part, "flows", "Ways of the data", &page)
      let flows = FlowView(
        self, activity: review.slot, regimes: registry.regimes(of: registry.records.activities[review.slot]))
      if flows.legs.isEmpty {
        page.html("<p>No leg to another body is recorded.</p>\n")
      } else {
        flows.write(&page)
      }
    case .remark(let words):
      page.html("<p>")
      page.text(words)
      page.html("</p>\n")
    case .signature: signature(&page)
    }
  }

  private func heading(_ part: ReviewPart, _ id: StaticString, _ title: StaticString, _ page: inout HTMLBuffer) {
    page.html("<h3 id=\"")
    anchor(part, id, &page)
    page.html("\">")
    page.html(title)
    page.html("</h3>\n")
  }

  private func anchor(_ part: ReviewPart, _ id: StaticString, _ page: inout HTMLBuffer) {
    page.html(part.id)
    page.html("-")
    page.html(id)
  }

  private func write(_ facts: [ReviewFact], _ page: inout HTMLBuffer) {
    page.html("<dl class=\"fields\">")
    for fact in facts {
      page.html("<div><dt>")
      page.html(fact.title)
      page.html("</dt><dd>")
      write(fact.cell, &page)
      page.html("</dd></div>\n")
    }
    page.html("</dl>\n")
  }

  /// The gate goes first, as a word; the others are counts beside what they count.
  private func write(_ measures: ReviewMeasures, _ page: inout HTMLBuffer) {
    page.html("<h3 id=\"header-measures\">What is measured</h3>\n")
    for (position, measure) in measures.shown({ names[Int($0.value)] }).enumerated() {
      if position == 0 {
        page.html("<p class=\"gate\">")
        mark(measures.gate.word, &page)
        page.html("<span>")
        page.capitalised(measure.explanation)
        page.html("</span></p>\n<ul class=\"counts measures\">")
        continue
      }
      page.html("<li><strong>")
      page.text(measure.value)
      page.html("</strong>")
      page.html(measure.title)
      page.html("<small>")
      page.text(measure.explanation)
      page.html("</small></li>\n")
    }
    page.html("</ul>\n")
  }

  /// The word of a gate; the last has no colour, because that nothing was found proves nothing.
  func mark(_ word: GateWord, _ page: inout HTMLBuffer) {
    switch word {
    case .blocked: page.html("<b class=\"error\">Blocked</b>")
    case .attention: page.html("<b class=\"warning\">Attention</b>")
    case .clear: page.html("<b>Clear of recorded errors</b>")
    }
  }

  private func write(_ table: ReviewTable, _ part: ReviewPart, _ page: inout HTMLBuffer) {
    heading(part, table.id, table.title, &page)
    if table.rows.isEmpty {
      page.html("<p>")
      page.html(table.empty)
      return page.html("</p>\n")
    }
    page.html("<div class=\"scroll\" role=\"region\" aria-labelledby=\"")
    anchor(part, table.id, &page)
    page.html("\" tabindex=\"0\"><table class=\"stack\">\n<thead><tr>")
    for column in table.columns {
      page.html("<th scope=\"col\">")
      page.html(column.title)
      page.html("</th>")
    }
    page.html("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      page.html("<tr>")
      for (position, (column, cell)) in zip(table.columns, row).enumerated() {
        if position == 0 {
          page.html("<th scope=\"row\">")
        } else {
          page.html("<td data-label=\"")
          page.html(column.title)
          page.html("\">")
        }
        write(cell, &page)
        page.html(position == 0 ? "</th>" : "</td>")
      }
      page.html("</tr>\n")
    }
    page.html("</tbody></table></div>\n")
  }

  private func write(_ cell: ReviewCell, _ page: inout HTMLBuffer) {
    if cell.items.count == 1 { return write(cell.items[0], &page) }
    if cell.items.isEmpty { return }
    page.html("<ul>")
    for item in cell.items {
      page.html("<li>")
      write(item, &page)
      page.html("</li>")
    }
    page.html("</ul>")
  }

  private func write(_ item: ReviewItem, _ page: inout HTMLBuffer) {
    write(item.value, &page)
    if item.notes.isEmpty { return }
    page.html(" <small>")
    for (position, note) in item.notes.enumerated() {
      if position > 0 { page.html(", ") }
      write(note, &page)
    }
    page.html("</small>")
  }

  private func write(_ value: ReviewValue, _ page: inout HTMLBuffer) {
    switch value {
    case .words(let words): page.html(words)
    case .text(let text): page.text(text)
    case .name(let record):
      if record.isResolved {
        mention(record, from: .folder, &page)
      } else {
        write(ReviewValue.state(.notRecorded), &page)
      }
    case .day(let day): page.day(day)
    case .period(let period): page.period(period)
    case .dated(let words, let day):
      page.html(words)
      page.html(" ")
      page.day(day)
    case .related(let words, let record):
      page.html(words)
      page.html(" ")
      write(ReviewValue.name(record), &page)
    case .state(let state):
      switch state {
      case .recorded: page.html("Recorded")
      case .none: page.html("<b class=\"none\">None</b>")
      case .notApplicable: page.html("<b class=\"none\">Not applicable</b>")
      case .open: page.html("<b class=\"open\">Open question</b>")
      case .notRecorded: page.html("<b class=\"absent\">Not recorded</b>")
      }
    case .mark(.error, let words): mark("error", words, &page)
    case .mark(.warning, let words): mark("warning", words, &page)
    case .mark(.advice, let words): mark("advice", words, &page)
    case .place(let range): places.write(range, withColumn: false, &page)
    }
  }

  private func mark(_ severity: StaticString, _ words: StaticString, _ page: inout HTMLBuffer) {
    page.html("<b class=\"")
    page.html(severity)
    page.html("\">")
    page.html(words)
    page.html("</b>")
  }

  // MARK: Findings

  private func write(_ findings: [ReviewFinding], of record: RecordIndex, _ page: inout HTMLBuffer) {
    page.html("<ul class=\"findings\">")
    for root in findings.prefix(RegisterSite.mostFindingsOfRecord) {
      write(root.finding, true, record, .folder, &page) { page in
        let isStop = root.finding.isStop || root.finding.isBeyondSignature
        for range in isStop ? [root.finding.range] + root.finding.notes.map(\.range) : [] { quote(range, &page) }
        for other in root.others {
          page.html("\n<p class=\"waiver\">The same root: ")
          page.text(other.message)
          page.html(" ")
          rule(other.rule, from: .folder, &page)
          page.html("</p>")
        }
      }
    }
    page.html("</ul>\n")
    more(findings.count - RegisterSite.mostFindingsOfRecord, &page)
  }

  /// What is written at a place.
  private func quote(_ range: SourceRange, _ page: inout HTMLBuffer) {
    guard let quotation = registry.quotation(range) else { return }
    page.html("\n<p class=\"quote\">")
    places.write(range, withColumn: false, &page)
    page.html(" says <q>")
    page.text(quotation)
    page.html("</q></p>")
  }

  // MARK: Signing

  private func signature(_ page: inout HTMLBuffer) {
    page.html(
      """
      <dl class="sign"><div><dt>Reviewer</dt><dd></dd></div><div><dt>Date</dt><dd></dd></div>\
      <div><dt>Records as at, commit</dt><dd></dd></div><div><dt>Outcome</dt><dd></dd></div>\
      <div class="wide"><dt>Conditions</dt><dd></dd></div><div><dt>Next review</dt><dd></dd></div></dl>
      <p><small>
      """)
    page.text(reviewDisclaimer(assessment, withCommit: false))
    page.html("</small></p>\n")
  }
}
