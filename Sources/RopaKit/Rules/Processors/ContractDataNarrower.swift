import LocatedYAML

extension Rule {
  /// PRC-005.
  static let contractDataNarrower = Rule(
    "contract-data-narrower", .processors, .warning, .contradiction,
    title: "A processor gets data that its contract does not name",
    rationale: """
      The contract names the types of data, and a processor works on instructions within it. Data beyond the annex are handled without \
      terms, or the annex is out of date.
      """,
    remedy: "Amend the annex of the contract, or cut the data.",
    citations: ["Art 28(3)", "Art 28(3)(a)"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      assessed.judgeUses(of: party) { use in
        let agreements = assessed.bindingAgreements(party, for: use)
        if agreements.isEmpty { return .notApplicable }
        let annexes = agreements.filter { !$0.data.answer.isAbsent }
        guard annexes.count == agreements.count, let annex = annexes.first(where: { !$0.data.elements().isEmpty })
        else {
          return .notApplicable
        }
        if annexes.contains(where: { $0.data.answer.isOpen || !($0.data.given?.open.isEmpty ?? true) }) {
          return .notEvaluable("the data annex is an open question")
        }
        let registry = assessed.registry
        let named = annexes.flatMap { $0.data.elements().map(\.record) }
        var extra: [RecordIndex] = []
        var notes: [Note] = []
        for (record, activity, range) in assessed.data(reaching: party, from: use.organisation)
        where !extra.contains(record) && !registry.isNamed(record, in: named, law: assessed.law.law) {
          extra.append(record)
          notes.append(Note(message: "'\(registry.name(of: activity))' gives it these data here", range: range))
        }
        guard !extra.isEmpty else { return .clear }
        let names = extra.map { registry.name(of: $0) }
        return .finding(
          Observation(
            "\(registry.name(of: party.common.record)) gets \(joined(names)), and the data annex of '\(annex.id)' does not name \(extra.count == 1 ? "it" : "them")",
            at: annex.data.answer.range ?? annex.range,
            hint: "add \(extra.count == 1 ? "it" : "them") to data: once the annex has been amended",
            notes: unique(notes), records: [party.common.record] + extra,
            evidence: [Evidence("beyond the annex", names.joined(separator: ", "))]))
      }
    },
    examples: [
      Example(
        "the activity uses more",
        ["processors/mailer.yaml": exampleMailer(contract: "data: «[name, email, appointment-time, transactions]»")]),
      Example(
        "the annex names them all",
        [
          "processors/mailer.yaml": exampleMailer(
            contract: "data: [name, email, appointment-time, transactions, usage]")
        ]
      ),
      Example(
        "a wider word of the annex counts",
        ["processors/mailer.yaml": exampleMailer(contract: "data: [name, email, transactions, usage]")]),
      Example(
        "the system holds less than the activity uses",
        [
          "processors/mailer.yaml": exampleMailer(contract: "data: [name, email]"),
          "systems/mail-system.yaml":
            "title: Mail system\noperator: mailer\ndata: [name, email]\ncontrols: [encrypted-storage, multi-factor-sign-in]\n",
        ]),
      Example(
        "the annex is an open question",
        ["processors/mailer.yaml": exampleMailer(contract: "data: {unknown: what the annex names}")],
        also: ["open-question"]),
    ])
}

extension Assessed {
  /// The data that running activities of an organisation give a body, with the activity and the place of the edge; open questions are left out.
  fileprivate func data(
    reaching party: Party, from organisation: RecordIndex
  ) -> [(data: RecordIndex, activity: RecordIndex, range: SourceRange)] {
    facts.flowIndex.legs(to: party.common.record).flatMap { index in
      let leg = facts.flows.legs[Int(index)]
      guard leg.isProcessor, leg.certainty == .certain, leg.exporter == organisation else {
        return [(data: RecordIndex, activity: RecordIndex, range: SourceRange)]()
      }
      let activity = registry.records.activities[Int(leg.activity)]
      let own: [RecordIndex]
      if let system = registry.system(leg.system) {
        own = system.data.elements().map(\.record)
      } else {
        own =
          activity.recipients.elements().first { $0.party.given?.range == leg.range }?.data.elements()
          .map(\.record) ?? []
      }
      let data = own.isEmpty ? activity.data.elements().compactMap(\.category.given?.record) : own
      return data.filter(\.isResolved).map { ($0, activity.common.record, leg.range) }
    }
  }
}

extension Registry {
  /// A list of data, such as the annex of a contract, names the category, or the word of the vocabulary that it is a kind of.
  func isNamed(_ data: RecordIndex, in annex: [RecordIndex], law: Law) -> Bool {
    if annex.contains(data) { return true }
    guard let kind = category(data)?.kindOf.given else { return false }
    let word = law.dataCategories[Int(kind.index.value)].term.id
    return annex.contains { other in
      if let record = category(other) { return record.kindOf.given?.index == kind.index }
      return other.isResolved && header(other).id == word
    }
  }
}
