import LocatedYAML

extension Rule {
  /// REV-003, for what is reviewed on a day. The interval is the organisation's own.
  static let reviewOverdue = Rule(
    "review-overdue", .reviews, .warning, .policy,
    title: "The day of a review has passed",
    rationale: """
      Records are kept up to date, and a review finds what nobody reported. How often is your policy: 24 months unless registry.yaml says \
      otherwise under policy, 12 for activities with data of a special category or about offences and for policy documents. Assessments \
      on which something rests have rules of their own.
      """,
    remedy: "Review the record, and set reviewed: to that day.",
    citations: ["Art 5(1)(d)", "Art 24(1)"],
    check: .records { header, common, assessed in
      let activity = header.kind == .activities ? assessed.registry.activity(at: common.record) : nil
      let assessment = header.kind == .assessments ? assessed.registry.records.assessments[Int(header.slot)] : nil
      switch header.kind {
      case .activities: guard activity?.isJudged ?? false else { return .notApplicable }
      // Notices have an interval of their own.
      case .processors, .transfers, .retention: guard common.isJudged else { return .notApplicable }
      case .assessments:
        guard common.isJudged, let assessment, assessed.isReviewedByItself(assessment) else { return .notApplicable }
      default: return .notApplicable
      }
      if common.reviewBy.answer.isOpen { return .notEvaluable("the day of the next review is an open question") }
      if case .given(let due, let range) = common.reviewBy.answer {
        return due < assessed.day
          ? late(common, due, range, "was due for review on \(due), a day of its own", .warning, assessed) : .clear
      }
      let looks = [common.reviewed] + (assessment?.looks ?? [])
      if looks.contains(where: \.answer.isOpen) {
        return .notEvaluable("the day of the last review is an open question")
      }
      guard let (last, range) = latest(looks) else { return .notApplicable }
      let policy = assessed.registry.settings?.policy.given
      var interval =
        assessment.map { assessed.reviewInterval(of: $0) } ?? policy?.reviewInterval.given
        ?? Policy.defaultReviewInterval
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
        "a weighing of interests on which nothing rests",
        ["assessments/weighing.yaml": exampleWeighing("reviewed: 2026-03-01\nreview-by: «2026-10-31»")]),
      Example(
        "the same, a day of its own to come",
        ["assessments/weighing.yaml": exampleWeighing("reviewed: 2026-03-01\nreview-by: 2027-10-31")]),
      Example(
        "a policy document on which nothing rests, more than a year ago",
        [
          "assessments/conduct.yaml":
            "title: Policy on conduct\nkind: policy-document\nstatus: approved\ndate: 2025-01-10\nreviewed: «2025-11-20»\nretention: section 4\nowner: dpo\n"
        ]),
      Example(
        "an assessment on which something rests has a rule of its own",
        [
          "activities/letters.yaml": exampleActivity(["basis": "fewer-gaps"]),
          "lawful-bases/fewer-gaps.yaml":
            "title: Fewer gaps\narticle-6: legitimate-interests\ninterests: We want fewer missed visits.\nassessment: weighing\n",
          "assessments/weighing.yaml": exampleWeighing("reviewed: 2026-03-01\nreview-by: 2026-10-31"),
        ], also: ["lia-adverse-or-stale"]),
      Example(
        "an assessment that is retired",
        [
          "assessments/weighing.yaml": exampleWeighing(
            "reviewed: 2020-03-01\nreview-by: 2021-10-31", status: "retired")
        ]),
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

  private static func exampleWeighing(_ more: String, status: String = "approved") -> String {
    "title: Weighing\nkind: legitimate-interests\nstatus: \(status)\ndate: 2026-03-01\noutcome: passes\nowner: dpo\n\(more)\n"
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

extension Assessed {
  /// An assessment in use on which nothing rests that a rule of its own looks at, and none of the impact of an activity.
  fileprivate func isReviewedByItself(_ assessment: AssessmentRecord) -> Bool {
    if let status = assessment.status.given?.value, status == .retired || status == .rejected { return false }
    switch assessment.kind.given?.value {
    case nil, .dpia: return false
    case .compatibility, .children, .noticeExemption: return true
    case .policyDocument: return !isReliedOn(assessment)
    case .legitimateInterests:
      return !users(of: assessment, .lawfulBases).contains { slot in
        let basis = registry.records.lawfulBases[slot]
        return basis.assessment.given?.record == assessment.common.record
          && !regimes(using: basis, restingOn: "6(1)(f)").isEmpty
      }
    case .transfer:
      return !users(of: assessment, .transfers).contains { slot in
        let transfer = registry.records.transfers[slot]
        return transfer.assessment.given?.record == assessment.common.record && assessmentNeed(transfer) != nil
      }
    }
  }

  /// The places, among the records of a kind, of those that mention an assessment.
  private func users(of assessment: AssessmentRecord, _ kind: RecordKind) -> [Int] {
    registry.mentions(of: assessment.common.record).map { registry.header($0.from) }
      .filter { $0.kind == kind && $0.slot >= 0 }.map { Int($0.slot) }
  }
}
