import LocatedYAML

extension Rule {
  /// ACT-011.
  static let specialCategoryHidden = Rule(
    "special-category-hidden", .activities, .error, .contradiction,
    title: "The records point to data of a special category, and the activity shows none",
    rationale: """
      That somebody is a patient says something of their health. Which condition is needed, whether an impact assessment is due and what \
      people are told all hang on the mark, so the record either names the category or says why there is none.
      """,
    remedy: "Add the category, or write special: with a reason on the data that could be meant.",
    citations: ["Art 9(1)", "Art 10"],
    check: .activities { activity, assessed in
      guard activity.isJudged, case .given(let data, let place) = activity.data.answer else { return .notApplicable }
      let words = assessed.facts.words
      let name = assessed.registry.name(of: activity.common.record)
      for entry in data.elements {
        guard case .given(let special, let range) = entry.special.answer, !special.value,
          let category = entry.category.given?.record, !words.data(category).isDisjoint(with: [.special, .criminal]),
          entry.reason.answer.isAbsent
        else { continue }
        let what = words.data(category).contains(.special) ? "is no special category" : "tells nothing of offences"
        return .finding(
          Observation(
            "'\(name)' says without a reason that \(assessed.registry.name(of: category)) \(what) here",
            at: range,
            hint: "add reason: or remove special: false", records: [activity.common.record, category],
            evidence: [Evidence("data.special", "false"), Evidence("data.reason", "not given")]))
      }
      guard let sign = assessed.signOfHealth(activity) else { return .notApplicable }
      let flags = words.dataFlags(activity)
      // What was decided about data on offences says nothing of health.
      let isDecided = data.elements.contains { entry in
        entry.special.given != nil && !entry.reason.answer.isAbsent
          && !(entry.category.given.map { words.data($0.record).contains(.criminal) } ?? false)
      }
      if flags.contains(.special) || isDecided { return .clear }
      if data.elements.contains(where: \.special.answer.isOpen) {
        return .notEvaluable("whether some of the data are of a special category is an open question")
      }
      if flags.contains(.open) { return .notEvaluable("some of the data are an open question") }
      return .finding(
        Observation(
          "\(sign.words) in '\(name)', and none of its data is marked as a special category", at: place,
          hint: "add the category, such as health, or special: with a reason",
          notes: [Note(message: "recorded here", range: sign.range)],
          records: [activity.common.record], evidence: [Evidence("data", "no special category")]))
    },
    examples: [
      Example(
        "patients without data on health",
        ["activities/letters.yaml": exampleActivity(["subjects": "patient", "data": "«[name, email]»"])]),
      Example(
        "a group of the register's own that is a kind of patient",
        [
          "activities/letters.yaml": exampleActivity(["subjects": "guests", "data": "«name»"]),
          "data-subjects/guests.yaml": "title: Guests of the clinic\nkind-of: patient\n",
        ]),
      Example(
        "confidential patient information",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "«name»", "nhs": "{patient-data: true, use: direct-care, confidentiality-route: implied-consent}",
          ])
        ]),
      Example(
        "a category of health that is said not to be special, without a reason",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "[name, {category: health, special: «false»}]"
          ])
        ]),
      Example(
        "the same with a reason",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "[name, {category: health, special: false, reason: Only whether a room needs a ramp.}]"
          ])
        ]),
      Example(
        "data about offences that are said to be none, without a reason",
        ["activities/letters.yaml": exampleActivity(["data": "[name, {category: dbs, special: «false»}]"])]),
      Example(
        "the same with a reason",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "[name, {category: dbs, special: false, reason: Only the day on which the check was made.}]"
          ])
        ]),
      Example(
        "patients, with a reasoned decision",
        [
          "activities/letters.yaml": exampleActivity([
            "subjects": "patient", "data": "[{category: email, special: false, reason: Anybody can subscribe.}]",
          ])
        ]),
      Example(
        "patients, with a reasoned decision on data about offences",
        [
          "activities/letters.yaml": exampleActivity([
            "subjects": "patient",
            "data": "«[name, {category: dbs, special: false, reason: Only the day on which the check was made.}]»",
          ])
        ]),
      Example(
        "patients, and somebody finds out whether their account tells of it",
        [
          "activities/letters.yaml": exampleActivity([
            "subjects": "patient", "data": "[{category: email, special: {unknown: do visitors have one too}}]",
          ])
        ], also: ["open-question"]),
      Example(
        "patients, with data not known yet",
        [
          "activities/letters.yaml": exampleActivity([
            "subjects": "patient", "data": "[name, {unknown: what else the letters hold}]",
          ])
        ], also: ["open-question"]),
      Example(
        "clinicians are no patients", ["activities/letters.yaml": exampleActivity(["subjects": "health-professional"])]),
    ])
}

extension Assessed {
  /// What in an activity says that the data tell something of people's health.
  fileprivate func signOfHealth(_ activity: Activity) -> (words: String, range: SourceRange)? {
    if let patients = activity.subjects.elements().first(where: { facts.words.people($0.record).contains(.patients) }) {
      return ("The data are about patients", patients.range)
    }
    if case .given(let truth, let range)? = activity.healthService.given?.patientData.answer, truth.value {
      return ("Confidential patient information is used", range)
    }
    return nil
  }
}
