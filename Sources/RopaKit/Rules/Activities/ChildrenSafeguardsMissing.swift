import LocatedYAML

extension Rule {
  /// ACT-013. The code is about online services: an activity that says it is none owes nothing here.
  static let childrenSafeguardsMissing = Rule(
    "children-safeguards-missing", .activities, .warning, .mandatory,
    title: "Children are among the people, and how they are protected is not recorded",
    rationale: """
      An online service that children may use is held against the code for children, and its youngest age decides who may consent. For \
      other activities with children the record says at least whether there is such a service. Preventive and counselling services are \
      outside the code: say so with not-applicable:.
      """,
    remedy: "Add children: with online-service, and for an online service minimum-age and code-assessed.",
    citations: ["DPA s.123", "Art 25", "recital 38"],
    check: .activities { activity, assessed in
      let words = assessed.facts.words
      let child = activity.subjects.elements().first { words.people($0.record).contains(.children) }
      guard child != nil || !activity.children.answer.isAbsent, activity.isJudged, activity.isControllerRecord else {
        return .notApplicable
      }
      let name = assessed.registry.name(of: activity.common.record)
      let citations = assessed.registry.regimes(of: activity).flatMap { regime in
        [assessed.law.cite("children-by-design", regime)].compactMap(\.self)
          + (regime == .ukGDPR ? ["DPA s.123"] : ["EU Art 25"])
      }
      func found(_ message: String, _ range: SourceRange, _ hint: String, _ severity: Severity) -> Verdict {
        .finding(
          Observation(
            message, at: range, hint: hint, severity: severity, citations: citations, records: [activity.common.record],
            evidence: [
              Evidence(
                "children.online-service",
                activity.children.given?.onlineService.given.map { "\($0.value)" } ?? "not given")
            ]))
      }
      switch activity.children.answer {
      case .unknown, .unusable: return .notEvaluable("the use by children is an open question")
      case .none, .notApplicable: return .clear
      case .absent:
        return found(
          "Children are among the people of '\(name)', and whether it is an online service for them is not recorded",
          child?.range ?? activity.common.anchor, "add children: {online-service: true or false, ...}", .warning)
      case .given(let service, let place):
        switch service.onlineService.isTrue(or: place) {
        case .open: return .notEvaluable("whether it is an online service is an open question")
        case .holds(false): return .clear
        case .missing(let range):
          return found(
            "Children are in the scope of '\(name)', and whether it is an online service is not recorded", range,
            "add online-service: to children:", .warning)
        case .holds(true): break
        }
        var missing = Missing()
        missing.look(service.minimumAge.answer.standing(anchor: place), "youngest age", "minimum-age")
        missing.look(
          service.codeAssessed.answer.standing(anchor: place), "look at the code for children", "code-assessed")
        if missing.isEmpty {
          return missing.isOpen ? .notEvaluable("how children are protected is an open question") : .clear
        }
        return found(
          "'\(name)' is an online service that children may use, and records \(missing.words)",
          missing.range(anchor: place), missing.hint + " below children:", .error)
      }
    },
    examples: [
      Example("children, and no word on the service", activity(["subjects": "«child»"])),
      Example("no word on whether it is online", activity(["subjects": "child", "children": "«{minimum-age: 13}»"])),
      Example(
        "an online service without more", activity(["children": "«{online-service: true}»"]),
        also: ["regulators-list-dpia-missing"], severity: .error),
      Example(
        "no age", activity(["children": "«{online-service: true, code-assessed: 2026-02-20}»"]),
        also: ["regulators-list-dpia-missing"], severity: .error),
      Example(
        "not held against the code", activity(["children": "«{online-service: true, minimum-age: 13}»"]),
        also: ["regulators-list-dpia-missing"], severity: .error),
      Example(
        "complete", activity(["children": "{online-service: true, minimum-age: 13, code-assessed: 2026-02-20}"]),
        also: ["regulators-list-dpia-missing"]),
      Example(
        "a counselling service, outside the code",
        activity([
          "children":
            "{online-service: true, minimum-age: 13, code-assessed: {not-applicable: a counselling service is outside}}"
        ]), also: ["regulators-list-dpia-missing"]),
      Example("nothing online", activity(["subjects": "child", "children": "{online-service: false}"])),
      Example("grown-up people", activity([:])),
      Example(
        "not known yet", activity(["subjects": "child", "children": "{unknown: whether they can sign in}"]),
        also: ["open-question"]),
    ])

  private static func activity(_ changes: ExampleTexts) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(changes)]
  }
}

/// How a truth value is answered.
private enum TruthStanding {
  case holds(Bool)
  case open
  case missing(SourceRange)
}

extension Public where Value == Truth {
  fileprivate func isTrue(or anchor: SourceRange) -> TruthStanding {
    switch answer {
    case .given(let truth, _): .holds(truth.value)
    case .unknown, .unusable: .open
    case .absent, .none, .notApplicable: .missing(answer.range ?? anchor)
    }
  }
}
