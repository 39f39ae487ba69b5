import LocatedYAML

extension Rule {
  /// NTC-013. The composed sections on data and on special categories name what the records hold; own text names it by its words in
  /// English, or under names.
  static let noticeOmitsSensitiveData = Rule(
    "notice-omits-sensitive-data", .notices, .warning, .mandatory,
    title: "A notice does not mention data of a special category, or about offences, that its activities use",
    rationale: """
      Where data come from elsewhere, their categories are part of what people are told. Where people give them themselves, leaving out \
      just the data that weigh most is not fair to them either.
      """,
    remedy: "Put the section on data back, or name the data in the own text and under names.",
    citations: ["Art 14(1)(d)", "Art 5(1)(a)", "Art 9", "Art 10"],
    // Where Art 14 asks for the categories, that they are missing altogether is told there.
    yieldsTo: ["notice-element-missing"],
    check: .notices { notice, facts, assessed in
      let registry = assessed.registry
      guard notice.common.isJudged, !facts.activities.isEmpty, notice.layerOf.answer.isAbsent,
        !registry.showsData(notice)
      else { return .notApplicable }
      let sections = registry.namingSections(of: notice, facts)
      if sections.contains(where: { $0.names.data.answer.isOpen }) {
        return .notEvaluable("the data that the text names are an open question")
      }
      let named = sections.flatMap { $0.names.data.elements().map(\.record) }
      let texts = registry.ownTexts(of: registry.header(notice.common.record)).filter { !$0.explains }
      if !texts.isEmpty, texts.allSatisfy({ !$0.isEnglish }) { return .notEvaluable("its own text is not English") }
      var (omitted, notes, isOpen): ([RecordIndex], [Note], Bool) = ([], [], false)
      for slot in facts.activities {
        let activity = registry.records.activities[slot]
        if assessed.facts.words.dataFlags(activity).contains(.open) { isOpen = true }
        for entry in activity.data.elements() {
          guard let data = entry.category.given?.record, data.isResolved, !omitted.contains(data),
            !assessed.facts.words.flags(entry).isDisjoint(with: [.special, .criminal]),
            !registry.isNamed(data, in: named, law: assessed.law.law), !registry.says(data, in: texts)
          else { continue }
          omitted.append(data)
          notes.append(Note(message: "used here", range: entry.category.answer.range ?? activity.common.anchor))
        }
      }
      guard !omitted.isEmpty else {
        return isOpen ? .notEvaluable("some of the data are an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(registry.name(of: notice.common.record))' does not mention \(joined(omitted.map { inSentence(registry.name(of: $0)) })), which its activities use",
          at: notice.common.anchor, hint: "add the section data or special-data, or name the data in the own text",
          notes: unique(notes), severity: facts.owesArticle14 ? .error : .warning,
          records: [notice.common.record] + omitted,
          evidence: [Evidence("not mentioned", joined(omitted.map { registry.header($0).id }))]))
    },
    examples: [
      Example("no section on data", files("")),
      Example("text that is silent", files("heading: Data, elements: categories, text: We use your contact details.")),
      Example(
        "data from elsewhere",
        files("heading: Data, elements: categories, text: We use your contact details.", source: "clinics"),
        severity: .error),
      Example(
        "text that names them",
        files("heading: Data, elements: categories, text: We use data about your health.", mark: false)),
      Example(
        "text that says what it names",
        files(
          "heading: Data, elements: categories, text: We use what you tell us., names: {data: [name, health]}",
          mark: false)),
      Example("the section on special categories", files("section: special-data", mark: false)),
      Example("ordinary data", files("", data: "name", mark: false)),
      Example(
        "what it names is an open question",
        files("heading: Data, elements: categories, text: We use data., names: {data: {unknown: which}}", mark: false),
        also: ["open-question"]),
    ])

  private static func files(
    _ own: String, data: String = "[name, health]", source: String = "subject", mark: Bool = true
  ) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(
        [
          "data": data, "basis": data == "name" ? "customer-contract" : "care", "sources": source, "notice-exempt": "",
        ], isMissed: false),
      "lawful-bases/care.yaml": exampleCareBasis,
      "notices/customer-notice.yaml": exampleNotice(
        without: [.data, .specialData], own, activities: "[appointment-messages, letters]",
        title: mark ? "«title»" : "title"),
    ]
  }
}

extension Registry {
  /// A composed section names the data.
  fileprivate func showsData(_ notice: Notice) -> Bool {
    guard notice.sections.given != nil else { return true }
    return notice.sections.elements().contains {
      $0.replace.given?.value != true && [.data, .specialData].contains($0.section.given)
    }
  }

  /// An English text names data by their title, the word of the vocabulary or an alias.
  fileprivate func says(_ data: RecordIndex, in texts: [OwnText]) -> Bool {
    let category = category(data)
    let names =
      [name(of: data), header(data).id, category?.label.given?.first ?? ""]
      + (category?.common.aliases.elements().map(\.text) ?? [])
    let words = names.filter { !$0.utf8.isEmpty }
    return texts.contains { text in text.isEnglish && Substring(text.text).utf8.saysOne(of: words) }
  }
}
