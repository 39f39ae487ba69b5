import LocatedYAML

extension Rule {
  /// Where sources say which data they give, the rest of the data come from nowhere.
  static let dataWithoutSource = Rule(
    "data-without-source", .activities, .warning, .contradiction,
    title: "Data are held, and no source is said to give them",
    rationale: """
      Whether people gave data themselves decides what they are told and when. Where the sources of an activity name their data, whatever \
      is left came from somewhere that nobody recorded. What is made from other data has them as its source.
      """,
    remedy: "Name the data at the source that gives them, or add the source.",
    citations: ["Art 13(1)", "Art 14(2)(f)", "Art 30(1)(c)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord, case .given(let sources, _) = activity.sources.answer,
        !sources.elements.isEmpty
      else { return .notApplicable }
      // A source that names no data gives all of them.
      if sources.elements.contains(where: { $0.data.answer.isAbsent }) { return .notApplicable }
      if !sources.open.isEmpty || sources.elements.contains(where: { $0.data.hasOpenElement() }) {
        return .notEvaluable("the sources, or what they give, are partly an open question")
      }
      let left = activity.data.elements().filter { entry in
        guard let category = entry.category.given?.record, category.isResolved else { return false }
        let isMade = !(assessed.registry.category(category)?.derivedFrom.answer.isAbsent ?? true)
        return !isMade && !sources.elements.contains { $0.data.elements().contains { $0.record == category } }
      }
      guard let first = left.first?.category.answer.range else { return .clear }
      let names = left.compactMap { $0.category.given.map { assessed.registry.name(of: $0.record) } }
      return .finding(
        Observation(
          "No source of '\(assessed.registry.name(of: activity.common.record))' is said to give \(joined(names))",
          at: first,
          hint: "add the category to data: of the source that gives it, or a source",
          notes: left.dropFirst().compactMap { entry in
            entry.category.answer.range.map { Note(message: "this has no source either", range: $0) }
          }, records: [activity.common.record],
          evidence: [Evidence("sources", counted(sources.elements.count, "source with data", "sources with data"))]))
    },
    examples: [
      Example(
        "one category is left over", ["activities/letters.yaml": letters("{from: subject, data: name}", mark: true)]),
      Example(
        "another source gives the rest",
        ["activities/letters.yaml": letters("[{from: subject, data: name}, {from: device, data: usage}]")]),
      Example(
        "a source that names no data gives all",
        ["activities/letters.yaml": letters("[{from: subject, data: name}, device]")]),
      Example(
        "made from other data",
        [
          "activities/letters.yaml": exampleActivity([
            "sources": "{from: subject, data: email}", "data": "[email, code]",
          ]),
          "data-categories/code.yaml":
            "title: Code\nkind-of: username\nderived-from: email\nstate: pseudonymised\nreversible: true\n",
        ]),
      Example(
        "another source is an open question",
        [
          "activities/letters.yaml": letters(
            "[{from: subject, data: name}, {unknown: who tells us how letters are used}]")
        ],
        also: ["open-question"]),
    ])

  private static func letters(_ sources: String, mark: Bool = false) -> String {
    exampleActivity(["sources": sources, "data": mark ? "[name, «usage»]" : "[name, usage]"])
  }
}
