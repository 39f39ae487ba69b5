import LocatedYAML

extension Rule {
  /// DPI-002.
  static let assessmentMissing = Rule(
    "dpia-missing", .assessments, .error, .mandatory,
    title: "The records match a case of Art 35(3), and no impact assessment covers the activity",
    rationale: """
      For three cases the text itself asks for an assessment before the processing begins. That a case is met follows from the recorded facts, \
      or from what the screening says; how large is large is a judgement.
      """,
    remedy: "Link an assessment or begin one; or correct the fact that does not hold.",
    citations: ["Art 35(3)"],
    // A screening that says no is a contradiction first.
    yieldsTo: ["screening-contradicts-record"],
    check: .activities { activity, assessed in assessed.missingAssessment(.law, of: activity) },
    examples: [
      Example("health data on a large scale", activity(["data": "[name, health]", "basis": "care", "scale": "large"])),
      Example(
        "decisions by a computer alone", activity(["automated-decisions": decided])),
      Example(
        "profiling with significant effect",
        activity(["profiling": "true", "automated-decisions": "{solely: false, significant: true, ground: contract}"])),
      Example(
        "a public area on a large scale",
        activity(["monitoring": "{systematic: true, public-area: true}", "scale": "large"])),
      Example(
        "the screening says so",
        [
          "activities/letters.yaml": exampleActivity([
            "screening": "{date: 2026-08-15, by: dpo, outcome: «dpia», reason: Many people., applies: art-35-3-b}"
          ])
        ]),
      Example(
        "a draft is there",
        [
          "activities/letters.yaml": exampleActivity(
            ["data": "[name, health]", "basis": "care", "scale": "large", "screening": ""], isMissed: false),
          "lawful-bases/care.yaml": exampleCareBasis, "assessments/letters.yaml": exampleAssessment(),
        ], also: ["dpia-not-before-start"]),
      Example(
        "the only one was rejected",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "[name, health]", "basis": "care", "scale": "large", "screening": "",
          ]),
          "lawful-bases/care.yaml": exampleCareBasis,
          "assessments/letters.yaml": exampleAssessment("status: rejected\ndate: 2026-10-01"),
        ]),
      Example(
        "an assessment of another kind",
        [
          "activities/letters.yaml": exampleActivity([
            "data": "[name, health]", "basis": "care", "scale": "large", "screening": "",
          ]),
          "lawful-bases/care.yaml": exampleCareBasis,
          "assessments/letters.yaml":
            "title: Balance\nkind: legitimate-interests\nactivities: letters\nstatus: draft\nowner: dpo\nreviewed: 2026-10-01\n",
        ]),
      Example("health data of a few", activity(["data": "[name, health]", "basis": "care"], mark: false)),
      Example("many people, ordinary data", activity(["scale": "large"], mark: false)),
      Example(
        "the scale is an open question",
        activity(["data": "[name, health]", "basis": "care", "scale": "{unknown: how many}"], mark: false),
        also: ["open-question"]),
    ])

  private static let decided =
    "{solely: true, significant: true, ground: contract, logic: Points., effect: No credit., safeguards: [inform, represent, human, contest]}"

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
