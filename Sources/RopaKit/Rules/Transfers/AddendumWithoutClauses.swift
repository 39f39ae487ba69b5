import LocatedYAML

extension Rule {
  /// TRF-017.
  static let addendumWithoutClauses = Rule(
    "addendum-without-clauses", .transfers, .error, .mandatory,
    title: "An addendum is recorded without the clauses that it changes",
    rationale: """
      An addendum is a page that changes other clauses. Without those clauses, signed by the same two bodies, it changes nothing and \
      protects nothing.
      """,
    remedy: "Name the clauses under instrument, or use the agreement that stands alone.",
    citations: ["UK Art 46(2)(d)", "DPA s.119A"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), !mechanism.ridesOn.isEmpty,
        let regime = transfer.regime.given?.value
      else { return .notApplicable }
      func found(_ words: String, at range: SourceRange) -> Verdict {
        .finding(
          Observation(
            "\(mechanism.term.title) \(words)", at: range,
            hint: "add base-clauses: to instrument, \(oneOf(mechanism.ridesOn))",
            citations: [mechanism.cite[regime]].compactMap(\.self), records: [transfer.common.record],
            evidence: [Evidence("base-clauses", transfer.instrument.given?.baseClauses.given?.text ?? "not given")]))
      }
      guard case .given(let instrument, let range) = transfer.instrument.answer else {
        return transfer.instrument.answer.isOpen
          ? .notEvaluable("the instrument is an open question") : .notApplicable
      }
      switch instrument.baseClauses.answer {
      case .unknown, .unusable: return .notEvaluable("the clauses beneath are an open question")
      case .absent, .none, .notApplicable: return found("names no clauses that it rides on", at: range)
      case .given(let clauses, let range):
        let known = assessed.law.clauses(of: transfer, mechanism)?.clauses.term.id
        if let known, mechanism.ridesOn.contains(known) { return .clear }
        return found("cannot ride on '\(clauses.text)'", at: range)
      }
    },
    examples: [
      Example("no clauses", example("instrument: «{version: B1.0, status: signed, signed: 2026-01-01}»")),
      Example(
        "clauses that it cannot change",
        example("instrument: {version: B1.0, status: signed, signed: 2026-01-01, base-clauses: «old»}")),
      Example(
        "the clauses beneath",
        example("instrument: {version: B1.0, status: signed, signed: 2026-01-01, base-clauses: scc-2021-m1}")),
      Example(
        "not known yet",
        example("instrument: {version: B1.0, status: signed, signed: 2026-01-01, base-clauses: {unknown: which}}"),
        also: ["open-question"]),
    ])

  private static func example(_ instrument: String) -> KeyValuePairs<String, String> {
    ExampleTransfers.files(mechanism: "uk-addendum", instrument: instrument)
  }
}
