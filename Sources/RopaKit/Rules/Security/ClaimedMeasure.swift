import LocatedYAML

extension Rule {
  /// SEC-010, for claims that name a measure.
  static let claimedMeasureNotInPlace = Rule(
    "claimed-measure-not-in-place", .security, .error, .contradiction,
    title: "A statement promises a measure that the records show as not in place",
    rationale: """
      People rely on what they are told about the protection of their data. A control that is planned or half done does not bear a sentence \
      that speaks of it as a fact, nor does one that nobody has on record; that none is recorded does not say that there is none. A \
      statement without a claim is read too, for English words of encryption. Paper is left out.
      """,
    remedy: "Put the measure in place and record it, or correct the sentence.",
    citations: ["Art 5(1)(a)", "Art 5(2)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, let claimed = statement.claimedMeasures(assessed.registry) else {
        return .notApplicable
      }
      let measures = assessed.measures(named: claimed.names)
      let systems = assessed.systems(of: statement).filter { $0.medium.given != .paper }
      guard !systems.isEmpty else {
        return statement.about.answer.isOpen
          ? .notEvaluable("what the statement speaks of is an open question") : .notApplicable
      }
      var lacking: [(system: System, control: Control?)] = []
      var isOpen = false
      for system in systems {
        let users = assessed.activities(naming: system.common.record)
        let organisation = users.first.map { assessed.registry.organisation(of: $0) } ?? RecordIndex(-1)
        var found = assessed.measures(of: system, usedBy: organisation)
        for user in users { found.add(user.controls, assessed.registry) }
        if found.have(measures) { continue }
        let absent = (found.notInPlace + found.retired).first { $0.serves(measures) }
        if absent == nil && found.isOpen { isOpen = true } else { lacking.append((system, absent)) }
      }
      // A control that is there and not in place says more than one that is nowhere.
      lacking = lacking.filter { $0.control != nil } + lacking.filter { $0.control == nil }
      if lacking.isEmpty { return isOpen ? .notEvaluable("the measures of a system are an open question") : .clear }
      return .finding(assessed.notInPlace(statement, claimed.words, lacking))
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
        "nothing on record", exampleClaim("claim: «encrypted»", status: ""), also: ["transit-encryption-missing"],
        severity: .warning),
      Example(
        "nothing on record, and no claim but the words",
        exampleClaim("", status: "", text: "«All your data are encrypted.»"), also: ["transit-encryption-missing"],
        severity: .warning),
      Example(
        "words that deny it", exampleClaim("", status: "", text: "E-mail is not encrypted."),
        also: ["transit-encryption-missing"]),
      Example("other words without a claim", exampleClaim("", status: ""), also: ["transit-encryption-missing"]),
      Example(
        "words in another language are not read", exampleClaim("", status: "", text: "{cy: Mae popeth yn encrypted.}"),
        also: ["transit-encryption-missing"]),
      Example(
        "paper cannot be encrypted", exampleClaim("claim: encrypted", status: "", system: "medium: paper\n"),
        also: ["transit-encryption-missing"]),
      Example(
        "what the system has is an open question",
        exampleClaim("claim: encrypted", status: "", controls: "{unknown: what the disks have}"),
        also: ["open-question"]),
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

  private static func exampleClaim(
    _ fields: String, status: String, about: Bool = true, text: String = "Your data are safe.", system: String = "",
    controls: String? = nil
  ) -> ExampleTexts {
    [
      "statements/data-encrypted.yaml":
        "kind: claim\n\(fields)\n\(about ? "about: {systems: office-files}\n" : "")text: \(text)\n",
      "controls/encrypted-connections.yaml":
        "title: Encrypted connections\nmeasure: monitoring\nstatus: implemented\ntested: 2026-06-10\ntest-every: P1Y\n",
      "controls/disk-encryption.yaml":
        "title: Encrypted disks\nmeasure: encryption-at-rest\nstatus: \(status.isEmpty ? "implemented" : status)\ndue: 2027-05-01\ntested: 2026-06-10\ntest-every: P1Y\n",
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: \(controls ?? (status.isEmpty ? "[access-log]" : "[disk-encryption, access-log]"))\n\(system)",
    ]
  }
}

extension Assessed {
  fileprivate func notInPlace(
    _ statement: Statement, _ claim: String, _ lacking: [(system: System, control: Control?)]
  ) -> Observation {
    var notes: [Note] = []
    for (system, control) in lacking {
      let range =
        control.map { $0.status.answer.range ?? $0.common.anchor } ?? system.controls.answer.range
        ?? system.common.anchor
      if notes.contains(where: { $0.range == range }) { continue }
      notes.append(
        Note(
          message: control.map {
            "'\(registry.name(of: $0.common.record))' is \($0.status.given?.value.rawValue ?? "not in place")"
          } ?? "'\(registry.name(of: system.common.record))' has no such control", range: range))
    }
    let (system, control) = lacking[0]
    let state =
      control.map {
        "the control '\(registry.name(of: $0.common.record))' is \($0.status.given?.value.rawValue ?? "not in place")"
      } ?? "no control for that is on record"
    let isPlain = control != nil && (statement.strength.given ?? .absolute) == .absolute
    return Observation(
      "The statement speaks of \(claim), and for \(registry.name(of: system.common.record)) \(state)",
      at: statement.claim.answer.range ?? statement.common.text.answer.range ?? statement.common.anchor,
      hint: control == nil
        ? "link the control to the system, or correct text:"
        : "set the control's status: when it is in place, or correct text:",
      notes: notes, severity: isPlain ? .error : .warning,
      records: [statement.common.record]
        + lacking.flatMap { [$0.control?.common.record, $0.system.common.record].compactMap(\.self) },
      evidence: [Evidence("claim", statement.claim.given?.rawValue ?? claim)])
  }
}

extension Statement {
  /// What is claimed, with the measures any of which bears it; nil for claims about other things.
  fileprivate func claimedMeasures(_ registry: Registry) -> (words: String, names: [String])? {
    let encryption = ("encryption", ["encryption-at-rest", "encryption-in-transit"])
    switch claim.answer {
    case .given(.encrypted, _): return encryption
    case .given(.accessLimited, _): return ("limited access", ["access-control", "privileged-access"])
    case .absent: return speaksOfEncryption(registry) ? encryption : nil
    default: return nil
    }
  }

  private func speaksOfEncryption(_ registry: Registry) -> Bool {
    guard [.claim, .promise].contains(kind.given?.value ?? .claim) else { return false }
    let texts = registry.ownTexts(of: registry.header(common.record)).filter(\.isEnglish)
    return texts.contains { text in
      text.sentences.contains { bytes in
        encrypting.contains { word in bytes.says(word) && EnglishSentence(bytes).affirms(word) }
      }
    }
  }
}

private let encrypting = ["encrypted", "encrypt", "encrypts", "encryption"]

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
