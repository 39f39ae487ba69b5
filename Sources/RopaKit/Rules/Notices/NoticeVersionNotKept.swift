import LocatedYAML

extension Rule {
  static let noticeVersionNotKept = Rule(
    "notice-version-not-kept", .notices, .advice, .expectation,
    title: "The text of a version was not kept",
    rationale: """
      Who asks what people were told on a day needs the text of that day. The register is generated anew from its records, so an earlier \
      text comes back only where it was kept. A notice that never changed and never kept a text is passed over.
      """,
    remedy:
      "Run ropa keep for the version in force; for an earlier one build its text from the records of that day and add the file.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .notices { notice, facts, assessed in
      let kept = Set(assessed.registry.keptVersions(of: notice).map(\.place.day))
      let history = notice.history.elements()
      guard notice.common.isJudged, !history.isEmpty || !kept.isEmpty else { return .notApplicable }
      var missing: [(day: Day, range: SourceRange)] = []
      for version in history {
        if case .given(let day, let range) = version.effective.answer, !kept.contains(day) {
          missing.append((day, range))
        }
      }
      if facts.isPublished, case .given(let day, let range) = notice.effective.answer, !kept.contains(day),
        !missing.contains(where: { $0.day == day })
      {
        missing.append((day, range))
      }
      guard let first = missing.last else { return .clear }
      let days = missing.map(\.day.description)
      let id = assessed.registry.header(notice.common.record).id
      return .finding(
        Observation(
          "The text of '\(assessed.registry.name(of: notice.common.record))' that holds from \(first.day) was not kept",
          at: first.range,
          hint: first.day == notice.effective.given
            ? "run ropa keep \(id)"
            : "run ropa keep \(id) --as-of on the records of that day, and add the file it writes",
          notes: missing.dropLast().map { Note(message: "Nor was the text from \($0.day)", range: $0.range) },
          records: [notice.common.record], evidence: [Evidence("not kept", days.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "an earlier text was kept, and this one was not",
        [
          ExampleVersions.path("2025-09-01"): ExampleVersions.kept,
          "notices/customer-notice.yaml": ExampleVersions.notice(
            effective: "«2026-09-01»", "history: [{effective: 2025-09-01, summary: Reminders}]"),
        ]),
      Example(
        "no text was ever kept of two versions",
        [
          "notices/customer-notice.yaml": ExampleVersions.notice(
            effective: "«2026-09-01»", "history: [{effective: 2025-09-01, summary: Reminders}]")
        ]),
      Example(
        "the first version of a notice", ["notices/customer-notice.yaml": ExampleVersions.notice("version: 1")]),
    ])
}
