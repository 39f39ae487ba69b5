/// The sound register's notice with own text in place of some composed sections.
/// - Parameters:
///   - own: the fields of the section with own text, in one line.
///   - activities: what it covers.
func exampleNotice(
  without sections: [SectionName], _ own: String, activities: String = "appointment-messages", title: String = "title"
) -> String {
  let listed = SectionName.allCases.filter { !sections.contains($0) }.map { "  - \($0.rawValue)" }
  return ExampleRecords.customerNotice(
    title: title, sections: (listed + (own.isEmpty ? [] : ["  - {\(own)}"])).joined(separator: "\n")
  ).replacingLine("activities", with: activities) + "\n"
}

extension ExampleRecords {
  /// A short form of the sound register's notice, with one section of own text.
  static func shortNotice(heading: String, text: String, languages: String, second: String = "cy") -> String {
    """
    title: {en: In short, \(second): Yn gryno}
    organisation: example-care
    owner: dpo
    activities: appointment-messages
    layer-of: customer-notice
    effective: 2026-09-01
    version: 1
    reviewed: 2026-09-01
    approved: {by: dpo, date: 2026-08-28}
    languages: \(languages)
    sections:
      - heading: \(heading)
        text: \(text)

    """
  }
}
