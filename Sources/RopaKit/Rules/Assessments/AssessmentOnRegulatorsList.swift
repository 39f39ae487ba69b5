import LocatedYAML

extension Rule {
  /// DPI-003.
  static let assessmentOnRegulatorsList = Rule(
    "regulators-list-dpia-missing", .assessments, .error, .mandatory,
    title: "The records match the regulator's list, and no impact assessment covers the activity",
    rationale: """
      Regulators publish which operations need an assessment. The list speaks of kinds of technology and of people, so the facts of a record \
      may match it where the risk is small; then the screening says so, with its reason.
      """,
    remedy: "Link an assessment or begin one; or list the case under ruled-out of the screening, with a reason.",
    citations: ["Art 35(4)"],
    // The text itself goes before the list; a screening that says no is a contradiction first.
    yieldsTo: ["dpia-missing", "screening-contradicts-record"],
    check: .activities { activity, assessed in assessed.missingAssessment(.regulator, of: activity) },
    examples: [
      Example("data sets are matched", activity(["matching": "true"])),
      Example("profiling on a large scale", activity(["profiling": "true", "scale": "large"])),
      Example("marketing to vulnerable people", activity(["subjects": "vulnerable-adult", "marketing": marketing])),
      Example(
        "artificial intelligence and vulnerable people", activity(["subjects": "vulnerable-adult", "ai": intelligence])),
      Example(
        "tracking on a large scale",
        activity(["data": "location-precise", "monitoring": "{systematic: true, public-area: false}", "scale": "large"])
      ),
      Example(
        "biometric data and one more criterion",
        activity(["data": "fingerprint", "basis": "care", "subjects": "employee"])),
      Example("artificial intelligence alone", activity(["ai": intelligence], mark: false)),
      Example("biometric data alone", activity(["data": "fingerprint", "basis": "care"], mark: false)),
      Example("profiling on a small scale", activity(["profiling": "true"], mark: false)),
      Example("marketing to customers", activity(["marketing": marketing], mark: false)),
      Example(
        "under a regime without such a list",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
          "activities/letters.yaml": exampleActivity(
            ["matching": "true", "regimes": "eu-gdpr"], isMissed: false),
        ], also: ["implied-transfer-recipient"]),
      Example(
        "an assessment covers it",
        [
          "activities/letters.yaml": exampleActivity(["matching": "true", "screening": ""], isMissed: false),
          "assessments/letters.yaml": exampleAssessment(),
        ], also: ["dpia-not-before-start"]),
    ])

  private static let intelligence = "{provider: mailer, trains-on-data: false, evidence: contract}"
  private static let marketing =
    "{to: individuals, channels: {email: {route: consent, opt-out: A link in each message.}}, suppression: a list in the mail system}"

  private static func activity(_ changes: KeyValuePairs<String, String>, mark: Bool = true) -> KeyValuePairs<
    String, String
  > {
    let screened = exampleActivity(changes, isMissed: false)
    let text = mark ? screened.replacingLine("screening", with: nil) + "\n" : screened
    return [
      "activities/letters.yaml": mark ? "«title»" + text.dropFirst("title".count) : text,
      "lawful-bases/care.yaml": exampleCareBasis,
    ]
  }
}
