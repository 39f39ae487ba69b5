import LocatedYAML

extension Rule {
  /// The design's promise about versions; no number of the rule list.
  static let noticeChangedWithoutVersion = Rule(
    "notice-changed-without-version", .notices, .warning, .contradiction,
    title: "A notice says other things than the text that was kept for its day",
    rationale: """
      The day on a notice tells people which text held when their data were collected. Notices are composed from records, so a change of a \
      record, a law table or the program changes what they say, and the day stays. The text that was kept for the day shows it. A change \
      that matters to people is announced before it holds.
      """,
    remedy: """
      Where the change is meant, list the version under history:, give the notice its new effective: day with a summary: of the change, \
      and keep the new text with ropa keep. Where it is not meant, mend the record.
      """,
    citations: ["Art 12(1)", "Art 13(3)", "Art 5(2)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, case .given(let day, let range) = notice.effective.answer,
        let slot = assessed.slot(of: notice), let changed = assessed.standing(ofNotice: slot)?.sinceKept
      else { return .notApplicable }
      if changed.isEmpty { return .clear }
      let id = assessed.registry.header(notice.common.record).id
      let kept = assessed.registry.keptVersions(of: notice, day: day)
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: notice.common.record))' differs from the text that was kept for \(day): \(someOf(changed))",
          at: range,
          hint: facts.isPublished
            ? "list \(day) under history:, write the new effective: day, and run ropa keep \(id)"
            : "run ropa keep \(id) again: the text does not hold yet",
          notes: kept.map { Note(message: "The text that was kept", range: $0.range) },
          records: [notice.common.record],
          evidence: [Evidence("kept for", day.description), Evidence("differs", changed.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "the text that was kept says less",
        [
          "notices/customer-notice.yaml": ExampleVersions.notice(effective: "«2026-09-01»", "version: 3"),
          ExampleVersions.path("2026-09-01"): ExampleVersions.kept,
        ]),
      Example(
        "kept for another day",
        [
          "notices/customer-notice.yaml": ExampleVersions.notice(
            "history: [{effective: 2025-09-01, summary: Reminders}]"),
          ExampleVersions.path("2025-09-01"): ExampleVersions.kept,
        ], also: ["notice-version-not-kept"]),
      Example(
        "nothing was kept", ["notices/customer-notice.yaml": ExampleVersions.notice("version: 3")]),
    ])
}

extension Assessed {
  /// A notice's place among the register's notices.
  func slot(of notice: Notice) -> Int? {
    let slot = Int(registry.header(notice.common.record).slot)
    return slot >= 0 ? slot : nil
  }
}
