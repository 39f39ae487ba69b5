import LocatedYAML

// Own text of the records.
extension PublicText {
  /// Own text with its paragraphs, lists and headings.
  static func blocks(of text: Published<Text>?, in languages: TextLanguages) -> [PublicBlock] {
    guard let text else { return [] }
    let (words, language) = text.value.words(for: languages)
    let rich = RichText(words.utf8)
    // Whatever levels a text uses, its headings stand right below the section's own, with none left out between.
    let levels = Set(rich.blocks.flatMap(\.headingLevels)).sorted()
    return blocks(rich.blocks, levels: levels, mark: languages.mark(language), from: text.record)
  }

  private static func blocks(
    _ blocks: [RichBlock], levels: [Int], mark: Language?, from record: RecordIndex
  ) -> [PublicBlock] {
    blocks.filter(\.hasWords).map { block in
      switch block {
      case .heading(let level, let text):
        .subheading(PublicText(text).marked(mark).from(record), depth: levels.firstIndex(of: level) ?? levels.count)
      case .paragraph(let text): .paragraph(PublicText(text).marked(mark).from(record))
      case .list(let list):
        .items(
          PublicItems(
            start: list.start, isTight: list.isTight,
            list.items.map { self.blocks($0, levels: levels, mark: mark, from: record) }))
      }
    }
  }
}
