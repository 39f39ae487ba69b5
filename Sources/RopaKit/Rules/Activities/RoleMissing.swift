import LocatedYAML

extension Rule {
  /// ACT-006.
  static let roleMissing = Rule(
    "role-missing", .activities, .error, .blind,
    title: "An activity does not say who decides",
    rationale: """
      A controller owes other things than somebody who acts on instructions. As long as it is open who decides, nothing else about the \
      activity can be judged.
      """,
    remedy:
      "Name the controller; add processor: where our organisation acts for it. Split the activity where both are true.",
    citations: ["Art 4(7) and (8)", "Art 26", "Art 28", "Art 30"],
    isWaivable: false,
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      if let processor = activity.processor.given, processor.record.isResolved,
        !assessed.registry.organisations.isEmpty, !assessed.registry.isOurs(processor.record)
      {
        let name = assessed.registry.name(of: processor.record)
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: activity.common.record))' names \(name) as its processor, which is none of our organisations",
            at: processor.range,
            hint: "name a supplier as operator: of a system or among recipients:; processor: is our own organisation",
            records: [activity.common.record, processor.record],
            evidence: [Evidence("processor", assessed.registry.header(processor.record).id)]))
      }
      return activity.judge(
        activity.controller.answer.standing(anchor: activity.common.anchor, noneCounts: false), "controller",
        field: "controller", hint: "add controller: with the body that decides what the data are used for", assessed)
    },
    examples: [
      Example("nobody decides", ["activities/letters.yaml": exampleActivity(["controller": ""])]),
      Example(
        "a processor needs a controller to act for",
        [
          "activities/hosted-records.yaml": """
          «title»: Keeping rotas for clinics
          processor: example-care
          owner: service-lead
          processing: [storage of rotas]
          subjects: clinic-staff
          data: [name, job]
          sources: clinics
          systems: office-files
          recipients: {none: only the clinic itself}
          reviewed: 2026-09-01
          """
        ]),
      Example(
        "a supplier of ours, where our own organisation is meant",
        ["activities/letters.yaml": exampleActivity(["processor": "«mailer»"])]),
      Example(
        "not known yet", ["activities/letters.yaml": exampleActivity(["controller": "{unknown: us or the clinics}"])],
        also: ["open-question"]),
    ])
}
