import LocatedYAML

extension Rule {
  /// PRC-016. A law that makes the processor keep the data is the reason under none:.
  static let deletionUnconfirmed = Rule(
    "end-of-contract-deletion-open", .processors, .error, .mandatory,
    title: "A contract with a processor has ended, and nobody has confirmed that the data are gone or returned",
    rationale: """
      At the end the processor deletes or returns everything, as the controller chooses, unless a law makes it keep the data. How long that may \
      take is your policy: 60 days unless registry.yaml says otherwise. Where another contract follows, the data stay with good reason.
      """,
    remedy: "Get the confirmation and record its day, or the law that makes it keep the data.",
    citations: ["Art 28(3)(g)"],
    check: .parties { party, assessed in
      guard let agreements = party.agreements.given?.values, !agreements.isEmpty, party.common.isJudged else {
        return .notApplicable
      }
      if agreements.contains(where: { $0.binds(on: assessed.day) }) { return .clear }
      let grace = assessed.policy(\.deletionAfterEnd, Policy.defaultDeletionAfterEnd)
      for agreement in agreements where agreement.bindsProcessor == true {
        let isEnded = agreement.status.given?.value == .ended
        guard case .given(let last, let range) = agreement.expires.answer else {
          if isEnded && agreement.deletionConfirmed.answer.isAbsent {
            return .notEvaluable("when the contract ended is not recorded")
          }
          continue
        }
        guard isEnded || last < assessed.day, last.adding(grace) < assessed.day else { continue }
        switch agreement.deletionConfirmed.answer.standing(anchor: range) {
        case .answered: continue
        case .open: return .notEvaluable("whether deletion was confirmed is an open question")
        case .missing(let place):
          return .finding(
            Observation(
              "The contract '\(agreement.id)' with \(assessed.registry.name(of: party.common.record)) ended on \(last), and that the data were deleted or returned is not confirmed",
              at: place, hint: "add deletion-confirmed: with the day, or {none: the law that makes it keep them}",
              records: [party.common.record], evidence: [Evidence("expires", last.description)]))
        }
      }
      return .clear
    },
    examples: [
      Example("ended in January", exampleEnded("expires: «2026-01-31»")),
      Example("sixty days ago", exampleEnded("expires: 2026-09-22")),
      Example("a day more", exampleEnded("expires: «2026-09-21»")),
      Example("its last day has passed", exampleEnded("expires: «2026-01-31»", status: "in-force")),
      Example("confirmed", exampleEnded("expires: 2026-01-31, deletion-confirmed: 2026-02-20")),
      Example(
        "a law makes it keep them",
        exampleEnded("expires: 2026-01-31, deletion-confirmed: {none: it keeps invoices by law}")),
      Example(
        "another contract follows",
        exampleEnded(
          "expires: 2026-01-31",
          more: ", next: {kind: processing, status: in-force, signed: 2026-02-01, terms: all, breach-notice: PT24H}")),
      Example("an agreement about sharing", exampleEnded("expires: 2026-01-31", kind: "sharing")),
      Example(
        "not known yet", exampleEnded("expires: 2026-01-31, deletion-confirmed: {unknown: who has the letter}"),
        also: ["open-question"]),
    ])

  private static func exampleEnded(
    _ fields: String, kind: String = "processing", status: String = "ended", more: String = ""
  ) -> ExampleTexts {
    [
      "processors/old-mailer.yaml":
        "title: Old mailer\nlegal-name: Example Old Mailer Ltd\ncountry: GB\nowner: service-lead\nreviewed: 2026-09-01\nagreements: {contract: {kind: \(kind), status: \(status), signed: 2023-01-01, terms: all, \(fields)}\(more)}\n"
    ]
  }
}
