import LocatedYAML

extension Rule {
  /// ORG-012.
  static let complaintsChannelMissing = Rule(
    "controller-complaints-channel-missing", .organisations, .error, .mandatory,
    title: "How the organisation deals with complaints is not recorded in full",
    rationale: """
      Where the law gives people a right to complain to the controller, it needs a channel, an acknowledgement in time, and a way to tell \
      the outcome. Small organisations are not exempt.
      """,
    remedy:
      "Add a form or contact, the time within which a complaint is acknowledged, and how people hear of the outcome.",
    citations: ["DPA s.164A"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, assessed.facts.duties.decides(party.common.record) else {
        return .notApplicable
      }
      let duties = own.declaredRegimes.flatMap { regime in
        assessed.law.complaintDuties(regime).map { (duty: $0, cite: assessed.law.cite($0.row, regime) ?? "") }
      }
      guard !duties.isEmpty else { return .notApplicable }
      if own.complaints.answer.isOpen { return .notEvaluable("the handling of complaints is an open question") }
      let anchor = own.complaints.answer.range ?? party.common.anchor
      var missing = Missing()
      let complaints = own.complaints.given
      let form = complaints?.form.answer.standing(anchor: anchor) ?? .missing(anchor)
      let contact = complaints?.contact.answer.standing(anchor: anchor) ?? .missing(anchor)
      if case .missing = contact { missing.look(form, "way to complain", "form") }
      missing.look(
        complaints?.acknowledgeWithin.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
        "time within which a complaint is acknowledged", "acknowledge-within")
      missing.look(
        complaints?.outcome.answer.standing(anchor: anchor, noneCounts: false) ?? .missing(anchor),
        "way to tell people the outcome", "outcome")
      let name = assessed.registry.name(of: party.common.record)
      let citations = unique(duties.map(\.cite))
      if missing.isEmpty {
        if let late = late(complaints?.acknowledgeWithin.answer ?? .absent, duties.map(\.duty)) {
          return .finding(
            Observation(
              "\(name) acknowledges complaints within \(late.words), which can be longer than the \(late.most) days of the law",
              at: late.range, hint: "write P\(late.most)D or less", citations: citations,
              records: [party.common.record], evidence: [Evidence("complaints.acknowledge-within", late.words)]))
        }
        return missing.isOpen ? .notEvaluable("part of the handling of complaints is an open question") : .clear
      }
      return .finding(
        Observation(
          "\(name) records \(missing.words) in its handling of complaints", at: missing.range(anchor: anchor),
          hint: missing.hint + " below complaints:", citations: citations, records: [party.common.record],
          evidence: missing.evidence))
    },
    examples: [
      Example(
        "nothing on complaints", ["organisations/example-care.yaml": exampleOrganisation(["complaints": ""])]),
      Example(
        "no outcome",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "«{contact: dpo, acknowledge-within: P14D}»"
          ])
        ]),
      Example(
        "no time",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "«{form: \"https://example.org/complain\", outcome: We write to you.}»"
          ])
        ]),
      Example(
        "neither form nor contact",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "«{acknowledge-within: P30D, outcome: We write to you.}»"
          ])
        ]),
      Example(
        "too late",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "{contact: dpo, acknowledge-within: «P1M», outcome: We write to you.}"
          ])
        ]),
      Example(
        "the last day that is allowed",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "{contact: dpo, acknowledge-within: P30D, outcome: We write to you., log: case system}"
          ])
        ]),
      Example(
        "a part is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints": "{contact: dpo, acknowledge-within: P14D, outcome: {unknown: who writes}, log: case system}"
          ])
        ], also: ["open-question"]),
      Example(
        "before the duty began",
        ["organisations/example-care.yaml": exampleOrganisation(["complaints": "{contact: dpo}"])],
        also: ["activity-without-notice"],
        asOf: "2026-06-18"),
    ])

  /// A period can have this many days.
  private static func days(_ period: Period) -> Int {
    Int(period.months) * 31 + Int(period.days) + (Int(period.hours) + 23) / 24
  }

  /// A time to acknowledge that can be longer than a duty allows.
  private static func late(
    _ answer: Answer<Period>, _ duties: [ComplaintDutyRow]
  ) -> (words: String, most: Int, range: SourceRange)? {
    guard case .given(let period, let range) = answer, let most = duties.compactMap(\.within).map(days).min(),
      days(period) > most
    else { return nil }
    return ("\(counted(days(period), "day", "days"))", most, range)
  }
}
