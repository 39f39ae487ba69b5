extension Rule {
  /// Files and ids that do not make a record. REF-002 and REF-012 are among them.
  static let recordRules: [Rule] = [
    reading(
      "duplicate-id", title: "Two records have the same id",
      rationale: """
        A reference to the id would mean one of them by chance. Organisations, processors and recipients share their ids, because a body \
        has one record whatever its roles.
        """,
      remedy: "Keep one record, or rename one and the references that mean it.",
      Example("a body in two folders", ["recipients/clinics.yaml": "«title»: Clinics\nkind: class\n"]),
      Example(
        "a file and a map file",
        [
          "people.yaml": "dpo:\n  title: Data protection officer\n",
          "people/dpo.yaml": "«title»: Data protection officer\n",
        ])),
    reading(
      "empty-record", title: "A record has no fields",
      rationale: "Its id can be named although nothing is known of it.",
      remedy: "Fill it in, or remove it.",
      Example("a file with nothing but a comment", ["people/stand-in.yaml": "«»# to come\n"]),
      Example("an id with nothing below it", ["people.yaml": "«stand-in»:\n"])),
    reading(
      "id-malformed", title: "An id has characters that ids do not have",
      rationale: "Ids become addresses of pages and names of files, so they keep to small letters, digits and hyphens.",
      remedy: "Use small letters a to z, digits and hyphens, beginning with a letter or digit.",
      Example("a file name with a capital letter", ["people/Stand-in.yaml": "«»title: Stand-in\n"]),
      Example("a word that means something in a value", ["people.yaml": "«subject»:\n  title: Somebody\n"])),
    reading(
      "kept-version-unreadable", title: "A kept version of a notice cannot be read",
      rationale: """
        The file is the only trace of what people were told. One that was edited by hand may say what nobody was shown, so nothing of it is \
        guessed.
        """,
      remedy: "Restore the file from version control; ropa keep writes new ones, under notices/versions/NOTICE.",
      Example(
        "a field that no kept version has",
        [
          ExampleVersions.path("2026-09-01"): ExampleVersions.kept + "«footnote»: Added later.\n"
        ]),
      Example(
        "a name without a day",
        ["notices/versions/customer-notice/latest.en.yaml": "«»" + ExampleVersions.kept]),
      Example(
        "a version of a notice that is not there",
        ["notices/versions/customer/2026-09-01.en.yaml": "«»" + ExampleVersions.kept]),
      Example(
        "a link that runs a script",
        [
          ExampleVersions.path("2026-09-01"):
            ExampleVersions.kept + "      - «\"[Example Care](javascript:alert(1))\"»\n"
        ])),
    reading(
      "register-unnamed", title: "There is no registry.yaml",
      rationale: "Without it nobody knows whose register this is, and so who is the controller and which rules apply.",
      remedy: "Add registry.yaml with title, organisations, languages and questions.",
      Example(
        "no registry.yaml",
        [
          "registry.yaml": "",
          "activities/a-first-file.yaml": "«»title: Old mailing list\nstatus: retired\nend: 2026-01-31\n",
        ])),
    reading(
      "several-records", title: "A file of a folder holds records by their ids",
      rationale: """
        In the folder of a kind a file is one record, and its name is the id; a mapping from ids to records is read as a record whose \
        fields nobody knows.
        """,
      remedy: "Give each record a file of its own, named by its id, or move all of them to one file beside the folder.",
      Example(
        "two people in one file",
        [
          "people/all.yaml":
            "«service-desk»:\n  title: Service desk\n  contact: desk@example.org\nstand-in:\n  title: Stand-in\n"
        ]),
      Example("one record below its id", ["people/stand-in.yaml": "«stand-in»:\n  title: Stand-in\n"]),
      Example("a file of many", ["people.yaml": "service-desk:\n  title: Service desk\n"])),
    reading(
      "unknown-key", title: "A field is not known here",
      rationale: "A misspelt field would be passed over, and the record would look as if the field were absent.",
      remedy: "Correct the name; a field of your own begins with x-.",
      Example(
        "a misspelt field", ["people/service-lead.yaml": "title: Head of service\n«contcat»: service@example.org\n"]),
      Example("a field of your own", ["people/service-lead.yaml": "title: Head of service\nx-desk: 14\n"])),
    reading(
      "unknown-kind", title: "A file stands where no records are kept",
      rationale: "The folder says what kind of record a file holds; a file elsewhere would not be read.",
      remedy: "Move it into the folder of its kind.",
      Example("a misspelt folder", ["peopel/stand-in.yaml": "«»title: Stand-in\n"]),
      Example("a folder in a folder", ["people/service/stand-in.yaml": "«»title: Stand-in\n"])),
  ]
}
