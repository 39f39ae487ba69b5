import LocatedYAML

extension Rule {
  /// The border that matters is that of the regime; a notice should not draw several.
  static let noticeMixesAreas = Rule(
    "notice-mixes-areas", .notices, .advice, .expectation,
    title: "A notice speaks of places by several areas",
    rationale: """
      A country, the union it may belong to and the wider economic area are three areas. A notice that uses them by turns leaves open which \
      border it means and which country the data are in. Where the place is known only as a region, ask for the country.
      """,
    remedy: "Record the country in place of the region, and speak of one border: that of the regime.",
    citations: ["Art 12(1)", "Art 13(1)(f)", "Art 30(1)(e)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let (registry, law) = (assessed.registry, assessed.law)
      var areas: [(area: Territory, who: String, range: SourceRange)] = []
      func add(_ territory: Territory, _ who: @autoclosure () -> String, _ range: SourceRange) {
        guard case .region = territory, facts.regimes.contains(where: { law.isThird(territory, $0) }),
          !areas.contains(where: { $0.area == territory })
        else { return }
        areas.append((territory, who(), range))
      }
      for slot in facts.activities {
        for leg in assessed.facts.flows.legs(ofActivity: slot) where leg.certainty == .certain {
          for place in leg.places { add(place.territory, registry.name(of: leg.importer), place.range) }
        }
      }
      for section in notice.sections.elements() {
        for reference in section.statements.elements() {
          guard let statement = registry.statement(reference), statement.common.isJudged,
            case .given(.territories(let territories), let range) = statement.area.answer
          else { continue }
          for territory in territories { add(territory, "a statement", range) }
        }
      }
      guard areas.count > 1 else { return .clear }
      let words = areas.map { "\(law.inText($0.area)) (\($0.who))" }
      return .finding(
        Observation(
          "'\(registry.name(of: notice.common.record))' speaks of \(joined(words)), and the border of the \(joined(facts.regimes.map { assessed.name(of: $0) })) is another one",
          at: notice.common.anchor, hint: "record the country where the data are in place of the region",
          notes: areas.map { Note(message: "\(law.code($0.area)) is named here", range: $0.range) },
          records: [notice.common.record],
          evidence: [Evidence("areas", areas.map { law.code($0.area) }.joined(separator: ", "))]))
    },
    examples: [
      Example("the Union and the Economic Area", files("«title»", hosting: "[EU, EEA]")),
      Example("one region", files("title", hosting: "EEA")),
      Example("countries", files("title", hosting: "[FR, NO]")),
      Example(
        "a statement draws another border",
        files(
          "«title»", hosting: "EU",
          statement:
            "kind: claim\nclaim: no-transfer\narea: [GB, EEA]\nabout: {systems: mail-system}\ntext: The mail system keeps your data in Europe.\n"
        )),
    ])

  private static func files(_ title: String, hosting: String, statement: String? = nil) -> KeyValuePairs<String, String>
  {
    [
      "notices/customer-notice.yaml": ExampleRecords.customerNotice(
        title: title,
        sections: SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n")
          + "\n  - {heading: Our mail, statements: mail-stays-in-uk}"),
      "statements/mail-stays-in-uk.yaml": statement ?? ExampleRecords.plainStatement,
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "hosting: \(hosting)"),
      "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
        countries: hosting == "[FR, NO]" ? "[FR, NO]" : "[EEA]", "regime: uk-gdpr\nmechanism: adequacy"),
    ]
  }
}
