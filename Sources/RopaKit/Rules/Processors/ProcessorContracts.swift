import LocatedYAML

extension Agreement {
  /// It can be the contract or other act that Art 28(3) asks for; nil when its kind is not recorded.
  var bindsProcessor: Bool? {
    switch kind.given?.value {
    case .processing, .bindingAct, .clauses: true
    case .sharing, .joint, .service: false
    case nil: nil
    }
  }
}

extension ProcessorUse {
  /// What a note at the edge says.
  func note(_ registry: Registry) -> Note {
    Note(message: "'\(registry.name(of: activity(in: registry).common.record))' gives it data here", range: range)
  }

  func activity(in registry: Registry) -> Activity { registry.records.activities[Int(activity)] }
}

extension Assessed {
  /// How a body is used as a processor of ours, most plainly; nil for bodies that no duty falls on.
  func processorUse(of party: Party) -> ProcessorUse? { processorUses(of: party).first }

  /// The same for each of our organisations that use it.
  func processorUses(of party: Party) -> [ProcessorUse] {
    guard party.common.isJudged, party.isNamedBody else { return [] }
    return facts.processors.uses(ofParty: Int(registry.header(party.common.record).slot))
  }

  /// Judges a processor for each of our organisations that use it: a contract of one is none of another. The first finding speaks, with
  /// notes for the others.
  func judgeUses(of party: Party, _ judge: (ProcessorUse) -> Verdict) -> Verdict {
    var result = Verdict.notApplicable
    for use in processorUses(of: party) {
      switch (result, judge(use)) {
      case (.finding(var first), .finding(let other)):
        first.notes += [use.note(registry)].filter { !first.notes.contains($0) }
        first.records += other.records.filter { !first.records.contains($0) }
        result = .finding(first)
      case (.finding, _), (_, .notApplicable): break
      case (_, .finding(let first)): result = .finding(first)
      case (.notEvaluable, _): break
      case (_, let verdict): result = verdict
      }
    }
    return result
  }
}

/// A second organisation of the register, which sends letters by the sound register's e-mail service.
/// - Parameter agreements: the contracts with that service.
func exampleTwoOrganisations(agreements: String) -> ExampleTexts {
  [
    "registry.yaml":
      "title: Records of Example Care\norganisations: [example-care, example-trust]\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n",
    "organisations/example-trust.yaml": exampleOrganisation(
      ["title": "Example Trust", "legal-name": "Example Trust Ltd"], isMissed: false),
    "lawful-bases/trust-contract.yaml":
      "title: Contract with the trust\narticle-6: contract\ncontract: {between: [example-trust, subject]}\n",
    "activities/letters.yaml": exampleActivity(
      ["controller": "example-trust", "systems": "mail-system", "basis": "trust-contract"], isMissed: false),
    "processors/mailer.yaml": exampleMailer(agreements: agreements),
  ]
}

/// A sound contract with that service.
func exampleContract(with organisation: String, terms: String = "all", status: String = "in-force") -> String {
  "kind: processing, with: \(organisation), status: \(status), signed: 2025-03-01, breach-notice: PT24H, terms: \(terms), sub-processors: {mode: general, notice: P30D}"
}

/// The sound register's e-mail service for examples, with other agreements or sub-processors; without a mark the title gets one.
/// - Parameters:
///   - terms, authorisation: the lines of the contract's terms and of its rule on sub-processors.
///   - breach: the line of the contract's time to report a breach.
///   - more: further lines of the contract.
func exampleMailer(
  agreements: String? = nil, subProcessors: String? = "[{party: cloud-host, authorised: 2025-03-01, flow-down: true}]",
  terms: String = "terms: all", authorisation: String = "sub-processors: {mode: general, notice: P30D}",
  breach: String = "breach-notice: PT24H", contract more: String = "",
  diligence: String = "{last: 2026-06-01, next: 2027-06-01, result: accepted}"
) -> String {
  let contract = """

      data-processing:
        kind: processing
        with: example-care
        status: in-force
        signed: 2025-03-01
        \(terms)
        \(authorisation)
        \(breach)
        \(more)
    """
  let isMissed = agreements == "" || subProcessors == nil || diligence.isEmpty
  return """
    \(isMissed ? "«title»" : "title"): Mailer
    legal-name: Example Mailer Ltd
    country: GB
    owner: service-lead
    reviewed: 2026-09-01
    services: Sends our messages by e-mail.
    hosting: GB
    access-from: GB
    \(diligence.isEmpty ? "" : "diligence: \(diligence)")
    \(agreements == "" ? "" : "agreements: \(agreements ?? contract)")
    \(subProcessors.map { "sub-processors: \($0)" } ?? "")

    """
}
