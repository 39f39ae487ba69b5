/// What examples of rules about kept versions share: a text that somebody kept, and notices beside it.
enum ExampleVersions {
  /// The path of a kept version of the sound register's notice.
  static func path(_ day: String) -> String { "notices/versions/customer-notice/\(day).en.yaml" }

  /// A short text that was kept.
  static let kept = """
    title: How we use your data
    organisation: Example Care
    foot: Example Care Ltd
    sections:
      - section: who-we-are
        heading: Who are we?
        text:
          - We are Example Care.

    """
  /// The digest of that text.
  static let digest = "9c68f2ec5a184ec27eb210c19192d010ccca995f"

  /// The notice of the sound register with some fields of its own.
  static func notice(effective: String = "2026-09-01", _ more: String) -> String {
    """
    title: How we use your data
    organisation: example-care
    owner: dpo
    audience: customers
    activities: appointment-messages
    effective: \(effective)
    reviewed: 2026-09-01
    changes: {text: We show the new date here., tells-people: true}
    \(more)

    """
  }
}
