import LocatedYAML

extension RegisterSite {
  /// The manual page of a rule, with what it finds in this register.
  func rulePage(_ number: Int, _ page: inout HTMLBuffer) {
    let rule = Rule.catalogue[number]
    begin(rule.id, in: "Rules", at: .folder, .rules, &page)
    trail("Rules", (rule.id, rule.id), at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(rule.id)
    page.html("</h1>\n<p class=\"lede\">")
    page.text(rule.title)
    page.html(".</p>\n<p class=\"facts\">")
    page.severity(rule.severity)
    page.html("<span>")
    page.text(rule.group.title)
    page.html("</span><span>")
    page.capitalised(rule.ground.rawValue)
    page.html("</span></p></div>\n<h2>Why</h2>\n<p>")
    page.text(rule.rationale)
    page.html("</p>\n<h2>How to fix</h2>\n<p>")
    page.text(rule.remedy)
    page.html("</p>\n<p>Decisions that may be taken about its findings: ")
    page.text(rule.permittedDecisions)
    page.html(".</p>\n")
    citations(rule, &page)
    let examples = rule.examples
    if !examples.isEmpty { page.html("<h2>Examples</h2>\n") }
    for example in examples { write(example, of: rule, &page) }
    current(number, &page)
    end(&page)
  }

  private func citations(_ rule: Rule, _ page: inout HTMLBuffer) {
    guard !rule.citations.isEmpty else { return }
    page.html("<h2>Rests on</h2>\n<ul>")
    for citation in rule.citations {
      page.html("<li>")
      page.text(citation)
      lawTables(of: citation, &page)
      page.html("</li>")
    }
    page.html("</ul>\n")
  }

  private func current(_ number: Int, _ page: inout HTMLBuffer) {
    let findings = assessment.report.findings(of: number)
    page.html("<h2 id=\"findings\">Current findings <small>")
    page.number(findings.count)
    page.html("</small></h2>\n")
    if findings.isEmpty {
      page.html("<p><b class=\"none\">None</b></p>\n")
    } else if findings.count <= RegisterSite.mostFindings, let questions = questions(of: number, findings) {
      table(questions, label: "findings", withPlace: true, from: .folder, &page)
    } else {
      list(findings.prefix(RegisterSite.mostFindings), withRule: false, from: .folder, &page)
      more(findings.count - RegisterSite.mostFindings, &page)
    }
    decided(assessment.report.settled(of: number), withRule: false, from: .folder, &page)
    if let hidden = assessment.report.hidden.first(where: { $0.rule == number && $0.policy != nil }) {
      page.html("<p>Ignored by your policy: ")
      page.count(hidden.count, "finding", "findings")
      page.html(". ")
      page.text(hidden.policy ?? "")
      page.html("</p>\n")
    }
    reasons(assessment.report.counts[number], &page)
  }

  /// Where the rule could not judge, and why.
  private func reasons(_ count: RuleCount, _ page: inout HTMLBuffer) {
    guard count.notEvaluable > 0 else { return }
    page.html("<h2>Not judged</h2>\n<ul>")
    for (reason, times) in count.reasons {
      page.html("<li>")
      page.text(sentenceCase(reason))
      page.html(" <small>")
      page.count(times, "time", "times")
      page.html("</small></li>")
    }
    page.html("</ul>\n")
  }

  private func write(_ example: Example, of rule: Rule, _ page: inout HTMLBuffer) {
    for file in example.files where !file.text.utf8.isEmpty {
      let line = markedLine(file.text)
      page.html("<figure class=\"example\"><figcaption>")
      if let line {
        page.html("<b>Reported</b> in line ")
        page.number(line)
        page.html(": ")
      } else {
        page.html("<b>Not reported</b> here: ")
      }
      page.text(example.title)
      page.html("</figcaption><pre tabindex=\"0\"><code># ")
      page.text(file.path)
      page.html("\n")
      marked(file.text, &page)
      page.html("</code></pre></figure>\n")
    }
  }

  /// The line of the first mark, counted as the example shows it: below the line with the path.
  private func markedLine(_ text: String) -> Int? {
    var line = 2
    for scalar in text.unicodeScalars {
      if scalar == "«" { return line }
      if scalar == "\n" { line += 1 }
    }
    return nil
  }

  /// Writes a text in which « and » stand around the places of findings.
  private func marked(_ text: String, _ page: inout HTMLBuffer) {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«", "»":
        page.text(plain)
        plain = ""
        page.html(scalar == "«" ? "<mark>" : "</mark>")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    page.text(plain)
  }
}
