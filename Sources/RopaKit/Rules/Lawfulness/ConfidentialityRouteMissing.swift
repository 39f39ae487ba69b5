import LocatedYAML

extension Rule {
  /// LAW-026. That a support is looked at every year cannot be seen: records hold its number, not its day.
  static let confidentialityRouteMissing = Rule(
    "confidentiality-route-missing", .lawfulness, .warning, .expectation,
    title: "Confidential patient information is used, and what lifts the duty of confidence is not recorded",
    rationale: """
      A basis under data protection law does not lift the duty of confidence. Patients expect the use of their data for their own care; for \
      everything else another route is needed, and most of them come with a number or a note. Data that are effectively anonymous are no \
      patient data: write patient-data: false.
      """,
    remedy: "Record the route and its reference, or stop the use beyond care.",
    citations: ["common law duty of confidentiality", "NHS Act 2006 s.251", "SI 2002/1438"],
    check: .activities { activity, assessed in
      guard !activity.healthService.answer.isAbsent, let found = assessed.patientData(of: activity) else {
        return .notApplicable
      }
      let use = found.use
      let isCare = use.use.given == .directCare
      guard case .given(let word, let place) = use.confidentialityRoute.answer else {
        if use.confidentialityRoute.answer.isOpen { return .notEvaluable("the route is an open question") }
        return .finding(
          assessed.route(
            activity, "uses confidential patient information, and no route around the duty of confidence is recorded",
            found.range, "add confidentiality-route: to nhs:", isCare ? .warning : .error))
      }
      let known = assessed.registry.regimes(of: activity).flatMap { assessed.law.confidentialityRoutes($0) }
      guard let row = known.first(where: { $0.row.id == word.rawValue || $0.row.aliases.contains(word.rawValue) })
      else {
        return .notApplicable
      }
      if let only = row.use, use.use.given.map({ $0.rawValue != only }) ?? false {
        return .finding(
          assessed.route(
            activity,
            "uses confidential patient information for \(use.use.given?.rawValue ?? "more than care"), and '\(row.row.title)' serves \(only) only",
            place, "record the route that serves this use", .error))
      }
      guard !row.needs.isEmpty else { return .clear }
      switch use.confidentialityReference.answer.standing(anchor: place, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("the reference of the route is an open question")
      case .missing(let range):
        return .finding(
          assessed.route(
            activity, "relies on '\(row.row.title)', and no \(row.needs[0]) is recorded", range,
            "add confidentiality-reference: to nhs:", isCare ? .warning : .error))
      }
    },
    examples: [
      Example("for care, without a route", patient("«{patient-data: true, use: direct-care}»")),
      Example(
        "for research, without a route", patient("«{patient-data: true, use: research, opt-out: applied}»"),
        severity: .error),
      Example(
        "for care, as patients expect",
        patient("{patient-data: true, use: direct-care, confidentiality-route: implied-consent}")),
      Example(
        "planning is not what patients expect",
        patient("{patient-data: true, use: planning, opt-out: applied, confidentiality-route: «implied-consent»}"),
        severity: .error),
      Example(
        "a support without its number",
        patient("{patient-data: true, use: research, opt-out: applied, confidentiality-route: «section-251»}"),
        severity: .error),
      Example(
        "a support with its number",
        patient(
          "{patient-data: true, use: research, opt-out: applied, confidentiality-route: section-251, confidentiality-reference: 24/CAG/0012}"
        )),
      Example(
        "a statute that is not named",
        patient("{patient-data: true, use: direct-care, confidentiality-route: «statute»}")),
      Example("effectively anonymous", patient("{patient-data: false, use: research}")),
      Example(
        "the rules of the health service are off", patient("{patient-data: true, use: direct-care}", profile: "")),
      Example(
        "not known yet", patient("{patient-data: true, use: direct-care, confidentiality-route: {unknown: which}}"),
        also: ["open-question"]),
    ])

  private static func patient(_ nhs: String, profile: String = "profiles: nhs") -> ExampleTexts {
    examplePatientData(nhs, profile: profile)
  }
}

extension Assessed {
  fileprivate func route(
    _ activity: Activity, _ words: String, _ range: SourceRange, _ hint: String, _ severity: Severity
  )
    -> Observation
  {
    Observation(
      "'\(registry.name(of: activity.common.record))' \(words)", at: range, hint: hint, severity: severity,
      records: [activity.common.record],
      evidence: [
        Evidence("nhs.use", activity.healthService.given?.use.given?.rawValue ?? "not given"),
        Evidence(
          "nhs.confidentiality-route", activity.healthService.given?.confidentialityRoute.given?.rawValue ?? "not given"
        ),
      ])
  }
}

/// An activity of ours with confidential patient information.
/// - Parameter nhs: the field `nhs` of the activity.
func examplePatientData(_ nhs: String, profile: String = "profiles: nhs") -> ExampleTexts {
  [
    "registry.yaml": exampleRegistry(profile), "lawful-bases/care.yaml": exampleCareBasis,
    "activities/letters.yaml": exampleActivity(["data": "[name, health]", "basis": "care", "nhs": nhs]),
  ]
}
