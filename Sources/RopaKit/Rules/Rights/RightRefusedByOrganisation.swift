import LocatedYAML

extension Rule {
  /// RGT-003, for a right that an organisation refuses in all it does: told once, not for each activity.
  static let rightRefusedByOrganisation = Rule(
    "right-refused-by-organisation", .rights, .error, .barred,
    title: "An organisation does not offer a right that the lawful basis of something it does gives",
    rationale: """
      What an organisation says of a right holds for all its activities. As soon as one of them rests on a basis that gives the right, people \
      have it, unless a provision limits it.
      """,
    remedy: "Offer the right, or cite the provision under limits.",
    citations: ["Art 12(2)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let rights = party.own?.rights.given else { return .notApplicable }
      let refused = rights.details.filter { $0.value.given?.isRefused ?? false && !assessed.limits($0.key, of: party) }
      guard !refused.isEmpty else { return .clear }
      let registry = assessed.registry
      var isOpen = false
      var found: [String: (right: ApplicableRight, activity: RecordIndex)] = [:]
      for activity in registry.records.activities
      where activity.isJudged && activity.isLive && activity.isControllerRecord
        && registry.organisation(of: activity) == party.common.record
      {
        let full = assessed.fullRights(of: activity)
        isOpen = isOpen || full.isOpen
        for right in full.rights where refused[right.right.id] != nil && found[right.right.id] == nil {
          // What the activity says of it goes before.
          if !(activity.rights.given?.details[right.right.id]?.answer.isAbsent ?? true) { continue }
          found[right.right.id] = (right, activity.common.record)
        }
        if found.count == refused.count { break }
      }
      let all = found.values.sorted { $0.right.right.id < $1.right.right.id }
      guard let first = all.first else {
        return isOpen ? .notEvaluable("a lawful basis is an open question") : .clear
      }
      return .finding(
        Observation(
          "\(registry.name(of: party.common.record)) does not offer the \(joined(all.map { inSentence($0.right.right.title) })), which the lawful basis of '\(registry.name(of: first.activity))' gives",
          at: rights.details[first.right.right.id]?.answer.range ?? party.common.anchor,
          hint: "offer the right, or add it with its cite: to limits:",
          citations: unique(all.flatMap(\.right.citations)),
          records: [party.common.record] + unique(all.map(\.activity)),
          evidence: all.map { Evidence("rights.\($0.right.right.id)", "false") }))
    },
    examples: [
      Example("no erasure", care("erasure: «false»")),
      Example("offered", care("erasure: true")),
      Example(
        "a provision limits it",
        care("erasure: false, limits: [{rights: erasure, cite: Art 17(3)(b), text: Accounts stay.}]")),
      Example("a right that no basis gives", care("erasure: true, withdraw-consent: false")),
      Example(
        "the only activity says otherwise",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "rights": "{contact: dpo, procedure: handbook, \(others), erasure: false}"
          ]),
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: analytics-fr, role: controller, data: usage}") + "\nrights: {erasure: true}\n",
        ]),
    ])

  private static let others = "access: true, rectification: true, restriction: true, portability: true, objection: true"

  private static func care(_ rights: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation([
        "rights": "{contact: dpo, procedure: handbook/requests.md, \(others), \(rights)}"
      ])
    ]
  }
}
