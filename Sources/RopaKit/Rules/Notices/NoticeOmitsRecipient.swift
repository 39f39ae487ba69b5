import LocatedYAML

extension Rule {
  /// NTC-010, for bodies whose records are kept out of public pages.
  static let noticeOmitsRecipient = Rule(
    "notice-omits-recipient", .notices, .error, .mandatory,
    title: "A notice leaves out a body that gets data",
    rationale: """
      People are told who gets their data, by name or by category. A body whose record is kept out of public pages is left out of every \
      notice, with everything that is below it in the chain, and nobody who reads the notice can know.
      """,
    remedy: "Let the record be published, or have the data reach a recipient that stands for its category.",
    citations: ["Art 13(1)(e)", "Art 14(1)(e)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      var withheld: [(party: Party, leg: Leg)] = []
      for slot in facts.activities {
        for leg in assessed.facts.flows.legs(ofActivity: slot)
        where leg.certainty == .certain || leg.certainty == .possible {
          guard let party = registry.party(leg.importer), !party.common.isPublishable,
            !withheld.contains(where: { $0.party.common.record == leg.importer })
          else { continue }
          withheld.append((party, leg))
        }
      }
      guard let first = withheld.first else { return .clear }
      let names = joined(withheld.map { registry.name(of: $0.party.common.record) })
      return .finding(
        Observation(
          "\(names) get\(withheld.count == 1 ? "s" : "") data, and '\(registry.name(of: notice.common.record))' cannot say so: \(withheld.count == 1 ? "the record is" : "the records are") kept out of public pages",
          at: notice.common.anchor,
          hint:
            "remove publish: false from \(registry.header(first.party.common.record).id), or name a recipient that stands for the category in its place",
          notes: withheld.flatMap { item in
            [
              Note(
                message: "kept out of public pages here",
                range: item.party.common.publish.answer.range ?? item.party.common.anchor),
              Note(message: "data go there from here", range: item.leg.range),
            ]
          },
          records: [notice.common.record] + withheld.map(\.party.common.record)))
    },
    examples: [
      Example(
        "a recipient is kept out of public pages",
        [
          "notices/customer-notice.yaml": """
          «title»: How we use your data
          owner: dpo
          audience: customers
          activities: appointment-messages
          effective: 2026-09-01
          reviewed: 2026-09-01
          """,
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "publish: false"),
        ]),
      Example(
        "nobody is told of a person who owns a record",
        ["people/service-lead.yaml": "title: Head of service\npublish: false\n"]),
    ])
}
