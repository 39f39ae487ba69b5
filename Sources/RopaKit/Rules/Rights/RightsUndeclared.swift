import LocatedYAML

extension Rule {
  /// RGT-005, at the organisation: its procedure holds for all it does, and activities record departures only. Rights that other fields
  /// serve (a consent's withdrawal, marketing's way out, the safeguards of decisions, the notice itself) are not asked for here.
  static let rightsUndeclared = Rule(
    "rights-undeclared", .rights, .advice, .expectation,
    title: "How a right is met is not recorded",
    rationale: """
      The set of rights follows from the lawful bases; what people get when they use one does not. A line for each right is what the notice \
      tells and what the desk does, and shows which of them nobody has thought about.
      """,
    remedy: "Add the right under rights, with true where there is nothing to add.",
    citations: ["Art 12(1)", "Art 24(1)"],
    yieldsTo: ["rights-procedure-missing"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, case .given(let rights, let range)? = party.own?.rights.answer,
        assessed.facts.duties.decides(party.common.record)
      else { return .notApplicable }
      let missing = assessed.law.law.rights.filter { row in
        servedHere.contains(row.id) && (rights.details[row.id]?.answer.isAbsent ?? false)
          && !assessed.limits(row.id, of: party)
      }
      guard !missing.isEmpty else { return .clear }
      let registry = assessed.registry
      var found: [ApplicableRight] = []
      for activity in registry.records.activities
      where activity.isJudged && activity.isLive && activity.isControllerRecord
        && registry.organisation(of: activity) == party.common.record
      {
        for right in assessed.fullRights(of: activity).rights
        where missing.contains(where: { $0.id == right.right.id })
          && !found.contains(where: { $0.right.id == right.right.id })
          && (activity.rights.given?.details[right.right.id]?.answer.isAbsent ?? true)
        {
          found.append(right)
        }
        if found.count == missing.count { break }
      }
      guard !found.isEmpty else { return .clear }
      return .finding(
        Observation(
          "\(registry.name(of: party.common.record)) says nothing of the \(joined(found.map { inSentence($0.right.title) })), which people have",
          at: range, hint: "add \(joined(found.map { $0.right.id + ": true" })) to rights:, or what people get",
          citations: unique(found.flatMap(\.citations)), records: [party.common.record],
          evidence: found.map { Evidence("rights.\($0.right.id)", "not given") }))
    },
    examples: [
      Example("nothing on restriction", care("«{\(start), \(others), objection: true}»")),
      Example("all of them", care("{\(start), \(others), restriction: true, objection: true}")),
      Example(
        "what people get", care("{\(start), \(others), restriction: {gives: We set your data aside.}, objection: true}")
      ),
      Example(
        "a provision limits it",
        care(
          "{\(start), \(others), objection: true, limits: [{rights: restriction, cite: DPA Sch 2 para 2, text: Not always.}]}"
        )),
      Example(
        "no basis gives it",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "rights": "{\(start), \(others), restriction: true}"
          ]),
          "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
          "transfers/reminder-study.yaml": "", "activities/letters.yaml": exampleActivity([:]),
        ]),
      Example(
        "how is an open question", care("{\(start), \(others), restriction: {unknown: how}, objection: true}"),
        also: ["open-question"]),
    ])

  private static let start = "contact: dpo, procedure: handbook/requests.md, respond-within: P1M"
  private static let others = "access: true, rectification: true, erasure: true, portability: true"

  private static func care(_ rights: String) -> ExampleTexts {
    ["organisations/example-care.yaml": exampleOrganisation(["rights": rights])]
  }
}

/// Rights that nothing but a procedure serves.
private let servedHere: Set<String> = ["access", "rectification", "erasure", "restriction", "portability", "objection"]
