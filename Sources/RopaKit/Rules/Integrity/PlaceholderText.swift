import LocatedYAML

extension Rule {
  /// REF-008. One finding for each record, with a note at every further placeholder.
  static let placeholderText = Rule(
    "placeholder-text", .integrity, .warning, .blind,
    title: "A placeholder stands where a value belongs",
    rationale: """
      A placeholder looks like an answer to a program, and would be printed in a notice. An address whose letters are hidden by asterisks \
      reaches nobody, and notices leave it out. An open question says the same with an owner and a day.
      """,
    remedy: "Write the value, or an open question: {unknown: what is to be found out}.",
    citations: ["Art 30(1)", "Art 30(2)"],
    check: .records { header, common, assessed in
      guard common.isJudged else { return .notApplicable }
      let found = assessed.registry.values(in: header) { isPlaceholder($0) || isMaskedAddress($0) }
      guard let first = found.first else { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.text(in: first))' is a placeholder and says nothing", at: first,
          hint: "write the value, or {unknown: what is to be found out}",
          notes: found.dropFirst().map { Note(message: "another placeholder", range: $0) }, records: [common.record]))
    },
    examples: [
      Example("to be confirmed", ["people/service-lead.yaml": "title: Head of service\ncontact: «TBC»\n"]),
      Example(
        "sample text", ["people/service-lead.yaml": "title: Head of service\nnote: «Lorem ipsum dolor sit amet»\n"]),
      Example("a gap of a template", ["people/service-lead.yaml": "title: Head of service\ncontact: «<mailbox>»\n"]),
      Example(
        "two in one record",
        ["people/service-lead.yaml": "title: Head of service\ncontact: «unknown»\naliases: [\"???\", Service lead]\n"]),
      Example(
        "a mailbox with hidden letters",
        [
          "organisations/clinics.yaml":
            "title: Clinics\nkind: class\ncategory: clinics\nmembers: list\ncontacts: {leads: {for: rights, email: «HI***@…»}}\n"
        ]),
      Example(
        "a mailbox without its end",
        ["people/service-lead.yaml": "title: Head of service\ncontact: «lead@example...»\n"]),
      Example(
        "a telephone number with hidden digits",
        ["people/service-lead.yaml": "title: Head of service\ncontact: «01223 *** ***»\n"]),
      Example(
        "hidden letters as they were published, beside the open question",
        [
          "people/service-lead.yaml":
            "title: Head of service\ncontact: {unknown: which mailbox, stated: \"HI***@…\"}\nstated: hi***@example.org\n"
        ], also: ["open-question"]),
      Example(
        "asterisks that hide nothing",
        [
          "people/service-lead.yaml":
            "title: Head of service\ncontact: lead+rota@example.org\naliases: [_ga_*, \"2 * 3\", \"*\", \"https://example.org/@lead/*\"]\n"
        ]),
      Example(
        "words that only begin like one",
        [
          "people/service-lead.yaml":
            "title: Head of service\ncontact: todo-list@example.org\nnote: TBC was the old answer\n"
        ]),
      Example(
        "an open question is none",
        ["people/service-lead.yaml": "title: Head of service\nactive: {unknown: TBC by staff}\n"],
        also: ["open-question"]),
      Example(
        "a date that cannot be read is told once", ["people/service-lead.yaml": "title: Head of service\nleft: TBC\n"],
        also: ["unusable-date"]),
    ])
}

/// Words that stand for a missing value; compared without regard to case.
private let placeholders: [StaticString] = [
  "tbc", "tbd", "tba", "todo", "fixme", "n/a", "unknown", "placeholder", "...",
]

/// True for a whole value that stands for a missing one. Most values are ruled out by their length and first byte.
func isPlaceholder(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = text.first, let last = text.last else { return false }
  switch first {
  case UInt8(ascii: "<"): return last == UInt8(ascii: ">") && text.count > 2
  case UInt8(ascii: "?"), UInt8(ascii: "-"): return text.allSatisfy { $0 == first }
  case UInt8(ascii: "x"), UInt8(ascii: "X"): return text.count > 2 && text.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
  case UInt8(ascii: "l"), UInt8(ascii: "L"): return begins(text, with: "lorem ipsum")
  default:
    return text.count <= 11 && placeholders.contains { $0.utf8CodeUnitCount == text.count && begins(text, with: $0) }
  }
}

private func begins(_ text: UnsafeBufferPointer<UInt8>, with word: StaticString) -> Bool {
  guard text.count >= word.utf8CodeUnitCount else { return false }
  return word.withUTF8Buffer { word in
    for (offset, byte) in word.enumerated() {
      // Letters of either case; the words have small ones.
      let isLetter = byte >= UInt8(ascii: "a")
      if text[offset] != byte && !(isLetter && text[offset] | 0x20 == byte) { return false }
    }
    return true
  }
}
