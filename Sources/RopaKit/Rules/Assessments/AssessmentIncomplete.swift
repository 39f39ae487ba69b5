import LocatedYAML

extension Rule {
  /// DPI-013. A part that stands in a document elsewhere counts where the record says in which section. A single risk without a measure
  /// is for `risk-falls-without-measure`.
  static let assessmentIncomplete = Rule(
    "dpia-incomplete", .assessments, .error, .mandatory,
    title: "An approved impact assessment lacks a part that the law asks for",
    rationale: """
      Four things belong to every assessment: what is done, why it is needed, what can happen to people, and what is done against it. An \
      approval of less approves nothing. Where the document is kept elsewhere, its sections are named.
      """,
    remedy: "Add the missing parts, or name the section of the document under document-map.",
    citations: ["Art 35(7)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse, assessment.status.given?.value == .approved,
        assessment.coversRunningActivity(assessed.registry)
      else { return .notApplicable }
      if assessment.documentMap.answer.isOpen { return .notEvaluable("where its parts stand is an open question") }
      let anchor = assessment.common.anchor
      let map = assessment.documentMap.given
      var missing = Missing()
      func look(_ standing: Standing, _ section: Internal<Line>?, _ name: StaticString, _ field: StaticString) {
        if case .given? = section?.answer { return }
        if section?.answer.isOpen ?? false { missing.isOpen = true } else { missing.look(standing, name, field) }
      }
      look(
        assessment.description.answer.standing(anchor: anchor, noneCounts: false), map?.description, "description",
        "description")
      look(
        assessment.necessity.answer.standing(anchor: anchor, noneCounts: false), map?.necessity, "necessity",
        "necessity")
      look(assessment.risks.answer.standing(anchor: anchor, noneCounts: false), map?.risks, "risks", "risks")
      // Without risks there is nothing that a measure could be against.
      if let risks = assessment.risks.given, !risks.values.isEmpty {
        let isCovered = risks.values.contains { !$0.measures.elements().isEmpty || $0.avoided.given != nil }
        let isOpen = risks.values.contains { $0.measures.answer.isOpen || $0.avoided.answer.isOpen }
        look(
          isCovered ? .answered : isOpen ? .open : .missing(assessment.risks.answer.range ?? anchor), map?.measures,
          "measures", "measures")
      }
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("a part of it is an open question") : .clear
      }
      let regimes = assessed.organisation(of: assessment)?.own?.declaredRegimes ?? []
      let rows = regimes.flatMap { regime in assessed.law.assessmentParts(regime).map { ($0.row, regime) } }
      let citations = missing.items.flatMap { item in
        rows.filter { $0.0.id == item.field }.compactMap { assessed.law.cite($0.0, $0.1) }
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: assessment.common.record))' is approved and has \(missing.words)",
          at: missing.range(anchor: anchor), hint: missing.hint + ", or name the section under document-map:",
          citations: unique(citations), records: [assessment.common.record], evidence: missing.evidence))
    },
    examples: [
      Example("no description", assessment(["description": ""])),
      Example("no necessity", assessment(["necessity": ""])),
      Example("no risks", assessment(["risks": ""])),
      Example("an empty list of risks", assessment(["risks": "«{}»"])),
      Example(
        "no measures at all",
        assessment(["risks": "«{lost-letter: {text: Somebody else opens it., inherent: low, residual: low}}»"])),
      Example(
        "avoided by design",
        assessment([
          "risks":
            "{lost-letter: {text: Somebody else opens it., inherent: low, residual: low, avoided: No names outside.}}"
        ])),
      Example("all four", assessment([:])),
      Example(
        "in a document elsewhere",
        assessment(
          [
            "description": "", "necessity": "", "risks": "",
            "document-map": "{description: section 2, necessity: section 3, risks: section 4, measures: section 5}",
          ], isMissed: false)),
      Example(
        "part of it in a document",
        assessment(["description": "", "necessity": "", "document-map": "{description: section 2}"])),
      Example(
        "a draft",
        [
          "activities/letters.yaml": exampleActivity(["status": "planned"]),
          "assessments/letters.yaml": exampleAssessment(),
        ]),
      Example("not known", assessment(["risks": "{unknown: which risks were found}"]), also: ["open-question"]),
    ])

  private static func assessment(_ changes: ExampleTexts, isMissed: Bool = true) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([:]),
      "assessments/letters.yaml": exampleImpactAssessment(changes, isMissed: isMissed),
    ]
  }
}
