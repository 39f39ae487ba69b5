import LocatedYAML

extension Rule {
  /// Beyond the catalogue: a notice in a language of readers is in that language throughout.
  static let translationMissing = Rule(
    "translation-missing", .notices, .warning, .expectation,
    title: "A text has no translation into a language that a notice is asked for in",
    rationale: """
      Information has to be easy to understand for those whom it is for. Where a record has no text in the language of the notice, the \
      page prints the one it has and marks it as being in another language, which readers cannot be expected to know.
      """,
    remedy: "Write the text for each language: {en: ..., cy: ...}; or leave the language out of languages:.",
    citations: ["Art 12(1)"],
    check: .records { header, common, assessed in
      let needs = assessed.facts.translations
      if needs.isEmpty { return .notApplicable }
      let languages = needs.languages(for: common.record)
      guard common.isJudged, !languages.isEmpty else { return .notApplicable }
      var missing: [(text: WrittenText, language: Language)] = []
      for text in needs.texts(of: header, common, assessed.registry) {
        for language in languages where !text.translations.contains(where: { $0.language == language }) {
          missing.append((text, language))
        }
      }
      guard let first = missing.first else { return .clear }
      let fields = unique(missing.map(\.text.path))
      let codes = unique(missing.map(\.language.code)).sorted()
      let name = assessed.registry.name(of: common.record)
      let named = fields.prefix(6).map { "'\($0)'" }
      let others = fields.count > 6 ? ["\(fields.count - 6) more"] : []
      return .finding(
        Observation(
          "'\(name)' has no text in \(joined(codes.map { "'\($0)'" })) for \(joined(named + others))",
          at: first.text.range,
          hint: "write each text by language: {\(assessed.registry.language.code): ..., \(codes[0]): ...}",
          records: [common.record],
          evidence: [
            Evidence("languages", codes.joined(separator: ", ")), Evidence("fields", fields.joined(separator: ", ")),
          ]))
    },
    examples: [
      Example(
        "a text in one of two languages",
        ["notices/short.yaml": short("{en: Reminders, cy: Nodynnau atgoffa}", "«We write before each appointment.»")]),
      Example(
        "a text with Welsh only in part",
        [
          "notices/short.yaml": short(
            "«Reminders»", "{en: We write before each visit., cy: Rydym yn ysgrifennu cyn pob ymweliad.}")
        ]),
      Example(
        "both in both",
        [
          "notices/short.yaml": short(
            "{en: Reminders, cy: Nodynnau atgoffa}",
            "{en: We write before each visit., cy: Rydym yn ysgrifennu cyn pob ymweliad.}")
        ]),
      Example(
        "one language", ["notices/short.yaml": short("Reminders", "We write before each visit.", languages: "en")]),
    ])

  /// A short form of the sound register's notice, with one section of own text.
  private static func short(_ heading: String, _ text: String, languages: String = "[en, cy]") -> String {
    ExampleRecords.shortNotice(heading: heading, text: text, languages: languages)
  }
}
