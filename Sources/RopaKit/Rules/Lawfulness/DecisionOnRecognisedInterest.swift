import LocatedYAML

extension Rule {
  /// LAW-024.
  static let decisionOnRecognisedInterest = Rule(
    "decision-on-recognised-interest", .lawfulness, .error, .barred,
    title: "A computer alone decides with significant effect, on a recognised legitimate interest",
    rationale: """
      Recognised legitimate interests need no weighing, so the law keeps them from carrying decisions that nobody looks at. That holds where \
      the data for the decision rest on one even in part.
      """,
    remedy: "Put a person into the decision who really looks at it, or rest it on another basis.",
    citations: ["UK Art 22B(4)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord,
        case .given(let decisions, let place) = activity.automatedDecisions.answer
      else { return .notApplicable }
      let bases = assessed.bases(ofAll: activity)
      var found: LawfulBasis?
      var isOpen = bases.isOpen
      for regime in assessed.registry.regimes(of: activity) where found == nil {
        for basis in bases.records where basis.common.isJudged && found == nil {
          if basis.article6.answer.isOpen { isOpen = true }
          let row = (basis.article6.given?.answer(regime).given?.elements ?? [])
            .map { assessed.law.law.lawfulBases[Int($0.index.value)] }
            .first { $0.code == "6(1)(ea)" && $0.regimes[regime]?.contains(assessed.day) ?? false }
          if row != nil { found = basis }
        }
      }
      guard let found else { return isOpen ? .notEvaluable("a basis is an open question") : .notApplicable }
      guard let isDecided = decisions.isSolelySignificant else {
        return decisions.solely.answer.isOpen || decisions.significant.answer.isOpen
          ? .notEvaluable("how decisions are taken is an open question") : .notApplicable
      }
      guard isDecided else { return .clear }
      let registry = assessed.registry
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' lets a computer alone decide with significant effect, and '\(registry.name(of: found.common.record))' is a recognised legitimate interest",
          at: decisions.solely.answer.range ?? place,
          hint: "change the basis, or write solely: false where a person decides",
          notes: found.article6.answer.range.map { [Note(message: "The basis", range: $0)] } ?? [],
          records: [activity.common.record, found.common.record],
          evidence: [Evidence("automated-decisions.solely", "true"), Evidence("article-6", "6(1)(ea)")]))
    },
    examples: [
      Example("the only basis", files(basis: "crime"), also: ["dpia-missing"]),
      Example("one basis of two", files(basis: "[customer-contract, crime]"), also: ["dpia-missing"]),
      Example("a contract", files(basis: "customer-contract", mark: false), also: ["dpia-missing"]),
      Example(
        "a person decides", files(basis: "crime", mark: false, solely: "false"), also: ["regulators-list-dpia-missing"]),
      Example(
        "which basis it is, is an open question",
        files(basis: "{unknown: which basis carries it}", mark: false), also: ["dpia-missing", "open-question"]),
    ])

  private static func files(basis: String, mark: Bool = true, solely: String = "true") -> ExampleTexts {
    let alone = mark ? "«\(solely)»" : solely
    return [
      "activities/letters.yaml": exampleActivity(
        [
          "automated-decisions":
            "{solely: \(alone), significant: true, ground: contract, logic: Points for each answer., safeguards: [inform, represent, human, contest]}",
          "basis": basis,
          "screening": solely == "true"
            ? "" : "{date: 2026-08-15, by: dpo, outcome: no-dpia, reason: A person decides.}",
        ], isMissed: false),
      "lawful-bases/crime.yaml":
        "title: Keeping fraud away\narticle-6: recognised-legitimate-interests\nrecognised-interest: crime\n",
    ]
  }
}
