import LocatedYAML

extension Rule {
  /// RET-006.
  static let deletionUnproven = Rule(
    "deletion-not-evidenced", .retention, .warning, .risk,
    title: "A retention rule is in use, and nothing recent shows that data really go",
    rationale: """
      A rule on paper deletes nothing. Where the job or the method is named and somebody looks, the promise is kept. How often to look is your \
      policy: every 12 months unless registry.yaml says otherwise. Where nothing can have expired yet, there is nothing to show. Data of a special \
      category whose time is over, and never a look, weigh more.
      """,
    remedy: "Name the job or the method under disposal:, and the day of the last check.",
    citations: ["Art 5(1)(e)", "Art 5(2)", "Art 24(1)"],
    // Without an end there is nothing to delete.
    yieldsTo: ["retention-without-limit", "retention-floor-only"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged else { return .notApplicable }
      let check = rule.disposal.given?.verified
      let interval = assessed.policy(\.deletionCheckInterval, Policy.defaultDeletionCheckInterval)
      if rule.disposal.given?.method.given != nil, let day = check?.given, day.adding(interval) >= assessed.day {
        return .clear
      }
      switch rule.disposal.answer {
      case .unknown, .unusable: return .notEvaluable("how deletion is done is an open question")
      case .none, .notApplicable: return .clear
      default: break
      }
      if check?.answer.isOpen ?? false || rule.disposal.given?.method.answer.isOpen ?? false {
        return .notEvaluable("when deletion was checked is an open question")
      }
      let use = assessed.expiry(of: rule)
      guard use.isUsed else { return .notApplicable }
      if use.isOpen { return .notEvaluable("when data expire is an open question") }
      guard use.mayHaveExpired else { return .notApplicable }
      let anchor = rule.disposal.answer.range ?? rule.common.anchor
      let fault: (words: String, range: SourceRange)
      switch (rule.disposal.given?.method.given, check?.answer) {
      case (nil, _): fault = ("names no job or method that deletes", anchor)
      case (_, .given(let day, let range)?):
        fault = ("was last checked to delete on \(day), longer ago than your policy allows", range)
      case (_, let answer): fault = ("was never checked to delete anything", answer?.range ?? anchor)
      }
      let isGrave = use.isSpecial && use.hasExpired && check?.given == nil
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: rule.common.record))' \(fault.words)", at: fault.range,
          hint: "add disposal: {method: the job, verified: the day}", severity: isGrave ? .error : .warning,
          records: [rule.common.record],
          evidence: [Evidence("disposal.verified", check?.given?.description ?? "not given")]))
    },
    examples: [
      Example("nothing", letters("", title: "«title»")),
      Example("no method", letters("disposal: «{verified: 2026-08-01}»")),
      Example("never checked", letters("disposal: «{method: monthly job}»")),
      Example("checked more than a year ago", letters("disposal: {method: monthly job, verified: «2025-11-20»}")),
      Example("checked a year ago", letters("disposal: {method: monthly job, verified: 2025-11-21}")),
      Example("nothing can have expired yet", letters("", start: "2026-02-01")),
      Example("the first data expired", letters("", start: "2025-11-20", title: "«title»")),
      Example(
        "health data that expired, never checked",
        letters("", data: "[name, health]", start: "2020-01-01", title: "«title»"),
        severity: .error),
      Example("health data, and nobody knows since when", letters("", data: "[name, health]", title: "«title»")),
      Example("a reason why there is none", letters("disposal: {none: the system forgets by itself}")),
      Example(
        "nothing uses it",
        ["retention/spare.yaml": "title: Spare\nperiod: P1Y\nstarts: collected\naction: delete\nreason: None.\n"]),
      Example("not known yet", letters("disposal: {unknown: which job}"), also: ["open-question"]),
    ])

  private static func letters(_ line: String, data: String = "name", start: String = "", title: String = "title")
    -> ExampleTexts
  {
    [
      "activities/letters.yaml": exampleActivity(
        ["retention": "letters", "data": data, "start": start, "basis": data == "name" ? "customer-contract" : "care"],
        isMissed: false),
      "lawful-bases/care.yaml": exampleCareBasis,
      "retention/letters.yaml":
        "\(title): Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\n\(line)\n",
    ]
  }
}

extension Assessed {
  /// How a rule is used by running activities in which we decide: whether data under it can have come to their end.
  fileprivate func expiry(of rule: RetentionRule)
    -> (isUsed: Bool, mayHaveExpired: Bool, hasExpired: Bool, isSpecial: Bool, isOpen: Bool)
  {
    var result = (isUsed: false, mayHaveExpired: false, hasExpired: false, isSpecial: false, isOpen: false)
    if [rule.period.answer.isOpen, rule.ends.answer.isOpen, rule.starts.answer.isOpen, rule.criterion.answer.isOpen]
      .contains(true)
    {
      result.isOpen = true
    }
    let shortest = rule.period.given ?? rule.maximum.given
    var last = RecordIndex(-1)
    for mention in registry.mentions(of: rule.common.record) where mention.from != last {
      last = mention.from
      guard let activity = registry.activity(at: mention.from), activity.isJudged, activity.isControllerRecord else {
        continue
      }
      result.isUsed = true
      if facts.words.dataFlags(activity).contains(.special) { result.isSpecial = true }
      guard let start = activity.start.given, let shortest else {
        result.mayHaveExpired = true
        continue
      }
      if start.adding(shortest) < day { (result.mayHaveExpired, result.hasExpired) = (true, true) }
    }
    return result
  }
}
