import LocatedYAML

extension Rule {
  /// REF-010, for recipients, and for the purposes and sources of an activity, which name data of the activity too.
  static let undeclaredData = Rule(
    "undeclared-data", .integrity, .error, .contradiction,
    title: "A recipient, a purpose or a source names data that the activity does not have",
    rationale: """
      The list of data is what notices print and assessments look at. Data that go out, are used or come in beside it are told to nobody. Data \
      that are inferred on the way are data of the activity as well.
      """,
    remedy: "Add the data to the activity, or take them out where they are named.",
    citations: ["Art 30(1)(c)", "Art 30(1)(d)", "Art 5(1)(c)"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let declared = activity.data.elements().compactMap { $0.category.given?.record }
      var found: [(words: String, range: SourceRange, data: RecordIndex)] = []
      func look(_ data: Public<List<Reference<DataCategory>>>, _ what: String) {
        for reference in data.elements()
        where reference.record.isResolved && !registry.isNamed(reference.record, in: declared, law: assessed.law.law) {
          found.append(
            ("\(what) \(inSentence(registry.name(of: reference.record)))", reference.range, reference.record))
        }
      }
      for entry in activity.recipients.elements() {
        let name = registry.party(entry.party.given).map { registry.name(of: $0.common.record) } ?? "a recipient"
        look(entry.data, "\(name) gets")
      }
      for purpose in activity.purposes.given?.values ?? [] { look(purpose.data, "the purpose '\(purpose.id)' uses") }
      for source in activity.sources.elements() { look(source.data, "a source gives") }
      if found.isEmpty { return .clear }
      if activity.data.hasOpenElement() || activity.data.answer.isAbsent {
        return .notEvaluable("the data of the activity are an open question")
      }
      return .finding(
        Observation(
          "\(sentenceCase(joined(unique(found.map(\.words))))), and '\(registry.name(of: activity.common.record))' does not have \(unique(found.map(\.data)).count == 1 ? "it" : "them") under data:",
          at: found[0].range, hint: "add \(joined(unique(found.map { registry.header($0.data).id }))) to data:",
          notes: found.dropFirst().map { Note(message: $0.words, range: $0.range) },
          records: [activity.common.record] + unique(found.map(\.data)),
          evidence: unique(found.map(\.words)).map { Evidence("not under data", $0) }))
    },
    examples: [
      Example("a recipient", letters(["recipients": "{party: regulator, certainty: possible, data: «email»}"])),
      Example("data of the activity", letters(["recipients": "{party: regulator, certainty: possible, data: name}"])),
      Example("a purpose", letters(["purposes": "{write: {text: Write to customers., data: [name, «email»]}}"])),
      Example("a source", letters(["sources": "{from: subject, data: [name, «email»]}"])),
      Example(
        "a word of the register for the same",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "usage", "recipients": "{party: regulator, certainty: possible, data: appointment-time}",
          ])
        ]),
      Example(
        "inferred on the way",
        letters(["data": "[name, email]", "recipients": "{party: regulator, certainty: possible, data: email}"])),
      Example(
        "the data are an open question",
        letters([
          "data": "[name, {unknown: what else}]", "recipients": "{party: regulator, certainty: possible, data: email}",
        ]),
        also: ["open-question"]),
    ])

  private static func letters(_ changes: ExampleTexts) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(changes)]
  }
}
