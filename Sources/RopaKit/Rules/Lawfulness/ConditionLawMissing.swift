import LocatedYAML

extension Rule {
  /// LAW-016.
  static let conditionLawMissing = Rule(
    "article-9-law-missing", .lawfulness, .warning, .expectation,
    title: "A condition for special categories lives in another law, and that law is not named",
    rationale: """
      Some conditions hold only as far as a law of the Union or of a Member State lays them down; for health care a contract with a health \
      professional serves too, and is then named in its place. Citing it shows that there is one.
      """,
    remedy: "Name the law, or the contract with the health professional.",
    citations: ["EU Art 9(2)(b), (g), (h), (i), (j)"],
    check: .lawfulBases { basis, assessed in
      guard basis.common.isJudged, !basis.article9.answer.isAbsent else { return .notApplicable }
      var found: (row: SpecialConditionRow, range: SourceRange, regime: Regime)?
      for regime in assessed.regimes(using: basis) {
        for condition in assessed.conditions(of: basis, regime) where condition.row.needsLaw.contains(regime) {
          found = found ?? (condition.row, condition.range, regime)
        }
      }
      guard let found else { return .notApplicable }
      switch basis.article9Law.answer.standing(anchor: found.range, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("the law is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: basis.common.record))' relies on '\(found.row.row.title)', and the law that carries it is not named",
            at: range, hint: "add article-9-law: with the act and section",
            citations: [assessed.law.cite(found.row.row, found.regime)].compactMap { $0 }.map { "EU \($0)" },
            records: [basis.common.record], evidence: [Evidence("article-9-law", "not given")]))
      }
    },
    examples: [
      Example("no law", research("article-9: «archiving-research-statistics»")),
      Example(
        "a law", research("article-9: archiving-research-statistics\narticle-9-law: \"Research Act, section 3\"")),
      Example(
        "health care on a contract",
        research(
          "article-9: health-or-social-care\nsecrecy: Doctors are bound.\narticle-9-law: contract with the doctor")),
      Example("a condition that stands alone", research("article-9: legal-claims")),
      Example(
        "another regime has its own schedule",
        research("article-9: archiving-research-statistics\nschedule-1: 4", regimes: "uk-gdpr")),
      Example(
        "an open question", research("article-9: archiving-research-statistics\narticle-9-law: {unknown: which act}"),
        also: ["open-question"]),
    ])

  private static func research(_ condition: String, regimes: String = "eu-gdpr") -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "data": "[name, health]", "basis": "study", "regimes": regimes, "systems": "shelf",
        "controls": "encrypted-storage",
      ]),
      "systems/shelf.yaml": "title: Shelf\noperator: example-care\nmedium: paper\nhosting: GB\naccess-from: GB\n",
      "lawful-bases/study.yaml":
        "title: Study\narticle-6: legal-obligation\nlaw: Some Act, section 1\nresearch-safeguards: Names are taken out first.\n\(condition)\n",
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
      "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
      "transfers/reminder-study.yaml": "", "activities/hosted-records.yaml": "",
    ]
  }
}
