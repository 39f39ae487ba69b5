import LocatedYAML

extension Rule {
  /// SEC-003. Data that are handed over on paper are on no wire.
  static let transitEncryptionMissing = Rule(
    "transit-encryption-missing", .security, .warning, .risk,
    title: "Data of an activity travel to others, and no encryption on the way is recorded",
    rationale: """
      What travels between bodies can be read on the way unless it is encrypted. One control for the whole organisation is enough to say that it \
      is. That none is recorded does not say that there is none.
      """,
    remedy: "Link the control to the system, the activity or the organisation.",
    citations: ["Art 32(1)(a)", "ICO guidance on encryption"],
    yieldsTo: ["security-not-described"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      let slot = Int(assessed.registry.header(activity.common.record).slot)
      guard let leg = assessed.facts.flows.legs(ofActivity: slot).first(where: { $0.certainty == .certain }) else {
        return .notApplicable
      }
      let systems = activity.systems.elements()
      let isPaper =
        !systems.isEmpty
        && systems.allSatisfy {
          [.paper, .removable].contains(assessed.registry.system($0)?.medium.given)
        }
      if isPaper { return .notApplicable }
      switch assessed.isProtected(activity, by: { $0.serves(assessed.facts.measures.encryptionInTransit) }) {
      case true?: return .clear
      case nil: return .notEvaluable("the measures, or the systems that have them, are an open question")
      case false?: break
      }
      let names = (
        assessed.registry.name(of: activity.common.record), assessed.registry.name(of: leg.importer)
      )
      return .finding(
        Observation(
          "Data of '\(names.0)' travel to \(names.1), and encryption on the way is not recorded",
          at: activity.controls.answer.range ?? activity.common.anchor,
          hint: "add a control with measure: encryption-in-transit to the organisation or the system",
          notes: [Note(message: "they get there from here", range: leg.range)],
          records: [activity.common.record, leg.importer],
          evidence: [Evidence("controls", "no encryption-in-transit in place")]))
    },
    examples: [
      Example("to a service that sends letters", exampleLetters("[least-privilege, leavers]", fires: true)),
      Example(
        "for the whole organisation", exampleLetters("[encrypted-connections, least-privilege, leavers]")),
      Example(
        "for the system",
        exampleLetters("[least-privilege, leavers]", system: "[multi-factor-sign-in, encrypted-connections]")
      ),
      Example("for the activity", exampleLetters("[least-privilege, leavers]", activity: "encrypted-connections")),
      Example("only planned", exampleLetters("[least-privilege, leavers, later]", fires: true)),
      Example("paper", exampleLetters("[least-privilege, leavers]", system: "[multi-factor-sign-in]\nmedium: paper")),
      Example(
        "nobody gets them",
        exampleLetters("[least-privilege, leavers]", operator: "example-care\nhosting: GB\naccess-from: GB")),
      Example("not known", exampleLetters("{unknown: what there is}"), also: ["open-question"]),
    ])

  private static func exampleLetters(
    _ organisation: String, system: String = "[multi-factor-sign-in]", activity: String = "",
    operator runs: String = "mailer",
    fires: Bool = false
  ) -> ExampleTexts {
    let letters = exampleActivity(["systems": "letter-desk", "controls": activity], isMissed: false)
    return [
      "organisations/example-care.yaml": exampleOrganisation(["controls": organisation]),
      "activities/letters.yaml": fires ? "«title»" + letters.dropFirst("title".count) : letters,
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: \(runs)\ncontrols: \(organisation.utf8.starts(with: "{".utf8) ? "[multi-factor-sign-in, least-privilege, leavers]" : system)\n",
      "controls/later.yaml":
        "title: Later\nmeasure: encryption-in-transit\nstatus: planned\ndue: 2027-05-01\n",
      "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
      "transfers/reminder-study.yaml": "",
    ]
  }
}
