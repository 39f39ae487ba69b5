import LocatedYAML

extension Rule {
  /// REF-001. Reported while a record is read, where its id stands.
  static let danglingReference = Rule(
    "dangling-reference", .integrity, .error, .blind,
    title: "A record names another one that does not exist",
    rationale: """
      What the reference should bring in, such as a recipient, a basis or an owner, is missing from every page, and rules that follow it \
      are silent.
      """,
    remedy: "Correct the id, or add the record.",
    citations: [], check: .reading,
    examples: [
      Example(
        "a misspelt id",
        ["data-subjects/clinic-staff.yaml": "title: Staff of clinics\nkind-of: health-professional\nof: «clinisc»\n"]),
      Example(
        "the people of a record in place of the word for them",
        [
          "lawful-bases/customer-contract.yaml": """
          title: Our contract with the customer
          article-6: contract
          contract: {between: [example-care, «customers»], reference: terms of service}
          """
        ]),
      Example(
        "a word of the built-in vocabulary needs no record",
        [
          "systems/office-files.yaml": """
          title: Office files
          operator: example-care
          hosting: GB
          access-from: GB
          data: name
          controls: [encrypted-storage, multi-factor-sign-in, access-log]
          """
        ]),
    ])
}
