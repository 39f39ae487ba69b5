import LocatedYAML

/// Tells what is open from what is decided, known before, or not reported. In this order: decisions, baseline, policies of the
/// register, the selection of the run; so that a narrower run changes neither decisions nor baseline.
struct FindingSorter {
  private let assessed: Assessed
  private let decisions: Decisions
  private let policies: RulePolicies
  private(set) var open: [Finding] = []
  private(set) var settled: [Finding] = []
  /// What registry.yaml leaves out of every report but reviews.
  private(set) var ignored: [Finding] = []
  private(set) var baseline: BaselineResult?
  /// By rule: how many the policy hides, and how many the run.
  private var byPolicy: [Int: Int] = [:]
  private var byRun: [Int: Int] = [:]

  init(_ assessed: Assessed, _ decisions: Decisions) {
    self.assessed = assessed
    self.decisions = decisions
    policies = RulePolicies(assessed.registry.rulePolicies)
  }

  mutating func sort(_ findings: [Finding], _ selection: Selection, _ baseline: Baseline?) {
    let known = known(findings, baseline)
    for finding in findings {
      let severity = policies.severity(of: finding)
      let decision = decisions.decision(on: finding)
      let state =
        decision?.waiver.kind.given?.value.state ?? (known.contains(ObjectIdentifier(finding)) ? .baseline : .open)
      if policies.ignored[finding.rule] != nil {
        byPolicy[finding.rule, default: 0] += 1
        ignored.append(finding)
      } else if !selection.includes(finding.rule) {
        byRun[finding.rule, default: 0] += 1
      } else {
        let isUnchanged = severity == finding.severity && state == .open
        let sorted = isUnchanged ? finding : Finding(finding, severity: severity, state: state, decision: decision)
        if state.isOpen { open.append(sorted) } else { settled.append(sorted) }
      }
    }
  }

  private mutating func known(_ findings: [Finding], _ baseline: Baseline?) -> Set<ObjectIdentifier> {
    guard let baseline else { return [] }
    var fingerprints = Fingerprints(assessed)
    let undecided = findings.filter { decisions.decision(on: $0) == nil }
    let match = BaselineMatch(baseline, undecided, assessed, &fingerprints)
    self.baseline = BaselineResult(stale: match.stale)
    return match.known
  }

  /// What is not reported, in the order of the catalogue.
  var hiddenFindings: [HiddenFindings] {
    (byPolicy.map { HiddenFindings(rule: $0.key, count: $0.value, policy: policies.ignored[$0.key] ?? "") }
      + byRun.map { HiddenFindings(rule: $0.key, count: $0.value, policy: nil) }).sorted { $0.rule < $1.rule }
  }
}
