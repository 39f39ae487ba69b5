/// Files or fields of examples by path or name, with their texts.
typealias ExampleTexts = KeyValuePairs<String, String>

/// A small sound activity for examples of rules, with fields replaced, or left out where the new text is empty.
/// - Parameter isMissed: a field left out is missed, so the first key is marked.
func exampleActivity(_ changes: KeyValuePairs<String, String>, isMissed: Bool = true) -> String {
  exampleRecord(
    [
      "title": "Letters", "controller": "example-care", "owner": "service-lead", "subjects": "customers",
      "purposes": "{write: Write to customers.}", "basis": "customer-contract", "data": "name", "sources": "subject",
      "systems": "office-files", "recipients": "{none: only the office}", "retention": "letters", "scale": "small",
      "reviewed": "2026-09-01",
      "provision": "{required: voluntary, if-refused: Without your name we cannot write to you.}",
      "notice-exempt": "{cite: Art 13(4), reason: Customers know what letters we write.}",
      "screening": "{date: 2026-08-15, by: dpo, outcome: no-dpia, reason: No trigger in the recorded facts.}",
    ], changes, isMissed: isMissed)
}

/// Every right whose details an organisation gives, as one that it offers without more to say.
let exampleRights =
  "access: true, rectification: true, erasure: true, restriction: true, portability: true, objection: true"

/// An approved impact assessment of the activity above with all that belongs to it, with fields replaced, or left out and the first key
/// marked.
func exampleImpactAssessment(_ changes: ExampleTexts = [:], isMissed: Bool = true) -> String {
  exampleRecord(
    [
      "title": "What the letters may do to people", "kind": "dpia", "activities": "letters", "status": "approved",
      "date": "2026-08-01", "approved": "2026-09-15", "approver": "dpo", "owner": "dpo", "reviewed": "2026-10-01",
      "description": "Letters are printed in the office and sent by post.",
      "necessity": "Some customers can be reached in no other way.",
      "risks":
        "{lost-letter: {text: Somebody else opens a letter., inherent: medium, residual: low, measures: staff-training}}",
      "residual": "low", "dpo-advice": "{date: 2026-09-01, summary: Train the office., accepted: true}",
      "views": "{sought: false, reason: Customers told us in a survey what they expect.}",
    ], changes, isMissed: isMissed)
}

/// The organisation of the sound register in short, with fields replaced, or left out and the first key marked.
func exampleOrganisation(_ changes: KeyValuePairs<String, String>, isMissed: Bool = true) -> String {
  exampleRecord(
    [
      "title": "Example Care", "legal-name": "Example Care Ltd", "country": "GB", "owner": "dpo",
      "address": "1 High Street, Cambridge", "regimes": "uk-gdpr", "reviewed": "2026-09-01",
      "contacts": "{dpo: {for: [privacy questions, rights, complaints], email: privacy@example.org}}",
      "dpo": "{status: appointed, contact: dpo, notified: 2024-02-01}",
      "registrations": "{ico: {number: ZA123456, tier: 2, paid-until: 2027-10-01}}",
      "rights":
        "{contact: dpo, procedure: handbook/requests.md, respond-within: P1M, \(exampleRights)}",
      "complaints":
        "{contact: dpo, form: https://example.org/complain, acknowledge-within: P14D, outcome: We write to you., log: case system, court: true}",
      "breach": "{procedure: handbook/incidents.md, tested: 2026-05-02}", "training": "{last: 2026-04-15, every: P1Y}",
      "controls": "[encrypted-connections, least-privilege, leavers, staff-training]",
    ], changes, isMissed: isMissed)
}

private func exampleRecord(
  _ sound: KeyValuePairs<String, String>, _ changes: KeyValuePairs<String, String>, isMissed: Bool
) -> String {
  var fields = sound.map { (name: $0.key, value: $0.value) }
  for (name, value) in changes {
    if let known = fields.firstIndex(where: { $0.name == name }) {
      fields[known].value = value
    } else {
      fields.append((name, value))
    }
  }
  let text = fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)\n" }.joined()
  // 0xAB is the second byte of «: a place that is marked already.
  let hasMark = changes.contains { $0.value.utf8.contains(0xAB) }
  return isMissed && !hasMark && changes.contains { $0.value.isEmpty }
    ? "«title»" + text.dropFirst("title".count) : text
}
