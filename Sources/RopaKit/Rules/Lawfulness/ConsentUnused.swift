import LocatedYAML

extension Rule {
  /// A consent outside of every basis. What it lacks beyond that is asked once a basis rests on it.
  static let consentUnused = Rule(
    "consent-unused", .lawfulness, .warning, .contradiction,
    title: "A consent says that it carries a lawful basis, and none that is in use names it",
    rationale: """
      Either the consent carries nothing, and people are asked for nothing; or a basis rests on it that does not say so, and then nobody \
      can show what they agreed to. A permission that is asked beside another basis is a courtesy and says so.
      """,
    remedy: "Name it under consent: of the basis that rests on it, correct its function, or retire it.",
    citations: ["Art 5(1)(a)", "Art 7(1)"],
    check: .consents { consent, assessed in
      guard consent.common.isJudged, case .given(.basis, let range) = consent.function.answer else {
        return .notApplicable
      }
      if !assessed.bases(restingOn: consent).isEmpty { return .clear }
      let registry = assessed.registry
      // A basis whose consent nobody has named yet may turn out to rest on this one.
      if registry.records.lawfulBases.contains(where: { $0.common.isJudged && $0.consent.answer.isOpen }) {
        return .notEvaluable("which consent a basis rests on is an open question")
      }
      let naming = registry.mentions(of: consent.common.record).filter {
        registry.header($0.from).kind == .lawfulBases
      }
      if registry.directory.hasUnread(in: .lawfulBasis) || registry.directory.hasUnread(in: .activity) {
        return .notEvaluable("a lawful basis or an activity could not be read")
      }
      // A basis that names it may be the one that some purpose has yet to name.
      let mayRest = naming.contains { mention in
        let basis = registry.records.lawfulBases[Int(registry.header(mention.from).slot)]
        return basis.common.isJudged
          && (basis.article6.answer.isOpen || assessed.rests(basis, on: "6(1)(a)", Regime.allCases))
      }
      if mayRest, registry.records.activities.contains(where: { registry.lacksBasis($0) }) {
        return .notEvaluable("some purpose has no lawful basis yet")
      }
      return .finding(
        Observation(
          "The consent '\(registry.name(of: consent.common.record))' is said to carry a lawful basis, and \(naming.isEmpty ? "none names it" : "the one that names it is not in use or rests on something else")",
          at: range,
          hint: "add consent: \(registry.header(consent.common.record).id) to the basis, or correct function:",
          notes: naming.map { Note(message: "This one names it", range: registry.header($0.from).range) },
          records: [consent.common.record] + naming.map(\.from), evidence: [Evidence("function", "basis")]))
    },
    examples: [
      Example(
        "no basis names it, and it lacks everything else too",
        ["consents/old-box.yaml": "title: Old box\nmechanism: opt-out\nfunction: «basis»\n"]),
      Example(
        "the basis that names it is used by nothing",
        [
          "consents/old-box.yaml": "title: Old box\n"
            + Rule.soundConsent.replacingLine("function", with: "«basis»") + "\n",
          "lawful-bases/old-permission.yaml": "title: Old permission\narticle-6: consent\nconsent: old-box\n",
        ]),
      Example(
        "the basis that names it is left empty where it is used",
        [
          "consents/old-box.yaml": "title: Old box\n" + Rule.soundConsent + "\n",
          "lawful-bases/old-permission.yaml": "title: Old permission\narticle-6: consent\nconsent: old-box\n",
          "activities/letters.yaml": exampleActivity(["basis": " "]),
        ], also: ["lawful-basis-missing"]),
      Example(
        "the basis that names it could not be read",
        [
          "consents/old-box.yaml": "title: Old box\n" + Rule.soundConsent + "\n",
          "lawful-bases/old-permission.yaml": "",
          "lawful-bases/torn.yaml": "title: Old permission\narticle-6: [consent\nconsent: old-box\n",
        ], also: ["yaml-syntax"]),
      Example("a basis in use names it", exampleConsent(Rule.soundConsent)),
      Example(
        "a courtesy beside another basis",
        ["consents/courtesy.yaml": "title: We ask first\nmechanism: spoken\nfunction: courtesy\n"]),
      Example(
        "which consent a basis rests on is an open question",
        [
          "consents/old-box.yaml": "title: Old box\nmechanism: tick-box\nfunction: basis\n",
          "lawful-bases/better-reminders.yaml":
            "title: Permission to study reminders\narticle-6: consent\nconsent: {unknown: where people agree}\n",
        ], also: ["open-question"]),
    ])
}
