import LocatedYAML

extension Rule {
  /// An end that only the person brings about may never come.
  static let retentionWithoutBackStop = Rule(
    "retention-without-back-stop", .retention, .warning, .risk,
    title: "Storage ends only when somebody asks for it",
    rationale: """
      Most people never ask. Data that go only on request stay for ever for everybody else, so an end by request needs a latest day beside \
      it.
      """,
    remedy: "Add a back-stop: the latest time after which the data go without a request.",
    citations: ["Art 5(1)(e)"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged, case .given(let events, let range) = rule.ends.answer else { return .notApplicable }
      let known = events.elements.compactMap { $0.event.given?.text }
      guard !known.isEmpty, known.allSatisfy(byThePerson.contains) else { return .notApplicable }
      let others = [rule.backStop.answer, rule.maximum.answer, rule.period.answer]
      if others.contains(where: { $0.given != nil }) { return .clear }
      if others.contains(where: \.isOpen) || !events.open.isEmpty {
        return .notEvaluable("the latest end is an open question")
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: rule.common.record))' ends only by \(joined(known, "or")), which may never come",
          at: range, hint: "add back-stop: with the latest time, as in P6Y", records: [rule.common.record],
          evidence: [Evidence("ends", known.joined(separator: ", ")), Evidence("back-stop", "not given")]))
    },
    examples: [
      Example("on request", ["retention/messages.yaml": exampleRule("«request»", "")]),
      Example("withdrawn or asked", ["retention/messages.yaml": exampleRule("«[request, consent-withdrawn]»", "")]),
      Example("with a latest time", ["retention/messages.yaml": exampleRule("request", "back-stop: P3Y")]),
      Example(
        "an event that comes for everybody", ["retention/messages.yaml": exampleRule("[request, contract-end]", "")]),
      Example(
        "the latest time is not known yet",
        ["retention/messages.yaml": exampleRule("request", "back-stop: {unknown: how long at most}")],
        also: ["open-question"]),
    ])

  private static func exampleRule(_ ends: String, _ more: String) -> String {
    "title: Messages\nends: \(ends)\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask about them.\n\(more)\n"
  }
}

/// Events that only the person brings about.
private let byThePerson: Set<String> = ["request", "objection", "consent-withdrawn"]
