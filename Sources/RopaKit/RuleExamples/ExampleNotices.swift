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
