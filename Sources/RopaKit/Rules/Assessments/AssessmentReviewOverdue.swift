import LocatedYAML

extension Rule {
  /// DPI-008. The interval is the organisation's own.
  static let assessmentReviewOverdue = Rule(
    "dpia-review-overdue", .assessments, .warning, .policy,
    title: "The day on which an impact assessment is looked at again has passed",
    rationale: """
      An assessment is reviewed when the risk changes, and a day for it finds the changes that nobody reported. How often is your policy: \
      24 months unless registry.yaml says otherwise.
      """,
    remedy: "Look at it again; record the day under reviewed or, where nothing changed, under unchanged.",
    citations: ["Art 35(11)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse, assessment.coversRunningActivity(assessed.registry) else {
        return .notApplicable
      }
      let common = assessment.common
      let due: Day
      let place: SourceRange
      var words: String
      if common.reviewBy.answer.isOpen { return .notEvaluable("the day of the next review is an open question") }
      if case .given(let day, let range) = common.reviewBy.answer {
        (due, place, words) = (day, range, "a day of its own")
      } else {
        let looks = [assessment.approved, common.reviewed, assessment.unchanged, assessment.date]
        guard let last = latest(looks) else {
          return looks.contains { $0.answer.isOpen }
            ? .notEvaluable("when it was last looked at is an open question") : .notApplicable
        }
        (due, place, words) = (
          last.day.adding(assessed.reviewInterval(of: assessment)), last.range, "by your policy"
        )
      }
      guard due < assessed.day else { return .clear }
      return .finding(
        Observation(
          "The impact assessment '\(assessed.registry.name(of: common.record))' was due for review on \(due), \(words)",
          at: place,
          hint: "look at it again, and set reviewed: or unchanged: to that day",
          records: [common.record] + assessment.activities.elements().map(\.record),
          evidence: [
            Evidence("due", due.description),
            Evidence("approved", assessment.approved.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("the interval of your policy is over", assessed(status("approved: «2024-11-20»"))),
      Example("its last day", assessed(status("approved: 2024-11-21"))),
      Example("looked at since", assessed(status("approved: 2023-01-01\nunchanged: 2026-01-10"))),
      Example("a day of its own", assessed(status("approved: 2026-01-01\nreview-by: «2026-10-31»"))),
      Example("a later day of its own", assessed(status("approved: 2023-01-01\nreview-by: 2027-01-01"))),
      Example(
        "an interval of your own",
        [
          "registry.yaml":
            "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {assessment-interval: P36M}\n",
          "activities/letters.yaml": exampleActivity([:]), "assessments/letters.yaml": status("approved: 2024-11-20"),
        ]),
      Example("retired", assessed(status("approved: 2020-01-01", status: "retired"))),
      Example(
        "of another kind",
        assessed(
          "title: Balance\nkind: legitimate-interests\nstatus: approved\ndate: 2020-01-01\napproved: 2020-01-01\napprover: dpo\nowner: dpo\n"
        ), also: ["review-overdue"]),
      Example(
        "of an activity that has ended",
        [
          "activities/letters.yaml": exampleActivity(["status": "retired", "end": "2026-01-31"]),
          "assessments/letters.yaml": status("approved: 2020-01-01"),
        ]),
    ])

  private static func assessed(_ assessment: String) -> KeyValuePairs<String, String> {
    ["activities/letters.yaml": exampleActivity([:]), "assessments/letters.yaml": assessment]
  }

  private static let exampleParts =
    "description: Letters are posted.\nnecessity: Some have no e-mail.\nrisks: {loss: {text: A letter is lost., avoided: By hand.}}\ndpo-advice: {date: 2022-12-01, accepted: true}\nviews: {sought: true}\n"

  private static func status(_ fields: String, status: String = "approved") -> String {
    "title: What the letters may do to people\nkind: dpia\nactivities: letters\nstatus: \(status)\n\(fields)\napprover: dpo\nowner: dpo\n"
      + exampleParts
  }
}

extension AssessmentRecord {
  /// One of the activities it covers is planned or running.
  func coversRunningActivity(_ registry: Registry) -> Bool {
    activities.elements().contains { registry.activity($0)?.isJudged ?? false }
  }
}
