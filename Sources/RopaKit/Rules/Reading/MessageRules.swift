import LocatedYAML

extension Rule {
  /// Messages of the register's own.
  static let messageRules: [Rule] = [
    reading(
      "message-forms-missing", title: "A message lacks a form for some numbers",
      rationale: """
        Languages have up to six forms for numbers of things, and a notice with the wrong one reads like a machine. Which forms a language \
        has is known from Unicode CLDR.
        """,
      remedy: "Write each form, also where two read the same.",
      Example(
        "one form of six",
        ["messages/cy.yaml": "rows:\n  «years»: {one: \"{count} flwyddyn\", other: \"{count} mlynedd\"}\n"]),
      Example(
        "a language with two",
        ["messages/en.yaml": "rows:\n  years: {one: \"{count} year\", other: \"{count} years\"}\n"]),
      Example(
        "one sentence for all numbers",
        ["messages/en.yaml": "rows:\n  «weeks»: \"{count} weeks\"\n"])),
    reading(
      "message-place-wrong", title: "A message has other places for values than the program fills",
      rationale: """
        The name, day or number would be missing from every notice in the language, and nobody who reads only that language would know.
        """,
      remedy: "Write each of the places that the message has, once.",
      Example("a place that is gone", ["messages/cy.yaml": "rows:\n  respond-within: «Byddwn yn ateb yn fuan.»\n"]),
      Example(
        "a place that nothing fills",
        ["messages/cy.yaml": "rows:\n  respond-within: «\"Byddwn yn ateb o fewn {days}.\"»\n"]),
      Example(
        "another sentence with the same place",
        ["messages/cy.yaml": "rows:\n  respond-within: \"Cewch ateb o fewn {period}.\"\n"])),
    reading(
      "message-unknown", title: "Messages stand under a name that the program does not know",
      rationale: "They would be passed over, and the notice would keep saying what it said before.",
      remedy: "Take the name from ropa fields messages.",
      Example("a misspelt name", ["messages/cy.yaml": "rows:\n  «cuort»: Gallwch fynd i'r llys.\n"]),
      Example(
        "words that no law table has",
        ["messages/cy.yaml": "law:\n  rights:\n    «Right to be forgotten»: Yr hawl i gael eich anghofio\n"]),
      Example("a language that does not exist", ["messages/xx.yaml": "«»title: Nowhere\n"]),
      Example(
        "a word of a law table",
        ["messages/cy.yaml": "reviewed: true\nlaw:\n  rights:\n    Right to erasure: Yr hawl i ddileu\n"])),
  ]

  /// Not an error: what is missing is said in English.
  static let messagesIncomplete = Rule(
    "messages-incomplete", .reading, .warning, .expectation,
    title: "A language of the register's own lacks messages",
    rationale: """
      What a language lacks is said in English in the middle of the notice, and marked as English there. Information has to be easy to \
      understand for those whom it is for.
      """,
    remedy: "Write the messages and words of law tables that are missing.", citations: ["Art 12(1)"], check: .reading,
    examples: [
      Example("a first sentence", ["messages/fr.yaml": "«»title: Français\nrows: {skip: Aller au contenu}\n"]),
      Example("a change to what the program ships", ["messages/cy.yaml": "rows: {skip: Ymlaen i'r cynnwys}\n"]),
    ])
}
