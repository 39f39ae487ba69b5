package import LocatedYAML

/// All findings of a register on a day, sorted, with the counts of the rules.
package struct Report: Sendable {
  /// By severity, gravest first, then by file and place.
  package let findings: [Finding]
  /// By the rules' places in the catalogue.
  package let counts: [RuleCount]
  package let day: Day
  /// The day is earlier than the law tables: only references and reading were judged.
  package let isBeforeLaw: Bool
  /// Indexes into `findings`, by record.
  private let byRecord: [RecordIndex: [Int]]
  private let byRule: [Int: [Int]]

  init(_ diagnostics: [Diagnostic], _ checked: Checked, assessed: Assessed) {
    let names = Rule.numbers
    let registry = assessed.registry
    let places = RecordPlaces(registry)
    var findings = withoutFlood(diagnostics).map { diagnostic -> Finding in
      guard let rule = names[diagnostic.rule] else {
        preconditionFailure("'\(diagnostic.rule)' is not in the catalogue")
      }
      return Finding(
        diagnostic, rule: rule, citations: Rule.catalogue[rule].citations, record: places.record(at: diagnostic.range))
    }
    // A value that could not be read is one root cause, whatever a rule thinks of it.
    let unreadable = Set(diagnostics.map(\.range))
    findings += Report.withoutYielding(checked.findings).filter { !unreadable.contains($0.range) }
    findings = Report.withoutSettledWaivers(findings, registry)
    findings.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.range != right.range { return left.range < right.range }
      if left.rule != right.rule { return left.rule < right.rule }
      return left.message < right.message
    }
    var byRecord: [RecordIndex: [Int]] = [:]
    var byRule: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      for record in finding.records { byRecord[record, default: []].append(index) }
      byRule[finding.rule, default: []].append(index)
    }
    self.findings = findings
    self.byRecord = byRecord
    self.byRule = byRule
    counts = checked.counts
    day = assessed.day
    isBeforeLaw = !assessed.law.hasRulePack
  }

  /// One root cause, one finding: a rule is silent about a record of which a rule it yields to has spoken.
  private static func withoutYielding(_ findings: [Finding]) -> [Finding] {
    let names = Rule.numbers
    var spoken: [Int: Set<RecordIndex>] = [:]
    for finding in findings {
      if let record = finding.records.first { spoken[finding.rule, default: []].insert(record) }
    }
    return findings.filter { finding in
      guard let record = finding.records.first else { return true }
      return !Rule.catalogue[finding.rule].yieldsTo.contains {
        names[$0].map { spoken[$0]?.contains(record) ?? false } ?? false
      }
    }
  }

  /// A waiver that has lapsed matters only as long as what it was about is found.
  private static func withoutSettledWaivers(_ findings: [Finding], _ registry: Registry) -> [Finding] {
    guard !registry.records.waivers.isEmpty, let lapsed = Rule.numbers["waiver-expired"] else { return findings }
    return findings.filter { finding in
      guard finding.rule == lapsed, let record = finding.records.first,
        let waiver = registry.records.waivers.first(where: { $0.common.record == record }),
        let subject = waiver.subject.given?.value.record, let rule = waiver.rule.given?.value.text
      else { return true }
      guard let number = Rule.numbers[rule] else { return false }
      return findings.contains { $0.rule == number && $0.records.contains(subject) }
    }
  }

  package func findings(on record: RecordIndex) -> [Finding] { (byRecord[record] ?? []).map { findings[$0] } }
  package func findings(of rule: Int) -> [Finding] { (byRule[rule] ?? []).map { findings[$0] } }
  package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
  /// Faults of reading that make what was read unsafe to publish.
  package var stopsPublication: Bool {
    findings.contains { $0.severity == .error && Rule.catalogue[$0.rule].stopsPublication }
  }
  /// The gravest severity found; nil when nothing was.
  package var gravest: Severity? { findings.first?.severity }

  /// The counts of all rules together.
  package var total: RuleCount {
    var total = RuleCount()
    for count in counts {
      total.run += count.run
      total.notApplicable += count.notApplicable
      total.notEvaluable += count.notEvaluable
    }
    return total
  }
}

/// Finds the record that a place of a file belongs to.
struct RecordPlaces {
  private let starts: [(range: SourceRange, record: RecordIndex)]

  init(_ registry: Registry) {
    starts = registry.headers.enumerated().filter { !$0.element.isBuiltIn }
      .map { (range: $0.element.range, record: RecordIndex($0.offset)) }.sorted { $0.range < $1.range }
  }

  func record(at range: SourceRange) -> RecordIndex? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].range.file < range.file
        || (starts[middle].range.file == range.file && starts[middle].range.start <= range.start)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, starts[low - 1].range.file == range.file else { return nil }
    return starts[low - 1].record
  }
}
