import LocatedYAML

extension Rule {
  /// NTC-020, for the words of own text.
  static let noticeAbsolutePromise = Rule(
    "notice-absolute-promise", .notices, .warning, .expectation,
    title: "A text promises security without a limit",
    rationale: """
      Nobody can keep such a promise, and after an incident it is what people quote. Saying which measures protect the data is true, and \
      tells more. A sentence that denies it, as in "no system is completely secure", is none. Only English texts are read.
      """,
    remedy: "Describe the measures instead.",
    citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .records { header, common, assessed in
      guard header.kind == .notices || header.kind == .statements, common.isJudged else { return .notApplicable }
      let texts = assessed.registry.ownTexts(of: header).filter { !$0.explains && $0.isEnglish }
      if texts.isEmpty { return .notApplicable }
      for text in texts {
        for bytes in text.sentences where bytes.saysOne(of: absolute + guarantees) {
          let sentence = EnglishSentence(bytes)
          if sentence.has(oneOf: limits) { continue }
          let promise =
            absolute.first { sentence.affirms($0) }
            ?? (sentence.has(oneOf: security) ? guarantees.first { sentence.affirms($0) } : nil)
          guard let promise else { continue }
          return .finding(
            Observation(
              "'\(promise)' promises more than any measure can hold", at: text.range,
              hint: "name the measures: encrypted connections, access for those who need it", records: [common.record],
              evidence: [Evidence("words", promise)]))
        }
      }
      return .clear
    },
    examples: [
      Example(
        "complete security", ["statements/mail-stays-in-uk.yaml": statement("«Your data are completely secure.»")]),
      Example(
        "a guarantee", ["statements/mail-stays-in-uk.yaml": statement("«We guarantee the security of your data.»")]),
      Example(
        "the measures themselves",
        ["statements/mail-stays-in-uk.yaml": statement("Your data are encrypted in transit and at rest.")]),
      Example(
        "said of nobody",
        ["statements/mail-stays-in-uk.yaml": statement("No system is completely secure. We guarantee an answer.")]),
      Example(
        "a denial of something else in the same sentence",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "«We never sell your data, and they are completely secure with us.»")
        ]),
      Example(
        "a denial of something else without a pause",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "«Your data never leave the country and are completely secure.»")
        ]),
      Example(
        "a denial after the promise",
        ["statements/mail-stays-in-uk.yaml": statement("«Our systems are 100% secure, so nothing is ever lost.»")]),
      Example(
        "a guarantee beside a denial",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "«We do not sell your data because we guarantee their security.»")
        ]),
      Example(
        "a promise that is not made",
        ["statements/mail-stays-in-uk.yaml": statement("We never claim that your data are completely secure.")]),
      Example(
        "a guarantee that cannot be given",
        ["statements/mail-stays-in-uk.yaml": statement("We protect your data, but cannot guarantee their security.")]),
      Example(
        "said of no website, however careful",
        ["statements/mail-stays-in-uk.yaml": statement("No website, however careful, is completely secure.")]),
      Example(
        "with a limit",
        [
          "statements/mail-stays-in-uk.yaml": statement(
            "\"Our vault is completely secure, unless you tell your code.\"")
        ]),
      Example(
        "another language is not read",
        [
          "statements/mail-stays-in-uk.yaml":
            "kind: claim\ntext: {cy: Mae eich data yn ddiogel. Completely secure.}\n"
        ]),
      Example(
        "the English of two languages",
        [
          "statements/mail-stays-in-uk.yaml":
            "kind: claim\ntext: «{en: Your data are completely secure., cy: Mae eich data yn ddiogel.}»\n"
        ]),
      Example(
        "a general explanation claims nothing about us",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: allSections
              + "\n  - {heading: On encryption, explains: true, text: A message can be 100% secure.}")
        ]),
      Example(
        "own text of a notice",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: allSections + "\n  - {heading: On encryption, text: «Our messages are 100% secure.»}")
        ]),
    ])

  private static let allSections = SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n")

  private static func statement(_ text: String) -> String { "kind: claim\ntext: \(text)\n" }
}

/// English words for security without a limit.
private let absolute = [
  "100% secure", "100 % secure", "100 per cent secure", "completely secure", "totally secure", "absolutely secure",
  "perfectly secure", "completely safe", "100% safe", "unhackable", "military-grade",
]
private let guarantees = ["guarantee", "guarantees", "guaranteed"]
private let security: Set<String> = ["secure", "security", "safe", "safety"]
/// Words that put a limit to a promise, wherever they stand.
private let limits: Set<String> = ["unless", "except"]
