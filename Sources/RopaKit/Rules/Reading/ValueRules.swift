extension Rule {
  /// Values that do not fit their field; REF-006 is among them.
  static let valueRules: [Rule] = [
    reading(
      "answer-not-taken", title: "A field that has to be given holds an answer in place of a value",
      rationale: "Some fields are known to whoever writes the record, so an open question has no meaning there.",
      remedy: "Write a value.",
      Example(
        "an owner who is left open",
        [
          "statements/mail-stays-in-uk.yaml": """
          kind: claim
          owner: «{unknown: who answers for it}»
          claim: no-transfer
          area: GB
          about: {systems: mail-system}
          text: The mail system keeps your data in the United Kingdom.
          """
        ])),
    reading(
      "answer-without-reason", title: "An open question or a none has no words",
      rationale: "Only the words tell the next reader that somebody thought about it, and what is to be found out.",
      remedy: "Say in a few words what is asked, or why there is nothing.",
      Example(
        "a question without words", ["people/service-lead.yaml": "title: Head of service\ncontact: «{unknown: }»\n"]),
      Example(
        "nothing in place of the words",
        ["people/service-lead.yaml": "title: Head of service\ncontact: «{unknown: ~}»\n"]),
      Example("a none without a reason", ["people/service-lead.yaml": "title: Head of service\naliases: «{none: }»\n"]),
      Example(
        "with its reason",
        ["people/service-lead.yaml": "title: Head of service\naliases: {none: nobody uses another name}\n"])),
    reading(
      "unknown-country", title: "A country code is not known",
      rationale: "Transfers, regimes and regulators depend on the country.",
      remedy: "Write the two capital letters of ISO 3166, or EU or EEA where only that is known.",
      Example(
        "small letters",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: [GB, «uk»]
          access-from: GB
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """
        ])),
    reading(
      "unknown-word", title: "A word is not one of those that the field takes",
      rationale: "Rules tell cases apart by these words, and would not know which case this is.",
      remedy: "Choose one of the words that the message lists.",
      Example("yes in place of true", ["people/service-lead.yaml": "title: Head of service\nactive: «yes»\n"]),
      Example("a word of a law table", ["data-subjects/customers.yaml": "title: Customers\nkind-of: «custommer»\n"])),
    reading(
      "unusable-date", title: "A date cannot be read",
      rationale: "Reviews, contracts and the law of the day are compared with dates.",
      remedy: "Write year-month-day.",
      Example("a date in words", ["people/service-lead.yaml": "title: Head of service\nleft: «1 May 2026»\n"]),
      Example("a day that does not exist", ["people/service-lead.yaml": "title: Head of service\nleft: «2026-02-30»\n"])
    ),
    reading(
      "unusable-duration", title: "A duration cannot be read",
      rationale: "Retention periods and intervals are added to dates.",
      remedy: "Write P6Y for six years, P18M for months, P30D for days, PT24H for hours.",
      Example(
        "a duration in words",
        [
          "controls/access-log.yaml": """
          title: Log of who opened what
          measure: access-logging
          status: implemented
          tested: 2026-06-10
          test-every: «1 year»
          """
        ])),
    reading(
      "wrong-shape", title: "A value has another shape than its field",
      rationale:
        "What is meant cannot be told from a list where one value is expected, or from a text where fields are.",
      remedy: "Write it as the message says.",
      Example(
        "a list where one value is expected", ["people/service-lead.yaml": "title: Head of service\nactive: «[true]»\n"]
      ),
      Example(
        "one entry may stand for a list",
        ["people/service-lead.yaml": "title: Head of service\naliases: Service lead\n"])),
  ]
}
