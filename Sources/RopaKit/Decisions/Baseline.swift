package import LocatedYAML

/// Findings that were there when a team began, so that only what comes after them is reported.
///
/// An entry names rule, record and facts, no line: moved lines, other quotes and renamed files change nothing. A finding whose facts
/// have changed, or that has become graver, is reported again.
package struct Baseline: Sendable {
  /// One known finding, or several that cannot be told apart.
  package struct Entry: Hashable, Sendable, Comparable {
    package let rule: String
    /// `folder/id`, or the file's path for what is in no record.
    package let record: String
    package let facts: String
    package let severity: Severity

    package static func < (left: Entry, right: Entry) -> Bool {
      if left.rule != right.rule { return left.rule < right.rule }
      if left.record != right.record { return left.record < right.record }
      return (left.facts, left.severity) < (right.facts, right.severity)
    }
  }

  /// By entry: how many findings it stands for.
  private(set) var counts: [Entry: Int]

  package init() { counts = [:] }

  init(_ entries: [Entry]) { counts = entries.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  package var count: Int { counts.values.reduce(0, +) }
  package var entries: [Entry] { counts.keys.sorted() }
  func count(of entry: Entry) -> Int { counts[entry] ?? 0 }
}

/// What a baseline does to the findings of a run.
struct BaselineMatch {
  /// The findings that were known.
  private(set) var known: Set<ObjectIdentifier> = []
  /// Entries that match nothing any more, with how often.
  private(set) var stale: [(entry: Baseline.Entry, count: Int)] = []

  /// - Parameter findings: those that nobody has decided about.
  init(_ baseline: Baseline, _ findings: [Finding], _ assessed: Assessed, _ fingerprints: inout Fingerprints) {
    guard baseline.count > 0 else { return }
    var left: [Key: [(severity: Severity, count: Int)]] = [:]
    for (entry, count) in baseline.counts {
      left[Key(entry.rule, entry.record, entry.facts), default: []].append((entry.severity, count))
    }
    var unmatched: [(finding: Finding, key: Key)] = []
    // What an entry of the same severity stands for is not taken by a lighter finding.
    for finding in findings.sorted(by: { $0.severity > $1.severity })
    where Rule.catalogue[finding.rule].whyOnlyAcknowledged == nil {
      let entry = assessed.entry(of: finding, &fingerprints)
      let key = Key(entry.rule, entry.record, entry.facts)
      if BaselineMatch.take(key, finding.severity, &left) {
        known.insert(ObjectIdentifier(finding))
      } else {
        unmatched.append((finding, key))
      }
    }
    follow(unmatched, baseline, assessed, &left)
    stale = baseline.entries.compactMap { entry in
      let rest = left[Key(entry.rule, entry.record, entry.facts)]?.first { $0.severity == entry.severity }?.count ?? 0
      return rest > 0 ? (entry, rest) : nil
    }
  }

  private struct Key: Hashable {
    let rule: String
    let record: String
    let facts: String
    init(_ rule: String, _ record: String, _ facts: String) {
      (self.rule, self.record, self.facts) = (rule, record, facts)
    }
  }

  /// Takes one away; an entry covers findings of its severity and lighter ones.
  private static func take(
    _ key: Key, _ severity: Severity, _ left: inout [Key: [(severity: Severity, count: Int)]]
  ) -> Bool {
    guard let index = left[key]?.firstIndex(where: { $0.count > 0 && $0.severity >= severity }) else { return false }
    left[key]![index].count -= 1
    return true
  }

  /// A record that was renamed keeps its facts: its entries name a record that is gone.
  private mutating func follow(
    _ unmatched: [(finding: Finding, key: Key)], _ baseline: Baseline, _ assessed: Assessed,
    _ left: inout [Key: [(severity: Severity, count: Int)]]
  ) {
    guard !unmatched.isEmpty else { return }
    let present = Set(
      assessed.registry.headers.indices.map { assessed.registry.path(of: RecordIndex($0)) }
        + assessed.registry.files.map(\.path))
    var gone: [Key: [Key]] = [:]
    for entry in baseline.entries where !present.contains(entry.record) {
      gone[Key(entry.rule, "", entry.facts), default: []].append(Key(entry.rule, entry.record, entry.facts))
    }
    for (finding, key) in unmatched {
      for earlier in gone[Key(key.rule, "", key.facts)] ?? []
      where BaselineMatch.take(earlier, finding.severity, &left) {
        known.insert(ObjectIdentifier(finding))
        break
      }
    }
  }
}

extension Assessed {
  /// What a baseline says of a finding.
  func entry(of finding: Finding, _ fingerprints: inout Fingerprints) -> Baseline.Entry {
    let file = Int(finding.range.file)
    let record =
      finding.records.first.map(registry.path)
      ?? (file < registry.files.count ? registry.files[file].path : "registry.yaml")
    return Baseline.Entry(
      rule: Rule.catalogue[finding.rule].id, record: record, facts: fingerprints.facts(of: finding),
      severity: finding.severity)
  }
}

extension Assessment {
  /// A baseline of everything that is open or was known, but what may only be acknowledged: that stays open.
  package var baseline: Baseline {
    var fingerprints = Fingerprints(assessed)
    let known = report.findings.filter { $0.state == .open && Rule.catalogue[$0.rule].whyOnlyAcknowledged == nil }
    return Baseline(
      (known + report.settled.filter { $0.state == .baseline }).map {
        let entry = assessed.entry(of: $0, &fingerprints)
        return Baseline.Entry(
          rule: entry.rule, record: entry.record, facts: entry.facts, severity: $0.judgedSeverity)
      })
  }
}
