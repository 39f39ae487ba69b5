import LocatedYAML

extension Rule {
  /// What was found wrong in a text that was taken over, and still stands in it.
  static let sourceSlip = Rule(
    "source-slip", .notices, .advice, .expectation,
    title: "Slips of the published text are known, and no newer text is out",
    rationale: """
      Whoever takes a notice over finds names that differ, words that are missing, lines that are damaged. What was decided about them \
      helps readers only once a text is published that has them mended.
      """,
    remedy: "Publish the mended text, and set effective: to its day.",
    citations: ["Art 12(1)", "Art 5(1)(a)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, facts.isPublished, let source = notice.source.given,
        case .given(let slips, let range) = source.slips.answer, !slips.elements.isEmpty
      else { return .notApplicable }
      guard let date = source.date.given, let effective = notice.effective.given else {
        return .notEvaluable("the date of the document that was taken over is not known")
      }
      if effective > date { return .clear }
      // A slip about which nothing is decided is an open question, and told as one.
      let decided = slips.elements.filter { !$0.decision.answer.isOpen }
      guard !decided.isEmpty else { return .notEvaluable("what to do about each slip is an open question") }
      let words = decided.compactMap { $0.what.given?.first }
      let count = counted(decided.count, "known slip stands", "known slips stand")
      return .finding(
        Observation(
          "\(count) in the published text of '\(assessed.registry.name(of: notice.common.record))', which is of \(date): "
            + words.joined(separator: "; "),
          at: range, hint: "publish the mended text, and set effective: to its day",
          records: [notice.common.record], evidence: [Evidence("source.date", "\(date)")]))
    },
    examples: [
      Example(
        "the text is the one that was taken over",
        ["notices/customer-notice.yaml": exampleNotice("«[{line: 3, what: A name is misspelt, decision: Mended}]»")]),
      Example(
        "nobody has decided about it",
        ["notices/customer-notice.yaml": exampleNotice("«[{line: 3, what: A name is misspelt}]»")]),
      Example(
        "a newer text is out",
        [
          "notices/customer-notice.yaml": exampleNotice(
            "[{line: 3, what: A name is misspelt, decision: Mended}]", date: "2026-08-31")
        ]),
      Example(
        "what to do is an open question",
        [
          "notices/customer-notice.yaml": exampleNotice(
            "[{line: 3, what: Two names, decision: {unknown: which is right}}]")
        ], also: ["open-question"]),
      Example(
        "nobody knows how old the text is",
        [
          "notices/customer-notice.yaml": exampleNotice(
            "[{line: 3, what: A name is misspelt, decision: Mended}]", date: "{unknown: when it was printed}")
        ], also: ["open-question"]),
      Example("no slips", ["notices/customer-notice.yaml": exampleNotice("{none: read by two people}")]),
      Example(
        "a draft",
        [
          "notices/customer-notice.yaml": exampleNotice(
            "[{line: 3, what: A name is misspelt, decision: Mended}]", date: "2027-02-01", effective: "2027-01-01")
        ], also: ["activity-without-notice"]),
    ])

  private static func exampleNotice(
    _ slips: String, date: String = "2026-09-01", effective: String = "2026-09-01"
  ) -> String {
    """
    title: How we use your data
    organisation: example-care
    owner: dpo
    audience: customers
    activities: appointment-messages
    effective: \(effective)
    reviewed: 2026-09-01
    source:
      title: Leaflet for customers
      date: \(date)
      slips: \(slips)
    """
  }
}
