import LocatedYAML

extension Rule {
  /// SEC-002, once for each system.
  static let sensitiveDataUnencrypted = Rule(
    "sensitive-data-unencrypted", .security, .warning, .risk,
    title: "A system holds sensitive data, and no encryption of stored data is recorded for it",
    rationale: """
      Which measures are due depends on the risk, and encryption is the first that the law names. That no control is recorded does not say \
      that there is none. A control of the operator or of the whole organisation counts.
      """,
    remedy: "Link the control to the system, or write controls: {none: ...} with the reason.",
    citations: ["Art 32(1)(a)", "Art 32(2)"],
    check: .systems { system, assessed in
      guard system.holdsElectronicData, let use = assessed.sensitiveUse(of: system) else { return .notApplicable }
      let registry = assessed.registry
      let (using, sensitive) = (use.activity, use.data)
      if case .none = system.controls.answer { return .clear }
      let encryption = assessed.measures(named: ["encryption-at-rest"])
      var measures = assessed.measures(of: system, usedBy: registry.organisation(of: using))
      measures.add(using.controls, registry)
      if measures.have(encryption) { return .clear }
      if measures.isOpen { return .notEvaluable("the measures of the system are an open question") }
      let planned = measures.notInPlace.filter { $0.serves(encryption) }
      return .finding(
        Observation(
          "\(registry.name(of: system.common.record)) holds \(joined(sensitive.map(registry.name(of:)))) for '\(registry.name(of: using.common.record))', and encryption of stored data is \(planned.isEmpty ? "not recorded" : "not in place yet")",
          at: system.controls.answer.range ?? system.common.anchor,
          hint: "add the control to controls:, or write why not: {none: ...}",
          notes: planned.map {
            Note(
              message: "'\(registry.name(of: $0.common.record))' is \($0.status.given?.value.rawValue ?? "planned")",
              range: $0.common.anchor)
          },
          records: [system.common.record, using.common.record],
          evidence: [Evidence("controls", "no encryption-at-rest in place")]))
    },
    examples: [
      Example("health data without encryption", office("«[multi-factor-sign-in, access-log]»")),
      Example(
        "no controls at all",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": "«title»: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\n",
        ], also: ["audit-logging-missing-sensitive", "security-equal-for-unequal-risk"]),
      Example(
        "encryption that is only planned",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": files("«[access-log, disk-encryption]»"),
          "controls/disk-encryption.yaml":
            "title: Encrypted disks\nmeasure: encryption-at-rest\nstatus: planned\ndue: 2027-05-01\n",
        ]),
      Example("encrypted", office("[access-log, encrypted-storage]")),
      Example(
        "a control of the whole organisation",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": files("[access-log]"),
          "organisations/example-care.yaml": exampleOrganisation([
            "controls": "[encrypted-connections, encrypted-storage, least-privilege, leavers]"
          ]),
        ]),
      Example("ordinary data", ["systems/office-files.yaml": files("[access-log]")]),
      Example(
        "the system holds other data",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": files("[access-log]") + "data: name\n",
        ]),
      Example(
        "paper",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": files("[access-log]") + "medium: paper\n",
        ]),
      Example("a reason why not", office("{none: the data are gone within the hour}")),
      Example("an open question", office("{unknown: what the disks have}"), also: ["open-question"]),
      Example(
        "what a control does is an open question",
        [
          "activities/letters.yaml": letters("health"), "lawful-bases/care.yaml": exampleCareBasis,
          "systems/office-files.yaml": files("[disks]"),
          "controls/disks.yaml":
            "title: Protected disks\nmeasure: {unknown: whether they are encrypted}\nstatus: implemented\n",
        ], also: ["open-question"]),
    ])

  private static func letters(_ data: String) -> String {
    exampleActivity(["data": "[name, \(data)]", "basis": "care"])
  }

  private static func files(_ controls: String) -> String {
    "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: \(controls)\n"
  }

  private static func office(_ controls: String) -> KeyValuePairs<String, String> {
    [
      "activities/letters.yaml": letters("health"), "systems/office-files.yaml": files(controls),
      "lawful-bases/care.yaml": exampleCareBasis,
    ]
  }
}
