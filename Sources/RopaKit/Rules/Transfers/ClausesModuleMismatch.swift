import LocatedYAML

extension Rule {
  /// TRF-016.
  static let clausesModuleMismatch = Rule(
    "clauses-module-mismatch", .transfers, .error, .mandatory,
    title: "The clauses are written for other roles than those on record",
    rationale: """
      Standard clauses come in modules, one for each pair of roles. A module for a processor leaves out what a controller has to promise, \
      and the other way round, so that the wrong one protects little.
      """,
    remedy: "Sign the module for the roles as they are, or correct the role of the recipient.",
    citations: ["EU Art 46(2)(c)", "Decision (EU) 2021/914", "UK Art 46(2)(d)"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), let regime = transfer.regime.given?.value,
        let (clauses, range) = assessed.law.clauses(of: transfer, mechanism), let written = clauses.roles
      else { return .notApplicable }
      let found = assessed.roles(of: transfer)
      guard !found.isEmpty else { return .notEvaluable("no recorded flow shows the roles of the two ends") }
      if found.contains(written) { return .clear }
      let law = assessed.law
      let fitting = law.law.mechanisms.first { $0.roles == found[0] && $0.kind == clauses.kind }
      let roles = "\(found[0].exporter.rawValue) to \(found[0].importer.rawValue)"
      return .finding(
        Observation(
          "The data go from \(roles), and the clauses are for \(written.exporter.rawValue) to \(written.importer.rawValue)",
          at: range,
          hint: fitting.map { "sign and record \($0.term.id), or correct the role of the recipient" },
          citations: [mechanism.cite[regime]].compactMap(\.self) + assessed.citations(["safeguards"], regime),
          records: [transfer.common.record, transfer.importer.given?.record].compactMap(\.self),
          evidence: [Evidence("clauses", clauses.term.id), Evidence("roles", roles)]))
    },
    examples: [
      Example(
        "clauses for a processor, and the recipient decides itself",
        example(module: "«scc-2021-m2»", role: "controller")),
      Example(
        "clauses for a controller, and the recipient works on instructions",
        example(module: "«scc-2021-m1»", role: "processor"),
        also: ["due-diligence-missing", "location-unknown", "processor-contract-missing", "sub-processors-unknown"]),
      Example("the clauses fit", example(module: "scc-2021-m1", role: "controller")),
      Example(
        "an agreement for any roles", ExampleTransfers.files()),
      Example(
        "the clauses are an open question", example(module: "{unknown: which module was signed}", role: "controller"),
        also: ["open-question"]),
    ])

  private static func example(module: String, role: String) -> KeyValuePairs<String, String> {
    ExampleTransfers.files(
      mechanism: "uk-addendum",
      instrument: "instrument: {version: B1.0, status: signed, signed: 2026-01-01, base-clauses: \(module)}",
      role: role)
  }
}
