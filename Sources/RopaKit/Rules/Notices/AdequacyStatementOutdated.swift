import LocatedYAML

extension Rule {
  /// A claim about adequate countries that the tables of the day contradict.
  static let adequacyStatementOutdated = Rule(
    "adequacy-statement-outdated", .notices, .error, .contradiction,
    title: "A statement about adequate countries does not fit the day",
    rationale: """
      Which countries protect data well enough, how many they are and who decides it differs between the regimes and changes every few \
      years. A number in a notice is wrong soon after it is printed.
      """,
    remedy:
      "Leave the number out and say where the current list is; name the body that decides under the regime of the notice.",
    citations: ["Art 5(1)(a)", "Art 12(1)", "Art 13(1)(f)"],
    check: .statements { statement, assessed in
      guard statement.claim.given == .adequacyList, !statement.common.isDisputed, !statement.common.isExample else {
        return .notApplicable
      }
      let own = assessed.registry.organisations.flatMap { $0.own?.regimes.elements() ?? [] }
      guard let regime = statement.regime.given ?? own.min() else {
        return .notEvaluable("the regime it speaks of is not known")
      }
      var parts: [String] = []
      var range: SourceRange?
      var notes: [Note] = []
      let counts = assessed.law.adequacyCounts(regime)
      let name = assessed.name(of: regime)
      if let count = statement.count.given?.value, !counts.accepted.contains(count) {
        let partial = counts.partial == 0 ? "" : ", \(counts.partial) of them only in part"
        parts.append(
          "\(count) countries are counted, and findings under the \(name) cover \(counts.all) single countries and territories\(partial)"
        )
        range = statement.count.answer.range
      }
      if let body = assessed.registry.party(statement.decidedBy.given) {
        let decider = assessed.registry.name(of: body.common.record)
        if assessed.law.decidesAdequacy(decider, regime) == false, let version = assessed.law.name(of: regime) {
          parts.append("the \(version.adequacyBy) decides about adequacy under the \(name), not the \(decider)")
          if let place = statement.decidedBy.answer.range {
            if range == nil {
              range = place
            } else {
              notes.append(Note(message: "The statement names who decides here", range: place))
            }
          }
        }
      }
      guard !parts.isEmpty else { return .clear }
      return .finding(
        Observation(
          parts.enumerated().map { $0.offset == 0 ? sentenceCase($0.element) : $0.element }.joined(separator: "; "),
          at: range ?? statement.common.anchor, hint: "leave the number out of text:, and remove count:", notes: notes,
          citations: ["Art 5(1)(a)", "Art 12(1)"] + [assessed.law.cite("adequacy", regime)].compactMap { $0 },
          records: [statement.common.record],
          evidence: [
            Evidence("regime", regime.rawValue),
            Evidence("count", statement.count.given.map { String($0.value) } ?? "not given"),
            Evidence("countries in the table", "\(counts.all), \(counts.partial) of them in part"),
          ]))
    },
    examples: [
      Example("a wrong number", ["statements/list.yaml": adequacyList("count: «11»")]),
      Example(
        "who decides has changed",
        [
          "organisations/european-commission.yaml": commission,
          "statements/list.yaml": adequacyList("decided-by: «european-commission»"),
        ]),
      Example(
        "before the change it was right",
        [
          "organisations/european-commission.yaml": commission,
          "statements/list.yaml": adequacyList("decided-by: european-commission"),
        ], also: ["activity-without-notice"], asOf: "2020-05-04"),
      Example(
        "with and without partial findings the number fits",
        [
          "statements/list.yaml": adequacyList("count: 15"), "statements/whole.yaml": adequacyList("count: 9"),
          "statements/unlisted.yaml": adequacyList("count: 14"),
        ]),
      Example("no number, no body", ["statements/list.yaml": adequacyList("strength: absolute")]),
    ])

  private static func adequacyList(_ more: String) -> String {
    "kind: claim\nclaim: adequacy-list\ntext: Data move freely to some countries.\nregime: uk-gdpr\n\(more)\n"
  }

  private static let commission = """
    title: European Commission
    kind: authority
    mentioned: It decides about adequacy. It receives nothing.
    """
}
