extension Rule {
  /// Bytes that cannot be read as text, or that tools read differently.
  static let textRules: [Rule] = [
    reading(
      "control-character", title: "A control character stands in the text",
      rationale: """
        Control characters are invisible, and some change what a terminal or an editor shows, so that a reviewer sees another text than \
        the checker.
        """,
      remedy: "Remove it, or write it as an escape in double quotes where it is really meant.",
      Example("a bell in a title", ["people/stand-in.yaml": "title: Stand-«\u{7}»in\n"])),
    reading(
      "not-utf8", title: "A file is not UTF-8 text",
      rationale: "In any other encoding names with accents would be read wrongly, and differently on each machine.",
      remedy: "Save the file as UTF-8."),
    reading(
      "odd-line-break", title: "A line ends in a character that other tools do not take for a line end",
      rationale: "YAML would begin a new line where version control and editors show none, so a review would miss it.",
      remedy: "End lines with LF.",
      Example("a lone carriage return", ["people/stand-in.yaml": "title: Stand-in«\r»active: true\n"]),
      Example("CR and LF together are one line end", ["people/stand-in.yaml": "title: Stand-in\r\nactive: true\r\n"])),
    reading(
      "tab-indentation", title: "A tab stands where YAML wants spaces",
      rationale: "Editors show tabs in different widths, so YAML does not use them for indentation.",
      remedy: "Indent with spaces.",
      Example(
        "a field that is indented with a tab", ["people/stand-in.yaml": "title: Stand-in\nquestions:\n«\t»owner: dpo\n"]
      )),
  ]
}
