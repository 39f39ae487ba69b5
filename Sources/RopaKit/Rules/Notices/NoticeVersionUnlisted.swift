import LocatedYAML

extension Rule {
  static let noticeVersionUnlisted = Rule(
    "notice-version-unlisted", .notices, .warning, .contradiction,
    title: "A text of a notice was kept that its history does not list",
    rationale: """
      The history says which texts people were shown, and from when. A text that it does not list is not published, so nobody finds the \
      words that once held; or it was never shown, and nobody can tell.
      """,
    remedy: "List the day under history: with what changed, or remove the file where the text was never shown.",
    citations: ["Art 5(2)", "Art 13(3)"],
    check: .notices { notice, _, assessed in
      let kept = assessed.registry.keptVersions(of: notice)
      guard notice.common.isJudged, !kept.isEmpty else { return .notApplicable }
      if notice.history.hasOpenElement() || notice.effective.answer.isOpen {
        return .notEvaluable("the day of a version is an open question")
      }
      let listed = Set(
        notice.history.elements().compactMap(\.effective.given) + [notice.effective.given].compactMap(\.self))
      let unlisted = kept.filter { !listed.contains($0.place.day) }
      guard let first = unlisted.first else { return .clear }
      let days = unlisted.map(\.place.day.description)
      return .finding(
        Observation(
          "The history of '\(assessed.registry.name(of: notice.common.record))' does not list the text that was kept for \(first.place.day)",
          at: first.range,
          hint: "add {effective: \(first.place.day), summary: ...} to history: of the notice, or remove the file",
          notes: [Note(message: "The notice is here", range: notice.history.answer.range ?? notice.common.anchor)]
            + unlisted.dropFirst().map { Note(message: "Another one is for \($0.place.day)", range: $0.range) },
          records: [notice.common.record], evidence: [Evidence("kept, not listed", days.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "no history",
        [
          ExampleVersions.path("2025-09-01"): "«title»" + ExampleVersions.kept.dropFirst("title".utf8.count),
          "notices/customer-notice.yaml": ExampleVersions.notice("version: 3"),
        ], also: ["notice-version-not-kept"]),
      Example(
        "listed",
        [
          ExampleVersions.path("2025-09-01"): ExampleVersions.kept,
          "notices/customer-notice.yaml": ExampleVersions.notice(
            "history: [{effective: 2025-09-01, summary: Reminders}]"),
        ], also: ["notice-version-not-kept"]),
    ])
}
