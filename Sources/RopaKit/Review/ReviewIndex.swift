import LocatedYAML

/// Which findings concern which activity, found in one walk over all of them.
///
/// A finding that names activities concerns those. One about a record that activities share, such as a system or a body, concerns every
/// activity that rests on the record, because what it names is often the first of several only. So nothing is looked for twice, however many
/// activities share a record.
struct ReviewIndex: Sendable {
  /// Open ones, then those that people have settled, then what a policy leaves out.
  private let findings: [Finding]
  private let openCount: Int
  private let ignoredStart: Int
  /// By the activities' places.
  private let named: [[Int32]]
  private let shared: [RecordIndex: [Int32]]

  init(_ report: Report, _ registry: Registry) {
    findings = report.findings + report.settled + report.ignored
    openCount = report.findings.count
    ignoredStart = openCount + report.settled.count
    var named = [[Int32]](repeating: [], count: registry.records.activities.count)
    var shared: [RecordIndex: [Int32]] = [:]
    for (number, finding) in findings.enumerated() {
      var namesActivity = false
      for record in finding.records where registry.header(record).kind == .activities {
        named[Int(registry.header(record).slot)].append(Int32(number))
        namesActivity = true
      }
      guard let record = finding.records.first, registry.header(record).kind != .activities else { continue }
      if namesActivity && !Rule.catalogue[finding.rule].check.isAboutSharedRecord { continue }
      shared[record, default: []].append(Int32(number))
      // A sentence concerns the activities of the notices that print it.
      guard !namesActivity, registry.header(record).kind == .statements else { continue }
      for notice in Set(registry.mentions(of: record).map(\.from)) where registry.header(notice).kind == .notices {
        shared[notice, default: []].append(Int32(number))
      }
    }
    self.named = named
    self.shared = shared
  }

  /// The findings that concern an activity, each once: gravest first, then by file and place.
  func findings(of scope: ReviewScope) -> ActivityFindings {
    var numbers = named[scope.slot]
    for record in scope.records { if let more = shared[record] { numbers += more } }
    numbers.sort()
    var found = ActivityFindings()
    var last: Int32 = -1
    for number in numbers where number != last {
      last = number
      let finding = findings[Int(number)]
      if number < openCount {
        found.open.append(finding)
      } else if number < ignoredStart {
        found.settled.append(finding)
      } else {
        found.ignored.append(finding)
      }
    }
    return found
  }
}

/// The findings that concern one activity.
struct ActivityFindings {
  /// Acknowledged ones among them.
  var open: [Finding] = []
  /// Accepted, dismissed, or known to a baseline.
  var settled: [Finding] = []
  /// Of rules that registry.yaml leaves out.
  var ignored: [Finding] = []

  /// Whatever people decided about them.
  var all: [Finding] { open + settled + ignored }
}

extension Check {
  /// It judges a record that several activities may rest on by itself, so that the activities it names need not be all.
  fileprivate var isAboutSharedRecord: Bool {
    switch self {
    case .organisations, .parties, .systems, .transfers, .lawfulBases, .retention, .assessments, .consents,
      .dataCategories, .controls, .cookies, .sites:
      true
    case .reading, .activities, .purposes, .transferGaps, .statements, .decisions, .rulePolicies, .notices, .questions,
      .records:
      false
    }
  }
}

extension Finding {
  /// The rule that found it.
  var definition: Rule { Rule.catalogue[rule] }

  /// What the text does not allow, or what two records contradict; as the rule judged it, whatever a policy lowered.
  var isStop: Bool {
    judgedSeverity == .error && (definition.ground == .barred || definition.ground == .contradiction)
  }

  /// An error that no signature can make up for.
  var isBeyondSignature: Bool {
    guard judgedSeverity == .error else { return false }
    if case .reading = definition.check { return true }
    return !definition.isWaivable
  }
}

extension Registry {
  /// Findings at the same place have one root: the gravest of them speaks for all. What is absent from a record has no place of its own, so
  /// that there only findings of one rule are one. The order stays.
  func roots(_ findings: [Finding]) -> [ReviewFinding] {
    var found: [(finding: Finding, others: [Finding])] = []
    for finding in findings {
      let isAbsence = finding.records.first.flatMap { common($0) }?.anchor == finding.range
      let known = found.firstIndex {
        $0.finding.range == finding.range && (!isAbsence || $0.finding.rule == finding.rule)
      }
      if let known { found[known].others.append(finding) } else { found.append((finding, [])) }
    }
    return found.map { ReviewFinding(finding: $0.finding, others: $0.others) }
  }
}
