import LocatedYAML

extension Rule {
  /// SEC-001.
  static let securityNotDescribed = Rule(
    "security-not-described", .security, .error, .mandatory,
    title: "No measure that protects an activity is recorded",
    rationale: """
      The record describes the security measures where that is possible, and one list for the whole organisation makes it possible. Measures \
      of the activity, its systems, the bodies that run them and the organisation all count, as far as they are in place.
      """,
    remedy: "Link controls to the activity or its systems, or list those of the whole organisation there.",
    citations: ["Art 30(1)(g)", "Art 30(2)(d)", "Art 32"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      switch assessed.state(of: "security", activity) {
      case .filled, .notApplicable: return .clear
      case .open: return .notEvaluable("the measures, or the systems that have them, are an open question")
      case .missing(let range):
        let planned = assessed.measures(of: activity).notInPlace
        let role = activity.isControllerRecord ? "Art 30(1)(g)" : "Art 30(2)(d)"
        return .finding(
          Observation(
            "No measure in place is recorded for '\(assessed.registry.name(of: activity.common.record))'\(planned.isEmpty ? "" : "; \(planned.count) \(planned.count == 1 ? "is" : "are") planned or half done")",
            at: activity.controls.answer.range ?? range,
            hint: "add controls: here, on the systems or on the organisation",
            citations: [role, "Art 32"], records: [activity.common.record] + planned.map(\.common.record),
            evidence: [Evidence("controls in place", "none")]))
      }
    },
    examples: [
      Example(
        "none anywhere", exampleBare(activity: "«title»", systems: "", organisation: ""),
        also: ["access-control-missing"]),
      Example(
        "only planned ones",
        exampleBare(
          activity: "title", controls: "controls: «badges»\n", systems: "", organisation: "", status: "planned"),
        also: ["access-control-missing"]),
      Example(
        "one of the activity",
        exampleBare(activity: "title", controls: "controls: badges\n", systems: "", organisation: ""),
        also: ["access-control-missing"]),
      Example(
        "one of the system", exampleBare(activity: "title", systems: "badges", organisation: ""),
        also: ["access-control-missing"]),
      Example(
        "one of the organisation", exampleBare(activity: "title", systems: "", organisation: "badges"),
        also: ["access-control-missing"]),
      Example(
        "which measures there are is an open question",
        exampleBare(activity: "title", systems: "{unknown: what the team set up}", organisation: ""),
        also: ["open-question"]),
    ])

  /// The sound register without its e-mail system, so that one system and the organisation are left.
  private static func exampleBare(
    activity title: String, controls: String = "", systems: String, organisation: String, status: String = "implemented"
  ) -> KeyValuePairs<String, String> {
    [
      "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
      "notices/customer-notice.yaml": "",
      "transfers/reminder-study.yaml": "",
      "activities/letters.yaml": title + exampleActivity([:]).dropFirst("title".count) + controls,
      "organisations/example-care.yaml": exampleOrganisation(["controls": organisation], isMissed: false),
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\n\(systems.isEmpty ? "" : "controls: \(systems)\n")",
      "controls/badges.yaml":
        "title: Badges\nmeasure: physical-protection\nstatus: \(status)\ndue: 2027-05-01\ntested: 2026-06-10\ntest-every: P1Y\n",
    ]
  }
}
