/// A sound website of the sound register's organisation for examples, with fields replaced, or left out where the new text is empty.
func exampleSite(_ changes: KeyValuePairs<String, String> = [:]) -> String {
  exampleText(
    [
      "title": "Website", "kind": "web", "address": "https://example.org", "visitors": "uk", "system": "mail-system",
      "banner":
        "{buttons: [Accept, Refuse], reject-first-layer: true, preticked: false, withdraw: a link on each page}",
      "scan": "{date: 2026-11-01, items: {none: nothing but what is recorded}}",
    ], changes)
}

/// A sound cookie of our own that waits for consent.
func exampleCookie(_ changes: KeyValuePairs<String, String> = [:]) -> String {
  exampleText(
    [
      "title": "Counting visits", "names": "[visit-count]", "sites": "website", "setter": "example-care",
      "purpose": "Count which pages are read.", "category": "statistics", "duration": "P6M", "route": "consent",
      "fires": "after-consent", "shared-with": "{none: nobody else}",
      "activity": "appointment-messages",
    ], changes)
}

private func exampleText(_ sound: KeyValuePairs<String, String>, _ changes: KeyValuePairs<String, String>) -> String {
  var fields = sound.map { (name: $0.key, value: $0.value) }
  for (name, value) in changes {
    if let known = fields.firstIndex(where: { $0.name == name }) {
      fields[known].value = value
    } else {
      fields.append((name, value))
    }
  }
  return fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)\n" }.joined()
}
