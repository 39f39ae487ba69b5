import LocatedYAML

extension Rule {
  /// NTC-021, for the words of own text: what the composer writes is measured by a test.
  static let noticeHardToRead = Rule(
    "notice-hard-to-read", .notices, .advice, .expectation,
    title: "A text has long sentences, long stretches or words of lawyers",
    rationale: """
      Information has to be concise and in clear and plain language. Long sentences are read twice or not at all, and nobody finds a place \
      again in a long section without headings. How long is too long is your policy: 25 words on average and 400 without a heading, unless \
      registry.yaml says otherwise. Words of lawyers are looked for in English texts only. No score is given, and none is ever published.
      """,
    remedy: "Make several sentences of the longest one, put headings in, and use words that people use.",
    citations: ["Art 12(1)", "WP260 rev.01"],
    check: .records { header, common, assessed in
      guard header.kind == .notices || header.kind == .statements, common.isJudged else { return .notApplicable }
      let texts = assessed.registry.ownTexts(of: header)
      if texts.isEmpty { return .notApplicable }
      let policy = assessed.registry.settings?.policy.given
      let length = policy?.sentenceLength.given?.value ?? Policy.defaultSentenceLength
      let stretch = policy?.sectionLength.given?.value ?? Policy.defaultSectionLength
      let jargon = Readability.jargon + (policy?.jargon.elements() ?? []).map(\.text)
      for text in texts {
        var measure = Readability()
        measure.add(ownText: text.text)
        guard let fault = fault(measure, text, length: length, stretch: stretch, jargon: jargon) else { continue }
        return .finding(
          Observation(
            fault.message, at: text.range, hint: fault.hint, records: [common.record],
            evidence: [
              Evidence("words in a sentence", measure.sentenceLength?.tenths ?? ""),
              Evidence("words without a heading", String(measure.longestStretch)),
            ]))
      }
      return .clear
    },
    examples: [
      Example(
        "one long sentence",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            """
            «When you write to us we keep your message, together with the answer that we gave and with everything else that you sent, in \
            the system that all our colleagues use for the same purpose.»
            """)
        ]),
      Example(
        "the same in three",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "When you write to us we keep your message. We keep our answer, too. All our colleagues use one system for it."
          )
        ]),
      Example(
        "words of lawyers",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "«Data subjects may endeavour, pursuant to law and notwithstanding the aforementioned, to ask us.»")
        ]),
      Example(
        "a word of the register's own",
        [
          "registry.yaml":
            "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {jargon: [retention schedule, custodian, artefact, ingest]}\n",
          "statements/mail-stays-in-uk.yaml": statement(
            "«The custodian keeps each artefact that we ingest by the retention schedule.»"),
        ]),
      Example(
        "shorter sentences are your policy",
        [
          "registry.yaml":
            "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {sentence-length: 8}\n",
          "statements/mail-stays-in-uk.yaml": statement("«When you write to us we keep what you wrote.»"),
        ]),
      Example(
        "a long stretch without a heading",
        ["statements/mail-stays-in-uk.yaml": statement("«" + long(101) + "»")]),
      Example("a section of some length", ["statements/mail-stays-in-uk.yaml": statement(long(99))]),
    ])

  private static func statement(_ text: String) -> String { "kind: claim\ntext: \(text)\n" }

  /// - Parameter sentences: of four words each.
  private static func long(_ sentences: Int) -> String {
    [String](repeating: "We keep your message.", count: sentences).joined(separator: " ")
  }

  /// What is hard about a text; nil where nothing is.
  private static func fault(
    _ measure: Readability, _ text: OwnText, length: Int, stretch: Int, jargon: [String]
  ) -> (message: String, hint: String)? {
    if let mean = measure.sentenceLength, mean > Double(length) {
      let beginning = measure.longest.text.utf8.split(separator: 0x20).prefix(6).map { String($0) ?? "" }
      return (
        "The sentences have \(mean.tenths) words on average; the longest has \(measure.longest.words): '\(beginning.joined(separator: " ")) ...'",
        "make several sentences of it"
      )
    }
    if measure.longestStretch > stretch {
      return ("\(measure.longestStretch) words stand without a heading", "put headings between them: # ...")
    }
    guard text.isEnglish, measure.words > 0 else { return nil }
    let found = jargon.filter { word in text.sentences.contains { $0.says(word) } }
    // Three in 500 words, and three in a text that is shorter.
    guard found.count > 3 * max(1, measure.words / 500) else { return nil }
    return (
      "The text has \(joined(found.prefix(4).map { "'\($0)'" })), which few readers use", "say it in everyday words"
    )
  }
}
