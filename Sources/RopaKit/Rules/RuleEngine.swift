package import LocatedYAML

/// A finding: an observation of a rule, or a reading fault, as reports and pages show it. An object: it stands on the page of every
/// record that it concerns.
package final class Finding: Sendable {
  /// The rule's place in the catalogue.
  package let rule: Int
  package let severity: Severity
  package let message: String
  package let range: SourceRange
  package let notes: [Note]
  package let hint: String?
  package let citations: [String]
  /// The record the place is in goes first.
  package let records: [RecordIndex]
  package let evidence: [Evidence]
  /// As the rule judged it; a policy may have lowered ``severity``.
  package let judgedSeverity: Severity
  package let state: FindingState
  /// The decision that put it into its state.
  package let decision: JudgedWaiver?

  /// The same finding, once decisions, baseline and policies are counted.
  init(_ other: Finding, severity: Severity, state: FindingState, decision: JudgedWaiver?) {
    rule = other.rule
    self.severity = severity
    message = other.message
    range = other.range
    notes = other.notes
    hint = other.hint
    citations = other.citations
    records = other.records
    evidence = other.evidence
    judgedSeverity = other.judgedSeverity
    self.state = state
    self.decision = decision
  }

  /// A fault found while a file was read.
  init(_ fault: Diagnostic, rule: Int, citations: [String], record: RecordIndex?) {
    self.rule = rule
    self.citations = citations
    severity = fault.severity
    message = withoutExcess(fault.message)
    range = fault.range
    notes = fault.notes
    hint = fault.hint.map(withoutExcess)
    records = record.map { [$0] } ?? []
    evidence = []
    (judgedSeverity, state, decision) = (fault.severity, .open, nil)
  }

  init(_ observation: Observation, rule: Int, of definition: Rule) {
    self.rule = rule
    severity = observation.severity ?? definition.severity
    message = withoutExcess(observation.message)
    range = observation.range
    notes = observation.notes
    hint = observation.hint.map(withoutExcess)
    citations = observation.citations.isEmpty ? definition.citations : observation.citations
    var seen: Set<RecordIndex> = []
    records = observation.records.filter { $0.isResolved && seen.insert($0).inserted }
    evidence = observation.evidence
    (judgedSeverity, state, decision) = (severity, .open, nil)
  }
}

/// How often a rule was run, and on how many subjects it had nothing to say or could not judge.
package struct RuleCount: Sendable {
  package var run = 0
  package var notApplicable = 0
  package var notEvaluable = 0
  /// Why it could not judge, each reason once with the number of subjects, in the order they were met.
  package var reasons: [(reason: String, count: Int)] = []
  /// Time spent, in nanoseconds; 0 unless it was asked for.
  package var nanoseconds: UInt64 = 0

  mutating func add(_ other: RuleCount) {
    run += other.run
    notApplicable += other.notApplicable
    notEvaluable += other.notEvaluable
    nanoseconds += other.nanoseconds
    for reason in other.reasons { note(reason.reason, reason.count) }
  }

  mutating func note(_ reason: String, _ count: Int = 1) {
    if let known = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[known].count += count
    } else {
      reasons.append((reason, count))
    }
  }
}

/// What the rules said: findings in the order of the catalogue and the subjects, and one count for each rule.
struct Checked: Sendable {
  var findings: [Finding] = []
  var counts: [RuleCount]
  var decisions = Decisions()
  var coverage = RuleCoverage()
}

/// Runs the rules over the register.
/// - Parameters:
///   - faults: what was found while the files were read; people decide about it too.
///   - clock: nanoseconds from some start, when times are wanted.
///   - notesCoverage: notes for each record which rules judged it.
func check(
  _ assessed: Assessed, rules: [Rule], faults: [Finding] = [], jobs: Int, clock: (@Sendable () -> UInt64)?,
  notesCoverage: Bool = false
) -> Checked {
  // Before the first day of the law tables only what needs no law is judged.
  let judged = rules.indices.filter { assessed.law.hasRulePack || rules[$0].group == .integrity }
  // All rules look at some subjects before any looks at the next, while those are at hand in the processor's cache. Rules with as many
  // subjects share their chunks, whatever the subjects are.
  let work = Dictionary(grouping: judged) { rules[$0].check.count(assessed) }.sorted { $0.key > $1.key }.flatMap {
    (count, rules) in chunks(of: count, size: 64).map { (rules: rules, subjects: $0) }
  }
  let parts = inParallel(work.count, jobs: jobs) { part in
    work[part].rules.map { run(rules[$0], number: $0, work[part].subjects, assessed, clock, notesCoverage) }
  }
  var checked = Checked(counts: [RuleCount](repeating: RuleCount(), count: rules.count))
  if notesCoverage { checked.coverage = RuleCoverage(assessed, rules: rules.count) }
  var findings = [[Finding]](repeating: [], count: rules.count)
  for (part, results) in zip(work, parts) {
    for (rule, result) in zip(part.rules, results) {
      checked.counts[rule].add(result.count)
      findings[rule] += result.findings
      if notesCoverage { checked.coverage.note(result.subjects, of: rule, assessed) }
    }
  }
  checked.findings = findings.flatMap(\.self)
  checked.decide(assessed, rules, faults, clock)
  return checked
}

extension Checked {
  /// Finds what people have decided, and runs the rules about decisions.
  fileprivate mutating func decide(
    _ assessed: Assessed, _ rules: [Rule], _ faults: [Finding], _ clock: (@Sendable () -> UInt64)?
  ) {
    guard !assessed.registry.records.waivers.isEmpty else { return }
    decisions = Decisions(standing(findings, beside: faults, rules: rules), assessed, rules: rules)
    guard assessed.law.hasRulePack else { return }
    for (number, rule) in rules.enumerated() {
      guard case .decisions(let check) = rule.check else { continue }
      let result = run(rule, number: number, clock, false) { report in
        for waiver in decisions.waivers { report(check(waiver, assessed), .nothing) }
      }
      counts[number].add(result.count)
      findings += result.findings
    }
  }
}

/// One root cause, one finding: a rule is silent about a record of which a rule it yields to has spoken, and every rule about a value
/// that could not be read. The faults come first.
func standing(_ findings: [Finding], beside faults: [Finding], rules: [Rule] = Rule.catalogue) -> [Finding] {
  let names = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  let unreadable = Set(faults.map(\.range))
  var spoken: [Int: Set<RecordIndex>] = [:]
  for finding in findings {
    if let record = finding.records.first { spoken[finding.rule, default: []].insert(record) }
  }
  return faults
    + findings.filter { finding in
      if unreadable.contains(finding.range) { return false }
      guard let record = finding.records.first else { return true }
      return !rules[finding.rule].yieldsTo.contains {
        names[$0].map { spoken[$0]?.contains(record) ?? false } ?? false
      }
    }
}

private func run(
  _ rule: Rule, number: Int, _ subjects: Range<Int>, _ assessed: Assessed, _ clock: (@Sendable () -> UInt64)?,
  _ notesCoverage: Bool
) -> RuleRun {
  run(rule, number: number, clock, notesCoverage) { rule.check.judge(subjects, assessed, $0) }
}

/// What a rule said of some subjects.
private struct RuleRun: Sendable {
  var findings: [Finding] = []
  var count = RuleCount()
  /// Empty unless they are wanted.
  var subjects = JudgedSubjects()
}

/// Collects what a rule says of its subjects.
private func run(
  _ rule: Rule, number: Int, _ clock: (@Sendable () -> UInt64)?, _ notesCoverage: Bool,
  _ judge: ((Verdict, Subject) -> Void) -> Void
) -> RuleRun {
  var run = RuleRun()
  let start = clock?() ?? 0
  judge { verdict, subject in
    var reason: String?
    switch verdict {
    case .notApplicable:
      run.count.notApplicable += 1
      return
    case .clear: run.count.run += 1
    case .notEvaluable(let why):
      run.count.notEvaluable += 1
      run.count.note(why)
      reason = why
    case .finding(let observation):
      run.count.run += 1
      run.findings.append(Finding(observation, rule: number, of: rule))
    }
    if notesCoverage { run.subjects.note(subject, reason) }
  }
  if let clock { run.count.nanoseconds = clock() - start }
  return run
}

extension Check {
  /// How many subjects there are.
  func count(_ assessed: Assessed) -> Int {
    let records = assessed.registry.records
    return switch self {
    case .reading: 0
    case .organisations: assessed.registry.organisations.count
    case .parties: records.parties.count
    case .activities, .purposes: records.activities.count
    case .systems: records.systems.count
    case .transfers: records.transfers.count
    case .transferGaps: assessed.facts.gaps.count
    case .lawfulBases: records.lawfulBases.count
    case .retention: records.retention.count
    case .statements: records.statements.count
    case .assessments: records.assessments.count
    case .consents: records.consents.count
    case .dataCategories: records.dataCategories.count
    case .controls: records.controls.count
    case .cookies: records.cookies.count
    case .sites: records.sites.count
    // They are judged once all other rules have spoken.
    case .decisions: 0
    case .rulePolicies: assessed.registry.rulePolicies.count
    case .notices: records.notices.count
    case .questions: assessed.registry.questions.count
    case .records: assessed.registry.headers.count
    }
  }
}
