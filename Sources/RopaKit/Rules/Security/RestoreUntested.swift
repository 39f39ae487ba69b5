import LocatedYAML

extension Rule {
  /// SEC-007, for systems that hold the master copy: what can be had again needs no backup.
  static let restoreUntested = Rule(
    "backup-or-restore-test-missing", .security, .warning, .risk,
    title: "A system holds the master copy, and no backup or no test of restoring it is recorded",
    rationale: """
      Data that are lost cannot be had back in time without a backup, and a backup that nobody ever restored is a hope. How often to try is your \
      policy: every 12 months unless the control or registry.yaml says otherwise.
      """,
    remedy: "Link a control for backups and one for the test of restoring, with the day of the last test.",
    citations: ["Art 32(1)(b) and (c)"],
    check: .systems { system, assessed in
      guard system.recordOfReference.given?.value == true, system.holdsElectronicData,
        let activity = assessed.user(of: system)
      else { return .notApplicable }
      if case .none = system.controls.answer { return .clear }
      var measures = assessed.measures(of: system, usedBy: assessed.registry.organisation(of: activity))
      measures.add(activity.controls, assessed.registry)
      let place = system.controls.answer.range ?? system.common.anchor
      func found(_ words: String, _ hint: String) -> Verdict {
        .finding(
          Observation(
            "\(assessed.registry.name(of: system.common.record)) holds the master copy, and \(words)", at: place,
            hint: hint,
            records: [system.common.record], evidence: [Evidence("record-of-reference", "true")]))
      }
      guard measures.controls.contains(where: { $0.serves(assessed.facts.measures.backup) }) else {
        return measures.isOpen
          ? .notEvaluable("the measures of the system are an open question")
          : found("a backup is not recorded", "link a control with measure: backup")
      }
      switch assessed.tested(assessed.facts.measures.restoreTesting, among: measures.controls) {
      case .fresh?: return .clear
      case .open?: return .notEvaluable("when restoring was tried is an open question")
      case .old(let day)?:
        return found("restoring its backup was last tried on \(day)", "try it, and set tested: of the control")
      case .never?: return found("restoring its backup has no day of a test", "try it, and set tested: of the control")
      case nil:
        return measures.isOpen
          ? .notEvaluable("the measures of the system are an open question")
          : found("a test of restoring its backup is not recorded", "link a control with measure: restore-testing")
      }
    },
    examples: [
      Example("no backup", exampleFiles("«[encrypted-storage]»")),
      Example("a backup that nobody tried", exampleFiles("«[encrypted-storage, copies]»")),
      Example(
        "tried more than a year ago",
        exampleFiles("«[encrypted-storage, copies, trial]»", tested: "tested: 2025-11-20"),
        also: ["control-test-overdue"]),
      Example("tried a year ago", exampleFiles("[encrypted-storage, copies, trial]", tested: "tested: 2025-11-21")),
      Example(
        "without a day", exampleFiles("«[encrypted-storage, copies, trial]»", tested: ""),
        also: ["control-test-overdue"]),
      Example("no master copy", exampleFiles("[encrypted-storage]", master: "false")),
      Example(
        "not known yet", exampleFiles("[encrypted-storage, copies, trial]", tested: "tested: {unknown: when}"),
        also: ["open-question"]),
    ])

  private static func exampleFiles(
    _ controls: String, tested: String = "tested: 2026-06-10", master: String = "true"
  ) -> ExampleTexts {
    [
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: GB\nrecord-of-reference: \(master)\ncontrols: \(controls)\n",
      "activities/letters.yaml": exampleActivity(["systems": "letter-desk", "retention": "letters"]),
      "retention/letters.yaml":
        "title: Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\nbackups: P30D\ndisposal: {method: job, verified: 2026-08-01}\n",
      "controls/copies.yaml": "title: Copies each night\nmeasure: backup\nstatus: implemented\ntested: 2026-06-10\n",
      "controls/trial.yaml": "title: Trial of the copies\nmeasure: restore-testing\nstatus: implemented\n\(tested)\n",
    ]
  }
}
