import LocatedYAML

extension Rule {
  /// RET-001, for data that lie outside of every rule's applies-to.
  static let dataWithoutRetention = Rule(
    "data-without-retention", .retention, .warning, .mandatory,
    title: "An activity has retention rules, and none of them applies to some of its data",
    rationale: """
      A rule that is for some data says nothing of the others. They are kept without a limit that anybody could read off, although the \
      activity looks as if it had one. A rule without applies-to is for all data.
      """,
    remedy: "Widen applies-to of a rule, or link a rule for the data that are left.",
    citations: ["Art 30(1)(f)", "Art 13(2)(a)", "Art 14(2)(a)", "Art 5(1)(e)"],
    yieldsTo: ["retention-missing"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      let registry = assessed.registry
      let left = registry.uncovered(activity, assessed.law.law)
      if left.isOpen { return .notEvaluable("what a retention rule applies to is an open question") }
      let names =
        left.data.map { registry.name(of: $0.record) } + left.people.map { "data of \(registry.name(of: $0.record))" }
      guard let place = left.data.first?.range ?? left.people.first?.range else { return .clear }
      let ranges = left.data.map(\.range) + left.people.map(\.range)
      return .finding(
        Observation(
          "No retention rule of '\(registry.name(of: activity.common.record))' applies to \(joined(names))", at: place,
          hint:
            "add \(names.count == 1 ? "it" : "them") to applies-to: of a rule, or link a rule for \(names.count == 1 ? "it" : "them")",
          notes: ranges.dropFirst().map { Note(message: "nor to this", range: $0) },
          records: [activity.common.record] + left.data.map(\.record).filter { registry.header($0).slot >= 0 },
          evidence: [Evidence("without a rule", names.joined(separator: ", "))]))
    },
    examples: [
      Example("data of another sort", letters(data: "[name, «signature»]")),
      Example("two sorts", letters(data: "[name, «signature», postcode]")),
      Example(
        "people whom no rule names", letters(subjects: "[customers, «clinic-staff»]", scope: "{subjects: customers}")),
      Example(
        "a rule for one purpose, and data of another",
        letters(
          data: "[name, «signature»]",
          purposes:
            "{write: {text: Write to customers., data: name}, show: {text: Show who works here., data: signature}}",
          scope: "{purposes: write}")),
      Example("a rule for all data", letters(data: "[name, signature]", scope: "")),
      Example(
        "a rule of the purpose",
        letters(
          data: "[name, signature]",
          purposes:
            "{write: {text: Write to customers., data: name}, show: {text: Show who works here., data: signature, retention: pictures}}"
        )),
      Example(
        "a rule for the kind of data",
        letters(data: "[name, portrait]", scope: "{data: [name, signature]}")),
      Example("data at some bodies", letters(data: "[name, signature]", scope: "{parties: mailer}")),
      Example(
        "what it applies to is an open question",
        letters(data: "[name, signature]", scope: "{data: [name, {unknown: which pictures}]}"), also: ["open-question"]),
    ])

  private static func letters(
    data: String = "name", subjects: String = "customers", purposes: String = "{write: Write to customers.}",
    scope: String = "{data: name}"
  ) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(
        ["data": data, "subjects": subjects, "purposes": purposes, "retention": "letters"], isMissed: false),
      "retention/letters.yaml": exampleRule(scope), "retention/pictures.yaml": exampleRule(""),
      "data-categories/portrait.yaml": "title: portrait\nkind-of: signature\n",
    ]
  }

  private static func exampleRule(_ scope: String) -> String {
    let scope = scope.isEmpty ? "" : "applies-to: \(scope)"
    return
      "title: Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask about them.\ndisposal: {method: monthly job, verified: 2026-08-01}\n\(scope)\n"
  }
}
