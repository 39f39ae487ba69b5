import LocatedYAML

extension Rule {
  /// NTC-020, for the words of own text.
  static let noticeAbsolutePromise = Rule(
    "notice-absolute-promise", .notices, .warning, .expectation,
    title: "A text promises security without a limit",
    rationale: """
      Nobody can keep such a promise, and after an incident it is what people quote. Saying which measures protect the data is true, and \
      tells more.
      """,
    remedy: "Describe the measures instead.",
    citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .records { header, common, assessed in
      guard header.kind == .notices || header.kind == .statements, common.isJudged else { return .notApplicable }
      let texts = assessed.registry.ownTexts(of: header).filter { !$0.explains }
      if texts.isEmpty { return .notApplicable }
      for text in texts {
        for sentence in text.sentences where !sentence.saysOne(of: denials) {
          let promise =
            absolute.first { sentence.says($0) }
            ?? (sentence.saysOne(of: guarantees) && sentence.saysOne(of: security) ? "guarantee" : nil)
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
private let security = ["secure", "security", "safe", "safety"]
/// Words that take a promise back.
private let denials = ["no", "not", "nobody", "nothing", "never", "cannot", "neither", "unless", "except"]
