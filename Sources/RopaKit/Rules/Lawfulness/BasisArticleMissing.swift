import LocatedYAML

extension Rule {
  /// LAW-001 for the record of the basis.
  static let basisArticleMissing = Rule(
    "basis-article-missing", .lawfulness, .error, .mandatory,
    title: "A lawful basis names no point of Art 6(1)",
    rationale: """
      A basis that only has a name is none yet. Which point of Art 6(1) it is decides what else must be on record and which rights people \
      have; under two regimes it may be a different one.
      """,
    remedy: "Add the point of Art 6(1), per regime where they differ.",
    citations: ["Art 6(1)", "Art 5(2)"],
    // A contract without the person and without an article is one root cause.
    yieldsTo: ["contract-without-the-person"],
    isWaivable: false,
    check: .lawfulBases { basis, assessed in
      guard !basis.common.isDisputed, !basis.common.isExample else { return .notApplicable }
      let regimes = assessed.regimes(using: basis)
      guard !regimes.isEmpty else { return .notApplicable }
      if basis.article6.answer.isOpen { return .notEvaluable("the point of Art 6(1) is an open question") }
      var missing: [Regime] = []
      var isOpen = false
      for regime in regimes {
        switch basis.article6.given?.answer(regime) {
        case .given(let terms, _)?:
          if terms.elements.isEmpty { isOpen = true }
        case .unknown?, .unusable?: isOpen = true
        case nil, .absent?, .none?, .notApplicable?: missing.append(regime)
        }
      }
      guard !missing.isEmpty else {
        return isOpen ? .notEvaluable("the point of Art 6(1) is an open question") : .clear
      }
      let laws = joined(missing.map(assessed.name(of:)))
      let stub = basis.article6.given == nil ? "article-6:" : "article-6: with \(joined(missing.map(\.rawValue)))"
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: basis.common.record))' names no point of Art 6(1) of the \(laws)",
          at: basis.article6.answer.range ?? basis.common.anchor,
          hint: "add \(stub), \(oneOf(assessed.law.law.lawfulBases.map(\.term.id)))",
          citations: ["Art 6(1)", "Art 5(2)"], records: [basis.common.record],
          evidence: [Evidence("regimes of the activities", regimes.map(\.rawValue).joined(separator: ", "))]))
    },
    examples: [
      Example(
        "only a name",
        [
          "lawful-bases/accounting-law.yaml": """
          «title»: Accounting law
          law: Companies Act 2006, section 386
          """
        ]),
      Example(
        "for one of two regimes",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "lawful-bases/accounting-law.yaml": """
          title: Accounting law
          article-6: «{uk-gdpr: legal-obligation}»
          law: Companies Act 2006, section 386
          """,
        ], also: ["implied-transfer-recipient"]),
      Example(
        "the point is an open question",
        [
          "lawful-bases/accounting-law.yaml": """
          title: Accounting law
          article-6: {unknown: is it a duty or an interest, owner: dpo, due: 2027-01-31}
          law: Companies Act 2006, section 386
          """
        ], also: ["notice-element-open", "open-question"]),
      Example(
        "one word stands for both regimes",
        ["organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]")],
        also: ["implied-transfer-recipient"]),
    ])
}
