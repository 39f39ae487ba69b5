import LocatedYAML

extension Rule {
  /// Where purposes say which data they need, the rest of the data serve none.
  static let dataWithoutPurpose = Rule(
    "data-without-purpose", .activities, .warning, .contradiction,
    title: "Data are used, and no purpose that says something needs them",
    rationale: """
      Data are collected for stated purposes and limited to what these need. Where the purposes of an activity name their data, or are \
      open-ended, whatever is left has no purpose that people could be told.
      """,
    remedy: "Name the purpose that the data serve, or stop collecting them.",
    citations: ["Art 5(1)(b) and (c)", "Art 13(1)(c)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord, case .given(let purposes, _) = activity.purposes.answer,
        // Where all are open-ended, that is what has to be said.
        purposes.values.contains(where: { !$0.data.answer.isAbsent })
      else { return .notApplicable }
      // A purpose that names no data needs all of them, unless its wording leaves room for anything.
      func needsAll(_ purpose: Purpose) -> Bool {
        purpose.data.answer.isAbsent && purpose.openEnded.given?.value != true
      }
      if purposes.values.contains(where: needsAll) { return .notApplicable }
      if !purposes.open.isEmpty || purposes.values.contains(where: { $0.data.hasOpenElement() }) {
        return .notEvaluable("the purposes, or what they need, are partly an open question")
      }
      let left = activity.data.elements().filter { entry in
        guard let category = entry.category.given?.record, category.isResolved else { return false }
        return !purposes.values.contains { $0.data.elements().contains { $0.record == category } }
      }
      guard let first = left.first?.category.answer.range else { return .clear }
      let names = left.compactMap { $0.category.given.map { assessed.registry.name(of: $0.record) } }
      let isOpenEnded = purposes.values.contains { $0.openEnded.given?.value == true }
      return .finding(
        Observation(
          "No purpose of '\(assessed.registry.name(of: activity.common.record))' says why it uses \(joined(names))\(isOpenEnded ? "; an open-ended one does not count" : "")",
          at: first, hint: "add the category to data: of the purpose that needs it, or a purpose",
          notes: left.dropFirst().compactMap { entry in
            entry.category.answer.range.map { Note(message: "this serves none either", range: $0) }
          }, records: [activity.common.record],
          evidence: purposes.values.map { Evidence("purposes.\($0.id).data", data(of: $0, assessed)) }))
    },
    examples: [
      Example(
        "one category is left over",
        ["activities/letters.yaml": letters("{write: {text: Write to customers., data: name}}")]),
      Example(
        "the other purpose is open-ended",
        [
          "activities/letters.yaml": letters(
            "{write: {text: Write to customers., data: name}, support: {text: Give the best support there can be., open-ended: true}}"
          )
        ], also: ["purpose-vague"]),
      Example(
        "another purpose needs the rest",
        [
          "activities/letters.yaml": letters(
            "{write: {text: Write to customers., data: name}, count: {text: Count how often letters are answered., data: usage}}",
            mark: false)
        ]),
      Example(
        "a purpose that names no data needs all",
        [
          "activities/letters.yaml": letters(
            "{write: {text: Write to customers., data: name}, count: Count how often letters are answered.}",
            mark: false)
        ]),
      Example(
        "another purpose is an open question",
        [
          "activities/letters.yaml": letters(
            "{write: {text: Write to customers., data: name}, count: {unknown: why usage is recorded}}", mark: false)
        ], also: ["open-question"]),
    ])

  private static func letters(_ purposes: String, mark: Bool = true) -> String {
    exampleActivity(["purposes": purposes, "data": mark ? "[name, «usage»]" : "[name, usage]"])
  }

  private static func data(of purpose: Purpose, _ assessed: Assessed) -> String {
    let named = purpose.data.elements().filter(\.record.isResolved).map { assessed.registry.header($0.record).id }
    return named.isEmpty ? "not given" : named.joined(separator: ", ")
  }
}
