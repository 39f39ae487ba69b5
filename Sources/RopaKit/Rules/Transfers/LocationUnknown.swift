import LocatedYAML

extension Rule {
  /// TRF-025.
  static let locationUnknown = Rule(
    "location-unknown", .transfers, .warning, .blind,
    title: "Data reach a body or a system whose place is not recorded",
    rationale: """
      Whether a flow is a transfer depends on where the body is and where it stores data, and for a system of your own on where that is. \
      Without it, the rules about transfers say nothing of it, and their silence means nothing.
      """,
    remedy:
      "Record the country of the contracting company and the places where it stores data, or leave an open question with an owner.",
    citations: ["Art 28(1)", "Art 30(1)(e)", "Art 44"],
    check: .records { header, common, assessed in
      switch header.kind {
      case .organisations, .processors, .recipients:
        assessed.registry.party(common.record).map { assessed.location(of: $0) } ?? .notApplicable
      case .systems: assessed.registry.system(common.record).map { assessed.location(of: $0) } ?? .notApplicable
      default: .notApplicable
      }
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
        "a system of our own", ["systems/office-files.yaml": office("«title»")]),
      Example(
        "a system of our own with data on health",
        [
          "systems/office-files.yaml": office("«title»"),
          "activities/letters.yaml": exampleActivity(["data": "[name, health]", "basis": "care"]),
          "lawful-bases/care.yaml": exampleCareBasis,
        ], severity: .error),
      Example("a cupboard of our own", ["systems/office-files.yaml": office("title", "medium: paper\n")]),
      Example(
        "where a system of our own is, is an open question",
        ["systems/office-files.yaml": office("title", "hosting: {unknown: in which data centre}\n")],
        also: ["open-question"]),
      Example(
        "a system of our own that nothing uses",
        ["systems/old-files.yaml": "title: Old files\noperator: example-care\ncontrols: encrypted-storage\n"]),
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

  private static func office(_ title: String, _ more: String = "") -> String {
    "\(title): Office files\noperator: example-care\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n\(more)"
  }
}

extension Assessed {
  fileprivate func location(of party: Party) -> Verdict {
    let reached = facts.flowIndex.legs(to: party.common.record)
    if reached.isEmpty { return .notApplicable }
    if !party.country.answer.isAbsent && !party.hosting.answer.isAbsent { return .clear }
    let legs = reached.map { facts.flows.legs[Int($0)] }.filter { $0.certainty != .disputed }
    guard let first = legs.first, party.isNamedBody, !party.common.isDisputed else { return .notApplicable }
    let needsCountry = party.country.answer.isAbsent
    // A body that passes the work on, or that a system places elsewhere, need not store anything itself.
    let needsHosting =
      party.hosting.answer.isAbsent && party.subProcessors.elements().isEmpty && !party.subProcessors.hasOpenElement()
      && legs.contains { leg in
        leg.isProcessor && (leg.kind == .recipient || leg.kind == .subProcessor)
          && (registry.system(leg.system)?.hosting.answer.isAbsent ?? true || leg.kind == .subProcessor)
      }
    guard needsCountry || needsHosting else { return .clear }
    let missing = [needsCountry ? "its country" : nil, needsHosting ? "the places where it stores data" : nil]
      .compactMap { $0 }
    let isSensitive = legs.contains {
      facts.words.hasSensitiveData(registry.records.activities[Int($0.activity)])
    }
    let stub = [needsCountry ? "country:" : nil, needsHosting ? "hosting:" : nil].compactMap { $0 }
    return .finding(
      Observation(
        "\(registry.name(of: party.common.record)) gets data, and \(joined(missing)) \(missing.count + (needsHosting ? 1 : 0) > 1 ? "are" : "is") not recorded: \(path(to: first, at: first.places))",
        at: party.common.anchor, hint: "add \(joined(stub)) with two-letter codes, or {unknown: where}",
        notes: [Note(message: "The data come from here", range: first.range)],
        severity: isSensitive ? .error : .warning,
        citations: ["Art 28(1)", "Art 30(1)(e)"]
          + registry.regimes(of: registry.records.activities[Int(first.activity)]).compactMap {
            law.cite("transfers-gate", $0)
          },
        records: [party.common.record, first.exporter],
        evidence: [Evidence("not recorded", missing.joined(separator: ", "))]))
  }

  /// A system that we run ourselves is on no leg; its places are nowhere else than on it or on our own record.
  fileprivate func location(of system: System) -> Verdict {
    guard system.common.isJudged, system.hosting.answer.isAbsent, (system.medium.given ?? .electronic) == .electronic,
      let ours = system.operator_.given?.record, registry.isOurs(ours)
    else { return .notApplicable }
    let users = activities(naming: system.common.record)
    guard let first = users.first else { return .notApplicable }
    guard registry.party(ours)?.hosting.answer.isAbsent ?? true else { return .clear }
    return .finding(
      Observation(
        "'\(registry.name(of: first.common.record))' keeps data in \(registry.name(of: system.common.record)), which \(registry.name(of: ours)) runs itself, and the places where it stores data are not recorded",
        at: system.common.anchor, hint: "add hosting: with two-letter codes, or {unknown: where}",
        severity: users.contains { facts.words.hasSensitiveData($0) } ? .error : .warning,
        citations: ["Art 28(1)", "Art 30(1)(e)"]
          + registry.regimes(of: first).compactMap { law.cite("transfers-gate", $0) },
        records: [system.common.record, ours] + users.prefix(5).map(\.common.record),
        evidence: [Evidence("not recorded", "the places where it stores data")]))
  }
}
