import LocatedYAML

extension Rule {
  /// SEC-006, once for each system.
  static let accessLogMissing = Rule(
    "audit-logging-missing-sensitive", .security, .warning, .risk,
    title: "A system holds sensitive data, and who looked at them is not recorded to be logged",
    rationale: """
      Without a log nobody can find out that somebody looked who should not, nor show that nobody did. Paper is left to its own rules. That no \
      control is recorded does not say that there is none.
      """,
    remedy: "Link the control for logging, or write why there is none.",
    citations: ["Art 32(1)(b) and (d)"],
    check: .systems { system, assessed in
      guard system.holdsElectronicData else { return .notApplicable }
      let registry = assessed.registry
      let sensitive = assessed.sensitiveUse(of: system)
      var using = sensitive?.activity
      var what = sensitive.map { joined($0.data.map(registry.name(of:))) } ?? ""
      if using == nil, assessed.follows(.nhs), let activity = assessed.user(of: system),
        assessed.patientData(of: activity) != nil
      {
        (using, what) = (activity, "confidential patient information")
      }
      guard let using else { return .notApplicable }
      let name = registry.name(of: system.common.record)
      func found(_ words: String, _ range: SourceRange) -> Verdict {
        .finding(
          Observation(
            "\(name) holds \(what) for '\(registry.name(of: using.common.record))', and \(words)", at: range,
            hint: "add a control with measure: access-logging to controls:, or write why not: {none: ...}",
            records: [system.common.record, using.common.record],
            evidence: [Evidence("controls", "no access-logging in place")]))
      }
      if case .given(let cannot, let range) = system.cannot.answer, cannot.elements.contains(.log) {
        return found("cannot log who looks at them", range)
      }
      if case .none = system.controls.answer { return .clear }
      switch assessed.has(assessed.facts.measures.accessLogging, on: system, for: using) {
      case true?: return .clear
      case nil: return .notEvaluable("the measures of the system are an open question")
      case false?:
        return found("that access is logged is not recorded", system.controls.answer.range ?? system.common.anchor)
      }
    },
    examples: [
      Example("health data without a log", desk("controls: «[encrypted-storage]»")),
      Example("with a log", desk("controls: [encrypted-storage, access-log]")),
      Example("a system that cannot log", desk("controls: [encrypted-storage, access-log]\ncannot: «[log]»")),
      Example("ordinary data", desk("controls: [encrypted-storage]", data: "name")),
      Example(
        "confidential patient information",
        [
          "registry.yaml": exampleRegistry("profiles: nhs"),
          "activities/letters.yaml": exampleActivity([
            "data": "[{category: health, special: false, reason: Numbers only.}]", "systems": "letter-desk",
            "nhs": "{patient-data: true, use: direct-care, confidentiality-route: implied-consent}",
          ]),
          "systems/letter-desk.yaml":
            "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: «[encrypted-storage]»\n",
        ]),
      Example("paper", desk("controls: [encrypted-storage]\nmedium: paper")),
      Example("a reason why not", desk("controls: {none: the data are gone within the hour}")),
      Example("not known yet", desk("controls: {unknown: which}"), also: ["open-question"]),
    ])

  private static func desk(_ fields: String, data: String = "[name, health]") -> ExampleTexts {
    [
      "systems/letter-desk.yaml":
        "title: Letter desk\noperator: example-care\nhosting: GB\naccess-from: GB\n\(fields)\n",
      "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "systems": "letter-desk", "data": data, "basis": data == "name" ? "customer-contract" : "care",
      ]),
    ]
  }
}
