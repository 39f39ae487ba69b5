import LocatedYAML

extension Rule {
  /// Beyond the catalogue: asked for, and not there.
  static let languageWithoutMessages = Rule(
    "language-without-messages", .notices, .warning, .expectation,
    title: "A notice is asked for in a language that has no sentences",
    rationale: """
      A notice is composed from sentences of the program. In a language that has none nothing is published, and readers who were promised \
      the notice in it find nothing.
      """,
    remedy: "Add messages/ with the sentences of the language, or leave the language out.", citations: ["Art 12(1)"],
    check: .notices { notice, _, assessed in
      guard notice.common.isJudged else { return .notApplicable }
      let (registry, common) = (assessed.registry, notice.common)
      let known = MessageCatalogue.shipped + registry.messages.map(\.language)
      let missing = registry.wantedLanguages(of: notice).filter { !known.contains($0) }
      guard let first = missing.first else { return .clear }
      let range = notice.languages.answer.range ?? common.anchor
      return .finding(
        Observation(
          "'\(registry.name(of: common.record))' is asked for in \(joined(missing.map { "'\($0.code)'" })), and there are no sentences in it",
          at: range, hint: "add messages/\(first.code).yaml; ropa fields messages lists what goes into it",
          records: [common.record], evidence: [Evidence("languages", missing.map(\.code).joined(separator: ", "))]))
    },
    examples: [
      Example("French", ["notices/short.yaml": short("«[en, fr]»", "fr")]),
      Example(
        "with sentences of the register's own",
        [
          "notices/short.yaml": short("[en, fr]", "fr"),
          "messages/fr.yaml": "title: Français\nrows: {skip: Aller au contenu}\n",
        ], also: ["messages-incomplete"]),
      Example("Welsh", ["notices/short.yaml": short("[en, cy]", "cy")]),
    ])

  private static func short(_ languages: String, _ second: String) -> String {
    ExampleRecords.shortNotice(
      heading: "{en: Reminders, \(second): Rappels}",
      text: "{en: We write before each visit., \(second): Nous écrivons.}",
      languages: languages, second: second)
  }
}
