import LocatedYAML

extension Rule {
  /// NTC-021, for own English text. Numbers of words are ours, not the law's; of jargon there is no list that would fit every reader.
  static let noticeHardToRead = Rule(
    "notice-hard-to-read", .notices, .advice, .expectation,
    title: "Own text has long sentences, or a long stretch without a heading",
    rationale: """
      Notices are concise and easy to understand. Sentences of more than 25 words on average, or 400 words without a heading, are read by few. \
      A count is a hint and no score; texts in other languages are not counted.
      """,
    remedy: "Cut the sentences, or put a heading in between.",
    citations: ["Art 12(1)", "WP 260 rev.01"],
    check: .notices { notice, _, assessed in
      guard notice.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      // What it prints is read together: a long sentence among short ones is no hardship.
      let printed = notice.sections.elements().flatMap { $0.statements.elements() }.map(\.record).filter(\.isResolved)
      let texts = ([notice.common.record] + unique(printed)).flatMap { registry.ownTexts(of: registry.header($0)) }
        .filter(\.isEnglish)
      if texts.isEmpty { return .notApplicable }
      var (words, sentences): (Int, Int) = (0, 0)
      var faults: [(words: String, range: SourceRange)] = []
      var longest: (count: Int, text: String, range: SourceRange)?
      for text in texts {
        let counts = countedSentences(of: text.text)
        words += counts.reduce(0) { $0 + $1.words }
        sentences += counts.count
        for count in counts where count.words > longest?.count ?? 0 { longest = (count.words, count.start, text.range) }
        let length = longestStretch(of: text.text)
        if length > mostWithoutHeading {
          faults.append(("has a stretch of \(length) words without a heading", text.range))
        }
      }
      if sentences > 0, words > mostPerSentence * sentences, let longest {
        let mean = words / sentences
        faults.insert(
          ("has \(mean) words in a sentence on average; the longest begins '\(longest.text)'", longest.range), at: 0)
      }
      guard let first = faults.first else { return .clear }
      return .finding(
        Observation(
          "Own text of '\(registry.name(of: notice.common.record))' \(joined(faults.map(\.words)))", at: first.range,
          hint: "cut the longest sentences, or put a heading in between",
          records: [notice.common.record] + unique(printed),
          evidence: faults.map { Evidence("text", $0.words) }))
    },
    examples: [
      Example("one endless sentence", text("«" + words(38) + "»")),
      Example("as many words in two", text(words(19) + " " + words(19))),
      Example("25 words", text(words(25))),
      Example("a short one makes up for a long one", text(words(38) + " " + words(5))),
      Example(
        "two pages without a heading", text("«" + Array(repeating: words(20), count: 21).joined(separator: " ") + "»")),
      Example(
        "the same with a heading",
        [
          "notices/customer-notice.yaml": exampleNotice(without: [], "heading: More, text: \"\(halves)\"")
        ]),
      Example(
        "in another language",
        [
          "notices/customer-notice.yaml": exampleNotice(without: [], "heading: Mwy, text: {cy: \(words(38))}")
        ]),
    ])

  private static func words(_ count: Int) -> String {
    "Data " + Array(repeating: "and", count: count - 2).joined(separator: " ") + " more."
  }

  private static let halves =
    Array(repeating: words(20), count: 11).joined(separator: " ") + "\\n\\n### Then\\n\\n"
    + Array(repeating: words(20), count: 10).joined(separator: " ")

  private static func text(_ text: String) -> ExampleTexts {
    ["notices/customer-notice.yaml": exampleNotice(without: [], "heading: More, text: \(text)")]
  }
}

private let mostPerSentence = 25
private let mostWithoutHeading = 400

/// The sentences of a text with their numbers of words and how they begin. A line of a list, a heading and an empty line end one; a line
/// break alone does not.
private func countedSentences(of text: String) -> [(words: Int, start: String)] {
  var found: [(words: Int, start: String)] = []
  var (count, start): (Int, [Substring]) = (0, [])
  func close() {
    if count > 0 { found.append((count, start.joined(separator: " "))) }
    (count, start) = (0, [])
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let words = line.split(separator: " ")
    let isMark = words.first.map { ["-", "*", "+"].contains($0) || $0.utf8.first == UInt8(ascii: "#") } ?? true
    if isMark { close() }
    for word in words where word.utf8.contains(where: { $0 > 0x2F }) {
      count += 1
      if count <= 6 { start.append(word) }
      if let last = word.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      {
        close()
      }
    }
    if words.first?.utf8.first == UInt8(ascii: "#") { close() }
  }
  close()
  return found
}

/// The most words between two headings.
private func longestStretch(of text: String) -> Int {
  var (most, count) = (0, 0)
  for line in text.split(separator: "\n") {
    if line.utf8.first == UInt8(ascii: "#") { count = 0 } else { count += line.split(separator: " ").count }
    most = max(most, count)
  }
  return most
}
