import LocatedYAML

extension Rule {
  /// NTC-005 and NTC-006, for own text: composed sentences take the law of the day.
  static let noticeCitesDeadLaw = Rule(
    "notice-cites-dead-law", .notices, .error, .contradiction,
    title: "A text names law that no longer holds",
    rationale: """
      Own text stays as it was written while the law moves on. A notice that rests on an act, a framework or an article that has gone tells \
      people something that is no longer so. Sentences that speak of the past may keep the name. Only English texts are read.
      """,
    remedy: "Name what holds now, or leave the provision out.",
    citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .records { header, common, assessed in
      guard header.kind == .notices || header.kind == .statements, common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let texts = registry.ownTexts(of: header).filter(\.isEnglish)
      if texts.isEmpty { return .notApplicable }
      let rows = assessed.law.outdatedWords(registry.regimes(of: header))
      var found: [(row: OutdatedWordsRow, words: String, text: OwnText)] = []
      for text in texts {
        for sentence in text.sentences where !sentence.saysOne(of: past) {
          for row in rows {
            if let words = row.words.first(where: { sentence.says($0) }) { found.append((row, words, text)) }
          }
        }
      }
      guard let first = found.min(by: { $0.row.kind.rank < $1.row.kind.rank }) else { return .clear }
      return .finding(
        Observation(
          "'\(first.words)' is not what holds on this day", at: first.text.range, hint: first.row.instead,
          notes: unique(
            found.filter { $0.words != first.words }.map {
              Note(message: "'\($0.words)': \($0.row.instead)", range: $0.text.range)
            }),
          severity: first.row.kind.severity, records: [common.record],
          evidence: found.map { Evidence("outdated since", "\($0.words), \($0.row.row.source)") }))
    },
    examples: [
      Example(
        "an act of the past", ["notices/customer-notice.yaml": exampleText("«We follow the Data Protection Act 1998.»")]
      ),
      Example(
        "in a statement that a notice prints",
        ["statements/mail-stays-in-uk.yaml": "kind: claim\ntext: «Privacy Shield protects your data.»\n"]),
      Example(
        "another language is not read",
        [
          "statements/mail-stays-in-uk.yaml":
            "kind: claim\ntext: {cy: Mae Privacy Shield yn diogelu eich data.}\n"
        ]),
      Example(
        "history may name it",
        ["notices/customer-notice.yaml": exampleText("The UK GDPR replaced the Data Protection Act 1998.")]),
      Example(
        "an article that has moved",
        ["notices/customer-notice.yaml": exampleText("«You have the right in Art. 22 to a human decision.»")],
        severity: .warning),
      Example(
        "the article as it is now",
        ["notices/customer-notice.yaml": exampleText("You have the rights in Article 22A to 22D.")]
      ),
      Example(
        "before it moved",
        ["notices/customer-notice.yaml": exampleText("See Article 22 of the GDPR.", effective: "2026-01-01")],
        asOf: "2026-02-04"),
      Example(
        "a name that is still understood",
        ["notices/customer-notice.yaml": exampleText("«You may complain to the Information Commissioner.»")],
        severity: .advice
      ),
      Example(
        "the brand is another word",
        ["notices/customer-notice.yaml": exampleText("You may complain to the Information Commissioner's Office.")]),
    ])

  private static func exampleText(_ words: String, effective: String = "2026-09-01") -> String {
    ExampleRecords.customerNotice(effective: effective, sections: nil)
      + "text: \(words.utf8.first == 0xC2 ? "«\"" + words.dropFirst().dropLast() + "\"»" : "\"\(words)\"")\n"
  }
}

/// English words of a sentence that speaks of the past.
private let past = ["was", "were", "replaced", "replaces", "formerly", "until", "repealed", "no longer"]

extension OutdatedWordsKind {
  fileprivate var severity: Severity {
    switch self {
    case .law: .error
    case .reference: .warning
    case .name: .advice
    }
  }

  /// The gravest first.
  fileprivate var rank: Int {
    switch self {
    case .law: 0
    case .reference: 1
    case .name: 2
    }
  }
}
