import LocatedYAML

extension Rule {
  /// NTC-027. Data about children that others give are read about by those others: only where children or their devices give data, a layer
  /// for them is asked for.
  static let childLayerMissing = Rule(
    "child-layer-missing", .notices, .advice, .expectation,
    title: "Children give data, and no notice is written for them",
    rationale: """
      Information for a child is in words that a child understands. A notice for everybody rarely is; a short layer of it, with children as \
      its readers, is enough.
      """,
    remedy: "Add a notice or a layer whose audience are the children.",
    citations: ["Art 12(1)", "recital 58"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, facts.isPublished, !facts.activities.isEmpty, notice.layerOf.answer.isAbsent else {
        return .notApplicable
      }
      let (registry, words) = (assessed.registry, assessed.facts.words)
      func isChild(_ reference: Reference<DataSubjects>) -> Bool { words.people(reference.record).contains(.children) }
      let activities = facts.activities.map { registry.records.activities[$0] }.filter { activity in
        activity.sources.elements().contains { $0.origin.given?.isFromPerson ?? false }
      }
      guard let place = activities.lazy.compactMap({ $0.subjects.elements().first(where: isChild)?.range }).first else {
        return .notApplicable
      }
      let isWritten = registry.records.notices.indices.contains { slot in
        let other = registry.records.notices[slot]
        return other.common.isJudged && assessed.facts.notices[slot].isPublished
          && assessed.facts.notices[slot].organisation == facts.organisation
          && !other.audience.elements().isEmpty && other.audience.elements().allSatisfy(isChild)
      }
      if isWritten { return .clear }
      if notice.audience.hasOpenElement() { return .notEvaluable("who reads it is an open question") }
      return .finding(
        Observation(
          "Children give data that '\(registry.name(of: notice.common.record))' is about, and no notice in force is for them alone",
          at: notice.audience.answer.range ?? notice.common.anchor,
          hint: "add a notice with layer-of: \(registry.header(notice.common.record).id) and children as its audience:",
          notes: [Note(message: "children", range: place)], records: [notice.common.record],
          evidence: [Evidence("audience", joined(notice.audience.elements().map { registry.text(in: $0.range) }))]))
    },
    examples: [
      Example("one notice for all", exampleFiles(audience: "«[customers, child]»")),
      Example("others give the data", exampleFiles(audience: "[customers, child]", sources: "clinics")),
      Example("the children have one", exampleFiles(audience: "[customers, child]", layer: "2026-09-01")),
      Example("theirs is a draft", exampleFiles(audience: "«[customers, child]»", layer: "2027-03-01")),
      Example("no children", exampleFiles(audience: "customers", subjects: "customers")),
      Example(
        "who reads it is an open question", exampleFiles(audience: "[customers, child, {unknown: who else}]"),
        also: ["open-question"]),
    ])

  private static func exampleFiles(
    audience: String, sources: String = "subject", subjects: String = "[customers, child]", layer: String = ""
  ) -> ExampleTexts {
    let child =
      "title: For children\norganisation: example-care\nowner: dpo\naudience: child\nactivities: letters\nlayer-of: customer-notice\neffective: \(layer)\nreviewed: 2026-09-01\napproved: {by: dpo, date: 2026-08-28}\nsections: [who-we-are, purposes]\n"
    return [
      "activities/letters.yaml": exampleActivity([
        "subjects": subjects, "sources": sources,
        "children": "{online-service: false}",
      ]),
      "notices/customer-notice.yaml": exampleNotice(without: [], "", activities: "[appointment-messages, letters]")
        .replacingLine("audience", with: audience) + "\n",
      "notices/for-children.yaml": layer.utf8.isEmpty ? "" : child,
    ]
  }
}
