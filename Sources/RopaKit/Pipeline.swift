package import LocatedYAML

/// A register with everything that was derived from it and found in it on a day.
package struct Assessment: Sendable {
  package let registry: Registry
  package let facts: Facts
  package let report: Report
  package let history: History
  /// Which rules judged which record; empty unless it was asked for.
  package let coverage: RuleCoverage
  /// The sentences of notices with what the register adds; nil where the caller had none at hand.
  package let messages: MessageCatalogue?
  /// The stages and their nanoseconds, when times were wanted.
  package let times: [(stage: String, nanoseconds: UInt64)]
  package var law: LawOnDay { facts.law }
  var assessed: Assessed { Assessed(registry: registry, facts: facts) }
}

/// What version control knows of the register; the library asks nobody.
package struct History: Sendable {
  /// The short name of the commit; nil outside version control.
  package let commit: String?
  /// Files were changed since that commit.
  package let hasUncommittedChanges: Bool
  package init(commit: String?, hasUncommittedChanges: Bool) {
    self.commit = commit
    self.hasUncommittedChanges = hasUncommittedChanges
  }
}

/// A file of the register that was not read.
package struct UnreadableFile: Sendable {
  /// Relative to the register's folder.
  package let path: String
  /// The rule of the catalogue that speaks of it.
  package let rule: String
  package let message: String
  package init(path: String, rule: String, message: String) {
    self.path = path
    self.rule = rule
    self.message = message
  }
}

extension Loaded {
  /// Unreadable files come after the others, without bytes, so that reports can name them.
  mutating func add(_ unreadable: [UnreadableFile]) {
    for file in unreadable {
      diagnostics.append(
        Diagnostic(
          rule: file.rule, message: file.message,
          range: SourceRange(file: UInt32(files.count), start: 0, end: 0)))
      files.append(SourceFile(path: file.path, bytes: []))
    }
  }
}

/// From files to findings: every step a function from values to values.
/// - Parameters:
///   - files: the register's YAML files, paths relative to its folder, sorted by bytes.
///   - unreadable: files that the program could not hand over, reported with the others.
///   - jobs: threads at most; the result is the same for any number.
///   - selection: the rules whose findings are reported.
///   - baseline: findings that were known before.
///   - messages: the sentences of notices that the program ships; without them no rule asks what a notice says.
///   - keepsTexts: pages follow, so that what was composed for a rule is kept for them.
///   - clock: nanoseconds from some start, when the times of rules are wanted.
///   - notesCoverage: notes for each record which rules judged it, for reviews.
package func assess(
  _ files: [SourceFile], unreadable: [UnreadableFile] = [], law: Law, messages: MessageCatalogue? = nil,
  keepsTexts: Bool = false, day: Day, history: History, jobs: Int,
  selection: Selection = Selection(), baseline: Baseline? = nil, clock: (@Sendable () -> UInt64)? = nil,
  notesCoverage: Bool = false
) -> Assessment {
  var times = StageTimes(clock)
  var loaded = load(files, law: law, jobs: jobs)
  loaded.add(unreadable)
  times.finish("load")
  let registry = Registry(loaded)
  times.finish("resolve")
  let messages = messages?.adding(registry.messages)
  let facts = Facts(registry, law: LawOnDay(law, on: day), messages: messages, keepsTexts: keepsTexts, jobs: jobs)
  times.finish("derive")
  let assessed = Assessed(registry: registry, facts: facts)
  let faults = readingFaults(loaded.diagnostics, registry)
  let checked = check(
    assessed, rules: Rule.catalogue, faults: faults, jobs: jobs, clock: clock, notesCoverage: notesCoverage)
  times.finish("check")
  let report = Report(faults, checked, assessed: assessed, selection: selection, baseline: baseline)
  times.finish("sort findings")
  return Assessment(
    registry: registry, facts: facts, report: report, history: history, coverage: checked.coverage,
    messages: messages, times: times.stages)
}

/// Adds up the time of stages that follow each other, when there is a clock.
private struct StageTimes {
  private let clock: (@Sendable () -> UInt64)?
  private var last: UInt64
  private(set) var stages: [(stage: String, nanoseconds: UInt64)] = []

  init(_ clock: (@Sendable () -> UInt64)?) {
    self.clock = clock
    last = clock?() ?? 0
  }

  mutating func finish(_ stage: String) {
    guard let clock else { return }
    let now = clock()
    stages.append((stage, now - last))
    last = now
  }
}
