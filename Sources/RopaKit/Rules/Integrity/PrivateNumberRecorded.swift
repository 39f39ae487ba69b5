import LocatedYAML

extension Rule {
  /// REF-013. Words as they were published are not looked at. The value itself is never shown: only where it stands and what it looks like.
  static let privateNumberRecorded = Rule(
    "private-number-recorded", .integrity, .error, .barred,
    title: "A value looks like a number of a real person, or like a key",
    rationale: """
      A register describes data and holds none. What is committed stays in the history and on every copy of it, so that taking the value out \
      of the file is only the first step. Numbers are known by their form and their check digits; those made for tests are left alone.
      """,
    remedy: "Take the value out, clean the history of the repository, and change a key that was in it.",
    citations: ["Art 5(1)(c)", "Art 5(1)(f)", "Art 32"],
    check: .records { header, common, assessed in
      guard !header.isBuiltIn else { return .notApplicable }
      let registry = assessed.registry
      let found = registry.values(in: header) { PrivateNumber(in: $0) != nil }
      guard let first = found.first else { return .clear }
      func kind(_ place: SourceRange) -> PrivateNumber? {
        var text = registry.text(in: place)
        return text.withUTF8 { PrivateNumber(in: $0) }
      }
      let what = kind(first)?.rawValue ?? "something private"
      let keys = registry.keys(to: first, in: header).joined(separator: ".")
      return .finding(
        Observation(
          "\(keys) holds what looks like \(what)", at: first,
          hint: "take it out of the file and of the history; a key is changed too",
          notes: found.dropFirst().map { Note(message: "and here \(kind($0)?.rawValue ?? "")", range: $0) },
          records: [common.record], evidence: [Evidence("looks like", what)]))
    },
    examples: [
      Example("an NHS number", note("«patient 943 476 5919»")),
      Example("without blanks, and said so", note("«NHS number 9434765919»")),
      Example("ten digits with a wrong check digit", note("patient 943 476 5918")),
      Example("ten digits of something else", note("order 9434765919")),
      Example("a number made for tests", note("patient 999 000 0018")),
      Example("a National Insurance number", note("«AB 12 34 56 C»")),
      Example("one that is never issued", note("QQ 12 34 56 C")),
      Example("a payment card", note("«card 4539 1488 0343 6467»")),
      Example("sixteen digits with a wrong check digit", note("card 4539 1488 0343 6468")),
      Example("an account", note("«DE89 3704 0044 0532 0130 00»")),
      Example("an account with a slip", note("DE89 3704 0044 0532 0130 01")),
      Example("a key", note("«AKIAABCDEFGHIJKLMNOP»")),
      Example("a password in an address", note("«https://example.org/?password=hunter22»")),
      Example("the words alone", note("NHS number, card number and password are in the system")),
      Example("a telephone number", note("+44 20 7946 0018, or 0345 678 9000")),
      Example(
        "two in one record",
        [
          "people/service-lead.yaml":
            "title: Head of service\nnote: «943 476 5919»\naliases: [\"AB123456C\"]\n"
        ]),
    ])

  private static func note(_ text: String) -> ExampleTexts {
    ["people/service-lead.yaml": "title: Head of service\nnote: \(text)\n"]
  }
}
