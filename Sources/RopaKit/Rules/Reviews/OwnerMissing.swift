import LocatedYAML

extension Rule {
  /// REV-001. Other records inherit the owner of the organisation, so that the organisation itself needs one.
  static let ownerMissing = Rule(
    "owner-missing", .reviews, .error, .expectation,
    title: "Nobody answers for a record",
    rationale: """
      Whoever owns an activity knows what really happens and can decide. A record without an owner is reviewed by nobody and goes out of \
      date unseen.
      """,
    remedy: "Name a role from people.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .records { header, common, assessed in
      guard common.isJudged, common.owner.answer.isAbsent else { return .notApplicable }
      let severity: Severity
      switch header.kind {
      case .activities:
        guard assessed.registry.activity(at: common.record)?.isJudged ?? false else { return .notApplicable }
        severity = .error
      case .notices: severity = .warning
      case .organisations, .processors, .recipients:
        guard assessed.registry.isOurs(common.record) else { return .notApplicable }
        severity = .warning
      default: return .notApplicable
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: common.record))' has no owner", at: common.anchor,
          hint: "add owner: with the id of a role in people", severity: severity, records: [common.record],
          evidence: [Evidence("owner", "not given")]))
    },
    examples: [
      Example("an activity", ["activities/letters.yaml": exampleActivity(["owner": ""])]),
      Example(
        "an activity that has ended",
        [
          "activities/letters.yaml": exampleActivity(
            ["owner": "", "status": "retired", "end": "2026-01-31"], isMissed: false)
        ]),
      Example(
        "the organisation, whose owner other records inherit",
        ["organisations/example-care.yaml": exampleOrganisation(["owner": ""])], severity: .warning),
      Example("a recipient inherits it", ["recipients/printer.yaml": "title: A printer\ncountry: GB\n"]),
    ])
}
