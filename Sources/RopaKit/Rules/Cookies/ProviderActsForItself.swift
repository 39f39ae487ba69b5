import LocatedYAML

extension Rule {
  /// COO-017.
  static let providerActsForItself = Rule(
    "provider-acts-for-itself", .cookies, .warning, .risk,
    title: "A processor behind a cookie probably uses the data for itself",
    rationale: """
      Whoever uses what a cookie collects for purposes of its own decides about them, alone or together with the site, whatever the record \
      calls it. Marketing products do so as a rule; a contract can rule it out.
      """,
    remedy: "Look at who decides what; record the body as a recipient, or the term that rules out use of its own.",
    citations: ["Art 4(7)", "Art 26", "Art 28(10)", "C-40/17"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let processors = registry.others(of: cookie).compactMap { reference in
        registry.party(reference).flatMap { $0.face == .processors && $0.common.isJudged ? (reference, $0) : nil }
      }
      var isOpen = false
      for (reference, party) in processors {
        let agreements = party.agreements.given?.values ?? []
        let allowed = agreements.first { $0.ownPurposes.given != nil }
        if allowed == nil && cookie.category.given != .marketing { continue }
        let isRuledOut = agreements.contains { if case .none = $0.ownPurposes.answer { true } else { false } }
        if allowed == nil && isRuledOut { continue }
        if allowed == nil && (party.agreements.answer.isOpen || agreements.contains { $0.ownPurposes.answer.isOpen }) {
          isOpen = true
          continue
        }
        let name = registry.name(of: reference.record)
        let place = allowed?.ownPurposes.answer.range
        return .finding(
          Observation(
            allowed.map {
              "\(name) has a part in '\(registry.words(for: cookie))', and its contract '\($0.id)' allows it purposes of its own"
            }
              ?? "\(name) has a part in '\(registry.words(for: cookie))', which is for marketing, and no contract rules out purposes of its own",
            at: reference.range,
            hint: "record it in recipients with its role, or add own-purposes: {none: the term that rules it out}",
            notes: place.map { [Note(message: "Its own purposes", range: $0)] } ?? [],
            records: [cookie.common.record, reference.record], evidence: [Evidence("role", "processor")]))
      }
      if isOpen { return .notEvaluable("what the contract allows is an open question") }
      return processors.isEmpty ? .notApplicable : .clear
    },
    examples: [
      Example(
        "its contract allows purposes of its own",
        files(["setter": "«mailer»"], own: "own-purposes: Statistics about its services."),
        also: ["processor-own-purposes"]),
      Example("marketing, and no word of its own purposes", files(["setter": "«mailer»", "category": "marketing"])),
      Example(
        "marketing results are shared with it", files(["shared-with": "[«mailer»]", "category": "marketing"])),
      Example(
        "marketing, and the contract rules it out",
        files(["setter": "mailer", "category": "marketing"], own: "own-purposes: {none: clause 4}")),
      Example("statistics for us alone", files(["setter": "mailer"])),
      Example("a body that decides itself is recorded so", files(["setter": "analytics-fr", "category": "marketing"])),
      Example(
        "an open question",
        files(["setter": "mailer", "category": "marketing"], own: "own-purposes: {unknown: what clause 4 allows}"),
        also: ["open-question"]),
    ])

  private static func files(_ changes: ExampleTexts, own: String = "") -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes),
      "processors/mailer.yaml": exampleMailer(contract: own),
    ]
  }
}
