import LocatedYAML

extension Rule {
  /// ORG-008, which stands beside that of the other regime: the reform of 2025 kept the article.
  static let representativeMissingInKingdom = Rule(
    "uk-representative-missing", .organisations, .error, .mandatory,
    title: "An organisation abroad is reached by the UK GDPR, and names no representative there",
    rationale: """
      Who offers goods or services to people in the area, or monitors them, without an establishment there, names somebody there whom people \
      and the regulator can write to. Occasional use of harmless data needs none; the exemption is then on record. Authorities need none.
      """,
    remedy: "Appoint a representative and record it, or record why none is needed.",
    citations: ["UK Art 27", "UK Art 3(2)"],
    check: .organisations { party, assessed in assessed.judgeRepresentative(of: party, .ukGDPR) },
    examples: [
      Example("no representative", reached("{uk-gdpr: «targets»}")),
      Example("people there are monitored", reached("{uk-gdpr: «monitors»}")),
      Example(
        "a representative inside",
        reached(
          "{uk-gdpr: targets}", "representatives: [{for: uk, party: agent, country: GB, appointed: 2025-01-01}]\n")
      ),
      Example(
        "a representative for another area",
        reached(
          "{uk-gdpr: «targets»}", "representatives: [{for: eu, party: agent, country: DE, appointed: 2025-01-01}]\n")
      ),
      Example(
        "exempt, with the reason",
        reached("{uk-gdpr: targets}", "representative-exempt: {uk: Now and then a guest writes to us.}\n")),
      Example(
        "a public authority",
        exampleReached(country: "DE", basis: "{uk-gdpr: targets}", regimes: "[uk-gdpr, eu-gdpr]", isPublic: true)),
      Example("established there", exampleReached(country: "GB", basis: "{uk-gdpr: targets}", regimes: "uk-gdpr")),
      Example(
        "not known yet", reached("{uk-gdpr: targets}", "representative-exempt: {unknown: whether}\n"),
        also: ["open-question"]),
    ])

  private static func reached(_ basis: String, _ more: String = "") -> ExampleTexts {
    exampleReached(country: "DE", basis: basis, regimes: "[uk-gdpr, eu-gdpr]", more)
  }
}
