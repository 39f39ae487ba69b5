import LocatedYAML

extension Rule {
  /// SEC-014. A contract for longer support moves the day.
  static let unsupportedSystem = Rule(
    "unsupported-system", .security, .warning, .risk,
    title: "A system in use is no longer supported by its maker, or will soon not be",
    rationale: """
      Without updates every fault that is found stays open. How early to be reminded is your policy: 180 days unless registry.yaml says otherwise. \
      Longer support that was bought is a later day.
      """,
    remedy: "Replace or isolate the system, or record the day to which support was extended.",
    citations: ["Art 32(1)(b)", "Cyber Essentials requirements"],
    check: .systems { system, assessed in
      guard case .given(let last, let range) = system.supportedUntil.answer else {
        return system.supportedUntil.answer.isOpen
          ? .notEvaluable("how long the system is supported is an open question") : .notApplicable
      }
      guard system.common.isJudged, let activity = assessed.user(of: system) else { return .notApplicable }
      let isOver = last < assessed.day
      guard isOver || last <= assessed.day.adding(assessed.policy(\.expiryWarning, Policy.defaultExpiryWarning)) else {
        return .clear
      }
      let name = assessed.registry.name(of: system.common.record)
      return .finding(
        Observation(
          isOver ? "\(name) is in use, and support for it ended on \(last)" : "Support for \(name) ends on \(last)",
          at: range, hint: "replace it, or write the day to which support was extended",
          severity: isOver ? .warning : .advice, records: [system.common.record, activity.common.record],
          evidence: [Evidence("supported-until", last.description)]))
    },
    examples: [
      Example("over", files("«2025-10-14»")),
      Example("on its last day", files("«2026-11-21»"), severity: .advice),
      Example("within the time of the policy", files("«2027-05-20»"), severity: .advice),
      Example("a day later", files("2027-05-21")),
      Example(
        "nobody uses it", ["systems/spare.yaml": "title: Spare\noperator: mailer\nsupported-until: 2020-01-01\n"]),
      Example("not known yet", files("{unknown: how long}"), also: ["open-question"]),
    ])

  private static func files(_ day: String) -> ExampleTexts {
    [
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\nsupported-until: \(day)\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n"
    ]
  }
}
