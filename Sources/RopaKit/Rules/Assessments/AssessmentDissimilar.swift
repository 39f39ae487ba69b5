import LocatedYAML

extension Rule {
  /// DPI-016. Activities on one system are taken as similar: a platform has one assessment with its annexes. The number is ours, not the
  /// law's.
  static let assessmentDissimilar = Rule(
    "dpia-spans-dissimilar", .assessments, .advice, .expectation,
    title: "One impact assessment covers activities that differ",
    rationale: """
      One assessment may cover similar operations with similar risks. Many activities without a system in common, some of them with data of a \
      special category and some without, rarely have the same risks, and the assessment tends to look at the average.
      """,
    remedy: "Look whether the risks are the same; else split the assessment.",
    citations: ["Art 35(1)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse else { return .notApplicable }
      let activities = assessed.activities(of: assessment)
      guard activities.count > 1 else { return .notApplicable }
      if activities.contains(where: { $0.systems.hasOpenElement() }) {
        return .notEvaluable("the systems of an activity are an open question")
      }
      let systems = activities.map { Set($0.systems.elements().map(\.record).filter(\.isResolved)) }
      if !systems.dropFirst().reduce(systems[0], { $0.intersection($1) }).isEmpty { return .clear }
      var differences: [String] = []
      if activities.count > mostSimilar { differences.append("in number: \(activities.count)") }
      let sensitive = activities.filter { assessed.facts.words.hasSensitiveData($0) }
      if !sensitive.isEmpty, sensitive.count < activities.count {
        differences.append(
          "in data: \(sensitive.count) of \(activities.count) use data of a special category or about offences")
      }
      let apart = activities.indices.filter { one in
        !systems.indices.contains { $0 != one && !systems[$0].isDisjoint(with: systems[one]) }
      }
      if let first = apart.first {
        differences.append(
          "in systems: '\(assessed.registry.name(of: activities[first].common.record))' shares none with the others")
      }
      guard !differences.isEmpty else { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: assessment.common.record))' covers activities that differ \(differences.joined(separator: "; "))",
          at: assessment.activities.answer.range ?? assessment.common.anchor,
          hint: "split the assessment, or confirm under note: that the risks are the same",
          records: [assessment.common.record] + activities.map(\.common.record),
          evidence: differences.map { Evidence("differ", $0) }))
    },
    examples: [
      Example("no system in common", spanning("«[letters, cards]»", ["systems": "mail-system"])),
      Example("one system", spanning("[letters, cards]", [:])),
      Example(
        "one system, different data", spanning("[letters, cards]", ["data": "[name, health]", "basis": "care"])),
      Example(
        "different data, and systems in part",
        [
          "activities/letters.yaml": exampleActivity(["systems": "[office-files, mail-system]"]),
          "activities/cards.yaml": exampleActivity(["title": "Cards"]),
          "activities/calls.yaml": exampleActivity([
            "title": "Calls", "systems": "mail-system", "data": "[name, health]", "basis": "care",
          ]),
          "lawful-bases/care.yaml": exampleCareBasis,
          "assessments/letters.yaml": exampleImpactAssessment(["activities": "«[letters, cards, calls]»"]),
        ], also: ["audit-logging-missing-sensitive"]),
      Example(
        "six activities, and systems in part",
        [
          "activities/letters.yaml": exampleActivity(["systems": "[office-files, mail-system]"]),
          "activities/cards.yaml": exampleActivity(["title": "Cards"]),
          "activities/calls.yaml": exampleActivity(["title": "Calls", "systems": "mail-system"]),
          "activities/visits.yaml": exampleActivity(["title": "Visits"]),
          "activities/invoices.yaml": exampleActivity(["title": "Invoices"]),
          "activities/surveys.yaml": exampleActivity(["title": "Surveys"]),
          "assessments/letters.yaml": exampleImpactAssessment([
            "activities": "«[letters, cards, calls, visits, invoices, surveys]»"
          ]),
        ]),
      Example(
        "which systems is an open question", spanning("[letters, cards]", ["systems": "{unknown: which}"]),
        also: ["open-question"]),
    ])

  private static func spanning(_ activities: String, _ cards: ExampleTexts) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([:]),
      "activities/cards.yaml": exampleActivity(cards).replacingLine("title", with: "Cards") + "\n",
      "lawful-bases/care.yaml": exampleCareBasis,
      "assessments/letters.yaml": exampleImpactAssessment(["activities": activities]),
    ]
  }
}

/// With more activities than these an assessment is looked at.
private let mostSimilar = 5
