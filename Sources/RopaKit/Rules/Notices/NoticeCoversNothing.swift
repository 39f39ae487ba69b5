import LocatedYAML

extension Rule {
  /// NTC-026, for notices in force. An activity whose notice is not in force is for `activity-without-notice`, a draft for
  /// `notice-without-day`.
  static let noticeCoversNothing = Rule(
    "notice-covers-nothing", .notices, .warning, .contradiction,
    title: "A notice in force covers no activity that is planned or in use",
    rationale: """
      A notice about something that is over, or about nothing on record, tells people of uses that do not exist. A general notice covers \
      something too: the activities whose people read it.
      """,
    remedy: "Name the activities it is about, or withdraw the notice.",
    citations: ["Art 12(1)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, facts.isPublished, notice.layerOf.answer.isAbsent else { return .notApplicable }
      if !facts.activities.isEmpty { return .clear }
      if notice.activities.answer.isOpen { return .notEvaluable("which activities it covers is an open question") }
      let registry = assessed.registry
      let named: [RecordIndex]
      if case .some(let references)? = notice.activities.given { named = references.map(\.record) } else { named = [] }
      // A name that leads nowhere has been reported where it stands.
      if named.contains(where: { !$0.isResolved }) {
        return .notEvaluable("an activity that it names is not on record")
      }
      let others = named.compactMap { registry.activity(at: $0) }
      // Told there, once: without a notice of its own an activity may be the one that is meant.
      if named.isEmpty, assessed.hasActivityWithoutNotice {
        return .notEvaluable("an activity without a notice may be meant")
      }
      return .finding(
        Observation(
          "'\(registry.name(of: notice.common.record))' is in force and covers \(named.isEmpty ? "no activity" : "only \(joined(others.map { "'\(registry.name(of: $0.common.record))'" })), which \(others.count == 1 ? "is" : "are") retired or done for somebody else")",
          at: notice.activities.answer.range ?? notice.common.anchor,
          hint: "name under activities: what it is about, or remove the notice",
          records: [notice.common.record] + named,
          evidence: [Evidence("activities", joined(named.map { registry.header($0).id }))]))
    },
    examples: [
      Example("a retired activity", card("activities: «letters»", ["status": "retired", "end": "2026-01-31"])),
      Example("no activity", card("«title»: On letters")),
      Example(
        "no activity, and one that no notice covers",
        card("links: {guide: {title: A guide, kind: guide, url: \"https://example.org\"}}", ["notice-exempt": ""]),
        also: ["activity-without-notice"]),
      Example("one that runs", card("activities: letters")),
      Example("one that is planned", card("activities: letters", ["status": "planned"])),
      Example(
        "a draft", card("activities: letters", ["status": "retired", "end": "2026-01-31"], day: "2027-05-01")),
      Example("which is an open question", card("activities: {unknown: which}"), also: ["open-question"]),
      Example("a short layer of a whole notice", card("layer-of: customer-notice")),
    ])

  private static func card(_ line: String, _ activity: ExampleTexts = [:], day: String = "2026-09-01") -> ExampleTexts {
    let title = line.utf8.starts(with: "«".utf8) ? line : "title: On letters\n\(line)"
    return [
      "activities/letters.yaml": exampleActivity(activity, isMissed: false),
      "notices/on-letters.yaml":
        "\(title)\norganisation: example-care\nowner: dpo\naudience: customers\neffective: \(day)\nreviewed: 2026-09-01\napproved: {by: dpo, date: 2026-08-28}\nchanges: {text: We show the new date here., tells-people: true}\n",
    ]
  }
}

extension Assessed {
  /// Something in use that people are to be told of is in no notice.
  fileprivate var hasActivityWithoutNotice: Bool {
    registry.records.activities.enumerated().contains { slot, activity in
      activity.isJudged && activity.isLive && activity.isControllerRecord && activity.noticeExempt.answer.isAbsent
        && facts.notices(ofActivity: slot).isEmpty
    }
  }
}
