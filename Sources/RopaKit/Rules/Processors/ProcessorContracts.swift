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
  /// How a body is used as a processor of ours; nil for bodies that no duty falls on.
  func processorUse(of party: Party) -> ProcessorUse? {
    guard party.common.isJudged, party.isNamedBody else { return nil }
    return facts.processors.use(ofParty: Int(registry.header(party.common.record).slot))
  }
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
