import LocatedYAML

extension Rule {
  /// ORG-003.
  static let officerMissing = Rule(
    "dpo-missing-where-required", .organisations, .error, .mandatory,
    title: "Art 37(1) asks for a data protection officer, and none is recorded as appointed",
    rationale: """
      Public authorities need an officer, and so does whoever monitors people systematically, or uses data of special categories or about \
      offences, on a large scale as a core activity. Scale and core are the record's own words.
      """,
    remedy: "Appoint an officer and record the contact, or correct scale or core-activity on the activity.",
    citations: ["Art 37(1)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own else { return .notApplicable }
      var notes: [Note] = []
      var because: String
      var records = [party.common.record]
      if case .given(let truth, let range) = own.publicAuthority.answer, truth.value {
        because = "is a public authority"
        notes.append(Note(message: "recorded here", range: range))
      } else if let slot = assessed.facts.duties.activityNeedingOfficer(party.common.record) {
        let activity = assessed.registry.records.activities[slot]
        let isMonitoring = activity.monitoring.given?.systematic.given?.value == true
        because =
          "\(isMonitoring ? "monitors people systematically" : "uses sensitive data") on a large scale as a core activity in '\(assessed.registry.name(of: activity.common.record))'"
        records.append(activity.common.record)
        for (what, range) in [
          ("large scale", activity.scale.answer.range), ("core activity", activity.coreActivity.answer.range),
        ] {
          if let range { notes.append(Note(message: what, range: range)) }
        }
      } else {
        return .notApplicable
      }
      let status = own.dpo.given?.status
      if status?.given?.value == .appointed { return .clear }
      if own.dpo.answer.isOpen || status?.answer.isOpen ?? false {
        return .notEvaluable("whether an officer is appointed is an open question")
      }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) \(because), and no data protection officer is recorded as appointed",
          at: status?.answer.range ?? own.dpo.answer.range ?? party.common.anchor,
          hint: "add dpo: {status: appointed, contact: ...}, or correct the fact", notes: notes, records: records,
          evidence: [Evidence("dpo.status", status?.given?.value.rawValue ?? "not given")]))
    },
    examples: [
      Example(
        "a public authority",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "public-authority": "true", "dpo": "{status: «not-required», reason: We are small.}",
          ])
        ], also: ["interests-of-public-authority"]),
      Example(
        "no decision at all",
        ["organisations/example-care.yaml": exampleOrganisation(["public-authority": "true", "dpo": ""])],
        also: ["interests-of-public-authority"]),
      Example(
        "health data on a large scale as a core activity",
        core(["dpo": "{status: «undecided»}"], ["data": "[name, health]"]),
        also: ["special-condition-missing", "screening-contradicts-record"]),
      Example(
        "systematic monitoring on a large scale",
        core(["dpo": "{status: «undecided»}"], ["monitoring": "{systematic: true, public-area: false}"])),
      Example("neither sensitive data nor monitoring", core(["dpo": "{status: undecided}"], [:])),
      Example(
        "not a core activity",
        core(["dpo": "{status: undecided}"], ["monitoring": "{systematic: true}", "core-activity": "false"])),
      Example(
        "not on a large scale",
        core(["dpo": "{status: undecided}"], ["monitoring": "{systematic: true}", "scale": "medium"])),
      Example("an officer is there", core([:], ["monitoring": "{systematic: true}"])),
      Example(
        "not known yet",
        core(["dpo": "{unknown: who it is}"], ["monitoring": "{systematic: true}"]), also: ["open-question"]),
    ])

  /// The organisation with changes, and an activity that it calls a core activity on a large scale; the notice is left out, because it
  /// would owe the officer's contact.
  private static func core(
    _ organisation: KeyValuePairs<String, String>, _ activity: KeyValuePairs<String, String>
  ) -> KeyValuePairs<String, String> {
    let fields = activity.map { ($0.key, $0.value) }
    func given(_ name: String, _ text: String) -> String { fields.first { $0.0 == name }?.1 ?? text }
    return [
      "organisations/example-care.yaml": exampleOrganisation(organisation, isMissed: false),
      "activities/letters.yaml": exampleActivity(
        [
          "data": given("data", "name"), "scale": given("scale", "large"),
          "core-activity": given("core-activity", "true"), "monitoring": given("monitoring", ""),
        ], isMissed: false),
    ]
  }
}
