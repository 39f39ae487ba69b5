import LocatedYAML

extension Rule {
  /// COO-014. The interval is the organisation's own.
  static let scanStale = Rule(
    "scan-stale", .cookies, .advice, .policy,
    title: "Nobody has scanned a site for longer than your policy allows",
    rationale: """
      Sites change more often than records: a video, a map or a new counter brings cookies that nobody wrote down. How often to look is \
      your policy: every 90 days unless registry.yaml says otherwise.
      """,
    remedy: "Scan the site and record the day and the names.",
    citations: ["Art 5(2)"],
    check: .sites { site, assessed in
      guard site.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      // A site on which nothing is stored and nothing embedded has nothing to drift from.
      guard !registry.cookies(on: site).isEmpty || !site.embeds.elements().isEmpty else { return .notApplicable }
      let name = registry.name(of: site.common.record)
      func found(_ words: String, at range: SourceRange) -> Verdict {
        .finding(
          Observation(
            words, at: range, hint: "scan the site, and set scan: {date: ..., items: [...]}",
            records: [site.common.record],
            evidence: [Evidence("scan.date", site.scan.given?.date.given?.description ?? "not given")]))
      }
      switch site.scan.answer.standing(anchor: site.common.anchor) {
      case .open: return .notEvaluable("the scan is an open question")
      case .missing(let range): return found("No scan of '\(name)' is recorded", at: range)
      case .answered: break
      }
      guard let scan = site.scan.given else { return .clear }
      if scan.date.answer.isOpen { return .notEvaluable("the day of the scan is an open question") }
      guard case .given(let day, let range) = scan.date.answer else {
        return found("The scan of '\(name)' has no day", at: site.scan.answer.range ?? site.common.anchor)
      }
      let interval = registry.settings?.policy.given?.scanInterval.given ?? Policy.defaultScanInterval
      guard day.adding(interval) < assessed.day else { return .clear }
      return found("'\(name)' was last scanned on \(day), longer ago than your policy allows", at: range)
    },
    examples: [
      Example("no scan", exampleFiles("«title»", scan: "")),
      Example("too long ago", exampleFiles("title", scan: "{date: «2026-08-22», items: [visit-count]}")),
      Example("on the last day", exampleFiles("title", scan: "{date: 2026-08-23, items: [visit-count]}")),
      Example("without a day", exampleFiles("title", scan: "«{items: [visit-count]}»")),
      Example(
        "a policy of your own", exampleFiles("title", scan: "{date: 2026-08-22, items: [visit-count]}", policy: "P1Y")),
      Example(
        "a site that stores nothing",
        ["sites/website.yaml": exampleSite(["scan": "", "banner": "{none: nothing is stored}"])]),
      Example(
        "not known yet", exampleFiles("title", scan: "{unknown: whether anybody looked}"), also: ["open-question"]),
    ])

  private static func exampleFiles(_ title: String, scan: String, policy: String = "P90D") -> ExampleTexts {
    [
      "sites/website.yaml": title + exampleSite(["scan": scan]).dropFirst("title".count),
      "cookies/visits.yaml": exampleCookie(),
      "registry.yaml":
        "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {scan-interval: \(policy)}\n",
    ]
  }
}
