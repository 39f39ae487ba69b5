import LocatedYAML

extension Assessment {
  /// Stale entries of a baseline that are listed one by one.
  private static let mostStale = 20

  /// What was accepted and dismissed, each with its decision; never left out.
  func writeSettled(_ folder: String, _ style: ReportStyle, _ text: inout TextWriter, _ lines: inout FilePositions) {
    for state in [FindingState.accepted, .dismissed] {
      let findings = report.settled.filter { $0.state == state }
      guard !findings.isEmpty else { continue }
      text.style(style.bold)
      text.add("\(findings.count) \(state.rawValue)\n")
      text.style(style.reset)
      for finding in findings {
        text.add("\(place(finding.range, folder, &lines)): \(state.rawValue) \(finding.severity.word): ")
        text.add("\(finding.message) [\(Rule.catalogue[finding.rule].id)]\n")
        if let decision = finding.decision { write(decision, &text) }
      }
      text.add("\n")
    }
  }

  /// Who decided what about a finding, until when and why.
  func write(_ decision: JudgedWaiver, _ text: inout TextWriter) {
    text.add("    \(decision.words(registry)): \(decision.waiver.reason.given?.first ?? "no reason")")
    if decision.renewals > 0 { text.add(" Renewed \(counted(decision.renewals, "time", "times")).") }
    text.add(" [\(registry.path(of: decision.record))]\n")
  }

  /// All states, also those that nothing is in, and everything that is not reported.
  func writeStates(_ style: ReportStyle, _ text: inout TextWriter) {
    let states = report.states
    text.add(
      """
      Of all that was found: \(states[.open]) open, \(states[.acknowledged]) acknowledged, \(states[.accepted]) accepted, \
      \(states[.dismissed]) dismissed\(report.baseline == nil ? "" : ", \(states[.baseline]) known from the baseline").

      """)
    hidden(byPolicy: true, "Ignored by the policy in registry.yaml", &text)
    hidden(byPolicy: false, "Not selected in this run", &text)
    writeRenewals(&text)
    if let baseline = report.baseline { writeStale(baseline, &text) }
  }

  private func hidden(byPolicy: Bool, _ words: String, _ text: inout TextWriter) {
    let hidden = report.hidden.filter { ($0.policy != nil) == byPolicy }
    guard !hidden.isEmpty else { return }
    let count = hidden.reduce(0) { $0 + $1.count }
    text.add("\(words): \(counted(count, "finding", "findings")) of \(counted(hidden.count, "rule", "rules"))\n")
    guard byPolicy else { return }
    for rule in hidden {
      text.add("  \(rule.count) of \(Rule.catalogue[rule.rule].id): \(rule.policy ?? "")\n")
    }
  }

  /// An error that is accepted again and again is for the management to look at.
  private func writeRenewals(_ text: inout TextWriter) {
    for judged in report.decisions.waivers where judged.isInForce && judged.renewals >= 2 {
      guard judged.covered.contains(where: { $0.judgedSeverity == .error }) else { continue }
      text.add(
        "For the management: \(judged.about(assessed)) is an error whose waiver was renewed "
          + "\(judged.renewals) times [\(registry.path(of: judged.record))]\n")
    }
  }

  private func writeStale(_ baseline: BaselineResult, _ text: inout TextWriter) {
    guard !baseline.stale.isEmpty else { return }
    let count = baseline.stale.reduce(0) { $0 + $1.count }
    text.add(
      "\(counted(count, "entry", "entries")) of the baseline \(count == 1 ? "matches" : "match") nothing any more; "
        + "write it anew with --write-baseline:\n")
    for (entry, count) in baseline.stale.prefix(Self.mostStale) {
      text.add("  \(entry.rule) on \(entry.record)\(count > 1 ? ", \(count) times" : "")\n")
    }
    if baseline.stale.count > Self.mostStale { text.add("  and \(baseline.stale.count - Self.mostStale) more\n") }
  }
}
