import LocatedYAML

/// Control sequences of a terminal for the parts of a report; all empty where there is no colour.
package struct ReportStyle: Sendable {
  package let error: String
  package let warning: String
  package let advice: String
  package let bold: String
  package let faint: String
  package let reset: String

  package init(error: String, warning: String, advice: String, bold: String, faint: String, reset: String) {
    self.error = error
    self.warning = warning
    self.advice = advice
    self.bold = bold
    self.faint = faint
    self.reset = reset
  }

  package static let plain = ReportStyle(error: "", warning: "", advice: "", bold: "", faint: "", reset: "")

  func of(_ severity: Severity) -> String {
    switch severity {
    case .error: error
    case .warning: warning
    case .advice: advice
    }
  }
}

extension Assessment {
  /// The report for people: findings by severity with place, fix and law, then a summary.
  /// - Parameter folder: the register's folder as the user named it, put before every path.
  package func textReport(folder: String, style: ReportStyle) -> [UInt8] {
    var text = TextWriter()
    var lines = FilePositions(registry)
    for severity in Severity.allCases.reversed() where report.count(severity) > 0 {
      text.style(style.bold)
      text.add("\(heading(severity, report.count(severity)))\n")
      text.style(style.reset)
      for findings in byRule(severity) { write(findings, folder, style, &text, &lines) }
      text.add("\n")
    }
    writeSettled(folder, style, &text, &lines)
    writeSummary(folder, style, &text)
    return text.bytes
  }

  private func heading(_ severity: Severity, _ count: Int) -> String {
    switch severity {
    case .error: counted(count, "error", "errors")
    case .warning: counted(count, "warning", "warnings")
    case .advice: "\(count) advice"
    }
  }

  /// The findings of a severity, those of one rule together, in the order of the catalogue.
  private func byRule(_ severity: Severity) -> [[Finding]] {
    Rule.catalogue.indices.compactMap { rule in
      let findings = report.findings(of: rule).filter { $0.severity == severity }
      return findings.isEmpty ? nil : findings
    }
  }

  /// The findings of one rule; a fix or a law that they share stands once, behind the last of them.
  private func write(
    _ findings: [Finding], _ folder: String, _ style: ReportStyle, _ text: inout TextWriter,
    _ lines: inout FilePositions
  ) {
    let sharesHint = findings.allSatisfy { $0.hint == findings[0].hint }
    let sharesLaw = findings.allSatisfy { $0.citations == findings[0].citations }
    for (index, finding) in findings.enumerated() {
      let isLast = index == findings.count - 1
      text.add(place(finding.range, folder, &lines) + ": ")
      text.style(style.of(finding.severity))
      text.add(finding.severity.word)
      text.style(style.reset)
      text.add(": \(finding.message) [\(Rule.catalogue[finding.rule].id)]\n")
      for note in finding.notes { text.add("    see: \(place(note.range, folder, &lines)): \(note.message)\n") }
      if let decision = finding.decision { write(decision, &text) }
      if let hint = finding.hint, !sharesHint || isLast { text.add("    fix: \(hint)\n") }
      if !finding.citations.isEmpty, !sharesLaw || isLast {
        text.style(style.faint)
        text.add("    law: \(finding.citations.joined(separator: "; "))\n")
        text.style(style.reset)
      }
    }
  }

  func place(_ range: SourceRange, _ folder: String, _ lines: inout FilePositions) -> String {
    let position = lines.position(range.file, range.start)
    return "\(registry.displayPath(range, folder: folder)):\(position.line):\(position.column)"
  }

  private func writeSummary(_ folder: String, _ style: ReportStyle, _ text: inout TextWriter) {
    writeFrequentRules(style, &text)
    let total = report.total
    text.style(style.bold)
    let findings = Severity.allCases.reversed().map { heading($0, report.count($0)) }.joined(separator: ", ")
    text.add(report.findings.isEmpty ? "No findings" : findings)
    text.style(style.reset)
    text.add(" in \(counted(registry.files.count, "file", "files")) of \(folder), judged as at \(report.day).\n")
    writeStates(style, &text)
    text.add(
      "Rules judged \(counted(total.run, "time", "times")); not applicable \(total.notApplicable), not evaluable \(total.notEvaluable).\n"
    )
    for (reason, count, gravest) in reasons.prefix(5) {
      text.add("  not evaluable \(counted(count, "time", "times")): \(reason)")
      text.add(gravest == .error ? "; the answer may bring an error to light\n" : "\n")
    }
    if reasons.count > 5 { text.add("  and for \(counted(reasons.count - 5, "further reason", "further reasons"))\n") }
    if report.isBeforeLaw {
      text.add(
        "The law tables begin on \(Day.earliestLaw): for an earlier day only references and open questions are judged.\n"
      )
    }
    if !report.findings.isEmpty { text.add("Run ropa explain RULE for the manual of a rule.\n") }
  }

  /// Why rules could not judge, over all rules, with the gravest severity of the rules that wait; where an error may come to light first,
  /// then the most frequent.
  private var reasons: [(reason: String, count: Int, gravest: Severity)] {
    var all: [String: (count: Int, gravest: Severity)] = [:]
    for (rule, count) in zip(Rule.catalogue, report.counts) {
      for reason in count.reasons {
        let known = all[reason.reason] ?? (0, rule.severity)
        all[reason.reason] = (known.count + reason.count, max(known.gravest, rule.severity))
      }
    }
    return all.map { ($0.key, $0.value.count, $0.value.gravest) }.sorted {
      if $0.2 != $1.2 { return $0.2 > $1.2 }
      return $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0
    }
  }

  /// Where findings are many, which rules they come from.
  private func writeFrequentRules(_ style: ReportStyle, _ text: inout TextWriter) {
    guard report.findings.count > 20 else { return }
    let counts = Rule.catalogue.indices.map { (rule: Rule.catalogue[$0].id, count: report.findings(of: $0).count) }
      .filter { $0.count > 1 }.sorted { $0.count != $1.count ? $0.count > $1.count : $0.rule < $1.rule }
    guard !counts.isEmpty else { return }
    text.style(style.bold)
    text.add("Most frequent\n")
    text.style(style.reset)
    for entry in counts.prefix(8) {
      text.add(
        String(repeating: " ", count: max(0, 7 - String(entry.count).utf8.count)) + "\(entry.count)  \(entry.rule)\n")
    }
    text.add("\n")
  }
}
