import LocatedYAML

extension Rule {
  /// SEC-010, for claims that name a measure.
  static let claimedMeasureNotInPlace = Rule(
    "claimed-measure-not-in-place", .security, .error, .contradiction,
    title: "A statement promises a measure that the records show as not in place",
    rationale: """
      People rely on what they are told about the protection of their data. A control that is planned or half done does not bear a sentence \
      that speaks of it as a fact.
      """,
    remedy: "Put the measure in place, or correct the sentence.",
    citations: ["Art 5(1)(a)", "Art 5(2)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, let claimed = statement.claimedMeasures else { return .notApplicable }
      let measures = assessed.measures(named: claimed)
      let systems = assessed.systems(of: statement)
      guard !systems.isEmpty else {
        return statement.about.answer.isOpen
          ? .notEvaluable("what the statement speaks of is an open question") : .notApplicable
      }
      var lacking: [(system: System, control: Control)] = []
      var isOpen = false
      for system in systems {
        let users = assessed.activities(naming: system.common.record)
        let organisation = users.first.map { assessed.registry.organisation(of: $0) } ?? RecordIndex(-1)
        let found = assessed.measures(of: system, usedBy: organisation)
        if found.have(measures) { continue }
        if found.isOpen { isOpen = true }
        let absent = (found.notInPlace + found.retired).first { $0.serves(measures) }
        if let absent { lacking.append((system, absent)) }
      }
      guard let first = lacking.first else {
        return isOpen ? .notEvaluable("the measures of a system are an open question") : .clear
      }
      let registry = assessed.registry
      var notes: [Note] = []
      for item in lacking {
        let range = item.control.status.answer.range ?? item.control.common.anchor
        if notes.contains(where: { $0.range == range }) { continue }
        notes.append(
          Note(
            message:
              "'\(registry.name(of: item.control.common.record))' is \(item.control.status.given?.value.rawValue ?? "not in place")",
            range: range))
      }
      return .finding(
        Observation(
          "The statement speaks of \(statement.claim.given == .encrypted ? "encryption" : "limited access"), and for \(registry.name(of: first.system.common.record)) the control '\(registry.name(of: first.control.common.record))' is \(first.control.status.given?.value.rawValue ?? "not in place")",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "set the control's status: when it is in place, or correct text:",
          notes: notes, severity: (statement.strength.given ?? .absolute) == .absolute ? .error : .warning,
          records: [statement.common.record] + lacking.flatMap { [$0.control.common.record, $0.system.common.record] },
          evidence: [Evidence("claim", statement.claim.given?.rawValue ?? "")]))
    },
    examples: [
      Example("planned", exampleClaim("claim: «encrypted»", status: "planned"), also: ["transit-encryption-missing"]),
      Example("half done", exampleClaim("claim: «encrypted»", status: "partial"), also: ["transit-encryption-missing"]),
      Example(
        "a best effort", exampleClaim("claim: «encrypted»\nstrength: best-effort", status: "planned"),
        also: ["transit-encryption-missing"],
        severity: .warning),
      Example("given up", exampleClaim("claim: «encrypted»", status: "retired"), also: ["transit-encryption-missing"]),
      Example(
        "in place", exampleClaim("claim: encrypted", status: "implemented"), also: ["transit-encryption-missing"]),
      Example(
        "another measure of the same system is planned", exampleClaim("claim: access-limited", status: "planned"),
        also: ["transit-encryption-missing"]),
      Example(
        "about another system",
        exampleClaim("claim: encrypted\nabout: {systems: mail-system}", status: "planned", about: false),
        also: ["transit-encryption-missing"]),
    ])

  private static func exampleClaim(_ fields: String, status: String, about: Bool = true) -> ExampleTexts {
    [
      "statements/data-encrypted.yaml":
        "kind: claim\n\(fields)\n\(about ? "about: {systems: office-files}\n" : "")text: Your data are safe.\n",
      "controls/encrypted-connections.yaml":
        "title: Encrypted connections\nmeasure: monitoring\nstatus: implemented\ntested: 2026-06-10\ntest-every: P1Y\n",
      "controls/disk-encryption.yaml":
        "title: Encrypted disks\nmeasure: encryption-at-rest\nstatus: \(status)\ndue: 2027-05-01\ntested: 2026-06-10\ntest-every: P1Y\n",
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [disk-encryption, access-log]\n",
    ]
  }
}

extension Statement {
  /// The measures, any of which bears the claim; nil for claims about other things.
  fileprivate var claimedMeasures: [String]? {
    switch claim.given {
    case .encrypted: ["encryption-at-rest", "encryption-in-transit"]
    case .accessLimited: ["access-control", "privileged-access"]
    default: nil
    }
  }
}

extension Assessed {
  /// The systems that a statement speaks of: those it names, those of activities it names, those run by bodies it names; without a scope
  /// all that running activities use.
  func systems(of statement: Statement) -> [System] {
    let about = statement.about.given
    if about == nil && !statement.about.answer.isAbsent { return [] }
    return registry.records.systems.filter { system in
      guard system.common.isJudged else { return false }
      guard let about else { return !activities(naming: system.common.record).isEmpty }
      if about.systems.elements().contains(where: { $0.record == system.common.record }) { return true }
      if let runs = system.operator_.given, about.parties.elements().contains(where: { $0.record == runs.record }) {
        return true
      }
      return about.activities.elements().contains { reference in
        registry.activity(reference)?.systems.elements().contains { $0.record == system.common.record } ?? false
      }
    }
  }
}
