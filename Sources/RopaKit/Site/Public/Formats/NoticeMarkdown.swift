extension PublicNotice {
  /// The notice as CommonMark.
  func markdown(_ messages: Messages) -> [UInt8] {
    var writer = MarkdownWriter()
    writer.heading(title, level: 1)
    for line in [translationNote, lede].compactMap(\.self) {
      writer.blankLine()
      writer.paragraph([line])
    }
    if let inForce {
      writer.blankLine()
      writer.paragraph([messages.together(inForce)])
    }
    if !summary.isEmpty {
      writer.blankLine()
      writer.heading(messages.text(.inShort), level: 2)
      writer.blankLine()
      writer.definitions(summary)
    }
    for section in sections {
      writer.blankLine()
      writer.heading(section.heading, level: 2)
      writer.blankLine()
      writer.blocks(section.blocks)
    }
    if !version.isEmpty {
      writer.blankLine()
      writer.definitions(version)
    }
    writer.blankLine()
    writer.paragraph([foot])
    return writer.bytes
  }
}
