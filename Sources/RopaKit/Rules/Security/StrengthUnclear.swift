import LocatedYAML

extension Rule {
  /// One measure told twice, with two strengths.
  static let strengthUnclear = Rule(
    "strength-unclear", .security, .advice, .expectation,
    title: "One measure is described twice for the same organisation, with different strengths",
    rationale: """
      The description of security is there to be relied on. Two controls in one list that serve the same measure and give different \
      strengths leave open which of them holds where. Each may be right; together they say too little.
      """,
    remedy: "Put both into one control, or link each to the systems where it holds.",
    citations: ["Art 32(1)", "Art 5(2)"],
    check: .organisations { party, assessed in
      guard party.common.isJudged else { return .notApplicable }
      let references = party.controls.elements()
      let registry = assessed.registry
      for (place, reference) in references.enumerated() {
        guard let control = registry.control(reference), control.isInPlace, let strength = control.strength.given?.first
        else { continue }
        for earlier in references[..<place] {
          guard let other = registry.control(earlier), other.isInPlace, let before = other.strength.given?.first,
            before != strength,
            control.serves(other.measures.elements().map(\.index))
          else { continue }
          return .finding(
            Observation(
              "'\(registry.name(of: earlier.record))' (\(before)) and '\(registry.name(of: reference.record))' (\(strength)) describe the same measure for all of \(registry.name(of: party.common.record)), with different strengths",
              at: reference.range, hint: "put both into one control, or link each to its systems",
              notes: [Note(message: "the other one is listed here", range: earlier.range)],
              records: [party.common.record, reference.record, earlier.record],
              evidence: [Evidence("strength", before), Evidence("strength", strength)]))
        }
      }
      return references.isEmpty ? .notApplicable : .clear
    },
    examples: [
      Example("two strengths", exampleStrengths("[encrypted-connections, «cipher», least-privilege]")),
      Example(
        "each on a system of its own", exampleStrengths("[encrypted-connections, least-privilege]", system: "cipher")),
      Example(
        "the same strength", exampleStrengths("[encrypted-connections, cipher, least-privilege]", strength: "TLS 1.3")),
      Example(
        "another measure",
        exampleStrengths("[encrypted-connections, cipher, least-privilege]", measure: "encryption-at-rest")),
      Example(
        "one of them gives none", exampleStrengths("[encrypted-connections, cipher, least-privilege]", strength: "")),
    ])

  private static func exampleStrengths(
    _ controls: String, strength: String = "AES with 256-bit keys", measure: String = "encryption-in-transit",
    system: String = "access-log"
  ) -> KeyValuePairs<String, String> {
    [
      "organisations/example-care.yaml": exampleOrganisation([
        "controls": String(controls.dropLast()) + ", leavers]"
      ]),
      "controls/cipher.yaml":
        "title: Cipher\nmeasure: \(measure)\nstatus: implemented\n\(strength.isEmpty ? "" : "strength: \(strength)\n")tested: 2026-06-10\ntest-every: P1Y\n\(measure == "encryption-at-rest" ? "key-holder: example-care\n" : "")",
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, \(system)]\n",
    ]
  }
}
