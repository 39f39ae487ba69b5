/// Decisions by a computer alone, on the grounds that each regime knows.
let decisionWithoutGroundExamples: [Example] = [
  Example(
    "a ground that the regime does not know",
    decisions("ground: «other»", regimes: "[uk-gdpr, eu-gdpr]", activity: ["regimes": "eu-gdpr"]),
    also: ["dpia-missing", "implied-transfer-recipient"]),
  Example(
    "no ground at all, where one is needed",
    decisions("effect: No credit.", regimes: "[uk-gdpr, eu-gdpr]", activity: ["regimes": "eu-gdpr"], mark: true),
    also: ["dpia-missing", "implied-transfer-recipient"]),
  Example(
    "no ground is needed for ordinary data", decisions("ground: other"), also: ["dpia-missing"]),
  Example(
    "before the law changed one was", decisions("ground: «other»"), also: ["activity-without-notice", "dpia-missing"],
    asOf: "2026-02-04"),
  Example(
    "health data in the substantial public interest, on consent, before the law changed",
    decisions("ground: explicit-consent", activity: ["data": "[name, health]", "basis": "public-good"]),
    also: ["activity-without-notice", "dpia-missing", "schedule-condition-missing"], asOf: "2026-02-04"),
  Example(
    "the same since it changed",
    decisions("ground: «explicit-consent»", activity: ["data": "[name, health]", "basis": "public-good"]),
    also: ["dpia-missing", "schedule-condition-missing"]),
  Example("a contract", decisions("ground: contract"), also: ["dpia-missing"]),
  Example(
    "health data on a contract",
    decisions("ground: «contract»", activity: ["data": "[name, health]", "basis": "care"]),
    also: ["dpia-missing"]),
  Example(
    "health data under a regime that asks for more",
    decisions(
      "ground: «contract»", regimes: "[uk-gdpr, eu-gdpr]",
      activity: ["data": "[name, health]", "basis": "care", "regimes": "eu-gdpr"]),
    also: ["dpia-missing", "implied-transfer-recipient", "article-9-law-missing"]),
  Example(
    "health data with explicit consent",
    decisions(
      "ground: contract", activity: ["data": "[name, health]", "basis": "agreed"]), also: ["dpia-missing"]),
  Example(
    "health data, the condition an open question",
    decisions("ground: contract", activity: ["data": "[name, health]", "basis": "asked"]),
    also: ["dpia-missing", "open-question"]),
  Example(
    "a person decides",
    [
      "activities/letters.yaml": exampleActivity([
        "automated-decisions": "{solely: false, significant: true, ground: other}"
      ])
    ], also: ["regulators-list-dpia-missing"]),
  Example(
    "without significant effect",
    [
      "activities/letters.yaml": exampleActivity([
        "automated-decisions": "{solely: true, significant: false, ground: other}"
      ])
    ]),
  Example(
    "the ground is an open question", decisions("ground: {unknown: what it rests on}"),
    also: ["dpia-missing", "open-question"]),
]

/// An activity in which a computer alone decides, with all safeguards.
/// - Parameter fields: further fields of the decisions.
func decisions(
  _ fields: String, safeguards: String = "[inform, represent, human, contest]", regimes: String = "uk-gdpr",
  activity: KeyValuePairs<String, String> = [:], mark: Bool = false
) -> KeyValuePairs<String, String> {
  let text =
    "{solely: true, significant: true, logic: Points for each answer., safeguards: \(safeguards), \(fields)}"
  let changes = activity.map { ($0.key, $0.value) }
  func given(_ name: String, _ usual: String) -> String { changes.first { $0.0 == name }?.1 ?? usual }
  return [
    "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: regimes),
    "activities/letters.yaml": exampleActivity(
      [
        "automated-decisions": mark ? "«\(text)»" : text, "data": given("data", "name"),
        "basis": given("basis", "customer-contract"), "regimes": given("regimes", ""), "screening": "",
      ], isMissed: false),
    "lawful-bases/care.yaml": exampleCareBasis,
    "lawful-bases/agreed.yaml": exampleCareBasis.replacingLine("article-9", with: "explicit-consent")
      + "\nconsent: study-box",
    "lawful-bases/public-good.yaml": exampleCareBasis.replacingLine("article-9", with: "substantial-public-interest"),
    "lawful-bases/asked.yaml": exampleCareBasis.replacingLine(
      "article-9", with: given("basis", "") == "asked" ? "{unknown: which condition}" : "legal-claims"),
    "consents/study-box.yaml": "title: Box for the study\n"
      + Rule.soundConsent.replacingLine("function", with: given("basis", "") == "agreed" ? "basis" : "courtesy") + "\n",
  ]
}
