extension Rule {
  /// YAML that records do not use, or that is no YAML.
  static let yamlRules: [Rule] = [
    reading(
      "alias-used", title: "An alias stands for a value that is written elsewhere",
      rationale:
        "The value has no place of its own, so nobody can point at it, and one edit changes several records unseen.",
      remedy: "Write the value out.",
      Example("an alias", ["people/service-lead.yaml": "title: Head of service\ncontact: «*mailbox»\nactive: true\n"]),
      Example(
        "a star in quotes is text", ["people/service-lead.yaml": "title: Head of service\ncontact: \"*mailbox\"\n"])),
    reading(
      "anchor-used", title: "An anchor marks a value for use elsewhere",
      rationale: "Anchors are there for aliases, and records use none.",
      remedy: "Remove the anchor.",
      Example(
        "an anchor", ["people/service-lead.yaml": "title: Head of service\ncontact: «&mailbox» service@example.org\n"])),
    reading(
      "directive-used", title: "A file begins with a directive",
      rationale: "A directive can change how everything below it is read.",
      remedy: "Remove the line.",
      Example("a version", ["people/service-lead.yaml": "«%YAML 1.1»\n---\ntitle: Head of service\n"])),
    reading(
      "duplicate-key", title: "A key is given twice in one mapping",
      rationale: "One of the two values would win without anybody having chosen it.",
      remedy: "Keep one of the two.",
      Example(
        "two titles", ["people/service-lead.yaml": "title: Head of service\nactive: true\n«title»: Service lead\n"]),
      Example(
        "the same key at another level",
        ["people/service-lead.yaml": "title: Head of service\nowner: dpo\nquestions: {owner: dpo, due: 2027-01-31}\n"])),
    reading(
      "key-not-text", title: "A key is a list or a mapping",
      rationale: "Fields and ids are words; a key of any other shape is a slip of punctuation.",
      remedy: "Write the key as one word.",
      Example(
        "a list as a key", ["people/service-lead.yaml": "title: Head of service\n? «[»title, active]\n: true\n"],
        also: ["unknown-key"])),
    reading(
      "merge-key", title: "A merge key takes over fields of another mapping",
      rationale: "Fields that arrive from elsewhere cannot be seen where the record is read and reviewed.",
      remedy: "Write the fields out.",
      Example(
        "a merge key", ["people/service-lead.yaml": "title: Head of service\n«<<»: {active: true}\n"],
        also: ["unknown-key"])),
    reading(
      "nested-too-deeply", title: "Lists and mappings are nested more than 64 deep",
      rationale: "No record needs a tenth of that, and reading such a file would take a very long time.",
      remedy: "Look for brackets that are never closed.",
      Example(
        "brackets that are never closed",
        [
          "people/stand-in.yaml": "title: " + String(repeating: "[", count: 63) + "«[»"
            + String(repeating: "[", count: 9)
        ])),
    reading(
      "several-documents", title: "A file holds a second document",
      rationale:
        "A file is one record, or one mapping from ids to records; what follows a second start would be passed over.",
      remedy: "Remove the line ---, or split the file.",
      Example("a second start", ["people/service-lead.yaml": "title: Head of service\n«---»\ntitle: Deputy\n"]),
      Example("a start above the only document", ["people/service-lead.yaml": "---\ntitle: Head of service\n"])),
    reading(
      "tag-used", title: "A tag claims a type for a value",
      rationale: "The field decides what type a value has; a tag could only say something else.",
      remedy: "Remove the tag; put text that starts with an exclamation mark in quotes.",
      Example("a tag", ["people/service-lead.yaml": "title: «!!str» Head of service\n"])),
    reading(
      "yaml-syntax", title: "A file cannot be read as YAML",
      rationale: "After such a place it is open what belongs to what, so the file is not read at all.",
      remedy:
        "Look at the place and the line before it: a colon in a text, an indentation, or a quote that is not closed.",
      Example("a colon in a text without quotes", ["people/stand-in.yaml": "title: Stand-in«:» head of service\n"]),
      Example("the same in quotes", ["people/stand-in.yaml": "title: \"Stand-in: head of service\"\n"])),
  ]
}
