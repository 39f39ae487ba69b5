import LocatedYAML

extension Rule {
  /// SEC-018. Where every activity of an organisation is of that kind, its common measures were made for them.
  static let securityEqualForUnequalRisk = Rule(
    "security-equal-for-unequal-risk", .security, .advice, .risk,
    title: "Data of a special category have the measures that everything has, and none of their own",
    rationale: """
      Security follows the risk, and the risk is not the same for a list of names and a record of health. Measures of the whole organisation may \
      well be strong enough; then say so on the activity. Where nothing but such data are used, they were made for them.
      """,
    remedy:
      "Link the measures that protect these data in particular, or write controls: with none: and why the common ones are enough.",
    citations: ["Art 32(2)"],
    yieldsTo: ["security-not-described"],
    check: .activities { activity, assessed in
      guard assessed.facts.words.dataFlags(activity).contains(.special), activity.isJudged,
        assessed.facts.duties.hasOrdinaryActivity(assessed.registry.organisation(of: activity))
      else { return .notApplicable }
      if !activity.controls.answer.isAbsent {
        return activity.controls.answer.isOpen ? .notEvaluable("the measures are an open question") : .clear
      }
      if activity.systems.hasOpenElement() { return .notEvaluable("where the data are is an open question") }
      let registry = assessed.registry
      for reference in activity.systems.elements() {
        guard let system = registry.system(reference) else { continue }
        if !system.controls.answer.isAbsent { return .clear }
        if !(registry.party(system.operator_.given)?.controls.answer.isAbsent ?? true),
          !registry.isOurs(system.operator_.given?.record ?? RecordIndex(-1))
        {
          return .clear
        }
      }
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' uses data of a special category, and only measures of the whole organisation protect them",
          at: activity.common.anchor, hint: "add controls: to the activity or its systems",
          records: [activity.common.record], evidence: [Evidence("controls", "none of its own")]))
    },
    examples: [
      Example("only those of the organisation", letters(system: "", title: "«title»")),
      Example("one of the system", letters(system: "controls: [encrypted-storage, access-log]")),
      Example("one of the activity", letters(system: "", activity: "encrypted-storage")),
      Example(
        "the common ones are enough, with a reason",
        letters(system: "", activity: "{none: the common measures are made for it}")),
      Example("ordinary data", letters(system: "", data: "name")),
      Example("nothing but such data", letters(system: "", alone: true)),
      Example("not known yet", letters(system: "", activity: "{unknown: which}"), also: ["open-question"]),
    ])

  private static func letters(
    system: String, title: String = "title", activity: String = "", data: String = "[name, health]", alone: Bool = false
  ) -> ExampleTexts {
    let rooms = alone ? "" : exampleActivity(["title": "Keys of rooms"])
    return [
      "organisations/example-care.yaml": exampleOrganisation([
        "controls": "[encrypted-connections, encrypted-storage, least-privilege, leavers, access-log]"
      ]),
      "systems/shelf.yaml": "title: Disk\noperator: example-care\nhosting: GB\naccess-from: GB\n\(system)\n",
      "lawful-bases/care.yaml": exampleCareBasis, "activities/rooms.yaml": rooms,
      "activities/letters.yaml": title
        + exampleActivity(
          [
            "systems": "shelf", "data": data, "basis": data == "name" ? "customer-contract" : "care",
            "controls": activity,
          ], isMissed: false
        ).dropFirst("title".count),
      "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
      "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
    ]
  }
}
