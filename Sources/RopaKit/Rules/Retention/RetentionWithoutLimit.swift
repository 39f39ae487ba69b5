import LocatedYAML

extension Rule {
  /// RET-002. A floor alone is another rule's matter.
  static let retentionWithoutLimit = Rule(
    "retention-without-limit", .retention, .error, .mandatory,
    title: "A retention rule gives no day and no test by which data go",
    rationale: """
      "As long as necessary" repeats what the principle says and decides nothing. A period, an event or a test that somebody can apply is \
      what the record and the notice have to give. The words of a test are read in English only.
      """,
    remedy:
      "State a duration with its start, an event that ends storage, or a test; for permanent preservation name the law.",
    citations: ["Art 5(1)(e)", "Art 13(2)(a)"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged, rule.law.given == nil, rule.minimum.given == nil, !rule.minimum.answer.isOpen else {
        return .notApplicable
      }
      let anchor = rule.common.anchor
      let limits = [
        rule.period.answer.standing(anchor: anchor, noneCounts: false),
        rule.maximum.answer.standing(anchor: anchor, noneCounts: false),
        rule.backStop.answer.standing(anchor: anchor, noneCounts: false),
        rule.ends.answer.standing(anchor: anchor, noneCounts: false),
      ]
      if limits.contains(where: { if case .answered = $0 { true } else { false } }) { return .clear }
      if case .given(let criterion, let range) = rule.criterion.answer {
        guard let words = criterion.english(assessed.registry.language), saysOnlyNeed(words) else { return .clear }
        return .finding(
          Observation(
            "'\(words)' gives nobody a day or a test", at: range,
            hint: "add period: and starts:, or ends: with the event that ends storage", records: [rule.common.record],
            evidence: [Evidence("criterion", words)]))
      }
      let isOpen = rule.criterion.answer.isOpen || limits.contains { if case .open = $0 { true } else { false } }
      if isOpen { return .notEvaluable("the length of storage is an open question") }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: rule.common.record))' gives no period, no end and no test",
          at: rule.period.answer.range ?? anchor,
          hint: "add period: and starts:, or ends: with the event that ends storage", records: [rule.common.record],
          evidence: [
            Evidence("period", "not given"), Evidence("ends", "not given"), Evidence("criterion", "not given"),
          ]))
    },
    examples: [
      Example(
        "nothing", ["retention/messages.yaml": "«title»: Messages\naction: delete\nreason: Customers ask about them.\n"]
      ),
      Example(
        "a reason for no period, and nothing else",
        ["retention/messages.yaml": noPeriod("«{none: kept for good}»", "minimum: {none: nobody asks for one}")]),
      Example(
        "no period, because an event ends storage",
        ["retention/messages.yaml": noPeriod("{none: see ends}", "ends: contract-end")]),
      Example(
        "need with a latest time",
        ["retention/messages.yaml": rule(criterion: "As long as needed to settle a claim, at most six years")]),
      Example(
        "need in the words of the law",
        [
          "retention/messages.yaml": rule(
            criterion: "«for no longer than is necessary, which we look at every two years»")
        ]),
      Example("need alone", ["retention/messages.yaml": rule(criterion: "«as long as they are needed»")]),
      Example(
        "the same, from the other side", ["retention/messages.yaml": rule(criterion: "«Until no longer required»")]),
      Example("for ever", ["retention/messages.yaml": rule(criterion: "«Kept indefinitely»")]),
      Example(
        "another language is not read",
        ["retention/messages.yaml": rule(criterion: "{cy: cyhyd ag y bo angen}")]),
      Example(
        "a test", ["retention/messages.yaml": rule(criterion: "until the review that the contract requires has closed")]
      ),
      Example(
        "permanent preservation that a law asks for",
        ["retention/messages.yaml": rule(criterion: "permanently") + "law: Public Records Act 1958, section 3\n"]),
      Example(
        "not known yet", ["retention/messages.yaml": rule(criterion: "{unknown: what decides}")],
        also: ["open-question"]),
    ])

  private static func noPeriod(_ period: String, _ more: String) -> String {
    "title: Messages\nperiod: \(period)\n\(more)\naction: delete\nreason: Customers ask about them.\n"
  }

  private static func rule(criterion: String) -> String {
    "title: Messages\ncriterion: \(criterion)\naction: delete\nreason: Customers ask about them.\n"
  }
}

/// Words for storage without end.
private let endless: Set<String> = ["indefinite", "indefinitely", "permanent", "permanently", "forever"]
/// Words for need.
private let need: Set<String> = ["necessary", "needed", "required"]

/// Words for a latest time, when a unit of time is near.
private let latest: Set<String> = ["most", "latest", "maximum"]
private let units: Set<String> = ["day", "days", "week", "weeks", "month", "months", "year", "years"]

/// True when English words name need, or no end at all, in place of a test: "as long as (up to three words) needed", "no longer
/// needed", "no longer than (up to three words) necessary".
private func saysOnlyNeed(_ text: String) -> Bool {
  let words = text.lowercased().utf8.split { !(0x61...0x7A).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  func follows(_ start: Int, within count: Int) -> Bool {
    start < words.count && words[start..<min(words.count, start + count)].contains(where: need.contains)
  }
  // "at most six years", "six years at the latest": a limit stands beside the need.
  for (index, word) in words.enumerated() where latest.contains(word) {
    if words[max(0, index - 4)..<min(words.count, index + 4)].contains(where: units.contains) { return false }
  }
  for (index, word) in words.enumerated() {
    if endless.contains(word) { return true }
    let next = index + 1 < words.count ? words[index + 1] : ""
    if word == "for" && next == "ever" { return true }
    if word == "long" && next == "as" && follows(index + 2, within: 4) { return true }
    if word == "no" && next == "longer" {
      let isThan = index + 2 < words.count && words[index + 2] == "than"
      if follows(index + (isThan ? 3 : 2), within: isThan ? 4 : 1) { return true }
    }
    if word == "while" && follows(index + 1, within: 3) { return true }
  }
  return false
}
