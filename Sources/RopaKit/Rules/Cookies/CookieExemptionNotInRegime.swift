import LocatedYAML

extension Rule {
  /// COO-003. Also an exemption that had not begun on the day.
  static let cookieExemptionNotInRegime = Rule(
    "cookie-exemption-not-in-regime", .cookies, .error, .barred,
    title: "A cookie rests on an exemption that the regime does not know",
    rationale: """
      Some exemptions exist in one regime only, and from a day on. For visitors under the other one the same cookie needs consent, unless a \
      rule of their country allows it, which is then cited on the site.
      """,
    remedy: "Ask for consent there, or cite the national rule on the site.",
    citations: ["PECR Sch A1", "ePD Art 5(3)"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let (regimes, isOpen) = assessed.registry.regimes(of: cookie)
      let strange = regimes.compactMap { regime -> (regime: Regime, route: CookieRoute)? in
        guard let route = cookie.route(regime).given, assessed.law.row(of: route, regime) == nil else { return nil }
        return (regime, route)
      }
      guard let first = strange.first else {
        return isOpen ? .notEvaluable("where the visitors of a site are is an open question") : .clear
      }
      if assessed.registry.hasNationalTolerance(cookie) { return .clear }
      let others = Regime.allCases.filter { assessed.law.row(of: first.route, $0) != nil }
      let known = others.first.map { "; the \(assessed.name(of: $0)) does" } ?? ""
      return .finding(
        Observation(
          "'\(assessed.registry.words(for: cookie))' rests on the exemption '\(first.route.rawValue)', which the rules for visitors under the \(joined(strange.map { assessed.name(of: $0.regime) })) do not know on this day\(known)",
          at: cookie.route.answer.range ?? cookie.common.anchor,
          hint: "write route: consent for that regime, or add national-tolerance: to the site with the rule",
          citations: strange.compactMap { assessed.law.cite("device-storage", $0.regime) },
          records: [cookie.common.record],
          evidence: strange.map { Evidence($0.regime.rawValue, $0.route.rawValue) }))
    },
    examples: [
      Example(
        "statistics for visitors in the European Union",
        files("«{uk-gdpr: consent, eu-gdpr: statistical}»", visitors: "both")),
      Example("consent there", files("{uk-gdpr: consent, eu-gdpr: consent}", visitors: "both")),
      Example(
        "a national rule is cited",
        files(
          "{uk-gdpr: consent, eu-gdpr: statistical}", visitors: "both",
          tolerance: "{country: FR, cite: guidance of the authority on audience measurement}")),
      Example(
        "no visitors there", files("{uk-gdpr: consent, eu-gdpr: statistical}", visitors: "uk")),
      Example(
        "before the exemption began", files("«statistical»", visitors: "uk", more: exempt),
        also: ["activity-without-notice"], asOf: "2026-02-04"),
    ])

  private static let exempt: KeyValuePairs<String, String> = [
    "sole-purpose": "true", "opt-out": "{how: A switch on the page., simple: true, free: true}", "fires": "",
  ]

  private static func files(
    _ route: String, visitors: String, tolerance: String = "", more: KeyValuePairs<String, String> = [:]
  ) -> KeyValuePairs<String, String> {
    let text = exampleCookie(more)
    return [
      "sites/website.yaml": exampleSite(["visitors": visitors, "national-tolerance": tolerance]),
      "cookies/visits.yaml": text.split(separator: "\n").map { $0 == "route: consent" ? "route: \(route)" : String($0) }
        .joined(separator: "\n"),
    ]
  }
}
