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
      let strange = regimes.compactMap { regime -> StrangeRoute? in
        guard let route = cookie.route(regime).given, assessed.law.row(of: route, regime) == nil else { return nil }
        return (regime, route)
      }
      let judged = assessed.withoutTolerance(strange, cookie)
      guard let first = judged.routes.first else {
        if isOpen { return .notEvaluable("where the visitors of a site are is an open question") }
        return judged.isOpen ? .notEvaluable("whether a country allows it is an open question") : .clear
      }
      let others = Regime.allCases.filter { assessed.law.row(of: first.route, $0) != nil }
      let known = others.first.map { "; the \(assessed.name(of: $0)) does" } ?? ""
      return .finding(
        Observation(
          "'\(assessed.registry.words(for: cookie))' rests on the exemption '\(first.route.rawValue)', which the rules for visitors under the \(joined(judged.routes.map { assessed.name(of: $0.regime) })) do not know on this day\(known)",
          at: cookie.route.answer.range ?? cookie.common.anchor,
          hint: "write route: consent for that regime, or add national-tolerance: to the site with the rule",
          notes: judged.sites.map { Note(message: "No national rule is cited for this site", range: $0.common.anchor) },
          citations: judged.routes.compactMap { assessed.law.cite("device-storage", $0.regime) },
          records: [cookie.common.record] + judged.sites.map(\.common.record),
          evidence: judged.routes.map { Evidence($0.regime.rawValue, $0.route.rawValue) }))
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
          tolerance: tolerance)),
      Example(
        "a national rule is cited for one of two sites",
        twoSites("«{uk-gdpr: consent, eu-gdpr: statistical}»", second: "")),
      Example(
        "a national rule is cited for each of two sites",
        twoSites("{uk-gdpr: consent, eu-gdpr: statistical}", second: tolerance)),
      Example(
        "nobody from there visits the site for which none is cited",
        twoSites("{uk-gdpr: consent, eu-gdpr: statistical}", second: "", visitors: "uk")),
      Example(
        "whether there is a national rule is an open question",
        files(
          "{uk-gdpr: consent, eu-gdpr: statistical}", visitors: "both",
          tolerance: "{unknown: whether the authority of some country allows it}"), also: ["open-question"]),
      Example(
        "a rule of a country elsewhere",
        files("«statistical»", visitors: "uk", tolerance: tolerance, more: exempt),
        also: ["activity-without-notice"], asOf: "2026-02-04"),
      Example(
        "no visitors there", files("{uk-gdpr: consent, eu-gdpr: statistical}", visitors: "uk")),
      Example(
        "before the exemption began", files("«statistical»", visitors: "uk", more: exempt),
        also: ["activity-without-notice"], asOf: "2026-02-04"),
    ])

  private static let exempt: KeyValuePairs<String, String> = [
    "sole-purpose": "true", "opt-out": "{how: A switch on the page., simple: true, free: true}", "fires": "",
  ]

  private static let tolerance = "{country: FR, cite: guidance of the authority on audience measurement}"

  /// A cookie of two sites; the first cites a national rule.
  private static func twoSites(_ route: String, second: String, visitors: String = "both") -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite(["visitors": "both", "national-tolerance": tolerance]),
      "sites/shop.yaml": exampleSite([
        "title": "Shop", "address": "https://shop.example.org", "visitors": visitors, "national-tolerance": second,
      ]),
      "cookies/visits.yaml": exampleCookie(["sites": "[website, shop]", "route": route]),
    ]
  }

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

private typealias StrangeRoute = (regime: Regime, route: CookieRoute)

extension Assessed {
  /// The routes that hold on some site of a cookie although the regime does not know them and the site cites no rule of a country of
  /// that regime which allows it, with those sites; `isOpen` where whether there is such a rule is an open question.
  fileprivate func withoutTolerance(_ strange: [StrangeRoute], _ cookie: Cookie)
    -> (routes: [StrangeRoute], sites: [Site], isOpen: Bool)
  {
    var sites: [Site] = []
    var isOpen = false
    let all = cookie.sites.elements().compactMap { registry.site($0) }
    let routes = strange.filter { route in
      let visited = all.filter { registry.regimes(of: $0)?.contains(route.regime) ?? false }
      let bare = visited.filter { site in
        if site.nationalTolerance.elements().contains(where: { tolerates($0, route.regime) }) { return false }
        let isUnsettled = site.nationalTolerance.answer.isOpen || site.nationalTolerance.given?.open.isEmpty == false
        if isUnsettled { isOpen = true }
        return !isUnsettled
      }
      for site in bare where !sites.contains(where: { $0 === site }) { sites.append(site) }
      // Without a site, nobody says where such a rule would be.
      return all.isEmpty || !bare.isEmpty
    }
    return (routes, sites, isOpen)
  }

  /// A rule of a country counts for the regime that holds there; one that names no country is taken to fit.
  private func tolerates(_ tolerance: NationalTolerance, _ regime: Regime) -> Bool {
    tolerance.country.given.map { !law.isThird($0, regime) } ?? true
  }
}
