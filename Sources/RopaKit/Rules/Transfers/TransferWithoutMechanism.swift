import LocatedYAML

extension Rule {
  /// TRF-001.
  static let transferWithoutMechanism = Rule(
    "transfer-without-mechanism", .transfers, .error, .barred,
    title: "A transfer names nothing that it rests on",
    rationale: """
      Personal data may leave the area of a regime only through one of its gates: an adequacy finding, a safeguard, or a derogation. A \
      transfer record without a mechanism says that data go, and not why they may.
      """,
    remedy: "Name the mechanism that the contract or the decision gives, or end the transfer.",
    citations: ["UK Art 44A(2)", "EU Art 44", "Art 30(1)(e)", "Art 30(2)(c)"],
    isWaivable: false,
    check: .transfers { transfer, assessed in
      guard transfer.isActive else { return .notApplicable }
      switch transfer.mechanism.answer {
      case .given: return .clear
      case .unknown, .unusable: return .notEvaluable("the mechanism is an open question")
      case .absent, .none, .notApplicable: break
      }
      let regime = transfer.regime.given?.value
      let places = transfer.countries.elements().map(assessed.law.inText).joined(separator: ", ")
      return .finding(
        Observation(
          "The transfer to \(places.isEmpty ? "an unnamed country" : places) names no mechanism",
          at: transfer.mechanism.answer.range ?? transfer.common.anchor,
          hint: "add mechanism: with the word for what the transfer rests on, as in adequacy or idta",
          citations: regime.map { [assessed.law.cite("transfers-gate", $0) ?? "Art 44", "Art 30(1)(e)"] } ?? [],
          records: [transfer.common.record],
          evidence: [Evidence("mechanism", "not given"), Evidence("regime", regime?.rawValue ?? "not given")]))
    },
    examples: [
      Example(
        "no mechanism",
        [
          "transfers/reminder-study.yaml": """
          «title»: Figures for the reminder study
          exporter: example-care
          importer: analytics-fr
          countries: [FR]
          regime: uk-gdpr
          activities: appointment-messages
          """
        ]),
      Example(
        "an open question is not an absence",
        [
          "transfers/reminder-study.yaml": """
          title: Figures for the reminder study
          exporter: example-care
          importer: analytics-fr
          countries: [FR]
          regime: uk-gdpr
          mechanism: {unknown: which clauses were signed, owner: dpo, due: 2027-01-31}
          activities: appointment-messages
          """
        ], also: ["open-question"]),
      Example(
        "an ended transfer is kept for the record",
        [
          "transfers/old-study.yaml": """
          title: Figures for the first study
          exporter: example-care
          importer: analytics-fr
          countries: [FR]
          regime: uk-gdpr
          status: ended
          """
        ]),
    ])
}
