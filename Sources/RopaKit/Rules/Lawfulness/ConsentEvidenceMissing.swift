import LocatedYAML

extension Rule {
  /// LAW-009, for the record of the consent.
  static let consentEvidenceMissing = Rule(
    "consent-evidence-missing", .lawfulness, .error, .mandatory,
    title: "A consent that carries a basis cannot be shown from its record",
    rationale: """
      Consent has to be demonstrable: how it was given, to which words, and where the proof is. It must be as easy to take back as to give. \
      For consent on paper the words may be the number of a scan.
      """,
    remedy: "Record the mechanism, the words, how people withdraw and where the proof is kept.",
    citations: ["Art 7(1)", "Art 7(3)", "Art 4(11)"],
    // What cannot be consent needs no proof of it.
    yieldsTo: ["consent-mechanism-unfit"],
    check: .consents { consent, assessed in
      guard assessed.carriesBasis(consent) else { return .notApplicable }
      let anchor = consent.common.anchor
      var missing = Missing()
      missing.look(
        consent.mechanisms.answer.standing(anchor: anchor, noneCounts: false), "way in which it is given", "mechanism")
      missing.look(consent.wording.answer.standing(anchor: anchor, noneCounts: false), "wording", "wording")
      missing.look(
        consent.withdraw.answer.standing(anchor: anchor, noneCounts: false), "way to withdraw it", "withdraw")
      missing.look(
        consent.evidence.answer.standing(anchor: anchor, noneCounts: false), "place of the proof", "evidence")
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("part of the consent is an open question") : .clear
      }
      return .finding(
        Observation(
          "The consent '\(assessed.registry.name(of: consent.common.record))' carries a lawful basis and records \(missing.words)",
          at: missing.range(anchor: anchor), hint: missing.hint,
          records: [consent.common.record] + assessed.bases(restingOn: consent).map(\.common.record),
          evidence: missing.evidence))
    },
    examples: [
      Example("no mechanism", without("mechanism")),
      Example("no words", without("wording")),
      Example("no way to withdraw", without("withdraw")),
      Example("no proof", without("evidence")),
      Example(
        "a consent that no basis names has another finding",
        ["consents/old-box.yaml": "title: Old box\nmechanism: opt-out\nfunction: basis\n"], also: ["consent-unused"]),
      Example(
        "the proof is an open question",
        exampleConsent(Rule.soundConsent.replacingLine("evidence", with: "{unknown: where the log is}")),
        also: ["open-question"]),
      Example("all there", exampleConsent(Rule.soundConsent)),
      Example(
        "a courtesy beside another basis",
        ["consents/courtesy.yaml": "title: We ask first\nmechanism: spoken\nfunction: courtesy\n"]),
    ])

  private static func without(_ field: String) -> KeyValuePairs<String, String> {
    exampleConsent(title: "«title»", Rule.soundConsent.replacingLine(field, with: nil))
  }
}

extension String {
  /// The text with the value of a field on a line of its own exchanged, or without that line; for examples.
  func replacingLine(_ field: String, with value: String?) -> String {
    split(separator: "\n").compactMap { line -> String? in
      guard line.utf8.starts(with: (field + ":").utf8) else { return String(line) }
      return value.map { "\(field): \($0)" }
    }.joined(separator: "\n")
  }
}
