import LocatedYAML

extension Rule {
  /// Pseudonymised data whose way back nobody recorded.
  static let reversibilityUnstated = Rule(
    "reversibility-unstated", .activities, .advice, .risk,
    title: "Data are called pseudonymised, and nobody says whether and by whom that can be undone",
    rationale: """
      Pseudonymised data can be led back to the person with further information that is kept apart. Who can do so decides how much the \
      measure protects, and whether the data are about a person for somebody else at all.
      """,
    remedy: "Write whether it can be undone; put the holder of the key on the control.",
    citations: ["Art 4(5)", "Art 32(1)(a)"],
    check: .dataCategories { category, assessed in
      guard category.common.isJudged, category.state.given == .pseudonymised else { return .notApplicable }
      guard case .absent = category.reversible.answer else {
        return category.reversible.answer.isOpen
          ? .notEvaluable("whether it can be undone is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: category.common.record))' is pseudonymised, and whether that can be undone is not recorded",
          at: category.state.answer.range ?? category.common.anchor, hint: "add reversible: true or false",
          records: [category.common.record],
          evidence: [Evidence("state", "pseudonymised"), Evidence("reversible", "not given")]))
    },
    examples: [
      Example("not said", ["data-categories/code.yaml": "title: Code\nkind-of: username\nstate: «pseudonymised»\n"]),
      Example(
        "said",
        ["data-categories/code.yaml": "title: Code\nkind-of: username\nstate: pseudonymised\nreversible: false\n"]),
      Example("anonymised", ["data-categories/code.yaml": "title: Code\nkind-of: username\nstate: anonymised\n"]),
      Example(
        "an open question",
        [
          "data-categories/code.yaml":
            "title: Code\nkind-of: username\nstate: pseudonymised\nreversible: {unknown: who holds the list}\n"
        ],
        also: ["open-question"]),
    ])
}
