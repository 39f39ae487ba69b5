import LocatedYAML

extension Rule {
  /// COO-010. The longest time is the organisation's own.
  static let cookieLifetimeLong = Rule(
    "cookie-lifetime-long", .cookies, .warning, .policy,
    title: "Something stays on a device longer than your policy allows",
    rationale: """
      The law gives no number. A choice grows stale, and an identifier that lasts for years follows a person through them. Your policy is 13 \
      months unless registry.yaml says otherwise.
      """,
    remedy: "Shorten it, or change your policy and say why.",
    citations: ["Art 5(1)(c)", "Art 5(1)(e)"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let longest = assessed.registry.settings?.policy.given?.cookieLifetime.given ?? Policy.defaultCookieLifetime
      var durations: [(name: String, answer: Answer<CookieDuration>)] = [("", cookie.duration.answer)]
      if case .durations(let entries)? = cookie.names.given { durations += entries.map { ($0.key, $0.value) } }
      var isOpen = false
      for (name, answer) in durations {
        guard case .given(.period(let period), let range) = answer else {
          isOpen = isOpen || answer.isOpen
          continue
        }
        guard period.approximateDays > longest.approximateDays + 1 else { continue }
        let label = name.isEmpty ? assessed.registry.words(for: cookie) : name
        return .finding(
          Observation(
            "'\(label)' stays for \(assessed.registry.text(in: range)), longer than your policy allows", at: range,
            hint: "shorten it, or set cookie-lifetime: under policy in registry.yaml", records: [cookie.common.record],
            evidence: [Evidence("duration", assessed.registry.text(in: range))]))
      }
      return isOpen ? .notEvaluable("how long it lasts is an open question") : .clear
    },
    examples: [
      Example("two years", exampleFiles(["duration": "«P2Y»"])),
      Example("thirteen months", exampleFiles(["duration": "P13M"])),
      Example("one name of two", exampleFiles(["names": "{visit-count: P6M, visitor: «P2Y»}", "duration": ""])),
      Example("until the browser is closed", exampleFiles(["duration": "session"])),
      Example(
        "a policy of your own",
        exampleFiles(
          ["duration": "P2Y"],
          register:
            "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {cookie-lifetime: P25M}\n"
        )),
      Example(
        "not known yet", exampleFiles(["duration": "{unknown: how long}"]),
        also: ["notice-element-open", "open-question"]),
    ])

  private static func exampleFiles(
    _ changes: KeyValuePairs<String, String>,
    register: String =
      "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n"
  ) -> KeyValuePairs<String, String> {
    ["sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes), "registry.yaml": register]
  }
}
