import LocatedYAML

extension Rule {
  /// REV-006. A waiver whose finding is gone is for another rule.
  static let waiverExpired = Rule(
    "waiver-expired", .reviews, .error, .policy,
    title: "A waiver has lapsed, and its finding is still there",
    rationale: """
      A waiver accepts a risk for a limited time. After its last day the finding is open again, and nobody has decided to go on. A renewal is \
      a new decision, with a record of its own.
      """,
    remedy: "Mend what was found, or decide again in a new waiver that supersedes this one.",
    citations: ["Art 5(2)", "Art 24(1)"],
    check: .decisions { judged, assessed in
      switch judged.standing {
      case .closed, .proposed: return .notApplicable
      case .unreadable(let why): return .notEvaluable(why)
      case .inForce, .withoutEffect, .unused: return .clear
      case .lapsed(let last):
        return .finding(
          Observation(
            "The waiver lapsed on \(last), and \(judged.about(assessed)) is open again",
            at: judged.waiver.expires.answer.range ?? judged.waiver.common.anchor,
            hint: "mend what was found and set status: expired, or add a new waiver with supersedes:",
            records: judged.records, evidence: judged.evidence + [Evidence("last day", last.description)]))
      }
    },
    examples: [
      Example("past its last day", ExampleWaiver.files(["expires": "«2026-11-20»"]), also: [ExampleWaiver.rule]),
      Example("on its last day", ExampleWaiver.files(["expires": "2026-11-21"])),
      Example(
        "closed by status", ExampleWaiver.files(["expires": "2026-11-20", "status": "expired"]),
        also: [ExampleWaiver.rule]),
      Example(
        "what was found has been mended",
        ExampleWaiver.files(["expires": "2026-11-20"], finding: "reason: Customers ask about them."),
        also: ["waiver-unused"]),
      Example(
        "it is about another record",
        ExampleWaiver.files(["expires": "2026-11-20", "subject": "retention/accounts"]),
        also: [ExampleWaiver.rule, "waiver-unused"]),
    ])
}

extension JudgedWaiver {
  /// The waiver and the record that it is about.
  var records: [RecordIndex] {
    [record] + (waiver.subject.given.map { $0.value.record.isResolved ? [$0.value.record] : [] } ?? [])
  }

  /// The rule and the record in words: "'location-unknown' on 'Booking system'".
  func about(_ assessed: Assessed) -> String {
    let name = waiver.rule.given.map { "'\($0.value.text)'" } ?? "its rule"
    return name + (records.count > 1 ? " on '\(assessed.registry.name(of: records[1]))'" : "")
  }

  /// What every rule about waivers looks at.
  var evidence: [Evidence] {
    [
      Evidence("kind", waiver.kind.given?.value.rawValue ?? "not given"),
      Evidence("rule", waiver.rule.given?.value.text ?? "not given"),
    ]
  }
}
