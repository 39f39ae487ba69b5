import LocatedYAML

extension Rule {
  /// ORG-007.
  static let representativeMissingInUnion = Rule(
    "eu-representative-missing", .organisations, .error, .mandatory,
    title: "An organisation outside the EEA is reached by the EU GDPR, and names no representative there",
    rationale: """
      Who offers goods or services to people in the area, or monitors them, without an establishment there, names somebody there whom people \
      and authorities can write to. Occasional use of harmless data needs none; the exemption is then on record. Authorities need none.
      """,
    remedy: "Appoint a representative and record it, or record why none is needed.",
    citations: ["EU Art 27(1) and (2)", "EU Art 3(2)"],
    check: .organisations { party, assessed in assessed.judgeRepresentative(of: party, .euGDPR) },
    examples: [
      Example("no representative", reached("{eu-gdpr: «targets»}")),
      Example("people there are monitored", reached("{eu-gdpr: «monitors»}")),
      Example(
        "a representative inside",
        reached(
          "{eu-gdpr: targets}", "representatives: [{for: eu, party: agent, country: IE, appointed: 2025-01-01}]\n")
      ),
      Example(
        "a representative for another area",
        reached(
          "{eu-gdpr: «targets»}", "representatives: [{for: uk, party: agent, country: GB, appointed: 2025-01-01}]\n")
      ),
      Example(
        "a representative outside",
        reached(
          "{eu-gdpr: targets}", "representatives: [{for: eu, party: agent, country: «GB», appointed: 2025-01-01}]\n")
      ),
      Example(
        "exempt, with the reason",
        reached("{eu-gdpr: targets}", "representative-exempt: {eu: Now and then a guest writes to us.}\n")),
      Example("established there too", reached("{eu-gdpr: targets}", "establishments: [IE]\n")),
      Example(
        "a branch in which nothing happens",
        reached("{eu-gdpr: «targets»}", "establishments: [{country: IE, inactive: true}]\n")),
      Example(
        "a public authority",
        exampleReached(country: "GB", basis: "{eu-gdpr: targets}", regimes: "[uk-gdpr, eu-gdpr]", isPublic: true)),
      Example("its basis is an establishment", reached("{eu-gdpr: established}")),
      Example(
        "not known yet", reached("{eu-gdpr: targets}", "representatives: {unknown: who it is}\n"),
        also: ["open-question"]),
    ])

  private static func reached(_ basis: String, _ more: String = "") -> ExampleTexts {
    exampleReached(country: "GB", basis: basis, regimes: "[uk-gdpr, eu-gdpr]", more)
  }
}
