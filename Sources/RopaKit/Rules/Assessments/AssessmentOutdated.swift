import LocatedYAML

extension Rule {
  /// DPI-007. A change is the day that the activity records as `changed`; edits of the words alone are none.
  static let assessmentOutdated = Rule(
    "dpia-outdated", .assessments, .warning, .risk,
    title: "An activity is no longer as its impact assessment found it",
    rationale: """
      An assessment holds for the processing it describes. When something material changes, or data reach a body, a country or use a \
      category that it did not look at, its conclusions may no longer hold.
      """,
    remedy: "Assess again; or, where the risk has not changed, record the day under unchanged and complete the lists.",
    citations: ["Art 35(11)"],
    check: .assessments { assessment, assessed in
      guard assessment.isImpactAssessmentInUse, assessment.status.given?.value == .approved,
        assessment.coversRunningActivity(assessed.registry)
      else { return .notApplicable }
      let looks = assessment.looks + [assessment.common.reviewed]
      if looks.contains(where: \.answer.isOpen) {
        return .notEvaluable("when it was last looked at is an open question")
      }
      let registry = assessed.registry
      var parts: [String] = []
      var notes: [Note] = []
      var records: [RecordIndex] = []
      if let (last, _) = latest(looks) {
        for activity in assessed.activities(of: assessment) {
          guard case .given(let changed, let range) = activity.changed.answer, changed > last, changed <= assessed.day
          else { continue }
          parts.append("'\(registry.name(of: activity.common.record))' changed on \(changed)")
          notes.append(Note(message: "the change", range: range))
          records.append(activity.common.record)
        }
      }
      let beyond = assessed.beyond(assessment)
      parts += beyond.map(\.words)
      guard !parts.isEmpty else { return .clear }
      return .finding(
        Observation(
          "Since '\(registry.name(of: assessment.common.record))' was last looked at, or not looked at in it: \(parts.joined(separator: "; "))",
          at: assessment.approved.answer.range ?? assessment.common.anchor,
          hint: "assess again, or set unchanged: to the day on which you found that the risk is the same",
          notes: unique(notes + beyond.flatMap(\.notes)),
          records: [assessment.common.record] + unique(records + beyond.flatMap(\.records)),
          evidence: parts.map { Evidence("changed", $0) }))
    },
    examples: [
      Example("changed since", outdated(["changed": "2026-10-20"], ["approved": "«2026-09-15»"])),
      Example("looked at since", outdated(["changed": "2026-10-20"], ["unchanged": "2026-10-25"])),
      Example("changed before", outdated(["changed": "2026-09-10", "reviewed": "2026-09-20"], [:])),
      Example(
        "data that it did not look at",
        outdated(["data": "[name, email]"], ["approved": "«2026-09-15»", "data": "name"])),
      Example("data that it looked at", outdated(["data": "[name, email]"], ["data": "[email, name]"])),
      Example(
        "a body that it did not look at",
        outdated(["systems": "mail-system"], ["approved": "«2026-09-15»", "parties": "cloud-host"])),
      Example("bodies that it looked at", outdated(["systems": "mail-system"], ["parties": "[mailer, cloud-host]"])),
      Example(
        "a country that it did not look at",
        outdated(
          ["recipients": "{party: analytics-fr, role: controller}"],
          ["approved": "«2026-09-15»", "countries": "IE"]), also: ["implied-transfer-recipient"]),
      Example(
        "a region that holds the country",
        outdated(["recipients": "{party: analytics-fr, role: controller}"], ["countries": "EEA"]),
        also: ["implied-transfer-recipient"]),
      Example("it lists nothing", outdated(["systems": "mail-system"], [:])),
      Example(
        "a draft",
        outdated(
          ["changed": "2026-10-20", "status": "planned", "reviewed": "2026-10-20"],
          ["status": "draft", "approved": "", "approver": ""])),
      Example(
        "which data is an open question",
        outdated(["data": "[name, email]"], ["data": "{unknown: which it looked at}"]),
        also: ["open-question"]),
    ])

  private static func outdated(_ activity: ExampleTexts, _ assessment: ExampleTexts) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(activity).replacingLine("reviewed", with: "2026-11-01") + "\n",
      "assessments/letters.yaml": exampleImpactAssessment(assessment, isMissed: false),
    ]
  }
}

/// Something that the activities reach and an assessment that lists such things does not name.
private struct BeyondAssessment {
  let words: String
  let notes: [Note]
  let records: [RecordIndex]
}

extension Assessed {
  fileprivate func beyond(_ assessment: AssessmentRecord) -> [BeyondAssessment] {
    let activities = activities(of: assessment)
    return [newData(assessment, activities), newParties(assessment, activities), newCountries(assessment, activities)]
      .compactMap(\.self)
  }

  private func newData(_ assessment: AssessmentRecord, _ activities: [Activity]) -> BeyondAssessment? {
    guard let list = assessment.data.given, list.open.isEmpty, !list.elements.isEmpty else { return nil }
    let listed = list.elements.map(\.record)
    var found: [(record: RecordIndex, range: SourceRange)] = []
    for activity in activities {
      for case .given(let data, let range) in activity.data.elements().map(\.category.answer)
      where data.record.isResolved && !found.contains(where: { $0.record == data.record })
        && !registry.isNamed(data.record, in: listed, law: law.law)
      {
        found.append((data.record, range))
      }
    }
    return beyond("data that it does not list", found)
  }

  private func newParties(_ assessment: AssessmentRecord, _ activities: [Activity]) -> BeyondAssessment? {
    guard let list = assessment.parties.given, list.open.isEmpty, !list.elements.isEmpty else { return nil }
    let listed = list.elements.map(\.record)
    let found = certainLegs(of: activities).filter { !listed.contains($0.importer) && !registry.isOurs($0.importer) }
    return beyond("bodies that it does not list", found.map { ($0.importer, $0.range) })
  }

  private func newCountries(_ assessment: AssessmentRecord, _ activities: [Activity]) -> BeyondAssessment? {
    guard let list = assessment.countries.given, list.open.isEmpty, !list.elements.isEmpty else { return nil }
    var found: [(territory: Territory, range: SourceRange)] = []
    for activity in activities {
      let regimes = registry.regimes(of: activity)
      for place in certainLegs(of: [activity]).flatMap(\.places)
      where regimes.contains(where: { law.isThird(place.territory, $0) })
        && !list.elements.contains(where: { law.includes($0, place.territory) })
        && !found.contains(where: { $0.territory == place.territory })
      {
        found.append((place.territory, place.range))
      }
    }
    if found.isEmpty { return nil }
    return BeyondAssessment(
      words: "countries that it does not list: \(joined(found.map { law.inText($0.territory) }))",
      notes: found.map { Note(message: law.inText($0.territory), range: $0.range) }, records: [])
  }

  private func beyond(_ what: String, _ found: [(record: RecordIndex, range: SourceRange)]) -> BeyondAssessment? {
    let records = unique(found.map(\.record))
    if records.isEmpty { return nil }
    return BeyondAssessment(
      words: "\(what): \(joined(records.map { registry.name(of: $0) }))",
      notes: found.map { Note(message: "not in the assessment", range: $0.range) }, records: records)
  }

  private func certainLegs(of activities: [Activity]) -> [Leg] {
    activities.flatMap { facts.flows.legs(ofActivity: Int(registry.header($0.common.record).slot)) }
      .filter { $0.certainty == .certain }
  }
}
