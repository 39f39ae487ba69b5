import LocatedYAML

extension Rule {
  /// LAW-013.
  static let vitalInterestsRoutine = Rule(
    "vital-interests-as-routine", .lawfulness, .warning, .risk,
    title: "Vital interests are the ground of something that happens again and again",
    rationale: """
      Life and limb are the last resort, for when nothing else holds. What is done every day, or on a large scale, has another basis; an \
      emergency ward or the watch over an epidemic may be the exception, and is accepted with that reason.
      """,
    remedy: "Record the basis that holds in ordinary days, or how seldom it happens.",
    citations: ["Art 6(1)(d)", "recital 46", "Art 9(2)(c)"],
    check: .activities { activity, assessed in
      guard assessed.basisFlags(activity).contains(.vitalInterests), activity.isJudged, activity.isControllerRecord
      else {
        return .notApplicable
      }
      let regimes = assessed.registry.regimes(of: activity)
      var vital: Reference<LawfulBasis>?
      for reference in assessed.registry.bases(of: activity).references where vital == nil {
        guard let basis = assessed.registry.basis(reference) else { continue }
        let isCondition =
          !basis.article9.answer.isAbsent && basis.common.isJudged
          && regimes.contains { assessed.conditions(of: basis, $0).contains { $0.row.row.id == "vital-interests" } }
        if isCondition || assessed.rests(basis, on: "6(1)(d)", regimes) { vital = reference }
      }
      guard let vital else { return .notApplicable }
      let isLarge = activity.scale.given == .large
      if activity.frequency.answer.isOpen && !isLarge {
        return .notEvaluable("how often it happens is an open question")
      }
      let frequency = activity.frequency.given ?? .continuous
      guard frequency != .occasional || isLarge else { return .clear }
      let words =
        frequency == .occasional
        ? "is on a large scale" : "is \(frequency.rawValue)\(isLarge ? " and on a large scale" : "")"
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' rests on vital interests, and \(words)",
          at: vital.range,
          hint: "name another basis, or correct frequency:", records: [activity.common.record, vital.record],
          evidence: [
            Evidence("frequency", activity.frequency.given?.rawValue ?? "continuous"),
            Evidence("scale", activity.scale.given?.rawValue ?? "not given"),
          ]))
    },
    examples: [
      Example("every day", vital(["frequency": "continuous"], fires: true)),
      Example("without a word on how often", vital([:], fires: true)),
      Example("now and then", vital(["frequency": "occasional"])),
      Example("on a large scale", vital(["frequency": "occasional", "scale": "large"], fires: true)),
      Example(
        "as the condition for health data",
        vital(
          ["frequency": "regular", "data": "[name, health]"],
          "legal-obligation\nlaw: Some Act, section 1\narticle-9: vital-interests", fires: true)),
      Example("another basis", ["activities/letters.yaml": exampleActivity([:])]),
      Example("not known yet", vital(["frequency": "{unknown: how often}"]), also: ["open-question"]),
    ])

  private static func vital(_ changes: ExampleTexts, _ article6: String = "vital-interests", fires: Bool = false)
    -> ExampleTexts
  {
    func given(_ name: String, _ usual: String) -> String { changes.first { $0.key == name }?.value ?? usual }
    return [
      "activities/letters.yaml": exampleActivity(
        [
          "basis": fires ? "«rescue»" : "rescue", "frequency": given("frequency", ""), "data": given("data", "name"),
          "scale": given("scale", "small"),
        ], isMissed: false),
      "lawful-bases/rescue.yaml": "title: Rescue\narticle-6: \(article6)\n",
    ]
  }
}
