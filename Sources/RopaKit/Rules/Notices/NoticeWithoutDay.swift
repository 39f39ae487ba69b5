import LocatedYAML

extension Rule {
  /// NTC-026, for drafts. An open question about the day is told as such, and the notice is published without one.
  static let noticeWithoutDay = Rule(
    "notice-without-day", .notices, .warning, .blind,
    title: "A notice has no effective day, so nobody sees it",
    rationale: """
      Without a day from which it holds a notice is a draft, and the public site leaves it out. That may be meant; a day that was forgotten \
      looks the same. A draft says so with effective: {none: ...} and a reason, or has a day to come.
      """,
    remedy: "Write the day from which it holds, an open question about it, or why it has none.",
    citations: ["Art 12(1)", "Art 13(1)", "Art 14(1)"],
    check: .notices { notice, _, assessed in
      guard notice.common.isJudged, notice.common.isPublishable else { return .notApplicable }
      switch notice.effective.answer {
      case .given, .none, .notApplicable: return .clear
      case .unknown, .unusable: return .notEvaluable("the day from which it holds is an open question")
      case .absent:
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: notice.common.record))' has no effective day, so it is a draft and not published",
            at: notice.common.anchor,
            hint: "add effective: with the day from which it holds, or {none: why it is a draft}",
            records: [notice.common.record], evidence: [Evidence("effective", "not given")]))
      }
    },
    examples: [
      Example("no day", ["notices/new-notice.yaml": "«title»" + exampleNotice("")]),
      Example("a day", ["notices/new-notice.yaml": "title" + exampleNotice("effective: 2026-09-01")]),
      Example("a day to come", ["notices/new-notice.yaml": "title" + exampleNotice("effective: 2027-01-01")]),
      Example(
        "a draft that says so", ["notices/new-notice.yaml": "title" + exampleNotice("effective: {none: being written}")]
      ),
      Example(
        "an open question",
        ["notices/new-notice.yaml": "title" + exampleNotice("effective: {unknown: since when it holds}")],
        also: ["open-question"]),
      Example("kept out of public pages", ["notices/new-notice.yaml": "title" + exampleNotice("publish: false")]),
    ])

  private static func exampleNotice(_ more: String) -> String {
    """
    : A new notice
    organisation: example-care
    owner: dpo
    audience: customers
    activities: appointment-messages
    reviewed: 2026-09-01
    approved: {by: dpo, date: 2026-08-28}
    changes: {text: We show the new date here., tells-people: true}
    \(more)

    """
  }
}
