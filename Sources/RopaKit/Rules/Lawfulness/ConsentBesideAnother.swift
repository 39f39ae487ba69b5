import LocatedYAML

extension Rule {
  /// LAW-011. Two purposes in one line are two purposes: the remedy is the same.
  static let consentBesideAnother = Rule(
    "consent-and-fallback-basis", .lawfulness, .advice, .expectation,
    title: "One purpose rests on consent and on another basis too",
    rationale: """
      Who is asked expects that refusing ends it. With a second basis in reserve that is not so, and which rights hold is unclear. Where a \
      line holds two purposes, each has its own basis.
      """,
    remedy: "Choose one basis, or split the purpose.",
    citations: ["Art 5(1)(a)", "EDPB Guidelines 05/2020"],
    check: .activities { activity, assessed in
      guard assessed.basisFlags(activity).contains(.consent), activity.isJudged, activity.isControllerRecord else {
        return .notApplicable
      }
      let regimes = assessed.registry.regimes(of: activity)
      var found: [(purpose: Purpose, range: SourceRange)] = []
      for purpose in activity.purposes.given?.values ?? [] {
        let bases = assessed.bases(of: purpose, in: activity).records
        let isMixed = regimes.contains { regime in
          var codes = Set<Int32>()
          for basis in bases where basis.common.isJudged {
            for term in basis.article6.given?.answer(regime).given?.elements ?? [] { codes.insert(term.index.value) }
          }
          return codes.count > 1 && codes.contains { assessed.law.law.lawfulBases[Int($0)].code == "6(1)(a)" }
        }
        if isMixed {
          found.append((purpose, purpose.basis.answer.range ?? activity.basis.answer.range ?? purpose.range))
        }
      }
      guard let first = found.first else { return .clear }
      return .finding(
        Observation(
          "The purpose '\(first.purpose.id)' of '\(assessed.registry.name(of: activity.common.record))' rests on consent and on another basis",
          at: first.range, hint: "keep one basis, or split the purpose",
          notes: found.dropFirst().map { Note(message: "so does '\($0.purpose.id)'", range: $0.purpose.range) },
          records: [activity.common.record], evidence: [Evidence("purposes", joined(found.map(\.purpose.id)))]))
    },
    examples: [
      Example("two records for one purpose", asked("basis: «[agreed, customer-contract]»", "consent")),
      Example("two articles in one record", asked("basis: «agreed»", "[consent, contract]")),
      Example(
        "each purpose has its own",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes":
              "{write: {text: Write to customers., basis: customer-contract}, ask: {text: Ask customers what they think., basis: agreed}}"
          ]), "lawful-bases/agreed.yaml": "title: Permission\narticle-6: consent\nconsent: study-box\n",
          "consents/study-box.yaml": "title: Box for letters\n" + Rule.soundConsent + "\n",
        ]),
      Example("consent alone", asked("basis: agreed", "consent")),
      Example(
        "two bases without consent",
        asked("basis: [customer-contract, accounting-law]", "consent"), also: ["consent-unused"]),
    ])

  private static func asked(_ basis: String, _ article6: String) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(["basis": String(basis.dropFirst("basis: ".count))]),
      "lawful-bases/agreed.yaml":
        "title: Permission\narticle-6: \(article6)\nconsent: study-box\ncontract: {between: [example-care, subject]}\n",
      "consents/study-box.yaml": "title: Box for letters\n" + Rule.soundConsent + "\n",
    ]
  }
}
