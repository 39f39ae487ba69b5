import LocatedYAML

extension Rule {
  /// ACT-002, and what the record itself calls open-ended.
  static let purposeVague = Rule(
    "purpose-vague", .activities, .warning, .expectation,
    title: "A purpose is worded so widely that nothing can be measured by it",
    rationale: """
      Which data are needed, and how long, is measured by the purpose. Words such as "business purposes", or a wording that leaves room for \
      more, let everything through, and tell people nothing. Only English words are read.
      """,
    remedy: "Say what is done with the data, and for whom; split a purpose that covers several things.",
    citations: ["Art 5(1)(b)", "WP260 rev.01"],
    check: .purposes { activity, purpose, assessed in
      guard activity.isJudged, activity.isControllerRecord, purpose.isExample.given?.value != true else {
        return .notApplicable
      }
      if case .given(let truth, let range) = purpose.openEnded.answer, truth.value {
        return .finding(
          assessed.vague(
            purpose, of: activity, "is recorded as open-ended, so that nothing can be measured by it", at: range))
      }
      guard case .given(let text, let range) = purpose.text.answer else {
        return purpose.text.answer.isOpen
          ? .notEvaluable("the words of the purpose are an open question") : .notApplicable
      }
      guard let words = text.english(assessed.registry.language) else { return .notApplicable }
      guard isCatchAll(words) else { return .clear }
      return .finding(assessed.vague(purpose, of: activity, "says only '\(words)'", at: range))
    },
    examples: [
      Example(
        "a catch-all", ["activities/letters.yaml": exampleActivity(["purposes": "{write: «Business purposes.»}"])]),
      Example(
        "a catch-all of more words",
        ["activities/letters.yaml": exampleActivity(["purposes": "{write: «Improving our services»}"])]),
      Example("one word", ["activities/letters.yaml": exampleActivity(["purposes": "{write: «Letters»}"])]),
      Example(
        "its own record calls it open-ended",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes": "{write: {text: Give customers the best possible support., open-ended: «true»}}"
          ])
        ]),
      Example(
        "short and exact", ["activities/letters.yaml": exampleActivity(["purposes": "{pay: Pay our staff}"])]),
      Example(
        "a catch-all inside of a sentence that says more",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes": "{write: Ask customers about our services for marketing and research.}"
          ])
        ]),
      Example(
        "only named as an example",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes": "{write: {text: Research, example: true}, pay: Write to customers.}"
          ])
        ]),
      Example(
        "another language is not read",
        ["activities/letters.yaml": exampleActivity(["purposes": "{write: {text: {cy: Marchnata}}}"])]),
      Example(
        "its words are an open question",
        ["activities/letters.yaml": exampleActivity(["purposes": "{write: {text: {unknown: what they are for}}}"])],
        also: ["open-question"]),
    ])

  /// Wordings that regulators name as examples of what says nothing; compared without regard to case, "purposes" and a full stop.
  private static let catchAlls: Set<String> = [
    "business", "our business", "operational", "marketing", "research", "various", "other", "general", "admin",
    "administration",
    "administrative", "analytics", "service improvement", "improve our service", "improve our services",
    "improving our service",
    "improving our services", "product development", "develop new services", "offer personalised services",
    "future research", "our legitimate interests",
  ]

  /// Fewer than three words, or one of the wordings that say nothing. Texts without spaces are not judged by their number of words.
  private static func isCatchAll(_ text: String) -> Bool {
    // Most purposes are sentences: they are ruled out without taking them apart.
    var spaces = 0
    for byte in text.utf8 where byte == UInt8(ascii: " ") {
      spaces += 1
      if spaces > 4 { return false }
    }
    var words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String($0)!.lowercased() }
    guard words.count <= 4 else { return false }
    if let last = words.last, last.utf8.last == UInt8(ascii: ".") { words[words.count - 1] = String(last.dropLast()) }
    if let last = words.last, last == "purposes" || last == "purpose" { words.removeLast() }
    if words.isEmpty || catchAlls.contains(words.joined(separator: " ")) { return true }
    return words.count < 3 && words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
  }
}

extension Assessed {
  fileprivate func vague(_ purpose: Purpose, of activity: Activity, _ words: String, at range: SourceRange)
    -> Observation
  {
    Observation(
      "The purpose '\(purpose.id)' of '\(registry.name(of: activity.common.record))' \(words)", at: range,
      hint: "write what is done with the data, and for whom", records: [activity.common.record],
      evidence: [Evidence("purposes.\(purpose.id).text", purpose.text.given?.first ?? "not given")])
  }
}
