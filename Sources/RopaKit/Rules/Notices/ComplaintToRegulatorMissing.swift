import LocatedYAML

extension Rule {
  /// NTC-004.
  static let complaintToRegulatorMissing = Rule(
    "complaint-to-regulator-missing", .notices, .error, .mandatory,
    title: "A notice does not name the regulator to whom people may complain",
    rationale: """
      People may complain to the authority of each regime that protects them. A notice for two regimes names both: a body of one country \
      cannot help everybody.
      """,
    remedy:
      "Keep the section on complaints; name a regulator that belongs to the regime, or none, so that the law table names it.",
    citations: ["Art 13(2)(d)", "Art 14(2)(e)"],
    check: .notices { notice, facts, assessed in
      let verdict = assessed.judgeComplaints(
        "n-complain-regulator", notice, facts, "names no regulator to whom people may complain",
        hint: "add the section complaints to the notice")
      guard case .clear = verdict, let organisation = assessed.registry.party(facts.organisation),
        case .given(let reference, let range)? = organisation.own?.complaints.given?.regulator.answer,
        let regulator = assessed.registry.party(reference), case .given(let country, _) = regulator.country.answer
      else { return verdict }
      let without = facts.regimes.filter { assessed.law.isThird(country, $0) }
      if without.count < facts.regimes.count || without.isEmpty { return verdict }
      let name = assessed.registry.name(of: regulator.common.record)
      return .finding(
        Observation(
          "\(name) is named as the regulator, and it has no part in the \(joined(without.map { assessed.name(of: $0) }))",
          at: range,
          hint: "name a regulator of the regime, or remove regulator: so that the notice names the one of the day",
          citations: without.compactMap { assessed.law.cite("complaints-regulator", $0) },
          records: [organisation.common.record, notice.common.record, regulator.common.record],
          evidence: [Evidence("country of the regulator", assessed.law.inText(country))]))
    },
    examples: [
      Example(
        "the section names the organisation alone",
        ["notices/customer-notice.yaml": ExampleComplaints.exampleNotice("«title»", elements: "complain-controller")]),
      Example(
        "the built-in section",
        ["notices/customer-notice.yaml": ExampleComplaints.exampleNotice("title", elements: nil)]),
      Example(
        "a regulator of another country",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints":
              "{contact: dpo, acknowledge-within: P30D, outcome: In writing., log: case system, regulator: «authority»}"
          ]),
          "organisations/authority.yaml": authority(country: "FR"),
        ]),
      Example(
        "the regulator of the regime",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints":
              "{contact: dpo, acknowledge-within: P30D, outcome: In writing., log: case system, regulator: authority}"
          ]),
          "organisations/authority.yaml": authority(country: "GB"),
        ]),
    ])

  private static func authority(country: String) -> String {
    "title: Authority\nkind: regulator\ncountry: \(country)\nmentioned: People may complain to it. It receives nothing.\n"
  }
}
