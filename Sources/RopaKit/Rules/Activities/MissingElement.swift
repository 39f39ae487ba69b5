import LocatedYAML

extension Activity {
  /// Judges a field that an activity has to fill in.
  /// - Parameters:
  ///   - element: what it is, as in "purpose".
  ///   - field: its name in the file, without the colon.
  ///   - hint: the smallest edit.
  func judge(
    _ standing: Standing, _ element: StaticString, field: StaticString, hint: StaticString, _ assessed: Assessed
  ) -> Verdict {
    switch standing {
    case .answered: .clear
    case .open: .notEvaluable("the field '\(field)' is an open question")
    case .missing(let range):
      .finding(
        Observation(
          "'\(assessed.registry.name(of: common.record))' records no \(element)", at: range, hint: hint.description,
          records: [common.record], evidence: [Evidence(field.description, "not given")]))
    }
  }
}

/// A small sound activity for examples of rules, with fields replaced, or left out where the new text is empty.
/// - Parameter isMissed: a field left out is missed, so the first key is marked.
func exampleActivity(_ changes: KeyValuePairs<String, String>, isMissed: Bool = true) -> String {
  var fields: [(name: String, value: String)] = [
    ("title", "Letters"), ("controller", "example-care"), ("owner", "service-lead"), ("subjects", "customers"),
    ("purposes", "{write: Write to customers.}"), ("basis", "customer-contract"), ("data", "name"),
    ("sources", "subject"), ("systems", "office-files"), ("recipients", "{none: only the office}"),
    ("retention", "messages"), ("scale", "small"), ("reviewed", "2026-09-01"),
    ("provision", "{required: voluntary, if-refused: Without your name we cannot write to you.}"),
    ("screening", "{date: 2026-08-15, by: dpo, outcome: no-dpia, reason: No trigger in the recorded facts.}"),
  ]
  for (name, value) in changes {
    if let known = fields.firstIndex(where: { $0.name == name }) {
      fields[known].value = value
    } else {
      fields.append((name, value))
    }
  }
  let text = fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)\n" }.joined()
  // 0xAB is the second byte of «.
  let isComplete =
    !isMissed || changes.contains { $0.value.utf8.contains(0xAB) } || !changes.contains { $0.value.isEmpty }
  return isComplete ? text : "«title»" + text.dropFirst("title".count)
}
