import LocatedYAML

extension Rule {
  /// REV-003, for what is reviewed on a day. The interval is the organisation's own.
  static let reviewOverdue = Rule(
    "review-overdue", .reviews, .warning, .policy,
    title: "The day of a review has passed",
    rationale: """
      Records are kept up to date, and a review finds what nobody reported. How often is your policy: 24 months unless registry.yaml says \
      otherwise under policy, 12 for activities with data of a special category or about offences.
      """,
    remedy: "Review the record, and set reviewed: to that day.",
    citations: ["Art 5(1)(d)", "Art 24(1)"],
    check: .records { header, common, assessed in
      let activity = header.kind == .activities ? assessed.registry.activity(at: common.record) : nil
      switch header.kind {
      case .activities: guard activity?.isJudged ?? false else { return .notApplicable }
      // Notices and assessments have intervals of their own.
      case .processors, .transfers, .retention: guard common.isJudged else { return .notApplicable }
      default: return .notApplicable
      }
      if common.reviewBy.answer.isOpen { return .notEvaluable("the day of the next review is an open question") }
      if case .given(let due, let range) = common.reviewBy.answer {
        return due < assessed.day
          ? late(common, due, range, "was due for review on \(due), a day of its own", .warning, assessed) : .clear
      }
      if common.reviewed.answer.isOpen { return .notEvaluable("the day of the last review is an open question") }
      guard case .given(let last, let range) = common.reviewed.answer else { return .notApplicable }
      let policy = assessed.registry.settings?.policy.given
      var interval = policy?.reviewInterval.given ?? Policy.defaultReviewInterval
      var severity = Severity.warning
      let strict = policy?.sensitiveReviewInterval.given ?? Policy.defaultSensitiveReviewInterval
      if let activity, last.adding(strict) < assessed.day,
        assessed.facts.words.hasSensitiveData(activity)
      {
        interval = strict
        if last.adding(strict).adding(strict) < assessed.day { severity = .error }
      }
      let due = last.adding(interval)
      guard due < assessed.day else { return .clear }
      return late(common, due, range, "was due for review on \(due) by your policy", severity, assessed)
    },
    examples: [
      Example(
        "the interval of your policy is over",
        ["activities/letters.yaml": exampleActivity(["reviewed": "«2024-11-20»"])]),
      Example("its last day", ["activities/letters.yaml": exampleActivity(["reviewed": "2024-11-21"])]),
      Example(
        "data about health, more than a year ago",
        ["activities/letters.yaml": exampleActivity(["data": "[name, health]", "reviewed": "«2025-11-20»"])],
        also: ["special-condition-missing"]),
      Example(
        "data about health, more than two years ago",
        ["activities/letters.yaml": exampleActivity(["data": "[name, health]", "reviewed": "«2024-11-20»"])],
        also: ["special-condition-missing"], severity: .error),
      Example(
        "a year ago without such data",
        ["activities/letters.yaml": exampleActivity(["reviewed": "2025-11-20"])]),
      Example(
        "a retention rule",
        ["retention/messages.yaml": exampleRetention(reviewed: "«2024-11-20»")]),
      Example(
        "an interval of your own",
        [
          "registry.yaml": """
          title: Records of Example Care
          organisations: example-care
          languages: en
          questions: {owner: dpo, due: 2027-01-31}
          policy: {review-interval: P30M}
          """,
          "activities/letters.yaml": exampleActivity(["reviewed": "2024-11-20"]),
        ]),
      Example(
        "a day of the record's own",
        ["activities/letters.yaml": exampleActivity(["review-by": "«2026-10-31»"])]),
      Example(
        "a later day of the record's own",
        ["activities/letters.yaml": exampleActivity(["reviewed": "2023-01-01", "review-by": "2027-01-01"])],
        also: ["review-unplanned"]),
      Example(
        "an activity that has ended",
        [
          "activities/letters.yaml": exampleActivity([
            "reviewed": "2020-01-01", "status": "retired", "end": "2026-01-31",
          ])
        ]),
    ])

  private static func exampleRetention(reviewed: String) -> String {
    "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask.\nreviewed: \(reviewed)\n"
  }

  private static func late(
    _ common: CommonFields, _ due: Day, _ range: SourceRange, _ words: String, _ severity: Severity,
    _ assessed: Assessed
  ) -> Verdict {
    .finding(
      Observation(
        "'\(assessed.registry.name(of: common.record))' \(words)", at: range,
        hint: "review the record and set reviewed: to that day", severity: severity, records: [common.record],
        evidence: [
          Evidence("reviewed", common.reviewed.given?.description ?? "not given"), Evidence("due", due.description),
        ]))
  }
}
