import LocatedYAML

extension Rule {
  /// Faults that are found while files are read.
  static let readingRules: [Rule] = fileRules + textRules + yamlRules + recordRules + valueRules + messageRules

  /// A fault of reading: always an error, because what the record says is then open.
  static func reading(
    _ id: String, title: String, rationale: String, remedy: String, _ examples: Example...
  ) -> Rule {
    Rule(
      id, .reading, .error, .blind, title: title, rationale: rationale, remedy: remedy, citations: [], check: .reading,
      examples: examples)
  }
}
