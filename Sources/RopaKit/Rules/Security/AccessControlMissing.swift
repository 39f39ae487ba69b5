import LocatedYAML

extension Rule {
  /// SEC-005, once for each body that runs systems. A tool that one person uses says so: controls: with none: and that reason.
  static let accessControlMissing = Rule(
    "access-control-missing", .security, .warning, .risk,
    title: "Who may see the data of a system, or that access ends when people leave, is not recorded",
    rationale: """
      Confidentiality needs two things: people see what their work needs, and accounts follow joining, moving and leaving. One control of each \
      for the whole organisation is enough. That none is recorded does not say that there is none.
      """,
    remedy: "Link a control with access-control and one with identity-management.",
    citations: ["Art 5(1)(f)", "Art 25(2)", "Art 32(1)(b)"],
    check: .parties { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let (registry, known) = (assessed.registry, assessed.facts.measures)
      var lacking: [(system: System, activity: Activity, measures: [String])] = []
      var (isSeen, isOpen) = (false, false)
      for (system, activity) in assessed.systems(runBy: party) where system.holdsElectronicData && activity.isLive {
        isSeen = true
        if case .none = system.controls.answer { continue }
        var missing: [String] = []
        for measure in asked.map(\.measure) {
          let bits = measure == asked[0].measure ? known.accessControl : known.identityManagement
          switch assessed.has(bits, on: system, for: activity) {
          case true?: break
          case nil: isOpen = true
          case false?: missing.append(measure)
          }
        }
        if !missing.isEmpty { lacking.append((system, activity, missing)) }
      }
      guard let first = lacking.first else {
        return isOpen
          ? .notEvaluable("the measures of a system are an open question") : isSeen ? .clear : .notApplicable
      }
      let missing = asked.filter { one in lacking.contains { $0.measures.contains(one.measure) } }
      return .finding(
        Observation(
          "For \(joined(lacking.map { registry.name(of: $0.system.common.record) })) it is not recorded \(joined(missing.map(\.words), "nor"))",
          at: first.system.controls.answer.range ?? first.system.common.anchor,
          hint: "link controls with measure: \(joined(missing.map(\.measure))) to the system or the organisation",
          notes: lacking.dropFirst().map {
            Note(message: "nor for this one", range: $0.system.controls.answer.range ?? $0.system.common.anchor)
          },
          records: lacking.flatMap { [$0.system.common.record, $0.activity.common.record] },
          evidence: missing.map { Evidence("controls", "no \($0.measure) in place") }))
    },
    examples: [
      Example("neither", desk("[encrypted-connections]", "«[multi-factor-sign-in]»")),
      Example("nothing on leavers", desk("[encrypted-connections, least-privilege]", "«[multi-factor-sign-in]»")),
      Example("nothing on what people see", desk("[encrypted-connections, leavers]", "«[multi-factor-sign-in]»")),
      Example(
        "both of the organisation", desk("[encrypted-connections, leavers, least-privilege]", "[multi-factor-sign-in]")),
      Example(
        "one here, one there", desk("[encrypted-connections, leavers]", "[multi-factor-sign-in, least-privilege]")),
      Example("a tool of one person", desk("[encrypted-connections]", "{none: one person uses it}")),
      Example("paper", desk("[encrypted-connections]", "[multi-factor-sign-in]\nmedium: paper")),
      Example("only planned use", desk("[encrypted-connections]", "[multi-factor-sign-in]", activity: "planned")),
      Example("not known yet", desk("[encrypted-connections]", "{unknown: which}"), also: ["open-question"]),
    ])

  private static let asked: [(measure: String, words: String)] = [
    ("access-control", "that people see only what their work needs"),
    ("identity-management", "that accounts end when people leave"),
  ]

  private static func desk(_ organisation: String, _ system: String, activity status: String = "active") -> ExampleTexts
  {
    [
      "organisations/example-care.yaml": exampleOrganisation(["controls": organisation]),
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: \(system)\n",
      "activities/letters.yaml": exampleActivity(["systems": "letter-desk", "status": status]),
      "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
      "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
    ]
  }
}
