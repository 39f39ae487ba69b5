package import LocatedYAML

/// A waiver, and what became of it once the rules had spoken.
package struct JudgedWaiver: Sendable {
  package let waiver: Waiver
  package let standing: WaiverStanding
  /// What its rule finds on its subject today, decided about or not.
  package let findings: [Finding]
  /// Those of them that it was decided about, by their facts.
  package let covered: [Finding]
  /// How many waivers it renews, each by `supersedes`.
  package let renewals: Int
  package var record: RecordIndex { waiver.common.record }
}

/// Where a decision stands on a day.
package enum WaiverStanding: Sendable {
  case inForce
  /// Not decided yet.
  case proposed
  /// Withdrawn, superseded or expired, as its status says.
  case closed(WaiverStatus)
  /// Past its last day.
  case lapsed(Day)
  /// It never had an effect, or has lost it; the first fault is the finding, the others its notes.
  case withoutEffect([WaiverFault])
  /// The rule finds nothing on its subject.
  case unused
  /// What it says cannot be read or is an open question.
  case unreadable(String)

  /// As pages and reports call it.
  package var word: String {
    switch self {
    case .inForce: "in force"
    case .proposed: "proposed"
    case .closed(let status): status.rawValue
    case .lapsed: "lapsed"
    case .withoutEffect: "without effect"
    case .unused: "nothing to decide"
    case .unreadable: "cannot be read"
    }
  }
}

/// Why a waiver has no effect.
package struct WaiverFault: Sendable {
  /// Goes on from "The waiver has no effect:".
  package let reason: String
  package let range: SourceRange
  package let hint: String
}

/// All decisions of a register about the findings of a day.
package struct Decisions: Sendable {
  /// In the order of the records.
  package let waivers: [JudgedWaiver]
  private let byFinding: [ObjectIdentifier: Int]
  /// By record: the decisions about it, in the order of their ids.
  private let bySubject: [RecordIndex: [Int]]
  /// By the waiver's own record.
  private let byRecord: [RecordIndex: Int]

  /// None at all.
  init() { (waivers, byFinding, bySubject, byRecord) = ([], [:], [:], [:]) }

  /// - Parameter findings: those that stand after yields, faults of reading among them.
  init(_ findings: [Finding], _ assessed: Assessed, rules: [Rule]) {
    let all = assessed.registry.records.waivers
    guard !all.isEmpty else {
      self.init()
      return
    }
    var judge = WaiverJudge(findings, assessed, rules: rules)
    let judged = all.map { judge.judge($0) }
    var byFinding: [ObjectIdentifier: Int] = [:]
    var bySubject: [RecordIndex: [Int]] = [:]
    for (number, waiver) in judged.enumerated() {
      if let subject = waiver.waiver.subject.given?.value.record { bySubject[subject, default: []].append(number) }
      guard case .inForce = waiver.standing else { continue }
      for finding in waiver.covered {
        // A decision that takes a finding out goes before an acknowledgement of it; otherwise the first one holds.
        let known = byFinding[ObjectIdentifier(finding)].map { judged[$0].waiver.kind.given?.value }
        if known == nil || known == .acknowledge { byFinding[ObjectIdentifier(finding)] = number }
      }
    }
    self.init(judged, byFinding, bySubject)
  }

  private init(
    _ waivers: [JudgedWaiver], _ byFinding: [ObjectIdentifier: Int], _ bySubject: [RecordIndex: [Int]]
  ) {
    (self.waivers, self.byFinding, self.bySubject) = (waivers, byFinding, bySubject)
    byRecord = Dictionary(uniqueKeysWithValues: waivers.enumerated().map { ($1.record, $0) })
  }

  /// The decision in force about a finding.
  func decision(on finding: Finding) -> JudgedWaiver? {
    byFinding.isEmpty ? nil : byFinding[ObjectIdentifier(finding)].map { waivers[$0] }
  }

  /// The decisions about a record, in the order of their ids.
  package func about(_ record: RecordIndex) -> [JudgedWaiver] {
    (bySubject[record] ?? []).map { waivers[$0] }
  }

  /// What became of one waiver.
  package func judged(_ record: RecordIndex) -> JudgedWaiver? { byRecord[record].map { waivers[$0] } }
}

/// Judges waivers one by one against the findings of the day.
private struct WaiverJudge {
  private let assessed: Assessed
  private let numbers: [String: Int]
  private let rules: [Rule]
  /// The findings that a waiver may be about.
  private var byTarget: [Target: [Finding]] = [:]
  /// By waiver: the one that it renews.
  private var supersedes: [RecordIndex: RecordIndex] = [:]
  /// Waivers that another one in force renews.
  private var superseded: Set<RecordIndex> = []
  private let officers: Set<RecordIndex>
  private var fingerprints: Fingerprints

  init(_ findings: [Finding], _ assessed: Assessed, rules: [Rule]) {
    self.assessed = assessed
    self.rules = rules
    fingerprints = Fingerprints(assessed, rules: rules)
    officers = assessed.registry.officers
    numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let waivers = assessed.registry.records.waivers
    for waiver in waivers { if let target = target(of: waiver) { byTarget[target] = [] } }
    let named = Set(byTarget.keys.map(\.rule))
    for finding in findings where named.contains(finding.rule) {
      for record in finding.records { byTarget[Target(rule: finding.rule, record: record)]?.append(finding) }
    }
    for waiver in waivers {
      guard let earlier = waiver.supersedes.given?.record, earlier.isResolved else { continue }
      supersedes[waiver.common.record] = earlier
      if waiver.status.given?.value == .active { superseded.insert(earlier) }
    }
  }

  mutating func judge(_ waiver: Waiver) -> JudgedWaiver {
    let found = findings(for: waiver)
    let covered = found.filter { isCovered($0, by: waiver) }
    let standing = standing(of: waiver, found, covered)
    return JudgedWaiver(
      waiver: waiver, standing: standing, findings: found, covered: covered, renewals: renewals(of: waiver))
  }

  private func findings(for waiver: Waiver) -> [Finding] {
    guard let found = target(of: waiver).flatMap({ byTarget[$0] }) else { return [] }
    guard let regime = waiver.regime.given else { return found }
    return found.filter { $0.regimes.contains(regime) }
  }

  private func target(of waiver: Waiver) -> Target? {
    guard let rule = waiver.rule.given.flatMap({ numbers[$0.value.text] }),
      let subject = waiver.subject.given?.value.record, subject.isResolved
    else { return nil }
    return Target(rule: rule, record: subject)
  }

  /// What a waiver names: a rule and a record.
  private struct Target: Hashable {
    let rule: Int
    let record: RecordIndex
  }

  private mutating func isCovered(_ finding: Finding, by waiver: Waiver) -> Bool {
    let facts = fingerprints.fingerprint(of: finding).facts
    return waiver.facts.elements().contains { $0.text.utf8.starts(with: facts.utf8) }
  }

  private mutating func standing(of waiver: Waiver, _ found: [Finding], _ covered: [Finding]) -> WaiverStanding {
    if !waiver.common.isJudged { return .closed(.withdrawn) }
    guard let subject = waiver.subject.given?.value, subject.record.isResolved, let name = waiver.rule.given?.value.text
    else { return .unreadable("the rule or the record that the waiver is about cannot be read") }
    switch waiver.status.answer {
    case .given(let status, _):
      if status.value == .proposed { return .proposed }
      if status.value != .active { return .closed(status.value) }
      if superseded.contains(waiver.common.record) { return .closed(.superseded) }
    case .unusable: return .unreadable("the status of the waiver cannot be read")
    default: break
    }
    // A word that names no rule is a fault of reading, and no rule to this waiver.
    guard let number = numbers[name] else { return .unreadable("the rule of the waiver cannot be read") }
    if found.isEmpty { return .unused }
    switch waiver.expires.answer {
    case .given(let last, _) where last < assessed.day: return .lapsed(last)
    case .unknown, .unusable: return .unreadable("the last day of the waiver is an open question")
    default: break
    }
    var checks = WaiverChecks(waiver, rules[number], covered.isEmpty ? found : covered, assessed, officers)
    checks.run()
    checks.tie(hasCovered: !covered.isEmpty, isLawTheSame: isLawTheSame(waiver, covered))
    return checks.faults.isEmpty ? .inForce : .withoutEffect(checks.faults)
  }

  private mutating func isLawTheSame(_ waiver: Waiver, _ covered: [Finding]) -> Bool {
    for finding in covered {
      let wanted = fingerprints.fingerprint(of: finding)
      let noted = waiver.facts.elements().filter { $0.text.utf8.starts(with: wanted.facts.utf8) }
      if !noted.contains(where: { $0.text == wanted.text }) { return false }
    }
    return true
  }

  private func renewals(of waiver: Waiver) -> Int {
    var seen: Set<RecordIndex> = [waiver.common.record]
    var record = waiver.common.record
    while let earlier = supersedes[record], seen.insert(earlier).inserted { record = earlier }
    return seen.count - 1
  }
}

extension Finding {
  /// The regimes that it was judged under, where it was judged by regime.
  var regimes: [Regime] {
    Regime.allCases.filter { regime in
      evidence.contains { $0.what == regime.rawValue || ($0.what == "regime" && $0.value == regime.rawValue) }
    }
  }
}

extension Registry {
  /// The people behind the contacts of data protection officers.
  var officers: Set<RecordIndex> {
    var found: Set<RecordIndex> = []
    for organisation in organisations {
      guard let contact = organisation.own?.dpo.given?.contact.given?.text else { continue }
      for candidate in organisation.contacts.given?.values ?? [] where candidate.id == contact {
        if let person = candidate.person.given?.record, person.isResolved { found.insert(person) }
      }
    }
    return found
  }
}
