import LocatedYAML

extension Rule {
  /// NTC-014, for own text that says which retention rules it speaks of. Times are read from English words only, and a time that the text
  /// gives for something else (an answer within a month) may be among them, so that a longer one is a question.
  static let noticeRetentionMismatch = Rule(
    "notice-retention-mismatch", .notices, .error, .contradiction,
    title: "Own text gives other storage times than the retention rules",
    rationale: """
      Whoever reads that data are gone after a year relies on it. Where the rule keeps them for six, the data are there, and the promise is not \
      kept.
      """,
    remedy: "Correct the text, its names, or the rule.",
    citations: ["Art 13(2)(a)", "Art 14(2)(a)", "Art 5(1)(a)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      let sections = registry.namingSections(of: notice, facts).filter { !$0.names.retention.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      let isComposed = registry.composes("n-retention", in: notice)
      var (words, severity, isOpen): ([String], Severity, Bool) = ([], .warning, false)
      for section in sections {
        if section.names.retention.answer.isOpen {
          return .notEvaluable("the retention rules that the text names are an open question")
        }
        let named = section.names.retention.elements().compactMap { registry.retention($0) }
        let recorded = registry.retention(of: section.activities)
        isOpen = isOpen || recorded.isOpen
        let names = named.map(\.common.record)
        let missing = isComposed ? [] : recorded.rules.filter { !names.contains($0) }
        let extra = recorded.isOpen ? [] : names.filter { !recorded.rules.contains($0) }
        if !missing.isEmpty { words.append("the text does not name \(registry.quoted(missing))") }
        if !extra.isEmpty {
          words.append("the text names \(registry.quoted(extra)), which these activities do not use")
        }
        if let wrong = registry.wrongTimes(section.section, named) {
          words.append(wrong.words)
          if wrong.isShorter { severity = .error }
        }
      }
      if words.isEmpty { return isOpen ? .notEvaluable("a retention rule is an open question") : .clear }
      return .finding(
        Observation(
          sentenceCase(words.joined(separator: "; ")), at: first.names.retention.answer.range ?? first.section.range,
          hint: "correct the text and names:, or the rule", severity: severity,
          records: [notice.common.record] + unique(sections.flatMap { $0.names.retention.elements().map(\.record) }),
          evidence: words.map { Evidence("differs", $0) }))
    },
    examples: [
      Example(
        "a shorter time", text("We keep messages for 12 months and accounts for two years.", "«[messages, accounts]»")),
      Example(
        "a longer time", text("We keep messages for 1 year and accounts for ten years.", "«[messages, accounts]»"),
        severity: .warning),
      Example(
        "the same times", text("We keep messages for twelve months, accounts for 6 years.", "[messages, accounts]")),
      Example("no times", text("We keep messages for as long as you may ask about them.", "[messages, accounts]")),
      Example("a rule is left out", text("We keep messages for a year.", "«messages»"), severity: .warning),
      Example(
        "a rule of something else", text("We keep letters and more.", "«[messages, accounts, letters]»"),
        severity: .warning),
      Example(
        "text beside the composed section may name some only",
        ["notices/customer-notice.yaml": exampleNotice(without: [], own("We keep messages for a year.", "messages"))]),
      Example("which it names is an open question", text("We keep data.", "{unknown: which}"), also: ["open-question"]),
    ])

  private static func text(_ words: String, _ rules: String) -> ExampleTexts {
    ["notices/customer-notice.yaml": exampleNotice(without: [.retention], own(words, rules))]
  }

  private static func own(_ words: String, _ rules: String) -> String {
    "heading: How long, elements: retention, text: \"\(words)\", names: {retention: \(rules)}"
  }
}

extension Registry {
  fileprivate func quoted(_ records: [RecordIndex]) -> String { joined(records.map { "'\(name(of: $0))'" }) }

  /// The retention rules of some activities, by their places, and of their purposes.
  fileprivate func retention(of activities: [Int]) -> (rules: [RecordIndex], isOpen: Bool) {
    var rules: [RecordIndex] = []
    var isOpen = false
    for slot in activities {
      let activity = records.activities[slot]
      let lists = [activity.retention] + (activity.purposes.given?.values ?? []).map(\.retention)
      rules += lists.flatMap { $0.elements().map(\.record) }.filter(\.isResolved)
      isOpen = isOpen || lists.contains { $0.hasOpenElement() }
    }
    return (unique(rules), isOpen)
  }

  /// Times of a text that none of the rules has, beside rules whose times it does not give.
  fileprivate func wrongTimes(_ section: NoticeSection, _ rules: [RetentionRule]) -> (words: String, isShorter: Bool)? {
    guard let text = section.text.given?.english(language) else { return nil }
    let told = writtenTimes(in: text)
    let kept = rules.map { rule in
      [rule.period, rule.minimum, rule.maximum, rule.backStop, rule.backups].compactMap(\.given)
    }
    let strange = told.filter { time in !kept.joined().contains { $0.length == time.days } }
    let untold = zip(rules, kept).filter { _, times in
      !times.isEmpty && !times.contains { time in told.contains { $0.days == time.length } }
    }
    guard let time = strange.first, let (rule, times) = untold.first,
      let most = times.max(by: { $0.length < $1.length })
    else { return nil }
    let isShorter = strange.contains { time in untold.contains { ($0.1.map(\.length).max() ?? 0) > time.days } }
    return (
      "the text says '\(time.words)', and '\(name(of: rule.common.record))' keeps data for \(most.written)", isShorter
    )
  }
}

extension Period {
  /// In days, with 30 for a month and 360 for a year, so that twelve months and a year are the same.
  fileprivate var length: Int32 { months * 30 + days + (hours + 23) / 24 }
}

/// The times that an English text gives, in days as ``Period/length`` counts them: "12 months", "two years".
private func writtenTimes(in text: String) -> [(words: String, days: Int32)] {
  let words = text.utf8.split { !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0 | 0x20) }
    .map { String(decoding: $0, as: UTF8.self).lowercased() }
  return zip(words, words.dropFirst()).compactMap { number, unit in
    guard let days = unitDays[unit], let count = Int32(number) ?? numberWords[number], count < 10_000 else {
      return nil
    }
    return ("\(number) \(unit)", count * days)
  }
}

private let unitDays: [String: Int32] = [
  "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 360, "years": 360,
]
private let numberWords: [String: Int32] = [
  "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
  "ten": 10, "twelve": 12, "eighteen": 18, "twenty": 20,
]
