import LocatedYAML

extension Rule {
  /// REV-008.
  static let waiverUnused = Rule(
    "waiver-unused", .reviews, .advice, .policy,
    title: "A waiver is about nothing that is found",
    rationale: """
      What it decided about has been mended, or never was there. Left as it is, it would silently cover the same finding when it comes \
      back.
      """,
    remedy: "Set status: withdrawn, or expired where its day has passed; keep the file, which shows what was decided.",
    citations: ["Art 5(2)"],
    check: .decisions { judged, assessed in
      switch judged.standing {
      case .closed, .proposed: return .notApplicable
      case .unreadable(let why): return .notEvaluable(why)
      case .inForce, .lapsed, .withoutEffect: return .clear
      case .unused:
        return .finding(
          Observation(
            "The waiver is about \(judged.about(assessed)), and nothing of the kind is found",
            at: judged.waiver.rule.answer.range ?? judged.waiver.common.anchor,
            hint: "set status: withdrawn; if it is meant for something else, correct rule: or subject:",
            records: judged.records, evidence: judged.evidence))
      }
    },
    examples: [
      Example(
        "it has been mended",
        ExampleWaiver.files(["rule": "«\(ExampleWaiver.rule)»"], finding: "reason: Customers ask about them.")),
      Example("it is there", ExampleWaiver.files([:])),
      Example(
        "it has been mended and the waiver withdrawn",
        ExampleWaiver.files(["status": "withdrawn"], finding: "reason: Customers ask about them.")),
      Example(
        "a regime that the rule does not judge by",
        ExampleWaiver.files(["rule": "«\(ExampleWaiver.rule)»", "regime": "eu-gdpr"]), also: [ExampleWaiver.rule]),
    ])
}
