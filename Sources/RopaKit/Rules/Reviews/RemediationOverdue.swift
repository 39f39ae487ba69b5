import LocatedYAML

extension Rule {
  /// REV-009.
  static let remediationOverdue = Rule(
    "remediation-overdue", .reviews, .warning, .policy,
    title: "What was to be mended by a day is still there",
    rationale: """
      Somebody said that it is so, and until when it is mended. That day has passed, so that either more time is needed and somebody must \
      say so, or it was forgotten.
      """,
    remedy: "Mend it, or agree on a new day in a new waiver that supersedes this one.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .decisions { judged, assessed in
      guard judged.waiver.kind.given?.value == .acknowledge else { return .notApplicable }
      guard case .inForce = judged.standing else { return .notApplicable }
      guard case .given(let due, let range) = judged.waiver.fixBy.answer, due < assessed.day else { return .clear }
      let owner = assessed.registry.person(judged.waiver.fixOwner.given).map {
        assessed.registry.name(of: $0.common.record)
      }
      return .finding(
        Observation(
          "\(judged.about(assessed)) was to be mended by \(due)\(owner.map { ", by \($0)" } ?? "")", at: range,
          hint: "mend it, or add a new waiver with supersedes: and a new day", records: judged.records,
          evidence: judged.evidence + [Evidence("fix by", due.description)]))
    },
    examples: [
      Example(
        "the day has passed",
        ExampleWaiver.files(["kind": "acknowledge", "fix-by": "«2026-11-20»", "fix-owner": "service-lead"]),
        also: [ExampleWaiver.rule]),
      Example(
        "the day itself",
        ExampleWaiver.files(["kind": "acknowledge", "fix-by": "2026-11-21", "fix-owner": "service-lead"]),
        also: [ExampleWaiver.rule]),
      Example(
        "it has been mended",
        ExampleWaiver.files(
          ["kind": "acknowledge", "fix-by": "2026-11-20", "fix-owner": "service-lead"],
          finding: "reason: Customers ask about them."), also: ["waiver-unused"]),
    ])
}
