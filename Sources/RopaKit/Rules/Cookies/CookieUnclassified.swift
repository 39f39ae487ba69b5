import LocatedYAML

extension Rule {
  /// COO-001.
  static let cookieUnclassified = Rule(
    "cookie-unclassified", .cookies, .error, .blind,
    title: "A cookie has no category, or nothing says what allows it",
    rationale: """
      Anything stored on or read from a device needs consent or one of the few exemptions, and visitors find it under its category. The \
      regimes differ, so that a site with visitors of both needs an answer for each.
      """,
    remedy: "Give it a category, and say per regime what allows it; or remove it.",
    citations: ["PECR reg 6", "ePD Art 5(3)"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let (regimes, hasOpenRegime) = assessed.registry.regimes(of: cookie)
      var missing: [String] = []
      var isOpen = hasOpenRegime
      switch cookie.category.answer {
      case .given: break
      case .unknown, .unusable: isOpen = true
      case .absent, .none, .notApplicable: missing.append("category")
      }
      var without: [Regime] = []
      for regime in regimes {
        switch cookie.route(regime) {
        case .given: break
        case .unknown, .unusable: isOpen = true
        case .absent, .none, .notApplicable: without.append(regime)
        }
      }
      if !without.isEmpty {
        let all = without.count == regimes.count
        missing.append(all ? "route" : "route under the \(joined(without.map { assessed.name(of: $0) }))")
      }
      guard !missing.isEmpty else {
        return isOpen ? .notEvaluable("the category or route is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.words(for: cookie))' has no \(joined(missing, "and no"))",
          at: without.isEmpty ? cookie.common.anchor : cookie.route.answer.range ?? cookie.common.anchor,
          hint: "add \(joined(missing.map { $0.utf8.starts(with: "route".utf8) ? "route:" : "category:" }))",
          citations: regimes.compactMap { assessed.law.cite("device-storage", $0) }, records: [cookie.common.record],
          evidence: missing.map { Evidence($0, "not given") }))
    },
    examples: [
      Example("no category", files(["category": ""], isMissed: true)),
      Example("no route", files(["route": "", "fires": ""], isMissed: true)),
      Example(
        "visitors of two regimes, and an answer for one",
        files(["route": "«{uk-gdpr: consent}»"], site: ["visitors": "both"])),
      Example(
        "an answer for each", files(["route": "{uk-gdpr: consent, eu-gdpr: consent}"], site: ["visitors": "both"])),
      Example(
        "not known yet",
        files(["category": "{unknown: what it does}", "route": "{unknown: what allows it}", "fires": ""]),
        also: ["open-question"]),
      Example("an example is no cookie of ours", files(["category": "", "certainty": "example"])),
    ])

  private static func files(
    _ changes: KeyValuePairs<String, String>, site: KeyValuePairs<String, String> = [:], isMissed: Bool = false
  ) -> KeyValuePairs<String, String> {
    let text = exampleCookie(changes)
    return [
      "sites/website.yaml": exampleSite(site),
      "cookies/visits.yaml": isMissed ? "«title»" + text.dropFirst("title".count) : text,
    ]
  }
}

extension Cookie {
  /// What allows it under a regime.
  func route(_ regime: Regime) -> Answer<CookieRoute> {
    switch route.answer {
    case .given(let routes, _): routes.answer(regime)
    case .absent: .absent
    case .none(let reason): .none(reason)
    case .notApplicable(let reason): .notApplicable(reason)
    case .unknown(let question): .unknown(question)
    case .unusable(let range): .unusable(range)
    }
  }

  /// The regimes under which it rests on a route.
  func regimes(with wanted: CookieRoute, among regimes: [Regime]) -> [Regime] {
    regimes.filter { route($0).given == wanted }
  }
}
