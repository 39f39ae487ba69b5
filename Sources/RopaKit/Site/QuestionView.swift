import LocatedYAML

/// An open question with who answers it and until when.
struct DueQuestion {
  let question: RecordedQuestion
  let owner: RecordIndex?
  let due: Day?
}

extension RegisterSite {
  private static let questionRule = Rule.catalogue.firstIndex { $0.id == "open-question" }

  /// A question whose day has not come: its record's page shows it at its field.
  func isPendingQuestion(_ finding: Finding) -> Bool {
    finding.rule == RegisterSite.questionRule && finding.severity == .advice
  }

  /// All open questions, those due first at the top, those without a day last.
  func questions() -> [DueQuestion] {
    let all = registry.questions.map { question in
      let duty = registry.duty(of: question)
      let owner = duty.owner?.record
      return DueQuestion(question: question, owner: owner?.isResolved == true ? owner : nil, due: duty.due)
    }
    return all.sorted { left, right in
      if left.due != right.due { return left.due.map { day in right.due.map { day < $0 } ?? true } ?? false }
      if left.owner != right.owner { return (left.owner?.value ?? .max) < (right.owner?.value ?? .max) }
      return left.question.question.range < right.question.question.range
    }
  }

  /// The questions that findings are about; nil when a finding is about anything else.
  func questions(of rule: Int, _ findings: [Finding]) -> [DueQuestion]? {
    guard rule == RegisterSite.questionRule else { return nil }
    let starts = Set(findings.map { UInt64($0.range.file) << 32 | UInt64($0.range.start) })
    let found = questions().filter { question in
      let range = question.question.question.range
      return starts.contains(UInt64(range.file) << 32 | UInt64(range.start))
    }
    return found.count == findings.count ? found : nil
  }

  /// A table of questions.
  /// - Parameters:
  ///   - label: the id of the heading that names the table.
  ///   - withPlace: says where the question is written.
  func table(
    _ questions: some Sequence<DueQuestion>, label: StaticString, withPlace: Bool, from depth: PageDepth,
    _ page: inout HTMLBuffer
  ) {
    page.html("<div class=\"scroll\" role=\"region\" aria-labelledby=\"")
    page.html(label)
    page.html(
      """
      " tabindex="0"><table class="stack">
      <thead><tr><th scope="col">Question</th><th scope="col">Record</th><th scope="col">Owner</th><th scope="col">Due</th></tr></thead>
      <tbody>

      """)
    for question in questions { row(question, withPlace, depth, &page) }
    page.html("</tbody></table></div>\n")
  }

  private func row(_ question: DueQuestion, _ withPlace: Bool, _ depth: PageDepth, _ page: inout HTMLBuffer) {
    page.html("<tr><td data-label=\"Question\">")
    page.capitalised(question.question.question.question.first)
    if withPlace {
      page.html("<small class=\"place\">")
      places.write(question.question.question.range, &page)
      page.html("</small>")
    }
    page.html("</td><td data-label=\"Record\">")
    let record = question.question.record
    if record.isResolved { mention(record, from: depth, &page) } else { page.html("The register itself") }
    page.html("</td><td data-label=\"Owner\">")
    if let owner = question.owner {
      mention(owner, from: depth, &page)
    } else {
      page.html("<b class=\"absent\">Not given</b>")
    }
    page.html("</td><td data-label=\"Due\">")
    if let due = question.due {
      page.day(due)
      if due < law.day { page.html(" <b class=\"warning\">Overdue</b>") }
    } else {
      page.html("<b class=\"absent\">Not given</b>")
    }
    page.html("</td></tr>\n")
  }
}
