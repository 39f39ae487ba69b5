import LocatedYAML

extension Rule {
  /// A category that says "anything we hold" names nothing.
  static let categoryUnbounded = Rule(
    "category-unbounded", .activities, .warning, .expectation,
    title: "A category of data has no bounds",
    rationale: """
      People are to learn which data are used. A category that can hold anything tells them nothing, and nobody can say whether it holds \
      data of a special category.
      """,
    remedy: "List what it holds, and remove bounded: false.",
    citations: ["Art 30(1)(c)", "Art 12(1)", "Art 5(1)(c)"],
    check: .dataCategories { category, assessed in
      guard category.common.isJudged, case .given(let bounded, let range) = category.bounded.answer else {
        return .notApplicable
      }
      guard !bounded.value else { return .clear }
      let activities = assessed.activities(naming: category.common.record)
      guard !activities.isEmpty else { return .notApplicable }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: category.common.record))' is recorded without bounds and used in \(counted(activities.count, "activity", "activities"))",
          at: range, hint: "write items: with what it holds, and remove bounded: false",
          records: [category.common.record] + activities.prefix(5).map(\.common.record),
          evidence: [Evidence("bounded", "false")]))
    },
    examples: [
      Example("anything", ["data-categories/appointment-time.yaml": category("bounded: «false»")]),
      Example("bounded", ["data-categories/appointment-time.yaml": category("bounded: true")]),
      Example("used by nothing", ["data-categories/whatever.yaml": category("bounded: false")]),
    ])

  private static func category(_ field: String) -> String {
    "title: Time of the appointment\nkind-of: usage\n\(field)\n"
  }
}
