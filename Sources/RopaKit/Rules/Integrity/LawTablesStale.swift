import LocatedYAML

extension Rule {
  /// REF-011, told once at registry.yaml. The times are ours; adequacy, mechanisms and home areas weigh more, because a transfer hangs on a
  /// day. Where somebody looks back from before the day on which a table was read, nothing is stale.
  static let lawTablesStale = Rule(
    "law-tables-stale", .integrity, .advice, .blind,
    title: "The tables of law were compared with their sources long ago",
    rationale: """
      Decisions about countries, fees and frameworks end and begin on a day, and a table that nobody has read since knows nothing of it. What \
      rules say of today is as good as the tables: 90 days are a hint, 180 a warning, and 400 an error for tables about transfers.
      """,
    remedy: "Take a newer version of the program, or compare the tables with their sources and record the day.",
    citations: ["Art 5(1)(d)"],
    check: .organisations { party, assessed in
      guard party.common.record == assessed.registry.firstOrganisation, let settings = assessed.registry.settings else {
        return .notApplicable
      }
      let (law, day) = (assessed.law.law, assessed.day)
      func isOlder(_ table: LawTable, _ days: Int32) -> Bool { table.checked.number + days < day.number }
      let stale = law.tables.filter { isOlder($0, 90) }.sorted { ($0.checked, $0.id) < ($1.checked, $1.id) }
      guard let oldest = stale.first else { return .clear }
      let isOld = stale.contains { transferTables.contains($0.id) && isOlder($0, 400) }
      let names = stale.count == law.tables.count ? "All tables of law" : joined(stale.map { "'\($0.title)'" })
      return .finding(
        Observation(
          "\(names) \(stale.count == 1 ? "was" : "were") last compared with the sources on \(oldest.checked)\(stale.count == 1 ? "" : " or later"); the law may have changed since",
          at: settings.anchor, hint: "take a newer version of the program",
          severity: isOld ? .error : isOlder(oldest, 180) ? .warning : .advice, records: [],
          evidence: stale.map { Evidence($0.id, $0.checked.description) }))
    },
    examples: [
      Example("three months later", exampleOpened("«title»"), asOf: "2027-02-20"),
      Example("the last day", exampleOpened("title"), asOf: "2027-02-19"),
      Example(
        "half a year later", exampleOpened("«title»"),
        also: ["breach-procedure-missing-or-untested", "training-overdue"], asOf: "2027-05-21", severity: .warning),
      Example("on the day", exampleOpened("title")),
      Example("looking back", exampleOpened("title"), also: ["activity-without-notice"], asOf: "2026-08-01"),
    ])

  private static func exampleOpened(_ title: String) -> ExampleTexts {
    [
      "registry.yaml":
        "\(title): Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n"
    ]
  }
}

/// A transfer that these know nothing of has no gate.
private let transferTables: Set<String> = ["adequacy", "mechanisms", "home", "countries"]
