import LocatedYAML

extension Rule {
  /// ACT-009.
  static let jointArrangementMissing = Rule(
    "joint-arrangement-missing", .activities, .error, .mandatory,
    title: "Several controllers decide together, and no arrangement between them is recorded",
    rationale: """
      Joint controllers settle between them who does what, above all for the rights of people and for telling them, and let people know \
      the essence. Where a law settles it, the record cites that law.
      """,
    remedy: "Record the arrangement and its essence in public words; or split the activity where each decides alone.",
    citations: ["Art 26(1) and (2)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord, activity.controller.elements().count > 1 else {
        return .notApplicable
      }
      let arrangement = activity.jointArrangement.answer
      if arrangement.isOpen { return .notEvaluable("the arrangement is an open question") }
      let place = arrangement.range ?? activity.controller.answer.range ?? activity.common.anchor
      var missing = Missing()
      missing.look(
        arrangement.given?.agreement.answer.standing(anchor: place, noneCounts: false) ?? .missing(place),
        "agreement between them", "agreement")
      missing.look(
        arrangement.given?.essence.answer.standing(anchor: place, noneCounts: false) ?? .missing(place),
        "essence of it for people", "essence")
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("part of the arrangement is an open question") : .clear
      }
      let names = activity.controller.elements().filter(\.record.isResolved).map {
        assessed.registry.name(of: $0.record)
      }
      return .finding(
        Observation(
          "\(joined(names)) decide together about '\(assessed.registry.name(of: activity.common.record))', with \(missing.words)",
          at: missing.range(anchor: place), hint: "add joint-arrangement: {agreement: ..., essence: ...}",
          records: [activity.common.record] + activity.controller.elements().map(\.record), evidence: missing.evidence))
    },
    examples: [
      Example(
        "two controllers and no arrangement",
        ["activities/letters.yaml": exampleActivity(["controller": "«[example-care, clinics]»"])]),
      Example(
        "an agreement whose essence nobody wrote down",
        [
          "organisations/clinics.yaml": ExampleRecords.clinicsWithArrangement,
          "activities/letters.yaml": exampleActivity([
            "controller": "[example-care, clinics]", "joint-arrangement": "«{agreement: clinics-2026}»",
          ]),
        ]),
      Example(
        "an essence without an agreement",
        [
          "activities/letters.yaml": exampleActivity([
            "controller": "[example-care, clinics]", "joint-arrangement": "«{essence: We answer requests.}»",
          ])
        ]),
      Example(
        "agreed and told",
        [
          "organisations/clinics.yaml": ExampleRecords.clinicsWithArrangement,
          "activities/letters.yaml": exampleActivity([
            "controller": "[example-care, clinics]",
            "joint-arrangement":
              "{agreement: clinics-2026, essence: We answer requests; the clinics write the letters.}",
          ]),
        ]),
      Example(
        "the agreement is an open question",
        [
          "activities/letters.yaml": exampleActivity([
            "controller": "[example-care, clinics]",
            "joint-arrangement": "{agreement: {unknown: which contract}, essence: We answer requests.}",
          ])
        ], also: ["open-question"]),
      Example(
        "several customers for whom we act decide each for itself",
        [
          "activities/hosted-records.yaml": exampleHostedRecords(controller: "[clinics, hospital]"),
          "recipients/hospital.yaml":
            "title: Hospital\nlegal-name: Example Hospital\nkind: public-body\ncountry: GB\ncontacts: {desk: {for: questions, email: desk@example.org}}\n",
        ]),
    ])
}
