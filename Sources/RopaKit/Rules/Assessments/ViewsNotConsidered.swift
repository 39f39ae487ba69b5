import LocatedYAML

extension Rule {
  /// DPI-012. A draft may still come to it.
  static let viewsNotConsidered = Rule(
    "views-not-considered", .assessments, .advice, .expectation,
    title: "Whether the people concerned were asked for their views is not recorded",
    rationale: """
      Their views are sought where that is appropriate. Not asking can be right, for confidence or for lack of means; the record then says why.
      """,
    remedy: "Record whether people, or those who speak for them, were asked; where not, why.",
    citations: ["Art 35(9)"],
    yieldsTo: ["dpia-incomplete"],
    check: .assessments { assessment, assessed in
      guard assessment.isFinishedImpactAssessment, assessment.coversRunningActivity(assessed.registry) else {
        return .notApplicable
      }
      let anchor = assessment.common.anchor
      let place: SourceRange
      switch assessment.views.answer {
      case .unknown, .unusable: return .notEvaluable("whether people were asked is an open question")
      case .none, .notApplicable: return .clear
      case .absent: place = anchor
      case .given(let views, let range):
        switch views.sought.answer {
        case .unknown, .unusable: return .notEvaluable("whether people were asked is an open question")
        case .absent, .none, .notApplicable: place = views.sought.answer.range ?? range
        case .given(let sought, let said):
          if sought.value { return .clear }
          switch views.reason.answer.standing(anchor: said, noneCounts: false) {
          case .answered: return .clear
          case .open: return .notEvaluable("why nobody was asked is an open question")
          case .missing(let range): place = range
          }
        }
      }
      let isReason = assessment.views.given?.sought.given?.value == false
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: assessment.common.record))' does not say \(isReason ? "why nobody was asked" : "whether the people concerned were asked")",
          at: place,
          hint: isReason ? "add reason: to views:" : "add views: {sought: true} or {sought: false, reason: ...}",
          records: [assessment.common.record],
          evidence: [Evidence("views", isReason ? "not sought, without a reason" : "not given")]))
    },
    examples: [
      Example("nothing on views", viewed("")),
      Example("asked", viewed("{sought: true}")),
      Example("not asked, without a reason", viewed("{sought: «false»}")),
      Example("not asked, with a reason", viewed("{sought: false, reason: The plans are confidential.}")),
      Example("a reason alone", viewed("«{reason: The plans are confidential.}»")),
      Example("not known", viewed("{unknown: whether anybody was asked}"), also: ["open-question"]),
      Example(
        "a draft",
        [
          "activities/letters.yaml": exampleActivity(["status": "planned"]),
          "assessments/letters.yaml": exampleAssessment(),
        ]),
    ])

  private static func viewed(_ views: String) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([:]),
      "assessments/letters.yaml": exampleImpactAssessment(["views": views]),
    ]
  }
}
