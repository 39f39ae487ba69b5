import LocatedYAML

extension Rule {
  /// ORG-006. The roles are those that the guidelines name; a register adds its own under policy.
  static let officerConflict = Rule(
    "dpo-conflict-of-interest", .organisations, .warning, .risk,
    title: "The data protection officer also holds a role that decides what data are used for",
    rationale: """
      An officer may have other tasks, but none that makes somebody decide about purposes and means and then judge that decision. The \
      guidelines name such roles. A small body can depart from them; how the conflict is avoided there stands in no field of a record, so \
      the finding is waived with that reason.
      """,
    remedy: "Give one of the roles to somebody else, or accept the finding with the safeguards as the reason.",
    citations: ["Art 38(6)", "C-453/21", "WP 243 rev.01"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let officer = party.own?.dpo.given, officer.status.given?.value == .appointed else {
        return .notApplicable
      }
      switch officer.otherRoles.answer {
      case .unknown, .unusable: return .notEvaluable("the other roles of the officer are an open question")
      case .absent, .none, .notApplicable: return .notApplicable
      case .given(let roles, let range):
        let own = assessed.registry.settings?.policy.given?.conflictingRoles.elements() ?? []
        let conflicting = decidingRoles + own.map { plain($0.text) }
        let held = roles.elements.map(\.text).filter { conflicting.contains(plain($0)) }
        guard !held.isEmpty else {
          return roles.open.isEmpty ? .clear : .notEvaluable("another role of the officer is an open question")
        }
        return .finding(
          Observation(
            "The data protection officer of \(assessed.registry.name(of: party.common.record)) is also \(joined(held))",
            at: range, hint: "correct other-roles: once somebody else holds the role", records: [party.common.record],
            evidence: [Evidence("dpo.other-roles", held.joined(separator: ", "))]))
      }
    },
    examples: [
      Example("head of information security", officer("«[ciso]»")),
      Example("in words, with capitals", officer("«[Head of IT]»")),
      Example("a role that decides nothing about data", officer("[compliance officer]")),
      Example("none", officer("{none: nothing else}")),
      Example(
        "a role of your own list",
        [
          "registry.yaml":
            "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {conflicting-roles: [Head of research]}\n",
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo":
              "{status: appointed, contact: dpo, notified: 2024-02-01, other-roles: «[head-of-research]»}"
          ]),
        ]),
      Example("not known", officer("{unknown: what else the officer does}"), also: ["open-question"]),
      Example(
        "nobody is appointed",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "{status: not-required, reason: We are small., other-roles: [ciso]}"
          ])
        ]),
    ])

  private static func officer(_ roles: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation([
        "dpo": "{status: appointed, contact: dpo, notified: 2024-02-01, other-roles: \(roles)}"
      ])
    ]
  }

  /// WP 243 rev.01, section 3.5, and roles of the same rank.
  private static let decidingRoles = [
    "ceo", "coo", "cfo", "cio", "cto", "ciso", "siro", "chief-executive", "chief-executive-officer",
    "chief-operating-officer", "chief-financial-officer", "chief-information-officer", "chief-medical-officer",
    "chief-information-security-officer", "managing-director", "head-of-it", "head-of-hr", "head-of-human-resources",
    "head-of-marketing", "head-of-sales", "head-of-information-security", "senior-information-risk-owner",
  ].map { plain($0) }

  /// Small letters, with hyphens between words.
  private static func plain(_ role: String) -> [UInt8] {
    role.utf8.map { $0 == 0x20 ? 0x2D : (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
