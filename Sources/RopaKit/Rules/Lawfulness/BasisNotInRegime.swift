import LocatedYAML

extension Rule {
  /// LAW-002.
  static let basisNotInRegime = Rule(
    "basis-not-in-regime", .lawfulness, .error, .barred,
    title: "A basis is recorded under a regime that does not know it",
    rationale: """
      Art 6(1) is a closed list, and the lists of the two regimes differ since one of them was amended. A basis that the regime did not \
      know on the day carries nothing under it.
      """,
    remedy: "Choose for this regime one of the points that its list contains, and record what that point needs.",
    citations: ["EU Art 6(1)", "UK Art 6(1)(ea)"],
    isWaivable: false,
    check: .lawfulBases { basis, assessed in
      guard let article6 = basis.article6.given, !basis.common.isDisputed, !basis.common.isExample else {
        return .notApplicable
      }
      // One word for all regimes is judged where it is used; a word for one regime is judged as it stands.
      let regimes = article6.isShared ? assessed.regimes(using: basis) : Regime.allCases
      var found: (regime: Regime, row: LawfulBasisRow, range: SourceRange)?
      for regime in regimes {
        guard let terms = article6.answer(regime).given?.elements else { continue }
        for term in terms {
          let row = assessed.law.law.lawfulBases[Int(term.index.value)]
          if found == nil, !(row.regimes[regime]?.contains(assessed.day) ?? false) { found = (regime, row, term.range) }
        }
      }
      guard let found else { return regimes.isEmpty ? .notApplicable : .clear }
      let name = assessed.name(of: found.regime)
      let message =
        found.row.regimes[found.regime].map {
          "\(found.row.term.title) is a basis of the \(name) from \($0.from) on only"
        }
        ?? "\(found.row.term.title) is no basis of the \(name)"
      let known = assessed.law.law.lawfulBases.filter { $0.regimes[found.regime]?.contains(assessed.day) ?? false }
      return .finding(
        Observation(
          message, at: found.range,
          hint:
            "write article-6: with one basis per regime; under the \(name) \(oneOf(known.map(\.term.id)))",
          citations: ["Art 6(1) of the \(name)"],
          records: [basis.common.record],
          evidence: [Evidence("basis", found.row.term.id), Evidence("regime", found.regime.rawValue)]))
    },
    examples: [
      Example(
        "one word for two regimes of which one does not know it",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: «recognised-legitimate-interests»
          recognised-interest: safeguarding
          """,
        ], also: ["implied-transfer-recipient"]),
      Example(
        "before the day on which it was added",
        [
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: «recognised-legitimate-interests»
          recognised-interest: safeguarding
          """
        ], also: ["activity-without-notice"], asOf: "2026-02-04"),
      Example(
        "from that day on",
        [
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: recognised-legitimate-interests
          recognised-interest: safeguarding
          """
        ], also: ["activity-without-notice"], asOf: "2026-02-05"),
      Example(
        "a basis for each regime",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "lawful-bases/better-reminders.yaml": """
          title: Our interest in reminders that work
          article-6: {uk-gdpr: recognised-legitimate-interests, eu-gdpr: legitimate-interests}
          recognised-interest: safeguarding
          interests: We want reminders that people read.
          assessment: {not-applicable: kept on paper}
          """,
        ], also: ["implied-transfer-recipient"]),
    ])
}
