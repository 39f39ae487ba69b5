import LocatedYAML

extension Rule {
  /// ACT-018.
  static let trainingOnDataUnrecorded = Rule(
    "ai-training-on-personal-data-unrecorded", .activities, .warning, .risk,
    title: "Artificial intelligence learns from personal data, or nobody is named who provides it",
    rationale: """
      Learning from data is a purpose of its own, with a basis of its own, and a provider that learns for itself decides for itself. Where a \
      setting keeps the data out of the learning, the record says so and where that is shown.
      """,
    remedy:
      "Add the purpose with the tag ai-training, or write trains-on-data: false with evidence; name the provider.",
    citations: ["Art 5(1)(b)", "Art 6", "Art 28(10)", "Art 35"],
    check: .activities { activity, assessed in
      guard case .given(let model, let place) = activity.artificialIntelligence.answer, activity.isJudged else {
        return .notApplicable
      }
      let name = assessed.registry.name(of: activity.common.record)
      func found(_ message: String, _ range: SourceRange, _ hint: String) -> Verdict {
        .finding(
          Observation(
            message, at: range, hint: hint, records: [activity.common.record],
            evidence: [
              Evidence("ai.trains-on-data", model.trainsOnData.given.map { "\($0.value)" } ?? "not given"),
              Evidence(
                "ai.provider", model.provider.given.map { assessed.registry.name(of: $0.record) } ?? "not given"),
            ]))
      }
      if case .given(let trains, let range) = model.trainsOnData.answer, trains.value,
        !(activity.purposes.given?.values ?? []).contains(where: { $0.tags.elements().contains(.aiTraining) })
      {
        return found(
          "In '\(name)' artificial intelligence learns from the data, and no purpose says so", range,
          "add a purpose with tags: ai-training, or write trains-on-data: false with evidence:")
      }
      switch model.provider.answer.standing(anchor: place) {
      case .missing(let range):
        return found(
          "'\(name)' uses artificial intelligence, and who provides it is not recorded", range, "add provider: to ai:")
      case .open: return .notEvaluable("who provides it is an open question")
      case .answered:
        return model.trainsOnData.answer.isOpen
          ? .notEvaluable("whether it learns from the data is an open question") : .clear
      }
    },
    examples: [
      Example("it learns, and no purpose says so", model("{provider: mailer, trains-on-data: «true»}")),
      Example(
        "a purpose says so",
        model(
          "{provider: mailer, trains-on-data: true}",
          "{write: Write to customers., learn: {text: Train a model that drafts letters., tags: ai-training}}")),
      Example("it does not learn", model("{provider: mailer, trains-on-data: false, evidence: contract section 4}")),
      Example("no provider", model("«{trains-on-data: false}»")),
      Example(
        "we run it ourselves", model("{provider: {none: an open model on our own machine}, trains-on-data: false}")),
      Example(
        "not known yet", model("{provider: mailer, trains-on-data: {unknown: what the contract allows}}"),
        also: ["open-question"]),
    ])

  private static func model(_ ai: String, _ purposes: String = "{write: Write to customers.}") -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["ai": ai, "purposes": purposes])]
  }
}
