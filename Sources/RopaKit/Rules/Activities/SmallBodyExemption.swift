import LocatedYAML

extension Rule {
  /// ACT-016.
  static let smallBodyExemption = Rule(
    "article-30-5-relied-on", .activities, .warning, .expectation,
    title: "The exemption for small organisations is claimed, and the record does not fit it",
    rationale: """
      The exemption from keeping a record covers processing that is occasional, brings no risk, and uses no data of special categories or \
      about offences. Payroll, customers and patients are never occasional.
      """,
    remedy: "Keep the record, and remove the claim.",
    citations: ["Art 30(5)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, case .given(_, let range) = activity.smallBodyExemption.answer else {
        return .notApplicable
      }
      var against: [String] = []
      if activity.frequency.given != .occasional && !activity.frequency.answer.isOpen {
        against.append("it is \(activity.frequency.given?.rawValue ?? "continuous")")
      }
      if assessed.facts.words.hasSensitiveData(activity) {
        against.append("the data are of a special category or about offences")
      }
      let slot = Int(assessed.registry.header(activity.common.record).slot)
      var triggers = assessed.facts.impact.computed(ofActivity: slot)
      // Sensitive data are named already.
      if !against.isEmpty { triggers.remove(.sensitiveData) }
      if !triggers.isEmpty {
        against.append(
          "its facts raise \(joined(triggers.triggers.map(\.rawValue))) in the screening for an impact assessment")
      }
      guard !against.isEmpty else {
        return activity.frequency.answer.isOpen ? .notEvaluable("how often it happens is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' claims the exemption of Art 30(5), and \(joined(against))",
          at: range,
          hint: "remove exempt-30-5: and keep the record", records: [activity.common.record],
          evidence: [Evidence("frequency", activity.frequency.given?.rawValue ?? "continuous")]))
    },
    examples: [
      Example("done all the time", ["activities/letters.yaml": exampleActivity(["exempt-30-5": "«We are few.»"])]),
      Example(
        "regular",
        ["activities/letters.yaml": exampleActivity(["exempt-30-5": "«We are few.»", "frequency": "regular"])]),
      Example(
        "vulnerable people",
        [
          "activities/letters.yaml": exampleActivity([
            "exempt-30-5": "«We are few.»", "frequency": "occasional", "subjects": "child",
            "children": "{online-service: false}",
          ])
        ]),
      Example(
        "health data",
        [
          "activities/letters.yaml": exampleActivity([
            "exempt-30-5": "«We are few.»", "frequency": "occasional", "data": "[name, health]",
          ])
        ], also: ["special-condition-missing"]),
      Example(
        "occasional and harmless",
        ["activities/letters.yaml": exampleActivity(["exempt-30-5": "We are few.", "frequency": "occasional"])]),
      Example("no claim", ["activities/letters.yaml": exampleActivity([:])]),
    ])
}
