import LocatedYAML

extension Rule {
  /// LAW-021.
  static let offenceDataWithoutGround = Rule(
    "offence-data-without-ground", .lawfulness, .error, .barred,
    title: "Data about offences are used, and neither official authority nor a law that allows it is recorded",
    rationale: """
      Data about convictions, offences and allegations are used under official authority, or where a law allows it. Where the law has a list \
      of conditions for that, as in DPA Sch 1, one of them is named; elsewhere a law is cited.
      """,
    remedy: "Add the paragraph of Schedule 1 or the law to the lawful basis, or stop using the data.",
    citations: ["Art 10"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      let words = assessed.facts.words
      let flags = words.dataFlags(activity)
      guard flags.contains(.criminal) else {
        return flags.contains(.open) ? .notEvaluable("some of the data are an open question") : .notApplicable
      }
      let bases = assessed.bases(ofAll: activity)
      var without: [Regime] = []
      var isOpen = false
      for regime in assessed.registry.regimes(of: activity) {
        if bases.records.contains(where: { assessed.allowsOffenceData($0, regime) }) { continue }
        // Each regime is judged by itself: what is open under one does not excuse the other.
        if bases.isOpen || bases.records.isEmpty
          || bases.records.contains(where: { assessed.mayAllowOffenceData($0, regime) })
        {
          isOpen = true
        } else {
          without.append(regime)
        }
      }
      guard !without.isEmpty else {
        return isOpen ? .notEvaluable("the ground for data about offences is an open question") : .clear
      }
      let offences = activity.data.elements().filter { words.flags($0).contains(.criminal) }
      let names = offences.compactMap { $0.category.given.map { assessed.registry.name(of: $0.record) } }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' uses \(joined(names)), and no basis names official authority or a law for it under the \(joined(without.map(assessed.name(of:))))",
          at: offences[0].category.answer.range ?? activity.common.anchor,
          hint: without.contains(where: assessed.hasSchedule)
            ? "add schedule-1: with the paragraph, or article-10: authority, to the lawful basis"
            : "add article-10: with the law, or authority, to the lawful basis",
          citations: unique(
            without.flatMap { regime in
              assessed.law.law.grounds.offenceGrounds.compactMap { assessed.law.cite($0.row, regime) }
            }), records: [activity.common.record] + bases.records.map(\.common.record),
          evidence: [Evidence("data about offences", joined(names)), Evidence("article-10", "not given")]))
    },
    examples: [
      Example("no ground", ["activities/letters.yaml": exampleActivity(["data": "[name, «conviction»]"])]),
      Example(
        "a paragraph of Schedule 1",
        exampleGrounds("schedule-1: 12\npolicy-document: conduct\nretention-follows-policy: true", mark: false)),
      Example("official authority", exampleGrounds("article-10: authority", mark: false)),
      Example(
        "a law in words, where a paragraph is needed", exampleGrounds("article-10: Some Act, section 1", mark: true)),
      Example(
        "a law in words, where a law is enough",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "activities/letters.yaml": exampleActivity(["data": "[name, conviction]", "regimes": "eu-gdpr"]),
          "lawful-bases/customer-contract.yaml": exampleBasis("article-10: Some Act, section 1"),
        ], also: ["implied-transfer-recipient"]),
      Example(
        "an open question", exampleGrounds("article-10: {unknown: what allows it}", mark: false),
        also: ["open-question"]),
      Example(
        "an open question under one of two regimes, and nothing under the other",
        exampleTwoRegimes("article-10: {uk-gdpr: {unknown: what allows it}}"),
        also: ["implied-transfer-recipient", "open-question"]),
      Example(
        "an open question on a paragraph, where the other regime knows none",
        exampleTwoRegimes("schedule-1: {unknown: which paragraph}"),
        also: ["implied-transfer-recipient", "open-question"]),
      Example(
        "whether the data are about offences is an open question",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, reports]"]),
          "data-categories/reports.yaml": "title: Reports\nkind-of: {unknown: are crimes among them}\n",
        ], also: ["open-question"]),
    ])

  private static func exampleBasis(_ more: String) -> String {
    "title: Our contract with the customer\narticle-6: contract\ncontract: {between: [example-care, subject]}\n\(more)\n"
  }

  private static func exampleTwoRegimes(_ more: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
      "activities/letters.yaml": exampleActivity(["data": "[name, «conviction»]"]),
      "lawful-bases/customer-contract.yaml": exampleBasis(more),
    ]
  }

  private static func exampleGrounds(_ more: String, mark: Bool) -> KeyValuePairs<String, String> {
    [
      "activities/letters.yaml": exampleActivity(["data": mark ? "[name, «conviction»]" : "[name, conviction]"]),
      "lawful-bases/customer-contract.yaml": exampleBasis(more),
      "assessments/conduct.yaml":
        "title: Policy on conduct\nkind: policy-document\nstatus: approved\ndate: 2026-08-01\nretention: section 4\nowner: dpo\nreviewed: 2026-08-10\n",
    ]
  }
}

extension Assessed {
  /// The regime knows conditions of its own for data about offences, of which one is needed unless there is official authority.
  fileprivate func hasSchedule(_ regime: Regime) -> Bool {
    law.law.grounds.schedule1.contains { law.holds($0.row, regime) }
  }

  fileprivate func allowsOffenceData(_ basis: LawfulBasis, _ regime: Regime) -> Bool {
    let ground = basis.article10.given?.answer(regime).given?.text
    if ground == "authority" { return true }
    if !hasSchedule(regime) { return ground != nil || basis.article9Law.given != nil }
    let fitting = law.law.grounds.offenceGrounds.filter { law.holds($0.row, regime) }.flatMap(\.schedule1)
    let named = basis.schedule1.elements()
    return !named.isEmpty && named.allSatisfy { fitting.contains($0.value) }
  }

  fileprivate func mayAllowOffenceData(_ basis: LawfulBasis, _ regime: Regime) -> Bool {
    basis.article10.answer.isOpen || basis.article10.given?.answer(regime).isOpen ?? false
      || (hasSchedule(regime) ? basis.schedule1.hasOpenElement() : basis.article9Law.answer.isOpen)
  }
}
