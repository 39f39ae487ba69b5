import LocatedYAML

extension Rule {
  /// LAW-004. Which bases public authorities may not use is a column of the table of bases.
  static let interestsOfPublicAuthority = Rule(
    "interests-of-public-authority", .lawfulness, .error, .barred,
    title: "A public authority rests on legitimate interests for its tasks",
    rationale: """
      What a public authority does in the performance of its tasks needs a basis in law; the weighing of interests is not open to it there. \
      Beside its tasks, as when it lets rooms or looks after its own staff, it may be: then the record says why.
      """,
    remedy: "Name the public task and the law behind it, or record why the use lies outside of the authority's tasks.",
    citations: ["Art 6(1)"],
    check: .lawfulBases { basis, assessed in
      let regimes = assessed.regimesBarred(to: basis)
      guard !regimes.isEmpty else { return .notApplicable }
      let users = assessed.users(of: basis)
      guard let user = users.first(where: { $0.isAuthority == true }) else {
        return users.contains { $0.isAuthority == nil }
          ? .notEvaluable("whether the organisation is a public authority is an open question") : .notApplicable
      }
      switch basis.outsidePublicTasks.answer {
      case .given: return .clear
      case .unknown, .unusable: return .notEvaluable("whether the use lies outside of its tasks is an open question")
      case .absent, .none, .notApplicable: break
      }
      let registry = assessed.registry
      return .finding(
        Observation(
          "\(registry.name(of: user.organisation)) is a public authority, and '\(registry.name(of: user.activity))' rests on legitimate interests",
          at: basis.article6.answer.range ?? basis.common.anchor,
          hint: "write article-6: public-task with law:, or add outside-public-tasks: with the reason",
          notes: user.place.map { [Note(message: "A public authority by this", range: $0)] } ?? [],
          records: [basis.common.record, user.organisation, user.activity],
          evidence: [Evidence("public-authority", "true"), Evidence("outside-public-tasks", "not given")]))
    },
    examples: [
      Example("an authority weighs interests", files("«legitimate-interests»")),
      Example(
        "a recognised interest is none of its own either",
        files("«recognised-legitimate-interests»", "recognised-interest: crime")),
      Example(
        "outside of its tasks",
        files("legitimate-interests", "outside-public-tasks: Letting rooms is no task laid on it.")),
      Example("a company", files("legitimate-interests", authority: "false")),
      Example(
        "another basis",
        files("public-task", "law: Some Act, section 1\npower: To look after patients.")),
      Example(
        "whether it is one is an open question",
        files("legitimate-interests", authority: "{unknown: whether we count as one}"), also: ["open-question"]),
    ])

  private static func files(_ article6: String, _ more: String = "", authority: String = "true") -> ExampleTexts {
    [
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "uk-gdpr").replacingLine(
        "public-authority", with: authority),
      "lawful-bases/better-reminders.yaml":
        "title: Our interest in reminders that work\narticle-6: \(article6)\ninterests: Fewer missed appointments\nassessment: {not-applicable: kept on paper}\n\(more)\n",
    ]
  }
}

extension Assessed {
  /// The regimes in use under which a basis names one that public authorities may not rest on.
  fileprivate func regimesBarred(to basis: LawfulBasis) -> [Regime] {
    guard basis.common.isJudged, Regime.allCases.contains(where: { !barredRows(basis, $0).isEmpty }) else { return [] }
    return regimes(using: basis).filter { !barredRows(basis, $0).isEmpty }
  }

  private func barredRows(_ basis: LawfulBasis, _ regime: Regime) -> [LawfulBasisRow] {
    (basis.article6.given?.answer(regime).given?.elements ?? []).map { law.law.lawfulBases[Int($0.index.value)] }
      .filter { !$0.isForAuthorities && $0.regimes[regime]?.contains(day) ?? false }
  }
}
