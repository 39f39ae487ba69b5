import LocatedYAML

/// What one person has to see to; nobody's is what has no owner.
private struct OwnerDuties {
  var owner: RecordIndex?
  var errors = 0
  var warnings = 0
  var advice = 0
  var questions = 0
  var next: Day?
}

extension RegisterSite {
  /// As many owners as the home page lists.
  private static let mostOwners = 20

  /// Findings and open questions by who answers for them: for a finding the owner of the record it is in, or of the
  /// organisation where the record names none. Pending questions are counted as questions only.
  func owners(_ questions: [DueQuestion], _ page: inout HTMLBuffer) {
    let duties = duties(questions)
    guard !duties.isEmpty else { return }
    page.html(
      """
      <h2 id="owners">By owner</h2>
      <div class="scroll" role="region" aria-labelledby="owners" tabindex="0"><table class="stack">
      <thead><tr><th scope="col">Owner</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th>\
      <th scope="col" class="number">Advice</th><th scope="col" class="number">Open questions</th><th scope="col">First due</th></tr></thead>
      <tbody>

      """)
    for duty in duties.prefix(RegisterSite.mostOwners) { row(duty, &page) }
    page.html("</tbody></table></div>\n")
    if duties.count > RegisterSite.mostOwners {
      page.html("<p>and ")
      page.count(duties.count - RegisterSite.mostOwners, "more owner", "more owners")
      page.html("</p>\n")
    }
  }

  private func duties(_ questions: [DueQuestion]) -> [OwnerDuties] {
    var byOwner: [Int32: OwnerDuties] = [:]
    for finding in assessment.report.findings where !isPendingQuestion(finding) {
      let owner = finding.records.first.flatMap { answerable(for: $0) }
      var duties = byOwner[owner?.value ?? -1] ?? OwnerDuties(owner: owner)
      switch finding.severity {
      case .error: duties.errors += 1
      case .warning: duties.warnings += 1
      case .advice: duties.advice += 1
      }
      byOwner[owner?.value ?? -1] = duties
    }
    for question in questions {
      var duties = byOwner[question.owner?.value ?? -1] ?? OwnerDuties(owner: question.owner)
      duties.questions += 1
      // The questions come by day, so that the first one seen is due first.
      if duties.next == nil { duties.next = question.due }
      byOwner[question.owner?.value ?? -1] = duties
    }
    return byOwner.values.sorted { left, right in
      if left.errors != right.errors { return left.errors > right.errors }
      if left.warnings != right.warnings { return left.warnings > right.warnings }
      if left.questions != right.questions { return left.questions > right.questions }
      return (left.owner?.value ?? .max) < (right.owner?.value ?? .max)
    }
  }

  private func answerable(for record: RecordIndex) -> RecordIndex? {
    guard record.isResolved, let owner = registry.owner(of: record)?.record, owner.isResolved else { return nil }
    return owner
  }

  private func row(_ duties: OwnerDuties, _ page: inout HTMLBuffer) {
    page.html("<tr><th scope=\"row\">")
    if let owner = duties.owner {
      mention(owner, from: .root, &page)
    } else {
      page.html("<b class=\"absent\">No owner given</b>")
    }
    page.html("</th>")
    let counts: [(label: StaticString, count: Int)] = [
      ("Errors", duties.errors), ("Warnings", duties.warnings), ("Advice", duties.advice),
      ("Open questions", duties.questions),
    ]
    for (label, count) in counts {
      page.html("<td class=\"number\" data-label=\"")
      page.html(label)
      page.html("\">")
      page.number(count)
      page.html("</td>")
    }
    page.html("<td data-label=\"First due\">")
    if let next = duties.next {
      page.day(next)
      if next < law.day { page.html(" <b class=\"warning\">Overdue</b>") }
    }
    page.html("</td></tr>\n")
  }
}
