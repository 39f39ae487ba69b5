import LocatedYAML

extension Rule {
  /// COO-004, COO-005 and COO-007: routes whose conditions stand in the table, a sole purpose among them. What is strictly necessary is
  /// judged by need, not here.
  static let cookieExemptionUnmet = Rule(
    "cookie-exemption-unmet", .cookies, .error, .barred,
    title: "A cookie rests on an exemption whose conditions are not shown",
    rationale: """
      Exemptions from consent are narrow: one purpose, shared with nobody but helpers, clear information, and a simple and free way to \
      object. If one condition falls, consent is needed from everybody.
      """,
    remedy: "Meet the conditions and record that, or ask for consent.",
    citations: ["PECR Sch A1"],
    yieldsTo: ["cookie-exemption-not-in-regime"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      var isOpen = false
      var applies = false
      for regime in assessed.registry.regimes(of: cookie).regimes {
        guard let route = cookie.route(regime).given, route != .consent, route != .strictlyNecessary,
          let row = assessed.law.row(of: route, regime)
        else { continue }
        applies = true
        let (unmet, hasOpen) = assessed.unmet(row, cookie)
        isOpen = isOpen || hasOpen
        guard !unmet.isEmpty else { continue }
        return .finding(
          Observation(
            "'\(assessed.registry.words(for: cookie))' rests on the exemption '\(route.rawValue)', and it is not shown that: \(unmet.map(\.words).joined(separator: "; "))",
            at: cookie.route.answer.range ?? cookie.common.anchor,
            hint: "record \(joined(unmet.compactMap { field(showing: $0.id, cookie) })), or write route: consent",
            citations: [assessed.law.cite(row.row, regime)].compactMap(\.self), records: [cookie.common.record],
            evidence: unmet.map { Evidence($0.id, "not shown") }))
      }
      return isOpen
        ? .notEvaluable("a condition of the exemption is an open question") : applies ? .clear : .notApplicable
    },
    examples: [
      Example("everything is shown", files([:], route: "statistical")),
      Example("it serves more", files(["sole-purpose": "false"], route: "«statistical»")),
      Example(
        "a message is carried, and its sender measured",
        files(["sole-purpose": "false"], route: "«communication»")),
      Example("a message is carried, and no more", files([:], route: "communication")),
      Example("help in an emergency, and more", files(["sole-purpose": "false"], route: "«emergency»")),
      Example("nothing is said of its purposes", files(["sole-purpose": ""], route: "«statistical»")),
      Example(
        "somebody else gets the results", files(["shared-with": "analytics-fr"], route: "«statistical»")),
      Example(
        "somebody else sets it", files(["setter": "analytics-fr"], route: "«statistical»")),
      Example("a helper gets the results", files(["shared-with": "mailer"], route: "statistical")),
      Example("we ourselves get the results", files(["shared-with": "example-care"], route: "statistical")),
      Example(
        "somebody is named as an example only",
        files(["shared-with": "[{party: analytics-fr, certainty: example}]"], route: "statistical")),
      Example("no way to object", files(["opt-out": ""], route: "«appearance»")),
      Example(
        "a way to object that costs something",
        files(["opt-out": "{how: Call us., simple: true, free: false}"], route: "«appearance»")),
      Example(
        "nobody is told of it",
        files(
          [:], route: "«appearance»",
          sections:
            "  - who-we-are\n  - data\n  - sources\n  - dpo\n  - purposes\n  - basis\n  - interests\n  - provision\n  - recipients\n  - transfers\n  - retention\n  - rights\n  - objection\n  - complaints\n  - changes"
        )),
      Example(
        "own text says that it tells of them",
        files([:], route: "appearance", sections: ownText + "    elements: [cookies, \(told)]\n")),
      Example(
        "own text that does not say what it tells of",
        files([:], route: "«appearance»", sections: ownText + "    elements: [\(told)]\n")),
      Example(
        "the purpose is an open question",
        files(["sole-purpose": "{unknown: what else it does}"], route: "statistical"),
        also: ["open-question"]),
      Example(
        "strictly necessary is judged by need", files(["sole-purpose": "", "opt-out": ""], route: "strictly-necessary")),
    ])

  private static let told =
    "controller, dpo, purposes, basis, interests, categories, source, recipients, transfers, retention, rights, object-prominent, complain-controller, complain-regulator, statutory, further"
  private static let ownText = "  - section: cookies\n    replace: true\n    text: Example Care Ltd counts visits.\n"

  /// The fields that show a condition.
  private static let fields: [String: String] = [
    "sole-purpose": "sole-purpose: true", "service-provider": "setter: one of ours or a processor",
    "not-shared": "shared-with: {none: why}", "objection": "opt-out: {how: ..., simple: true, free: true}",
  ]

  private static func field(showing condition: String, _ cookie: Cookie) -> String? {
    if condition != "clear-information" { return fields[condition] }
    return cookie.purpose.given == nil
      ? "purpose:" : "a section on cookies in a notice in force (elements: cookies, if its text is your own)"
  }

  private static func files(
    _ changes: KeyValuePairs<String, String>, route: String, sections: String? = nil
  ) -> KeyValuePairs<String, String> {
    let sound = exampleCookie([
      "route": route, "fires": "", "sole-purpose": "true",
      "opt-out": "{how: A switch on the page., simple: true, free: true}",
    ])
    var lines = sound.split(separator: "\n").map(String.init)
    for (name, value) in changes {
      lines.removeAll { $0.hasPrefix(name + ":") }
      if !value.isEmpty { lines.append("\(name): \(value)") }
    }
    return [
      "sites/website.yaml": exampleSite(), "cookies/visits.yaml": lines.joined(separator: "\n"),
      "notices/customer-notice.yaml": ExampleRecords.customerNotice(sections: sections),
    ]
  }
}
