import LocatedYAML

extension Rule {
  /// RET-011. Rules that are tied to different purposes, or only one of which is, do not meet.
  static let retentionConflict = Rule(
    "conflicting-retention-rules", .retention, .error, .contradiction,
    title: "Two rules of one activity keep the same data for different times",
    rationale: """
      Both cannot be true: the data go after the shorter time, or they do not. Where one is for a purpose of its own, as with accounts, tie it to \
      that purpose or to its data.
      """,
    remedy: "Keep one of them, or tie each to its data, people or purposes.",
    citations: ["Art 5(1)(e)", "Art 5(2)"],
    check: .activities { activity, assessed in
      let references = activity.retention.elements()
      guard references.count > 1, activity.isJudged else { return .notApplicable }
      let rules = references.compactMap { reference in
        assessed.registry.retention(reference).map { (rule: $0, range: reference.range) }
      }
      for (place, first) in rules.enumerated() {
        for second in rules[(place + 1)...] where first.rule.conflicts(with: second.rule) {
          let registry = assessed.registry
          let names = (registry.name(of: first.rule.common.record), registry.name(of: second.rule.common.record))
          let ranges = (first.rule.period.answer.range, second.rule.period.answer.range)
          guard let one = ranges.0, let other = ranges.1 else { continue }
          return .finding(
            Observation(
              "'\(registry.name(of: activity.common.record))' keeps the same data for \(registry.text(in: one)) by '\(names.0)' and for \(registry.text(in: other)) by '\(names.1)'",
              at: second.range, hint: "keep one, or add applies-to: to each",
              notes: [Note(message: "one period", range: one), Note(message: "the other", range: other)],
              records: [activity.common.record, first.rule.common.record, second.rule.common.record],
              evidence: [Evidence("periods", "\(registry.text(in: one)), \(registry.text(in: other))")]))
        }
      }
      return .clear
    },
    examples: [
      Example("both for everything", exampleLetters("", "", fires: true)),
      Example("for the same data", exampleLetters("{data: [name, email]}", "{data: email}", fires: true)),
      Example("for different data", exampleLetters("{data: name}", "{data: email}")),
      Example("for different people", exampleLetters("{subjects: customers}", "{subjects: clinic-staff}")),
      Example("one is tied to a purpose", exampleLetters("", "{purposes: tax}")),
      Example("tied to the same purpose", exampleLetters("{purposes: tax}", "{purposes: tax}", fires: true)),
      Example("tied to different purposes", exampleLetters("{purposes: write}", "{purposes: tax}")),
      Example("the same period", exampleLetters("", "", period: "P1Y")),
      Example("from different events", exampleLetters("", "", starts: "contract-end")),
    ])

  private static func exampleLetters(
    _ first: String, _ second: String, period: String = "P6Y", starts: String = "last-contact", fires: Bool = false
  ) -> ExampleTexts {
    func rule(_ period: String, _ starts: String, _ scope: String) -> String {
      "title: A rule\nperiod: \(period)\nstarts: \(starts)\naction: delete\nreason: Customers ask.\ndisposal: {method: job, verified: 2026-08-01}\n\(scope.isEmpty ? "" : "applies-to: \(scope)\n")"
    }
    return [
      "activities/letters.yaml": exampleActivity([
        "purposes": "{write: Write to customers., tax: Keep what the tax office asks for.}", "data": "[name, email]",
        "retention": fires ? "[one, «two»]" : "[one, two]",
      ]), "retention/one.yaml": rule("P1Y", "last-contact", first), "retention/two.yaml": rule(period, starts, second),
    ]
  }
}

extension RetentionRule {
  /// Another rule gives the same data of the same people, for the same purposes and from the same event on, another period.
  fileprivate func conflicts(with other: RetentionRule) -> Bool {
    guard common.isJudged, other.common.isJudged, let own = period.given, let its = other.period.given, own != its,
      let start = starts.given?.event.given, let second = other.starts.given?.event.given,
      start.text.utf8.elementsEqual(second.text.utf8)
    else { return false }
    func meet<Value: Hashable>(_ left: [Value], _ right: [Value]) -> Bool {
      left.isEmpty || right.isEmpty || left.contains { right.contains($0) }
    }
    let (left, right) = (appliesTo.given, other.appliesTo.given)
    if appliesTo.answer.isOpen || other.appliesTo.answer.isOpen { return false }
    let purposes = (left?.purposes.elements().map(\.text) ?? [], right?.purposes.elements().map(\.text) ?? [])
    guard purposes.0.isEmpty == purposes.1.isEmpty, meet(purposes.0, purposes.1) else { return false }
    return meet(left?.data.elements().map(\.record) ?? [], right?.data.elements().map(\.record) ?? [])
      && meet(left?.subjects.elements().map(\.record) ?? [], right?.subjects.elements().map(\.record) ?? [])
      && meet(left?.parties.elements().map(\.record) ?? [], right?.parties.elements().map(\.record) ?? [])
  }
}
