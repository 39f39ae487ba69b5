import LocatedYAML

extension Rule {
  /// LAW-009, where nothing is recorded of the consent.
  static let consentRecordMissing = Rule(
    "consent-record-missing", .lawfulness, .error, .mandatory,
    title: "Consent is the basis, and nothing says how it is asked",
    rationale: """
      Who relies on consent has to show that people gave it, knew what they agreed to, and can take it back as easily. Without a record of \
      how it is asked none of this can be shown.
      """,
    remedy: "Add a record in consents and name it on the basis.",
    citations: ["Art 7(1)", "Art 7(3)", "Art 4(11)"],
    check: .lawfulBases { basis, assessed in
      guard !assessed.regimesOfConsent(basis).isEmpty else { return .notApplicable }
      switch basis.consent.answer.standing(
        anchor: basis.article6.answer.range ?? basis.common.anchor, noneCounts: false)
      {
      case .answered: return .clear
      case .open: return .notEvaluable("the consent is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: basis.common.record))' rests on consent, and no consent is recorded",
            at: range,
            hint: "add consent: with the id of a record in consents", records: [basis.common.record],
            evidence: [Evidence("consent", "not given")]))
      }
    },
    examples: [
      Example(
        "no consent recorded",
        ["lawful-bases/better-reminders.yaml": "title: Permission to study reminders\narticle-6: «consent»\n"]),
      Example(
        "explicit consent as the condition for health data",
        [
          "lawful-bases/better-reminders.yaml":
            "title: Permission to study reminders\narticle-6: «legal-obligation»\nlaw: Some Act, section 1\narticle-9: explicit-consent\n"
        ]),
      Example("recorded", exampleConsent(Rule.soundConsent)),
      Example(
        "an open question",
        [
          "lawful-bases/better-reminders.yaml":
            "title: Permission to study reminders\narticle-6: consent\nconsent: {unknown: where people agree}\n"
        ], also: ["open-question"]),
      Example(
        "a basis that nothing rests on",
        ["lawful-bases/old-permission.yaml": "title: Old permission\narticle-6: consent\n"]),
    ])

  /// A consent with everything that has to be shown.
  static let soundConsent = """
    mechanism: tick-box
    function: basis
    wording: I agree that my messages are counted for the study.
    version: "1"
    withdraw: The same page of the account.
    evidence: The account keeps the day and the version.
    """
}
