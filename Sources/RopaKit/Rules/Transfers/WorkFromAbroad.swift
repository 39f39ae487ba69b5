import LocatedYAML

extension Rule {
  /// TRF-030. A transfer record that says that both ends are one body tells the same of its systems, which are looked at here. A holiday needs no
  /// place in the record.
  static let workFromAbroad = Rule(
    "same-entity-access-abroad", .transfers, .advice, .expectation,
    title: "Our own people see data from abroad, and nothing that protects such work is recorded",
    rationale: """
      Data that stay within one body are no restricted transfer wherever its people sit. What protects them on the way and on the device there is \
      a matter of security, and local law may reach the device.
      """,
    remedy: "Link a control for sign-in, devices or the connection; a travel policy can be one.",
    citations: ["Art 32", "EDPB Guidelines 05/2021, example 8"],
    check: .systems { system, assessed in
      guard system.holdsElectronicData, !system.accessFrom.answer.isAbsent, let runs = system.operator_.given,
        assessed.registry.isOurs(runs.record), let activity = assessed.user(of: system)
      else { return .notApplicable }
      let regimes = assessed.registry.regimes(of: activity)
      let abroad = system.accessFrom.elements().first { place in
        guard place.by.given.map({ assessed.registry.isOurs($0.record) }) ?? true,
          place.certainty.given ?? .certain == .certain,
          let country = place.country.given
        else { return false }
        return regimes.contains { assessed.law.isThird(country, $0) }
      }
      guard let abroad, let country = abroad.country.given else { return .clear }
      if case .none = system.controls.answer { return .clear }
      switch assessed.has(
        [
          assessed.facts.measures.multiFactor, assessed.facts.measures.managedDevices,
          assessed.facts.measures.encryptionInTransit,
        ], on: system, for: activity)
      {
      case true?: return .clear
      case nil: return .notEvaluable("the measures of the system are an open question")
      case false?: break
      }
      return .finding(
        Observation(
          "Our own people see \(assessed.registry.name(of: system.common.record)) from \(assessed.law.inText(country)), which is no restricted transfer, and nothing that protects work from there is recorded",
          at: abroad.range, hint: "link a control with measure: multi-factor, managed-devices or encryption-in-transit",
          records: [system.common.record, activity.common.record],
          evidence: [Evidence("access-from", assessed.law.code(country))]))
    },
    examples: [
      Example("from a third country, with nothing", exampleDesk("[«AE»]", "[encrypted-storage]")),
      Example("by people of ours, named", exampleDesk("[{«country»: AE, by: example-care}]", "[encrypted-storage]")),
      Example("with a second factor", exampleDesk("[AE]", "[encrypted-storage, multi-factor-sign-in]")),
      Example("with managed devices", exampleDesk("[AE]", "[encrypted-storage, devices]")),
      Example("over encrypted connections", exampleDesk("[AE]", "[encrypted-storage, encrypted-connections]")),
      Example("from home", exampleDesk("[GB]", "[encrypted-storage]")),
      Example("perhaps", exampleDesk("[{country: AE, certainty: possible}]", "[encrypted-storage]")),
      Example("not known yet", exampleDesk("[AE]", "{unknown: which}"), also: ["open-question"]),
    ])

  private static func exampleDesk(_ access: String, _ controls: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation(["controls": "[least-privilege, leavers]"]),
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: \(access)\ncontrols: \(controls)\n",
      "controls/devices.yaml":
        "title: Devices under our control\nmeasure: managed-devices\nstatus: implemented\ntested: 2026-06-10\n",
      "activities/letters.yaml": exampleActivity(["systems": "letter-desk"]),
      "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
      "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
    ]
  }
}
