import LocatedYAML

extension Rule {
  /// SEC-004, once for each body that runs systems. A system that only machines talk to says so: controls: with none: and that reason.
  static let secondFactorMissing = Rule(
    "mfa-missing", .security, .warning, .risk,
    title:
      "A system that others run or that is open to the internet holds data, and no second factor at sign-in is recorded",
    rationale: """
      Whoever has a stolen password has the data, where the sign-in is open to everybody. Cyber Essentials has asked for a second factor on cloud \
      services since its requirements of 2026. That none is recorded does not say that there is none.
      """,
    remedy: "Link the control to the system, its operator or the organisation, or write what stands in its way.",
    citations: ["Art 32(1)(b)", "Cyber Essentials requirements 3.3"],
    check: .parties { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let isOthers = !registry.isOurs(party.common.record)
      var lacking: [(system: System, activity: Activity, note: Note)] = []
      var (isSeen, isOpen) = (false, false)
      for (system, activity) in assessed.systems(runBy: party)
      where system.holdsElectronicData && system.medium.given != .removable {
        let elsewhere = system.hosting.elements().first { $0.by.given.map { !registry.isOurs($0.record) } ?? false }
        let isFacing = system.internetFacing.given?.value == true
        guard isOthers || elsewhere != nil || isFacing else { continue }
        isSeen = true
        if case .none = system.controls.answer { continue }
        switch assessed.has(assessed.facts.measures.multiFactor, on: system, for: activity) {
        case true?: break
        case nil: isOpen = true
        case false?:
          let place =
            elsewhere.map { ("hosted by others", $0.range) }
            ?? (isOthers
              ? ("run by \(registry.name(of: party.common.record))", system.operator_.answer.range)
              : ("open to the internet", system.internetFacing.answer.range))
          lacking.append((system, activity, Note(message: place.0, range: place.1 ?? system.common.anchor)))
        }
      }
      guard let first = lacking.first else {
        return isOpen
          ? .notEvaluable("the measures of a system are an open question") : isSeen ? .clear : .notApplicable
      }
      return .finding(
        Observation(
          "\(joined(lacking.map { registry.name(of: $0.system.common.record) })) \(lacking.count == 1 ? "is" : "are") \(first.note.message), and a second factor at sign-in is not recorded",
          at: first.system.controls.answer.range ?? first.system.common.anchor,
          hint: "add the control to controls:, or write why not: {none: ...}", notes: lacking.map(\.note),
          records: lacking.flatMap { [$0.system.common.record, $0.activity.common.record] },
          evidence: [Evidence("controls", "no multi-factor in place")]))
    },
    examples: [
      Example("run by a supplier", desk("operator: mailer\ncontrols: «[encrypted-storage]»")),
      Example("without any control", desk("operator: mailer", title: "«title»")),
      Example(
        "hosted by another body",
        desk("operator: example-care\nhosting: [{by: cloud-host}]\naccess-from: GB\ncontrols: «[encrypted-storage]»"),
        also: ["due-diligence-missing", "processor-contract-missing"]),
      Example(
        "our own, open to the internet",
        desk(
          "operator: example-care\nhosting: GB\naccess-from: GB\ninternet-facing: true\ncontrols: «[encrypted-storage]»"
        ),
        also: ["security-test-stale"]),
      Example(
        "our own, inside", desk("operator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage]")),
      Example("a second factor", desk("operator: mailer\ncontrols: [multi-factor-sign-in]")),
      Example(
        "a second factor of the organisation",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "controls": "[encrypted-connections, least-privilege, leavers, multi-factor-sign-in]"
          ]),
          "systems/letter-desk.yaml": "title: Letter desk\noperator: mailer\ncontrols: [encrypted-storage]\n",
          "activities/letters.yaml": exampleActivity(["systems": "letter-desk"]),
        ]),
      Example("only machines talk to it", desk("operator: mailer\ncontrols: {none: only our server sends to it}")),
      Example(
        "nobody uses it", ["systems/spare.yaml": "title: Spare\noperator: mailer\ncontrols: [encrypted-storage]\n"]),
      Example("not known yet", desk("operator: mailer\ncontrols: {unknown: which}"), also: ["open-question"]),
    ])

  private static func desk(_ fields: String, title: String = "title") -> ExampleTexts {
    [
      "systems/letter-desk.yaml": "\(title): Letter desk\n\(fields)\n",
      "activities/letters.yaml": exampleActivity(["systems": "letter-desk"]),
    ]
  }
}
