import LocatedYAML

extension Rule {
  /// REF-009.
  static let systemDataUndeclared = Rule(
    "system-data-undeclared", .activities, .warning, .contradiction,
    title: "A system holds data that no activity using it declares",
    rationale: """
      Either an activity uses more than its record says, or the system keeps what nobody needs. Notices and assessments are written from \
      the activities, so they would leave these data out.
      """,
    remedy: "Add the data to the activity that uses them, or correct what the system holds.",
    citations: ["Art 30(1)(c)", "Art 5(1)(c)"],
    check: .systems { system, assessed in
      guard system.common.isJudged, case .given(let held, _) = system.data.answer else { return .notApplicable }
      let activities = assessed.activities(naming: system.common.record)
      guard !activities.isEmpty else { return .notApplicable }
      let left = held.elements.filter { reference in
        reference.record.isResolved
          && !activities.contains { $0.data.elements().contains { $0.category.given?.record == reference.record } }
      }
      guard let first = left.first else { return .clear }
      if activities.contains(where: { $0.data.hasOpenElement() }) {
        return .notEvaluable("the data of an activity that uses the system are partly an open question")
      }
      let isSensitive = left.contains { !assessed.facts.words.data($0.record).isDisjoint(with: [.special, .criminal]) }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: system.common.record)) holds \(joined(left.map { assessed.registry.name(of: $0.record) })), which no activity that uses it declares",
          at: first.range, hint: "add the category to data: of the activity, or remove it here",
          notes: activities.prefix(5).compactMap { activity in
            activity.data.answer.range.map {
              Note(message: "'\(assessed.registry.name(of: activity.common.record))' declares these", range: $0)
            }
          }, severity: isSensitive ? .error : .warning,
          records: [system.common.record] + activities.prefix(5).map(\.common.record),
          evidence: [Evidence("activities that use it", "\(activities.count)")]))
    },
    examples: [
      Example("data that nobody declares", ["systems/office-files.yaml": office("[name, «photo»]")]),
      Example(
        "health data that nobody declares", ["systems/office-files.yaml": office("[name, «health»]")], severity: .error),
      Example("fewer than the activities declare", ["systems/office-files.yaml": office("[name, job]")]),
      Example(
        "not said", ["systems/office-files.yaml": office("{unknown: what is in the folders}")], also: ["open-question"]),
      Example(
        "an activity is not sure of its data",
        [
          "systems/office-files.yaml": office("[name, photo]"),
          "activities/letters.yaml": exampleActivity(["data": "[name, {unknown: what else}]"]),
        ], also: ["open-question"]),
      Example(
        "used by nothing",
        [
          "systems/old-files.yaml":
            "title: Old files\noperator: example-care\nhosting: GB\ndata: photo\ncontrols: encrypted-storage\n"
        ]),
    ])

  private static func office(_ data: String) -> String {
    """
    title: Office files
    operator: example-care
    hosting: GB
    access-from: GB
    data: \(data)
    controls: [encrypted-storage, multi-factor-sign-in, access-log]
    """
  }
}
