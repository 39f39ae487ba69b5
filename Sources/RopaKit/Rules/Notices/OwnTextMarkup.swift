import LocatedYAML

extension Rule {
  /// Beyond the catalogue: own text is written in a part of CommonMark, and what is outside it would be seen as it was typed.
  static let ownTextMarkup = Rule(
    "own-text-markup", .notices, .warning, .expectation,
    title: "A text has markup that notices show as it was typed",
    rationale: """
      Own text may have paragraphs, lists, headings, emphasis, strong words, code and links. Tags of HTML, pictures and links to anything \
      else than pages, mailboxes and telephones never become part of a page, because what stands on a notice must not depend on code in a \
      record. Readers would see the signs instead.
      """,
    remedy: "Write it with paragraphs, lists, headings or links, or leave the markup out.",
    citations: ["Art 12(1)"],
    check: .records { header, common, assessed in
      guard common.isJudged else { return .notApplicable }
      let texts = assessed.registry.richTexts(of: header)
      if texts.isEmpty { return .notApplicable }
      for text in texts {
        guard let markup = RichText(text.text.utf8).refused.first else { continue }
        return .finding(
          Observation(
            "Notices show \(words(for: markup)) in this text as it was typed", at: text.range, hint: hint(for: markup),
            records: [common.record]))
      }
      return .clear
    },
    examples: [
      Example("a tag", ["statements/mail-stays-in-uk.yaml": statement("«Read <b>this</b> first.»")]),
      Example("a picture", ["statements/mail-stays-in-uk.yaml": statement("«'![Map](https://example.org/map.png)'»")]),
      Example(
        "a link to a script", ["statements/mail-stays-in-uk.yaml": statement("«'[Open](javascript:alert)'»")]),
      Example(
        "a link without its scheme", ["statements/mail-stays-in-uk.yaml": statement("«'[Open](example.org)'»")]),
      Example("a quotation", ["statements/mail-stays-in-uk.yaml": statement("«'> As we said before.'»")]),
      Example(
        "a table",
        ["statements/mail-stays-in-uk.yaml": statement("«\"| What | When |\\n|---|:-:|\\n| Mail | Daily |\"»")]),
      Example("a bar in a sentence", ["statements/mail-stays-in-uk.yaml": statement("'Write to us | call us'")]),
      Example(
        "own text of a notice",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: allSections + "\n  - {heading: More, text: «'See <br> below.'»}")
        ]),
      Example(
        "own text in a file beside the notice",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: allSections + "\n  - {heading: More, file: «more.md»}"),
          "notices/more.md": "First of all:\n\nSee <br> below.\n",
        ]),
      Example(
        "what own text may have",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "'**Mail** stays *here*: `mail`, [more](https://example.org), <https://example.org>.'")
        ]),
      Example("signs that are none", ["statements/mail-stays-in-uk.yaml": statement("'If a < b, and c > d, ask us!'")]),
    ])

  private static let allSections = SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n")

  private static func statement(_ text: String) -> String { "kind: claim\ntext: \(text)\n" }
}

private func words(for markup: RefusedMarkup) -> String {
  switch markup {
  case .html: "a tag of HTML"
  case .image: "a picture"
  case .address(let address): "the link to '\(address)'"
  case .block: "a quotation, a table, a rule, a block of code or an underlined heading"
  }
}

private func hint(for markup: RefusedMarkup) -> String {
  switch markup {
  case .html:
    "write **strong**, *emphasis*, or a blank line between paragraphs; before a '<' that is meant put a backslash"
  case .image: "link to the picture: [words](https://…)"
  case .address: "begin the address with https://, mailto: or tel:"
  case .block: "write a paragraph, a list, or a heading that begins with '# '"
  }
}
