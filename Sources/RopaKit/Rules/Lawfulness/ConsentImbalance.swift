import LocatedYAML

extension Rule {
  /// LAW-010. Once for each activity.
  static let consentImbalance = Rule(
    "consent-imbalance-or-bundled", .lawfulness, .warning, .risk,
    title: "Consent is the basis where people can hardly refuse",
    rationale: """
      Consent is free only where refusing costs nothing. That is doubtful from staff, towards a public authority, and where something else \
      depends on it. A benefit that people can really do without may be an exception; then accept the finding with that reason.
      """,
    remedy: "Use another basis, or unbundle the consent.",
    citations: ["Art 7(4)", "recital 43", "EDPB Guidelines 05/2020"],
    check: .activities { activity, assessed in
      guard assessed.basisFlags(activity).contains(.consent), activity.isJudged, activity.isControllerRecord else {
        return .notApplicable
      }
      let regimes = assessed.registry.regimes(of: activity)
      let bases = assessed.registry.bases(of: activity)
      var consenting: (basis: LawfulBasis, range: SourceRange)?
      var bundled: SourceRange?
      var isOpen = false
      for reference in bases.references {
        guard let basis = assessed.registry.basis(reference), assessed.rests(basis, on: "6(1)(a)", regimes) else {
          continue
        }
        consenting = consenting ?? (basis, reference.range)
        guard let consent = basis.consent.given.flatMap({ assessed.registry.consent($0) }) else { continue }
        if consent.bundled.answer.isOpen { isOpen = true }
        if case .given(let truth, let range) = consent.bundled.answer, truth.value { bundled = range }
      }
      guard let consenting else { return .notApplicable }
      var doubts: [(words: String, range: SourceRange)] = []
      let words = assessed.facts.words
      if let dependent = activity.subjects.elements().first(where: { words.people($0.record).contains(.imbalance) }) {
        doubts.append(("\(assessed.registry.name(of: dependent.record)) depend on the organisation", dependent.range))
      }
      if case .given(let truth, let range)? =
        assessed.registry.party(assessed.registry.organisation(of: activity))?.own?.publicAuthority.answer, truth.value
      {
        doubts.append(("the organisation is a public authority", range))
      }
      if let bundled { doubts.append(("something else depends on the consent", bundled)) }
      guard !doubts.isEmpty else {
        return isOpen ? .notEvaluable("whether something depends on the consent is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' rests on consent, and \(joined(doubts.map(\.words)))",
          at: consenting.range, hint: "choose another basis, or unbundle the consent",
          notes: doubts.map { Note(message: "recorded here", range: $0.range) },
          records: [activity.common.record, consenting.basis.common.record],
          evidence: doubts.map { Evidence("doubt", $0.words) }))
    },
    examples: [
      Example("staff", asked(["subjects": "employee"], fires: true)),
      Example("something depends on it", asked([:], consent: "bundled: true", fires: true)),
      Example("customers who are free", asked([:], consent: "bundled: false")),
      Example(
        "towards a public authority",
        asked([:], fires: true, isPublic: true)),
      Example("staff, on another basis", ["activities/letters.yaml": exampleActivity(["subjects": "employee"])]),
      Example(
        "not known yet", asked([:], consent: "bundled: {unknown: whether the discount depends on it}"),
        also: ["open-question"]),
    ])

  private static func asked(
    _ changes: ExampleTexts, consent: String = "", fires: Bool = false, isPublic: Bool = false
  ) -> ExampleTexts {
    let subjects = changes.first { $0.key == "subjects" }?.value ?? "customers"
    return [
      "activities/letters.yaml": exampleActivity(["subjects": subjects, "basis": fires ? "«agreed»" : "agreed"]),
      "lawful-bases/agreed.yaml": "title: Permission\narticle-6: consent\nconsent: study-box\n",
      "consents/study-box.yaml": "title: Box for letters\n" + Rule.soundConsent + "\n\(consent)\n",
      "organisations/example-care.yaml": exampleOrganisation(["public-authority": isPublic ? "true" : "false"]),
      "lawful-bases/better-reminders.yaml":
        "title: Reminders\narticle-6: legal-obligation\nlaw: Some Act, section 1\n",
    ]
  }
}
