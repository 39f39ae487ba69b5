import LocatedYAML

extension Rule {
  /// ACT-012, once for each activity. Silent where other data of the activity are of a special category already. A category of one's own that
  /// is free text is asked about where the people are patients or otherwise vulnerable: what colleagues write to each other is mostly about work.
  static let contextualDataUnassessed = Rule(
    "contextual-special-category-unassessed", .activities, .advice, .risk,
    title: "Data that can tell something of health, belief or origin are used, and nobody has said whether they do",
    rationale: """
      Free text, opinions and pictures are not of a special category by themselves, and become one by what they say. Only people who know the \
      work can tell; what they decided belongs to the record. Where other data are of a special category already, the duties are \
      there anyway. Pictures of staff are left alone.
      """,
    remedy: "Write special: true, or special: false with a reason, at the data or at their category.",
    citations: ["Art 9(1)", "C-184/20"],
    // The mark that is missing there answers this as well.
    yieldsTo: ["special-category-hidden"],
    check: .activities { activity, assessed in
      let words = assessed.facts.words
      let flags = words.dataFlags(activity)
      guard !flags.isDisjoint(with: [.contextual, .freeText]), activity.isJudged else { return .notApplicable }
      if flags.contains(.special) { return .notApplicable }
      let subjects = activity.subjects.elements()
      let isVulnerable = subjects.contains {
        !words.people($0.record).isDisjoint(with: [.vulnerable, .patients, .children])
      }
      guard isVulnerable || flags.contains(.contextual) else { return .clear }
      let open = activity.data.elements().filter { entry in
        let flags = words.flags(entry)
        guard flags.contains(.contextual) || (isVulnerable && flags.contains(.freeText)),
          let category = entry.category.given?.record
        else { return false }
        let isPicture = ["photo", "video"].contains(assessed.registry.word(for: category, assessed.law.law))
        return !isPicture || !subjects.allSatisfy { words.people($0.record).contains(.imbalance) }
      }
      guard let first = open.first else { return .clear }
      let names = open.compactMap { $0.category.given.map { assessed.registry.name(of: $0.record) } }
      return .finding(
        Observation(
          "\(sentenceCase(joined(names))) in '\(assessed.registry.name(of: activity.common.record))' can tell something of a special category, and whether \(names.count == 1 ? "it does" : "they do") is not recorded",
          at: first.category.answer.range ?? activity.common.anchor,
          hint: "write {category: ..., special: true}, or special: false with a reason:",
          notes: open.dropFirst().compactMap { entry in
            entry.category.answer.range.map { Note(message: "so can this", range: $0) }
          }, records: [activity.common.record] + open.compactMap(\.category.given?.record),
          evidence: [Evidence("data.special", "not given")]))
    },
    examples: [
      Example("free text", data("[name, «free-text»]")),
      Example(
        "a category of the register's own that is free text",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, «wishes»]", "subjects": "older-person"]),
          "data-categories/wishes.yaml": "title: wishes of guests\nkind-of: preferences\nfree-text: true\n",
        ]),
      Example(
        "the same from people in their work",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, wishes]", "subjects": "health-professional"]),
          "data-categories/wishes.yaml": "title: wishes of doctors\nkind-of: preferences\nfree-text: true\n",
        ]),
      Example("it does", data("[name, {category: free-text, special: true}]"), also: ["special-condition-missing"]),
      Example(
        "it does not, with a reason", data("[name, {category: free-text, special: false, reason: Room numbers.}]")),
      Example("it does not, without a reason", data("[name, {category: «free-text», special: false}]")),
      Example(
        "decided at the category",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, wishes]", "subjects": "older-person"]),
          "data-categories/wishes.yaml":
            "title: wishes of guests\nkind-of: preferences\nfree-text: true\nspecial: false\n",
        ]),
      Example(
        "pictures of staff",
        ["activities/letters.yaml": exampleActivity(["subjects": "employee", "data": "[name, photo]"])]
      ),
      Example("pictures of customers", data("[name, «photo»]")),
      Example(
        "health data are there anyway",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, health, free-text]", "basis": "care"]),
          "lawful-bases/care.yaml": exampleCareBasis,
        ]),
      Example("plain data", data("[name, email]")),
    ])

  private static func data(_ entries: String) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["data": entries])]
  }
}
