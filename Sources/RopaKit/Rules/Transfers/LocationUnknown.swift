import LocatedYAML

extension Rule {
  /// TRF-025.
  static let locationUnknown = Rule(
    "location-unknown", .transfers, .warning, .blind,
    title: "Data reach a body whose place is not recorded",
    rationale: """
      Whether a flow is a transfer depends on where the body is and where it stores data. Without that, the rules about transfers say \
      nothing of it, and their silence means nothing.
      """,
    remedy:
      "Record the country of the contracting company and the places where it stores data, or leave an open question with an owner.",
    citations: ["Art 28(1)", "Art 30(1)(e)", "Art 44"],
    check: .parties { party, assessed in
      let reached = assessed.facts.flowIndex.legs(to: party.common.record)
      if reached.isEmpty { return .notApplicable }
      if !party.country.answer.isAbsent && !party.hosting.answer.isAbsent { return .clear }
      let legs = reached.map { assessed.facts.flows.legs[Int($0)] }.filter { $0.certainty != .disputed }
      guard let first = legs.first, party.isNamedBody, !party.common.isDisputed else { return .notApplicable }
      let needsCountry = party.country.answer.isAbsent
      // A body that passes the work on, or that a system places elsewhere, need not store anything itself.
      let needsHosting =
        party.hosting.answer.isAbsent && party.subProcessors.elements().isEmpty && !party.subProcessors.hasOpenElement()
        && legs.contains { leg in
          leg.isProcessor && (leg.kind == .recipient || leg.kind == .subProcessor)
            && (assessed.registry.system(leg.system)?.hosting.answer.isAbsent ?? true || leg.kind == .subProcessor)
        }
      guard needsCountry || needsHosting else { return .clear }
      let missing = [needsCountry ? "its country" : nil, needsHosting ? "the places where it stores data" : nil]
        .compactMap { $0 }
      let registry = assessed.registry
      let isSensitive = legs.contains {
        assessed.facts.words.hasSensitiveData(registry.records.activities[Int($0.activity)])
      }
      let stub = [needsCountry ? "country:" : nil, needsHosting ? "hosting:" : nil].compactMap { $0 }
      return .finding(
        Observation(
          "\(registry.name(of: party.common.record)) gets data, and \(joined(missing)) \(missing.count + (needsHosting ? 1 : 0) > 1 ? "are" : "is") not recorded: \(assessed.path(to: first, at: first.places))",
          at: party.common.anchor, hint: "add \(joined(stub)) with two-letter codes, or {unknown: where}",
          notes: [Note(message: "The data come from here", range: first.range)],
          severity: isSensitive ? .error : .warning,
          citations: ["Art 28(1)", "Art 30(1)(e)"]
            + registry.regimes(of: registry.records.activities[Int(first.activity)]).compactMap {
              assessed.law.cite("transfers-gate", $0)
            },
          records: [party.common.record, first.exporter],
          evidence: [Evidence("not recorded", missing.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "a recipient without a country",
        [
          "recipients/analytics-fr.yaml": """
          «title»: Mesure Exemple
          legal-name: Mesure Exemple SAS
          kind: company
          category: research partner
          when: Once a month, for a study of reminders.
          agreements: {sharing: {kind: sharing, status: in-force, signed: 2026-01-15}}
          """
        ]),
      Example(
        "a processor that does not say where it stores data",
        [
          "processors/cloud-host.yaml": """
          «title»: Cloud Host
          legal-name: Example Cloud Host Ltd
          kind: company
          country: GB
          category: hosting
          owner: service-lead
          reviewed: 2026-09-01
          services: Hosts the e-mail service for Mailer.
          access-from: GB
          sub-processors: {none: it runs its own machines}
          """
        ]),
      Example(
        "an open question has an owner already",
        [
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(
            country: "{unknown: where the company is registered, owner: dpo, due: 2027-01-31}")
        ], also: ["open-question"]),
      Example(
        "a class of bodies has no country",
        [
          "recipients/analytics-fr.yaml": """
          title: Research partners
          kind: class
          category: research partners
          when: Once a month, for a study of reminders.
          agreements: {sharing: {kind: sharing, status: in-force, signed: 2026-01-15}}
          """
        ]),
    ])
}
