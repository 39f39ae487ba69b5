import LocatedYAML

/// Health data with and without a condition, by purpose and by regime.
let specialConditionMissingExamples: [Example] = [
  Example("no condition", ["activities/letters.yaml": exampleActivity(["data": "[name, «health»]"])]),
  Example(
    "a category of the register's own",
    [
      "activities/letters.yaml": exampleActivity(["data": "[name, «diet»]"]),
      "data-categories/diet.yaml": "title: Diet\nkind-of: preferences\nspecial: true\n",
    ]),
  Example(
    "marked as special in this activity",
    ["activities/letters.yaml": exampleActivity(["data": "[name, {category: «free-text», special: true}]"])]),
  Example(
    "the purpose that needs them has none, another one has",
    [
      "activities/letters.yaml": exampleActivity(
        [
          "data": "[name, «health»]", "basis": "",
          "purposes":
            "{write: {text: Write to customers., basis: customer-contract, data: [name, health]}, care: {text: Care for people at home., basis: care, data: name}}",
        ], isMissed: false), "lawful-bases/care.yaml": exampleCareBasis,
    ]),
  Example(
    "the purpose that needs them has one",
    [
      "activities/letters.yaml": exampleActivity(
        [
          "data": "[name, health]", "basis": "",
          "purposes":
            "{write: {text: Write to customers., basis: customer-contract, data: name}, care: {text: Care for people at home., basis: care, data: [name, health]}}",
        ], isMissed: false), "lawful-bases/care.yaml": exampleCareBasis,
    ]),
  Example(
    "of two purposes that name no data, which then stand for all, one has none",
    [
      "activities/letters.yaml": exampleActivity(
        [
          "data": "[name, «health»]", "basis": "",
          "purposes":
            "{write: {text: Write to customers., basis: customer-contract}, care: {text: Care for people at home., basis: care}}",
        ], isMissed: false), "lawful-bases/care.yaml": exampleCareBasis,
    ], severity: .warning),
  Example(
    "each purpose names other data, and no purpose has one",
    ["activities/letters.yaml": exampleNamedData("[name, usage, «health»]", count: "customer-contract, data: usage")],
    also: ["data-without-purpose"]),
  Example(
    "each purpose names other data, and one of them has one",
    [
      "activities/letters.yaml": exampleNamedData("[name, usage, health]", count: "care, data: usage"),
      "lawful-bases/care.yaml": exampleCareBasis,
    ], also: ["data-without-purpose"]),
  Example(
    "what else a purpose needs is an open question",
    [
      "activities/letters.yaml": exampleNamedData(
        "[name, usage, health]", count: "customer-contract, data: [usage, {unknown: what else is counted}]")
    ], also: ["open-question"]),
  Example(
    "for one of two regimes only",
    [
      "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "[uk-gdpr, eu-gdpr]"),
      "activities/letters.yaml": exampleActivity(["data": "[name, «health»]", "basis": "care"]),
      "lawful-bases/care.yaml": exampleCareBasis.replacingLine("article-9", with: "{uk-gdpr: health-or-social-care}"),
    ], also: ["implied-transfer-recipient"]),
  Example(
    "the condition is an open question",
    [
      "activities/letters.yaml": exampleActivity(["data": "[name, health]", "basis": "care"]),
      "lawful-bases/care.yaml": exampleCareBasis.replacingLine("article-9", with: "{unknown: which condition}"),
    ], also: ["open-question"]),
  Example(
    "said with a reason to be none",
    [
      "activities/letters.yaml": exampleActivity([
        "data": "[name, {category: health, special: false, reason: Only whether a room needs a ramp.}]"
      ])
    ]),
  Example(
    "a retired activity",
    ["activities/letters.yaml": exampleActivity(["data": "[name, health]", "status": "retired", "end": "2026-01-31"])]),
]

/// Letters with two purposes that name their data.
/// - Parameter count: basis and data of the second one.
private func exampleNamedData(_ data: String, count: String) -> String {
  exampleActivity([
    "data": data,
    "purposes":
      "{write: {text: Write to customers., data: name}, count: {text: Count how often letters are answered., basis: \(count)}}",
  ])
}

/// A basis for care with all that it needs.
let exampleCareBasis = """
  title: Care at home
  article-6: contract
  contract: {between: [example-care, subject]}
  article-9: health-or-social-care
  schedule-1: 2
  secrecy: Nurses are bound to secrecy.
  """
