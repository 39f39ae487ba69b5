/// A finding of a warning and a waiver of it, for examples of rules about decisions.
enum ExampleWaiver {
  /// The rule whose finding the example is about.
  static let rule = "retention-reason-missing"
  /// A rule that speaks with an error.
  static let errorRule = "owner-missing"
  /// The fingerprints of the findings, as `ropa waive` gives them; they change when what the rules look at changes.
  static let facts = "ea5e27bdc93f-71b4ad"
  static let errorFacts = "f5b1839a8ba3-71b4ad"
  static let factsOfMissingData = "d8ad33a1bb1b-f42864"

  /// A waiver in force, with fields replaced, or left out.
  /// - Parameter isFaulty: the place of a fault is the first key, for what is missing.
  static func waiver(_ changes: KeyValuePairs<String, String>, isFaulty: Bool = false) -> String {
    var fields: [(name: String, value: String)] = [
      ("kind", "accept"), ("rule", rule), ("subject", "retention/messages"), ("facts", facts),
      ("reason", "The service is being replaced, and the reason is settled with the new one in the autumn."),
      ("risk", "{likelihood: low, impact-on-people: low}"), ("requested-by", "service-lead"),
      ("requested", "2026-11-01"),
      ("dpo-view", "{by: dpo, date: 2026-11-02, text: Acceptable until the autumn., agrees: true}"),
      ("approved-by", "head-of-service"), ("approved", "2026-11-04"), ("approver-role", "risk-owner"),
      ("expires", "2027-01-31"), ("status", "active"),
    ]
    for (name, value) in changes {
      if let known = fields.firstIndex(where: { $0.name == name }) {
        fields[known].value = value
      } else {
        fields.append((name, value))
      }
    }
    let text = fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)\n" }.joined()
    return isFaulty ? "«kind»" + text.dropFirst("kind".count) : text
  }

  /// The waiver with the record that it is about.
  /// - Parameter finding: a line that mends what is found.
  static func files(
    _ changes: KeyValuePairs<String, String>, finding: String = "", isFaulty: Bool = false
  ) -> KeyValuePairs<String, String> {
    [
      "people/head-of-service.yaml": "title: Director of services\n",
      "retention/messages.yaml":
        "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\n"
        + "disposal: {method: monthly job, verified: 2026-08-01}\n" + (finding.isEmpty ? "" : finding + "\n"),
      "waivers/messages.yaml": waiver(changes, isFaulty: isFaulty),
    ]
  }

  /// The same about a finding that is an error.
  static func errorFiles(
    _ changes: KeyValuePairs<String, String>, isFaulty: Bool = false
  ) -> KeyValuePairs<String, String> {
    let own: [(String, String)] = [("rule", errorRule), ("subject", "activities/letters"), ("facts", errorFacts)]
    let text = waiver(changes, isFaulty: isFaulty).utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let line = String(Substring(line))
      return own.first { line.utf8.starts(with: ($0.0 + ":").utf8) }.map { "\($0.0): \($0.1)" } ?? line
    }
    return [
      "people/head-of-service.yaml": "title: Director of services\n",
      "activities/letters.yaml": exampleActivity(["owner": ""], isMissed: false),
      "waivers/letters.yaml": text.joined(separator: "\n") + "\n",
    ]
  }
}
