import LocatedYAML

extension Rule {
  /// NTC-019. The interval is the organisation's own; a change of what the notice is about counts at once.
  static let noticeStale = Rule(
    "notice-stale", .notices, .warning, .policy,
    title: "A notice was not looked at since its time, or since something changed",
    rationale: """
      Notices are right on the day they are published. How often to look again is your policy: 12 months unless registry.yaml says \
      otherwise; a material change of an activity is a reason of its own.
      """,
    remedy: "Review the notice against the records, publish it again where needed, and set reviewed: to that day.",
    citations: ["Art 5(1)(a)", "Art 12(1)", "Art 24(1)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, facts.isPublished else { return .notApplicable }
      let common = notice.common
      if common.reviewBy.answer.isOpen || common.reviewed.answer.isOpen {
        return .notEvaluable("the day of a review is an open question")
      }
      let published = notice.published.given == nil ? notice.effective.answer : notice.published.answer
      var looks: [(day: Day, range: SourceRange)] = []
      for case .given(let day, let range) in [common.reviewed.answer, published] { looks.append((day, range)) }
      guard let look = looks.max(by: { $0.day < $1.day }) else { return .notApplicable }
      let (registry, last) = (assessed.registry, look.day)
      let due = DueLook(
        common, last: look, assessed.policy(\.noticeReviewInterval, Policy.defaultNoticeReviewInterval))
      var parts: [String] = []
      var range = common.anchor
      if due.day < assessed.day {
        parts.append("was due for review on \(due.day), \(due.words)")
        range = due.range
      }
      var notes: [Note] = []
      var changed: [RecordIndex] = []
      for slot in facts.activities {
        let activity = registry.records.activities[slot]
        guard case .given(let day, let place) = activity.changed.answer, day > last, day <= assessed.day else {
          continue
        }
        changed.append(activity.common.record)
        notes.append(Note(message: "'\(registry.name(of: activity.common.record))' changed on \(day)", range: place))
      }
      if !changed.isEmpty {
        let names = joined(changed.map { "'\(registry.name(of: $0))'" })
        parts.append("was last looked at on \(last), before \(names) changed")
      }
      guard !parts.isEmpty else { return .clear }
      return .finding(
        Observation(
          "'\(registry.name(of: common.record))' \(joined(parts))", at: range,
          hint: "review the notice and set reviewed: to that day", notes: notes, records: [common.record] + changed,
          evidence: [Evidence("last looked at", last.description), Evidence("due", due.day.description)]))
    },
    examples: [
      Example(
        "longer ago than your policy allows", ["notices/customer-notice.yaml": exampleNotice(reviewed: "«2025-11-20»")]),
      Example("its last day", ["notices/customer-notice.yaml": exampleNotice(reviewed: "2025-11-21")]),
      Example(
        "an activity changed since",
        [
          "notices/customer-notice.yaml": exampleNotice(title: "«title»", reviewed: "2026-09-01"),
          "activities/appointment-messages.yaml": messages(changed: "2026-10-01"),
        ], also: ["changed-since-review"]),
      Example(
        "it changed before", ["activities/appointment-messages.yaml": messages(changed: "2026-08-31")]),
      Example(
        "a day of its own",
        ["notices/customer-notice.yaml": exampleNotice(reviewed: "2026-09-01") + "review-by: «2026-11-20»\n"]),
      Example(
        "a later day of its own does not lengthen the interval",
        ["notices/customer-notice.yaml": exampleNotice(reviewed: "«2025-11-20»") + "review-by: 2030-01-01\n"]),
      Example(
        "a draft", ["notices/next.yaml": exampleNotice(reviewed: "2024-01-01", effective: "2027-01-01")]),
    ])

  private static func exampleNotice(title: String = "title", reviewed: String, effective: String = "2025-09-01")
    -> String
  {
    """
    \(title): How we use your data
    organisation: example-care
    owner: dpo
    audience: customers
    activities: appointment-messages
    effective: \(effective)
    reviewed: \(reviewed)

    """
  }

  private static func messages(changed: String) -> String {
    ExampleRecords.appointmentMessages(recipients: "{party: analytics-fr, role: controller, data: usage}")
      + "\nchanged: \(changed)\n"
  }
}
