import LocatedYAML

extension Rule {
  /// DPI-011.
  static let officerAdviceMissing = Rule(
    "dpo-advice-missing", .assessments, .error, .mandatory,
    title:
      "An impact assessment was approved without the data protection officer's advice, or against it without a reason",
    rationale: """
      Where there is an officer, the advice is sought, and it is on record whether it was followed. Who departs from it may; the reason is \
      what shows that it was heard.
      """,
    remedy: "Ask the officer and record the day and the advice; where it was not followed, record why.",
    citations: ["Art 35(2)", "Art 39(1)(c)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse, assessment.status.given?.value == .approved,
        assessment.coversRunningActivity(assessed.registry), let organisation = assessed.organisation(of: assessment),
        let officer = organisation.own?.dpo.given, officer.status.given?.value == .appointed
      else { return .notApplicable }
      if assessment.officerAdvice.answer.isOpen { return .notEvaluable("the advice is an open question") }
      let anchor = assessment.officerAdvice.answer.range ?? assessment.common.anchor
      let advice = assessment.officerAdvice.given
      var (words, place, hint) = ("", anchor, "")
      switch advice?.date.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor) {
      case .open: return .notEvaluable("the day of the advice is an open question")
      case .missing(let range):
        words = "was approved, and no advice of the data protection officer is recorded"
        (place, hint) = (range, "add dpo-advice: {date: ..., summary: ..., accepted: true or false}")
      case .answered:
        guard case .given(let accepted, let range)? = advice?.accepted.answer, !accepted.value else { return .clear }
        switch advice?.overrideReason.answer.standing(anchor: range, noneCounts: false) ?? .missing(range) {
        case .answered: return .clear
        case .open: return .notEvaluable("why the advice was not followed is an open question")
        case .missing(let range):
          words = "was approved against the advice of the data protection officer, and no reason is recorded"
          (place, hint) = (range, "add override-reason: to dpo-advice:")
        }
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: assessment.common.record))' \(words)", at: place, hint: hint,
          records: [assessment.common.record, organisation.common.record],
          evidence: [
            Evidence("dpo-advice.date", advice?.date.given?.description ?? "not given"),
            Evidence("dpo-advice.accepted", advice?.accepted.given.map { "\($0.value)" } ?? "not given"),
          ]))
    },
    examples: [
      Example("no advice", advised("")),
      Example("advice without a day", advised("«{summary: Train the office., accepted: true}»")),
      Example("followed", advised("{date: 2026-09-01, summary: Train the office., accepted: true}")),
      Example("not followed", advised("{date: 2026-09-01, summary: Print less., accepted: «false»}")),
      Example(
        "not followed, with the reason",
        advised(
          "{date: 2026-09-01, summary: Print less., accepted: false, override-reason: Some customers have no e-mail.}")),
      Example(
        "a draft",
        [
          "activities/letters.yaml": exampleActivity(["status": "planned"]),
          "assessments/letters.yaml": exampleAssessment(),
        ]),
      Example(
        "no officer is needed",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "dpo": "{status: not-required, decided: 2026-05-01, reason: Nothing on a large scale.}"
          ]),
          "activities/letters.yaml": exampleActivity([:]),
          "assessments/letters.yaml": exampleImpactAssessment(["dpo-advice": ""], isMissed: false),
        ]),
      Example("when it was given is an open question", advised("{date: {unknown: when}}"), also: ["open-question"]),
    ])

  private static func advised(_ advice: String) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([:]),
      "assessments/letters.yaml": exampleImpactAssessment(["dpo-advice": advice]),
    ]
  }
}
