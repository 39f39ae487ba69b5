import LocatedYAML

extension Rule {
  /// A new day at the top tells nobody who does not look.
  static let changesNotAnnounced = Rule(
    "changes-not-announced", .notices, .advice, .expectation,
    title: "People are not told when a notice changes",
    rationale: """
      Before data are used for a new purpose people are told, and they are owed notice of changes that matter to them. To ask them to look \
      at the page now and then leaves that to chance.
      """,
    remedy: "Tell people of changes that matter, by message or when they sign in, and say so in the notice.",
    citations: ["Art 13(3)", "Art 14(4)", "Art 5(1)(a)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, let changes = notice.changes.given else { return .notApplicable }
      switch changes.tellsPeople.answer {
      case .unknown, .unusable: return .notEvaluable("whether people are told is an open question")
      case .absent, .none, .notApplicable: return .notApplicable
      case .given(let tells, let range):
        if tells.value { return .clear }
        return .finding(
          Observation(
            "People are not told when '\(assessed.registry.name(of: notice.common.record))' changes", at: range,
            hint: "tell people of changes that matter, and set tells-people: true", records: [notice.common.record],
            evidence: [Evidence("changes.tells-people", "false")]))
      }
    },
    examples: [
      Example("they may look", ["notices/customer-notice.yaml": exampleNotice("«false»")]),
      Example("they are told", ["notices/customer-notice.yaml": exampleNotice("true")]),
      Example(
        "not known yet", ["notices/customer-notice.yaml": exampleNotice("{unknown: whether we write}")],
        also: ["open-question"]),
    ])

  private static func exampleNotice(_ tells: String) -> String {
    """
    title: How we use your data
    organisation: example-care
    owner: dpo
    audience: customers
    activities: appointment-messages
    effective: 2026-09-01
    reviewed: 2026-09-01
    changes: {text: "When we change this notice, we show the new date here.", tells-people: \(tells)}
    """
  }
}
