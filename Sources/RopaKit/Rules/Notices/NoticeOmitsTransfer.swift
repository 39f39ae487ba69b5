import LocatedYAML

extension Rule {
  /// NTC-008, for own text: a composed section names what the records show.
  static let noticeOmitsTransfer = Rule(
    "notice-omits-transfer", .notices, .error, .mandatory,
    title: "Own text on transfers leaves out a country that data reach",
    rationale: """
      People are told where their data go and what protects them there. Text of one's own is written once, and the flows move on. What the \
      text names is compared with every place that the records show.
      """,
    remedy: "Name the country in the text and under names:, or put the composed section back.",
    citations: ["Art 13(1)(f)", "Art 14(1)(f)"],
    yieldsTo: ["notice-element-missing"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty,
        !assessed.registry.composes("n-transfers", in: notice)
      else { return .notApplicable }
      let sections = assessed.registry.namingSections(of: notice, facts).filter { !$0.names.countries.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      if sections.contains(where: { $0.names.countries.answer.isOpen }) {
        return .notEvaluable("the countries that the text names are an open question")
      }
      let named = sections.flatMap { $0.names.countries.elements() }
      let omitted = assessed.thirdPlaces(facts) { place in
        named.contains { assessed.law.includes($0, place) || assessed.law.includes(place, $0) }
      }
      guard let worst = omitted.first else { return .clear }
      let isAdequate = omitted.allSatisfy { if case .covered = $0.adequacy { true } else { false } }
      return .finding(
        Observation(
          "Data reach \(assessed.names(of: omitted.map(\.place.territory))), and the text on transfers does not say so: \(worst.path)",
          at: first.names.countries.answer.range ?? first.section.range,
          hint:
            "say in the text where the data go, what protects them and how to get a copy, and add the country to names:",
          notes: omitted.map { Note(message: "this place", range: $0.place.range) },
          severity: isAdequate || !facts.isPublished ? .warning : .error,
          records: [notice.common.record] + unique(omitted.map(\.importer)),
          evidence: [Evidence("countries named", assessed.names(of: named))]))
    },
    examples: [
      Example(
        "the text speaks of another country",
        ["notices/customer-notice.yaml": notice(countries: "«[CH]»")], severity: .warning),
      Example(
        "a country that no finding covers",
        [
          "notices/customer-notice.yaml": notice(countries: "«{none: we name no country}»"),
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "IN"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            countries: "[IN]",
            "regime: uk-gdpr\nmechanism: idta\n\(ExampleTransfers.soundInstrument)\nassessment: {not-applicable: kept on paper}"
          ),
        ]),
      Example("a region that has the country", ["notices/customer-notice.yaml": notice(countries: "[EEA]")]),
      Example(
        "which countries it names is an open question",
        ["notices/customer-notice.yaml": notice(countries: "{unknown: which it names}")], also: ["open-question"]),
      Example(
        "the composed section stands beside it",
        ["notices/customer-notice.yaml": notice(countries: "[CH]") + "  - transfers\n"]),
    ])

  private static func notice(countries: String) -> String {
    let sections = SectionName.allCases.filter { $0 != .transfers }.map { "  - \($0.rawValue)" }.joined(separator: "\n")
    return ExampleRecords.customerNotice(
      sections: sections
        + "\n  - {heading: Abroad, elements: transfers, text: Some data go abroad., names: {countries: \(countries)}}")
  }
}

/// A place in a third country that a notice's activities reach.
private struct ThirdPlace {
  let place: LegPlace
  let importer: RecordIndex
  let adequacy: Adequacy
  let path: String
}

extension Assessed {
  /// The places in third countries that certain legs of a notice's activities reach, each body and place once, without those that a
  /// test lets pass.
  fileprivate func thirdPlaces(_ facts: NoticeFacts, except isNamed: (Territory) -> Bool) -> [ThirdPlace] {
    var found: [ThirdPlace] = []
    for slot in facts.activities {
      for leg in self.facts.flows.legs(ofActivity: slot) where leg.certainty == .certain {
        for place in leg.places where !isNamed(place.territory) {
          guard let regime = facts.regimes.first(where: { law.isThird(place.territory, $0) }),
            !found.contains(where: { $0.importer == leg.importer && $0.place.territory == place.territory }),
            let importer = registry.party(leg.importer)
          else { continue }
          found.append(
            ThirdPlace(
              place: place, importer: leg.importer,
              adequacy: law.adequacy(of: place.territory, regime, importer: importer),
              path: path(to: leg, at: [place])))
        }
      }
    }
    return found
  }
}
