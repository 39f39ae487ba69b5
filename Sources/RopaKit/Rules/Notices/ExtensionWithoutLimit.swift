import LocatedYAML

extension Rule {
  /// The longest time for an answer, in the organisation's own words about delay.
  static let extensionWithoutLimit = Rule(
    "extension-without-limit", .notices, .advice, .expectation,
    title: "The words on late answers give no longest time",
    rationale: """
      An answer may take two further months where a request is complex or there are many, and the person hears so within the first. Words \
      that speak of more time without a number promise less than the law gives. Only English words are read.
      """,
    remedy: "Say how much longer it may take at most.",
    citations: ["Art 12(3)"],
    check: .organisations { organisation, assessed in
      guard let rights = organisation.own?.rights.given, case .given(let text, let range) = rights.ifLonger.answer,
        let words = text.english(assessed.registry.language)
      else { return .notApplicable }
      let sentence = Substring(words).utf8
      let hasNumber = words.utf8.contains { (0x30...0x39).contains($0) } || sentence.saysOne(of: numberWords)
      if hasNumber { return .clear }
      let regimes = organisation.own?.declaredRegimes ?? []
      return .finding(
        Observation(
          "'\(words)' gives no longest time", at: range,
          hint: "add the most it may take, as in: by two further months at most",
          citations: unique(["Art 12(3)"] + regimes.compactMap { assessed.law.cite("time-limits", $0) }),
          records: [organisation.common.record], evidence: [Evidence("rights.if-longer", words)]))
    },
    examples: [
      Example(
        "more time, without a number",
        ["organisations/example-care.yaml": lateAnswers("«If we need more time, we tell you.»")]),
      Example(
        "two months at most",
        ["organisations/example-care.yaml": lateAnswers("If we need more time, up to two further months, we tell you.")]
      ),
      Example(
        "no number, and no word on more time", ["organisations/example-care.yaml": exampleOrganisation([:])]),
      Example(
        "another language is not read",
        ["organisations/example-care.yaml": lateAnswers("{cy: Dywedwn wrthych.}")]),
    ])

  private static func lateAnswers(_ words: String) -> String {
    exampleOrganisation([
      "rights":
        "{contact: dpo, procedure: handbook/requests.md, respond-within: P1M, \(exampleRights), if-longer: \(words.utf8.first == 0xC2 ? "«\"" + words.dropFirst().dropLast() + "\"»" : words.utf8.first == 0x7B ? words : "\"\(words)\"")}"
    ])
  }
}

/// Numbers in words that such a sentence gives.
private let numberWords = ["one", "two", "three", "sixty", "ninety"]
