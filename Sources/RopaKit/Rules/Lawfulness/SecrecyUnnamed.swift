import LocatedYAML

extension Rule {
  /// LAW-020.
  static let secrecyUnnamed = Rule(
    "secrecy-unnamed", .lawfulness, .error, .mandatory,
    title: "A condition holds only for people bound to secrecy, and who they are is not recorded",
    rationale: """
      For health or social care data may be used by, or under the responsibility of, a professional or somebody else who is bound to \
      secrecy by law. Who that is belongs to the condition.
      """,
    remedy: "Say who uses the data and what binds them.",
    citations: ["Art 9(3)", "DPA s.11(1)"],
    check: .lawfulBases { basis, assessed in
      guard basis.common.isJudged, !basis.article9.answer.isAbsent else { return .notApplicable }
      var found: [(row: SpecialConditionRow, range: SourceRange, cite: String, regime: Regime)] = []
      for regime in assessed.regimes(using: basis) {
        for condition in assessed.conditions(of: basis, regime) {
          guard let cite = assessed.law.secrecy(condition.row, regime) else { continue }
          found.append((condition.row, condition.range, cite, regime))
        }
      }
      guard let first = found.first else { return .notApplicable }
      switch basis.secrecy.answer.standing(anchor: first.range, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("who is bound to secrecy is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: basis.common.record))' rests on \(first.row.row.title), and who is bound to secrecy is not recorded",
            at: range, hint: "add secrecy: with who uses the data and what binds them",
            severity: found.contains { $0.regime == .ukGDPR } ? .error : .warning,
            citations: unique(["Art 9(3)"] + found.map(\.cite)), records: [basis.common.record],
            evidence: [Evidence("article-9", first.row.row.id), Evidence("secrecy", "not given")]))
      }
    },
    examples: [
      Example("nobody named", Rule.exampleCondition(article9: "«health-or-social-care»", "schedule-1: 2")),
      Example(
        "named",
        Rule.exampleCondition(article9: "health-or-social-care", "schedule-1: 2\nsecrecy: Nurses are bound to secrecy.")
      ),
      Example("a condition that asks for none", Rule.exampleCondition(article9: "legal-claims", "")),
      Example(
        "an open question",
        Rule.exampleCondition(
          article9: "health-or-social-care", "schedule-1: 2\nsecrecy: {unknown: what binds the planners}"),
        also: ["open-question"]),
    ])
}
