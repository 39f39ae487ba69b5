import LocatedYAML

extension Rule {
  /// RGT-008. The law asks for the acknowledgement and the outcome; the log is how an organisation can show them.
  static let complaintLogMissing = Rule(
    "complaint-log-missing", .rights, .warning, .expectation,
    title: "Where complaints are recorded is not said",
    rationale: """
      Where people have a right to complain to the controller, their complaints are acknowledged in time and answered without undue delay. \
      Only the days of receipt, acknowledgement and outcome can show it.
      """,
    remedy: "Record under log where complaints are kept with their days.",
    citations: ["DPA s.164A", "DPA s.164B"],
    yieldsTo: ["controller-complaints-channel-missing"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own, assessed.facts.duties.decides(party.common.record),
        case .given(let complaints, let range) = own.complaints.answer
      else { return .notApplicable }
      let duties = own.declaredRegimes.flatMap { regime in
        assessed.law.complaintDuties(regime).compactMap { assessed.law.cite($0.row, regime) }
      }
      guard !duties.isEmpty else { return .notApplicable }
      let place: SourceRange
      switch complaints.log.answer.standing(anchor: range, noneCounts: false) {
      case .answered: return .clear
      case .open: return .notEvaluable("where complaints are recorded is an open question")
      case .missing(let range): place = range
      }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) does not say where complaints are recorded", at: place,
          hint: "add log: to complaints:", citations: unique(duties), records: [party.common.record],
          evidence: [Evidence("complaints.log", "not given")]))
    },
    examples: [
      Example("no log", care("«{\(complete)}»")),
      Example("a log", care("{\(complete), log: case system}")),
      Example(
        "where is an open question", care("{\(complete), log: {unknown: where they are kept}}"), also: ["open-question"]
      ),
      Example("before the duty began", care("{\(complete)}"), also: ["activity-without-notice"], asOf: "2026-06-18"),
      Example(
        "under a regime without the duty",
        [
          "organisations/example-care.yaml": exampleOrganisation(
            [
              "complaints": "{\(complete)}", "country": "IE", "regimes": "eu-gdpr", "registrations": "",
            ], isMissed: false)
        ], also: ["implied-transfer-recipient"]),
      Example(
        "nothing on complaints has a finding of its own",
        ["organisations/example-care.yaml": exampleOrganisation(["complaints": ""], isMissed: false)],
        also: ["controller-complaints-channel-missing"]),
    ])

  private static let complete =
    "contact: dpo, form: \"https://example.org/complain\", acknowledge-within: P14D, outcome: We write to you., court: true"

  private static func care(_ complaints: String) -> ExampleTexts {
    ["organisations/example-care.yaml": exampleOrganisation(["complaints": complaints])]
  }
}
