import LocatedYAML

extension Rule {
  /// Where the scale decides, silence about it would look like a small one.
  static let scaleUnstated = Rule(
    "scale-unstated", .activities, .advice, .blind,
    title: "The scale of an activity decides something and is not given",
    rationale: """
      With data of special categories or about offences, with profiling and with monitoring, it is the scale that decides whether an impact \
      assessment and an officer are needed. Without it these questions stay open, although nothing seems to be missing.
      """,
    remedy: "Give the scale: small, medium or large, by people, data, time and area.",
    citations: ["Art 35(3)(b) and (c)", "Art 37(1)(b) and (c)"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      switch activity.scale.answer {
      case .given, .none, .notApplicable: return .clear
      case .unknown, .unusable: return .notEvaluable("the scale is an open question")
      case .absent: break
      }
      guard let reason = assessed.reasonForScale(activity) else { return .notApplicable }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' \(reason.words), and does not say on what scale",
          at: activity.common.anchor, hint: "add scale: small, medium or large",
          notes: reason.range.map { [Note(message: "the reason is here", range: $0)] } ?? [],
          records: [activity.common.record], evidence: [Evidence("scale", "not given")]))
    },
    examples: [
      Example(
        "health data",
        [
          "activities/letters.yaml": exampleActivity(["data": "[name, health]", "basis": "care", "scale": ""]),
          "lawful-bases/care.yaml": exampleCareBasis,
        ]),
      Example("profiling", ["activities/letters.yaml": exampleActivity(["profiling": "true", "scale": ""])]),
      Example(
        "systematic monitoring",
        [
          "activities/letters.yaml": exampleActivity([
            "monitoring": "{systematic: true, public-area: false}", "scale": "",
          ])
        ]),
      Example(
        "nothing that the scale decides", ["activities/letters.yaml": exampleActivity(["scale": ""], isMissed: false)]),
      Example("with its scale", ["activities/letters.yaml": exampleActivity(["profiling": "true", "scale": "small"])]),
      Example(
        "not known yet",
        ["activities/letters.yaml": exampleActivity(["profiling": "true", "scale": "{unknown: how many people}"])],
        also: ["open-question"]),
    ])
}

extension Assessed {
  /// What makes the scale of an activity matter; nil where nothing does.
  fileprivate func reasonForScale(_ activity: Activity) -> (words: String, range: SourceRange?)? {
    let flags = facts.words.dataFlags(activity)
    if !flags.isDisjoint(with: [.special, .criminal]) {
      return ("uses data of special categories or about offences", activity.data.answer.range)
    }
    if activity.profiling.given?.value == true { return ("profiles people", activity.profiling.answer.range) }
    if activity.monitoring.given?.systematic.given?.value == true {
      return ("monitors people", activity.monitoring.answer.range)
    }
    return nil
  }
}
