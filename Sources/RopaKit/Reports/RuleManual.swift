import LocatedYAML

extension Rule {
  /// The manual page of the rule as plain text.
  package var manual: [UInt8] {
    var text = TextWriter()
    text.add("\(id): \(title)\n\n")
    text.add("Severity  \(severity.word), because \(ground.rawValue)\n")
    text.add("Group     \(group.title) (\(group.rawValue))\n")
    if !citations.isEmpty { text.add("Law       \(citations.joined(separator: "; "))\n") }
    if !yieldsTo.isEmpty { text.add("Yields to \(yieldsTo.joined(separator: ", "))\n") }
    text.add("Decisions \(permittedDecisions)\n")
    text.add("\nWhy\n\(wrapped(rationale))\nWhat to do\n\(wrapped(remedy))")
    let examples = examples
    for example in examples {
      text.add("\nExample: \(example.title)\(example.asOf.map { " (as at \($0))" } ?? "")\n")
      for file in example.files {
        text.add("  # \(file.path)\n")
        for line in file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
          text.add("  \(String(Substring(line)))\n")
        }
      }
    }
    if examples.contains(where: { $0.files.contains { $0.text.utf8.contains(0xC2) } }) {
      text.add("\nThe places between « and » are what the rule points at.\n")
    }
    return text.bytes
  }

  /// All rules by group, one line each.
  package static var list: [UInt8] {
    var text = TextWriter()
    let width = (catalogue.map(\.id.utf8.count).max() ?? 0) + 2
    for group in RuleGroup.allCases {
      let rules = catalogue.filter { $0.group == group }
      guard !rules.isEmpty else { continue }
      text.add("\(group.title)\n")
      for rule in rules {
        text.add("  \(rule.id)\(String(repeating: " ", count: width - rule.id.utf8.count))\(rule.title)\n")
      }
      text.add("\n")
    }
    text.add("What cannot be seen from records\n")
    for question in NotFromRecords.all {
      let gap = String(repeating: " ", count: max(2, width - question.id.utf8.count))
      text.add("  \(question.id)\(gap)\(question.question)\n")
    }
    let groups = RuleGroup.allCases.map(\.rawValue).joined(separator: ", ")
    text.add("\nGroups, for --select, --ignore and policies: \(groups)\n")
    text.add("Run ropa explain with one of these names for more.\n")
    return text.bytes
  }
}

extension NotFromRecords {
  /// Why no rule speaks of it, as plain text.
  package var manual: [UInt8] {
    var text = TextWriter()
    text.add("\(id): cannot be seen from records\n\n")
    text.add("Law       \(citations.joined(separator: "; "))\n")
    text.add("\nThe question\n\(wrapped(question))\nWhy no rule speaks of it\n\(wrapped(reason))")
    text.add("\nAsk it in a review.\n")
    return text.bytes
  }
}

/// Breaks text at spaces into lines of at most 78 bytes, each indented by two spaces.
private func wrapped(_ text: String) -> String {
  var lines = ""
  var line = " "
  for word in text.utf8.split(separator: UInt8(ascii: " ")) {
    if line.utf8.count + 1 + word.count > 78 {
      lines += line + "\n"
      line = " "
    }
    line += " " + String(Substring(word))
  }
  return lines + line + "\n"
}
