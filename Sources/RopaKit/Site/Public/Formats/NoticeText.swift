extension PublicNotice {
  /// The notice as plain text.
  func plainText(_ messages: Messages) -> [UInt8] {
    var writer = PlainTextWriter()
    writer.heading(title, rule: UInt8(ascii: "="))
    for line in [translationNote, lede].compactMap(\.self) {
      writer.blankLine()
      writer.paragraph([line])
    }
    if let inForce {
      writer.blankLine()
      writer.paragraph([messages.together(inForce)])
    }
    if !summary.isEmpty {
      section(messages.text(.inShort), &writer)
      writer.definitions(summary)
    }
    for part in sections {
      section(part.heading, &writer)
      writer.blocks(part.blocks)
    }
    writer.blankLine()
    if !version.isEmpty {
      writer.blankLine()
      writer.definitions(version)
      writer.blankLine()
    }
    writer.paragraph([foot])
    return writer.bytes
  }

  private func section(_ heading: PublicText, _ writer: inout PlainTextWriter) {
    writer.blankLine()
    writer.blankLine()
    writer.heading(heading, rule: UInt8(ascii: "-"))
    writer.blankLine()
  }
}
