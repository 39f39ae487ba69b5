import LocatedYAML

extension Rule {
  /// RET-009. A supplier that only holds a copy keeps what its customer says: activities done for others are left out. Minima that run to a
  /// birthday cannot be compared with a period.
  static let codeMinimumConflict = Rule(
    "nhs-minimum-conflict", .retention, .warning, .expectation,
    title: "Records of health care are kept for less than the code of the health service says, or without naming it",
    rationale: """
      The code gives the shortest time for each kind of record. It is guidance, and departing from it needs a reason, such as somebody else who \
      holds the master record. The periods are a table; some of them were read second-hand.
      """,
    remedy: "Lengthen the period, or record who holds the master record; name the key of the code as scheme.",
    citations: ["NHS Records Management Code of Practice"],
    check: .retention { rule, assessed in
      guard rule.common.isJudged, !rule.scheme.answer.isAbsent || assessed.follows(.nhs),
        let activity = assessed.decidingUser(of: rule)
      else { return .notApplicable }
      let name = assessed.registry.name(of: rule.common.record)
      let prefix = "nhs-code/"
      guard case .given(let scheme, let place) = rule.scheme.answer else {
        guard rule.scheme.answer.isAbsent, assessed.follows(.nhs), assessed.coversHealthRecords(rule) else {
          return .notApplicable
        }
        return .finding(
          Observation(
            "'\(name)' is for health records of '\(assessed.registry.name(of: activity.common.record))', and names no schedule of the code",
            at: rule.appliesTo.answer.range ?? rule.common.anchor,
            hint: "add scheme: nhs-code/ with the key, as in nhs-code/adult",
            records: [rule.common.record, activity.common.record], evidence: [Evidence("scheme", "not given")]))
      }
      guard scheme.text.utf8.starts(with: prefix.utf8) else { return .notApplicable }
      let key = String(scheme.text.utf8.dropFirst(prefix.utf8.count)) ?? ""
      guard let row = Regime.allCases.lazy.compactMap({ assessed.law.healthRecordPeriod(key, $0) }).first else {
        return .notEvaluable("the code has no record of that key")
      }
      if rule.period.answer.isOpen { return .notEvaluable("the period is an open question") }
      guard let minimum = row.minimum.period, case .given(let period, let at) = rule.period.answer else {
        return .notApplicable
      }
      guard period.approximateDays + 1 < minimum.approximateDays else { return .clear }
      return .finding(
        Observation(
          "'\(name)' keeps data for \(assessed.registry.text(in: at)), and the code's minimum for '\(row.row.title)' is longer: \(counted(Int(minimum.months) / 12, "year", "years"))",
          at: at, hint: "lengthen period:, or say in reason: who holds the master record",
          notes: [Note(message: "the schedule", range: place)], records: [rule.common.record],
          evidence: [Evidence("scheme", scheme.text)]))
    },
    examples: [
      Example("six years of eight", exampleRecords("scheme: nhs-code/adult\nperiod: «P6Y»")),
      Example("eight years", exampleRecords("scheme: nhs-code/adult\nperiod: P8Y")),
      Example(
        "no schedule for health records", exampleRecords("period: P8Y\napplies-to: «{data: health-record}»"),
        also: ["data-without-retention"]),
      Example(
        "the same where the rules of the health service are off",
        exampleRecords("period: P8Y\napplies-to: {data: health-record}", profile: ""), also: ["data-without-retention"]),
      Example(
        "no health record", exampleRecords("period: P8Y\napplies-to: {data: name}"), also: ["data-without-retention"]),
      Example(
        "until a birthday, which no period can be compared with", exampleRecords("scheme: nhs-code/child\nperiod: P8Y")),
      Example("another schedule", exampleRecords("scheme: house/letters\nperiod: P1Y")),
      Example(
        "a copy that is held for others",
        [
          "activities/hosted-records.yaml": exampleHostedRecords("retention: copies"),
          "retention/copies.yaml":
            "title: Copies\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: The clinics say so.\nscheme: nhs-code/adult\n",
        ]),
      Example(
        "not known yet", exampleRecords("scheme: nhs-code/adult\nperiod: {unknown: how long}"), also: ["open-question"]),
    ])

  private static func exampleRecords(_ lines: String, profile: String = "profiles: nhs") -> ExampleTexts {
    [
      "registry.yaml": exampleRegistry(profile), "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "data": "[name, health-record]", "basis": "care", "retention": "care-records",
      ]),
      "retention/care-records.yaml":
        "title: Records of care\nstarts: last-contact\naction: delete\nreason: Care may go on.\ndisposal: {method: job, verified: 2026-08-01}\n\(lines)\n",
    ]
  }
}

extension Assessed {
  /// The first running activity in which we decide that names a rule.
  fileprivate func decidingUser(of rule: RetentionRule) -> Activity? {
    for mention in registry.mentions(of: rule.common.record) {
      if let activity = registry.activity(at: mention.from), activity.isJudged, activity.isControllerRecord {
        return activity
      }
    }
    return nil
  }

  fileprivate func coversHealthRecords(_ rule: RetentionRule) -> Bool {
    (rule.appliesTo.given?.data.elements() ?? []).contains { registry.word(for: $0.record, law.law) == "health-record" }
  }
}
