package import LocatedYAML

/// All findings of a register on a day, sorted, with the counts of the rules.
package struct Report: Sendable {
  /// What is open, acknowledged or not: by severity, gravest first, then by file and place.
  package let findings: [Finding]
  /// What people have accepted or dismissed, and what a baseline knew, in the same order.
  package let settled: [Finding]
  /// What is not reported, by rule.
  package let hidden: [HiddenFindings]
  /// By the rules' places in the catalogue.
  package let counts: [RuleCount]
  package let decisions: Decisions
  /// What the baseline did; nil without one.
  package let baseline: BaselineResult?
  package let day: Day
  /// The day is earlier than the law tables: only references and reading were judged.
  package let isBeforeLaw: Bool
  private let byRecord: FindingIndex<RecordIndex>
  private let byRule: FindingIndex<Int>
  private let settledByRecord: FindingIndex<RecordIndex>
  private let settledByRule: FindingIndex<Int>

  init(_ faults: [Finding], _ checked: Checked, assessed: Assessed, selection: Selection, baseline: Baseline?) {
    var sorting = FindingSorter(assessed, checked.decisions)
    sorting.sort(standing(checked.findings, beside: faults), selection, baseline)
    findings = sorting.open.sorted(by: Report.isBefore)
    settled = sorting.settled.sorted(by: Report.isBefore)
    hidden = sorting.hiddenFindings
    self.baseline = sorting.baseline
    decisions = checked.decisions
    byRecord = FindingIndex(findings, \.records)
    byRule = FindingIndex(findings) { [$0.rule] }
    settledByRecord = FindingIndex(settled, \.records)
    settledByRule = FindingIndex(settled) { [$0.rule] }
    counts = checked.counts
    day = assessed.day
    isBeforeLaw = !assessed.law.hasRulePack
  }

  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.range != right.range { return left.range < right.range }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }

  package func findings(on record: RecordIndex) -> [Finding] { byRecord[record].map { findings[$0] } }
  package func findings(of rule: Int) -> [Finding] { byRule[rule].map { findings[$0] } }
  package func settled(on record: RecordIndex) -> [Finding] { settledByRecord[record].map { settled[$0] } }
  package func settled(of rule: Int) -> [Finding] { settledByRule[rule].map { settled[$0] } }
  package func count(_ severity: Severity) -> Int { findings.indices.count { findings[$0].severity == severity } }
  /// How many findings are in each state.
  package var states: StateCounts { StateCounts(findings, settled) }
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

/// Places in a list of findings, by something that they are about.
private struct FindingIndex<Key: Hashable & Sendable>: Sendable {
  private var places: [Key: [Int]] = [:]

  init(_ findings: [Finding], _ keys: (Finding) -> [Key]) {
    for (index, finding) in findings.enumerated() {
      for key in keys(finding) { places[key, default: []].append(index) }
    }
  }

  subscript(key: Key) -> [Int] { places[key] ?? [] }
}

/// How many findings are in each state; every report tells all of them.
package struct StateCounts: Sendable {
  private var counts = [Int](repeating: 0, count: FindingState.allCases.count)

  init(_ lists: [Finding]...) {
    for list in lists { for finding in list { counts[StateCounts.place(finding.state)] += 1 } }
  }

  package subscript(state: FindingState) -> Int { counts[StateCounts.place(state)] }

  private static func place(_ state: FindingState) -> Int { FindingState.allCases.firstIndex(of: state)! }
}

/// Findings of one rule that are not reported, and why.
package struct HiddenFindings: Sendable {
  package let rule: Int
  package let count: Int
  /// The reason that registry.yaml gives; nil where the command line left the rule out.
  package let policy: String?
}

/// What a baseline did to a report.
package struct BaselineResult: Sendable {
  /// Entries that match nothing any more, with how often.
  package let stale: [(entry: Baseline.Entry, count: Int)]
}

/// The faults of reading as findings.
func readingFaults(_ diagnostics: [Diagnostic], _ registry: Registry) -> [Finding] {
  guard !diagnostics.isEmpty else { return [] }
  let names = Rule.numbers
  let places = RecordPlaces(registry)
  return withoutFlood(diagnostics).map { diagnostic in
    guard let rule = names[diagnostic.rule] else {
      preconditionFailure("'\(diagnostic.rule)' is not in the catalogue")
    }
    return Finding(
      diagnostic, rule: rule, citations: Rule.catalogue[rule].citations, record: places.record(at: diagnostic.range))
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
