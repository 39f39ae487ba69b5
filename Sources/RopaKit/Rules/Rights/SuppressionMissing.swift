import LocatedYAML

extension Rule {
  /// RGT-007. Whether numbers are compared with registers of people who want no calls is in no record.
  static let suppressionMissing = Rule(
    "marketing-suppression-missing", .rights, .error, .mandatory,
    title: "There is direct marketing, and nothing keeps those who objected from being written to again",
    rationale: """
      Whoever objects to direct marketing is not written to again, by any sender and from no list that is bought later. That takes a list of \
      those who objected, which every sender looks at.
      """,
    remedy: "Record how objections are kept and where every sender looks them up, under suppression.",
    citations: ["Art 21(2)", "Art 21(3)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord,
        case .given(let marketing, let range) = activity.marketing.answer
      else { return .notApplicable }
      if marketing.channels.answer.isOpen { return .notEvaluable("the channels are an open question") }
      guard let channels = marketing.channels.given, !channels.values.isEmpty else { return .notApplicable }
      let place: SourceRange
      switch marketing.suppression.answer.standing(anchor: range, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("how objections are kept is an open question")
      case .missing(let range): place = range
      }
      let regimes = assessed.registry.regimes(of: activity)
      let right = assessed.law.law.rights.first { $0.id == "objection-to-marketing" }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' markets by \(joined(channels.values.map(\.id))), and records no list of those who objected",
          at: place, hint: "add suppression: to marketing:, with where objections are kept",
          citations: regimes.compactMap { regime in right.flatMap { assessed.law.cite($0, regime) } },
          records: [activity.common.record], evidence: [Evidence("marketing.suppression", "not given")]))
    },
    examples: [
      Example("no list", letters("«{to: individuals, channels: {\(email)}}»")),
      Example("a list", letters("{to: individuals, channels: {\(email)}, suppression: a list in the mail system}")),
      Example(
        "none, says the record", letters("{to: individuals, channels: {\(email)}, suppression: «{none: too few}»}")),
      Example("no channel", letters("{to: individuals}")),
      Example(
        "not known", letters("{to: individuals, channels: {\(email)}, suppression: {unknown: what the agency does}}"),
        also: ["open-question"]),
    ])

  private static let email = "post: {opt-out: Write to us.}"

  private static func letters(_ marketing: String) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["marketing": marketing])]
  }
}
