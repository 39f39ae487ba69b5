import LocatedYAML

extension Rule {
  /// Who asks is checked each time, where the law speaks of doubts.
  static let identityCheckAlways = Rule(
    "identity-check-always", .rights, .warning, .expectation,
    title: "Everybody who uses a right has to prove who they are",
    rationale: """
      Further information may be asked for where there are reasonable doubts about who is asking. A check for all puts people off, and \
      collects data that are not needed from those whom the organisation knows.
      """,
    remedy: "Ask only in doubt, and say so.",
    citations: ["Art 12(6)", "Art 12(2)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let rights = party.own?.rights.given else { return .notApplicable }
      if rights.identityCheck.answer.isOpen { return .notEvaluable("when people are checked is an open question") }
      guard case .given(let check, let range) = rights.identityCheck.answer else { return .notApplicable }
      guard check == .always else { return .clear }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) checks the identity of everybody who makes a request, and not only in doubt",
          at: range, hint: "write identity-check: in-doubt when that is how requests are handled",
          records: [party.common.record],
          evidence: [Evidence("rights.identity-check", check.rawValue)]))
    },
    examples: [
      Example("always", ["organisations/example-care.yaml": rights("identity-check: «always»")]),
      Example("in doubt", ["organisations/example-care.yaml": rights("identity-check: in-doubt")]),
      Example("never", ["organisations/example-care.yaml": rights("identity-check: never")]),
      Example(
        "not known", ["organisations/example-care.yaml": rights("identity-check: {unknown: what the desk does}")],
        also: ["open-question"]),
    ])

  /// The sound register's organisation with a further field of its procedure on rights.
  static func rights(_ field: String) -> String {
    exampleOrganisation([
      "rights":
        "{contact: dpo, procedure: handbook/requests.md, respond-within: P1M, \(exampleRights), \(field)}"
    ])
  }
}
