import LocatedYAML

extension Rule {
  /// ACT-015. Data that another activity still needs are linked there, and no longer here.
  static let retiredActivityHoldsData = Rule(
    "retired-activity-still-holds-data", .activities, .warning, .risk,
    title: "An activity is over, and nothing shows that its data are gone",
    rationale: """
      When a purpose ends, its data go, unless a retention rule still runs or they are held for a claim. A retired activity that names \
      systems or recipients says that data are still there.
      """,
    remedy:
      "Record the deletion under disposal: of the retention rule, the rule that still runs, or remove the systems.",
    citations: ["Art 5(1)(e)", "Art 17(1)(a)"],
    yieldsTo: ["status-date-conflict"],
    check: .activities { activity, assessed in
      guard activity.status.given?.value == .retired, activity.common.isJudged, let end = activity.end.given,
        end <= assessed.day
      else { return .notApplicable }
      let holding = activity.systems.elements().map(\.range) + activity.recipients.elements().map(\.range)
      guard let first = holding.first else { return .clear }
      var isOpen = activity.retention.hasOpenElement()
      for reference in activity.retention.elements() {
        guard let rule = assessed.registry.retention(reference) else { continue }
        if rule.hold.given != nil { return .clear }
        if let checked = rule.disposal.given?.verified.given, checked >= end { return .clear }
        if let longest = rule.period.given ?? rule.maximum.given ?? rule.backStop.given,
          end.adding(longest) >= assessed.day
        {
          return .clear
        }
        if rule.disposal.answer.isOpen || rule.disposal.given?.verified.answer.isOpen ?? false
          || rule.period.answer.isOpen || rule.hold.answer.isOpen
        {
          isOpen = true
        }
      }
      if isOpen { return .notEvaluable("how long data are kept, or whether they are gone, is an open question") }
      let systems = activity.systems.elements().map { assessed.registry.name(of: $0.record) }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' ended on \(end), and still names \(systems.isEmpty ? "recipients" : joined(systems))",
          at: first,
          hint: "add disposal: {method: ..., verified: ...} to its retention rule, or remove what no longer holds data",
          records: [activity.common.record] + activity.systems.elements().map(\.record),
          evidence: [Evidence("end", end.description), Evidence("disposal.verified", "not given since then")]))
    },
    examples: [
      Example("a system, and the time is over", retired("2024-01-31", "disposal: {method: job, verified: 2024-01-30}")),
      Example("never verified", retired("2024-01-31", "")),
      Example("gone, on record", retired("2024-01-31", "disposal: {method: job, verified: 2024-01-31}", fires: false)),
      Example("the rule still runs", retired("2025-11-21", "", fires: false)),
      Example("its last day has passed", retired("2025-11-20", "")),
      Example(
        "held for a claim",
        retired("2024-01-31", "hold: {reason: A claim., since: 2024-01-01, review-by: 2027-01-31}", fires: false)),
      Example(
        "it names nothing any more",
        [
          "activities/letters.yaml": exampleActivity(
            ["status": "retired", "end": "2024-01-31", "systems": ""], isMissed: false)
        ]),
      Example(
        "only recipients are left",
        [
          "activities/letters.yaml": exampleActivity(
            [
              "status": "retired", "end": "2024-01-31", "systems": "", "recipients": "[«analytics-fr»]",
              "retention": "letters",
            ], isMissed: false
          ),
          "retention/letters.yaml":
            "title: Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\n",
        ]),
      Example(
        "how long is an open question",
        [
          "activities/letters.yaml": exampleActivity([
            "status": "retired", "end": "2024-01-31", "retention": "{unknown: how long}",
          ])
        ]),
      Example("it still runs", ["activities/letters.yaml": exampleActivity(["end": "2027-01-31"])]),
    ])

  private static func retired(_ end: String, _ rule: String, fires: Bool = true) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "status": "retired", "end": end, "systems": fires ? "«office-files»" : "office-files", "retention": "letters",
      ]),
      "retention/letters.yaml":
        "title: Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\n\(rule)\n",
    ]
  }
}
