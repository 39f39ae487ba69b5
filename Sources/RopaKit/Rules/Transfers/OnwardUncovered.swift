import LocatedYAML

extension Rule {
  /// TRF-023. Bodies in the importer's own country count as well: what binds the importer need not bind them.
  static let onwardUncovered = Rule(
    "onward-transfer-uncovered", .transfers, .warning, .risk,
    title: "An importer abroad passes data on, and what protects them there is not recorded",
    rationale: """
      A safeguard binds the importer; whoever gets the data from it has to be bound too. The clauses ask for that, the test of the law looks at \
      it, and lists of adequate recipients have a rule on it. The chain stands on the record of the importer.
      """,
    remedy: "Ask the importer what binds the other body, and record it as onward of the transfer.",
    citations: ["Art 44", "Decision (EU) 2021/914, clause 8"],
    check: .transfers { transfer, assessed in
      guard transfer.isActive, let regime = transfer.regime.given?.value,
        let importer = assessed.registry.party(transfer.importer.given), let home = importer.country.given,
        assessed.law.isThird(home, regime)
      else { return .notApplicable }
      let registry = assessed.registry
      var recipients: [Reference<Party>] = []
      for entry in importer.subProcessors.elements() where (entry.certainty.given ?? .certain) == .certain {
        if let party = entry.party.given { recipients.append(party) }
      }
      for entry in importer.onward.elements() where (entry.certainty.given ?? .certain) == .certain {
        if let party = entry.party.given { recipients.append(party) }
      }
      let covered = transfer.onward.elements().compactMap(\.party.given?.record)
      var open: [(party: Party, range: SourceRange, place: LegPlace)] = []
      for recipient in recipients where !covered.contains(recipient.record) && !registry.isOurs(recipient.record) {
        guard let party = registry.party(recipient),
          let place = assessed.places(of: party).known.first(where: { assessed.law.isThird($0.territory, regime) })
        else { continue }
        open.append((party, recipient.range, place))
      }
      guard let first = open.first else {
        return importer.subProcessors.hasOpenElement() || importer.onward.hasOpenElement()
          ? .notEvaluable("whom the importer uses is an open question") : recipients.isEmpty ? .notApplicable : .clear
      }
      if transfer.onward.hasOpenElement() { return .notEvaluable("the onward transfers are an open question") }
      let names = open.map {
        "\(registry.name(of: $0.party.common.record)) (\(assessed.law.inText($0.place.territory)))"
      }
      return .finding(
        Observation(
          "\(registry.name(of: importer.common.record)) passes data on to \(joined(names)), and the transfer records no safeguard for that",
          at: transfer.importer.answer.range ?? transfer.common.anchor,
          hint:
            "add onward: [{party: \(registry.header(first.party.common.record).id), country: \(assessed.law.code(first.place.territory)), safeguard: ...}]",
          notes: open.map { Note(message: "it gets them here", range: $0.range) },
          citations: assessed.citations(["transfers-gate", "protection-test"], regime),
          records: [transfer.common.record, importer.common.record] + open.map(\.party.common.record),
          evidence: [Evidence("onward", "none for \(joined(open.map { registry.header($0.party.common.record).id }))")])
      )
    },
    examples: [
      Example(
        "a body that it uses",
        passed("sub-processors: [{party: racks, authorised: 2025-03-01, flow-down: true}]", fires: true)),
      Example("a body that gets them for its own ends", passed("onward: racks", fires: true)),
      Example("in the same country", passed("onward: racks", fires: true, country: "IN")),
      Example(
        "a safeguard is recorded",
        passed("onward: racks", more: "onward: [{party: racks, country: BR, safeguard: The same clauses.}]")),
      Example("at home", passed("onward: racks", country: "GB")),
      Example("perhaps", passed("onward: [{party: racks, certainty: possible}]")),
      Example(
        "the importer is at home",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "GB", more: "onward: racks"),
          "recipients/racks.yaml": racks("BR"), "transfers/reminder-study.yaml": "",
        ]),
      Example("not known yet", passed("onward: {unknown: who else}"), also: ["open-question"]),
    ])

  private static func racks(_ country: String) -> String {
    "title: Racks\nlegal-name: Example Racks Ltd\nkind: company\ncountry: \(country)\n"
  }

  private static func passed(_ line: String, more: String = "", fires: Bool = false, country: String = "BR")
    -> ExampleTexts
  {
    let sound = ExampleTransfers.files(more: more)
    func file(_ path: String) -> String { sound.first { $0.key == path }?.value ?? "" }
    let transfer = file("transfers/reminder-study.yaml")
    return [
      "transfers/reminder-study.yaml": fires
        ? transfer.replacingLine("importer", with: "«analytics-fr»") + "\n" : transfer,
      "assessments/abroad.yaml": file("assessments/abroad.yaml"),
      "activities/appointment-messages.yaml": file("activities/appointment-messages.yaml"),
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "IN", more: line),
      "recipients/racks.yaml": racks(country),
    ]
  }
}
