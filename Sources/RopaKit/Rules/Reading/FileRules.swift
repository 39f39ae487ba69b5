extension Rule {
  /// What only a disk can have: entries of the registry folder that are not readable files. No text can show them.
  static let fileRules: [Rule] = [
    reading(
      "broken-link", title: "A link in the registry leads to nothing",
      rationale: "A record that is only a link to a missing file looks present in a listing and says nothing.",
      remedy: "Remove the link, or point it at a file of the registry."),
    reading(
      "file-name-not-utf-8", title: "A file name is not UTF-8",
      rationale: "The name of a file is the id of its record, and an id has to be text on every machine.",
      remedy: "Rename the file with the letters a to z, digits and hyphens."),
    reading(
      "file-too-large", title: "A file is larger than 1 MiB",
      rationale: "Nobody can review a record of that size, and a large file is more often a mistake than a record.",
      remedy: "Split it into one file per record."),
    reading(
      "file-unreadable", title: "A file or folder may not be read",
      rationale: "Rules that need the records in it would be silent, and silence would look like a good result.",
      remedy: "Allow reading it, or move it out of the registry."),
    reading(
      "file-with-wrong-ending", title: "A file of records does not end in .yaml",
      rationale: "One ending for all records means that none is passed over by a tool that looks for the other one.",
      remedy: "Rename it to .yaml."),
    reading(
      "link-leaves-registry", title: "A link leads out of the registry",
      rationale: """
        What is outside is not under version control with the register, may differ between machines, and may be anything.
        """,
      remedy: "Put the file itself into the registry."),
    reading(
      "link-to-folder", title: "A link leads to a folder",
      rationale: "Folders behind links can lead in a circle, so they are not followed.",
      remedy: "Put the folder itself there, or link the single files."),
    reading(
      "not-a-regular-file", title: "An entry of the registry is not a file",
      rationale: "A pipe or a device has no content to review.",
      remedy: "Move it out of the registry."),
  ]
}
