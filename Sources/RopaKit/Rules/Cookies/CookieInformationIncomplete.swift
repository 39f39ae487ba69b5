import LocatedYAML

extension Rule {
  /// COO-009.
  static let cookieInformationIncomplete = Rule(
    "cookie-information-incomplete", .cookies, .error, .mandatory,
    title: "Visitors cannot be told what a cookie does",
    rationale: """
      Visitors get clear and comprehensive information: what it is for, how long it lasts, who sets it and who else gets what it collects. A \
      link to somebody else's page is no answer.
      """,
    remedy: "Add what is missing; where nobody knows, ask whoever brought it.",
    citations: ["PECR reg 6(2)", "ePD Art 5(3)", "C-673/17"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let anchor = cookie.common.anchor
      var parts: [(field: String, words: String, standing: Standing)] = [
        ("purpose", "its purpose", cookie.purpose.answer.standing(anchor: anchor, noneCounts: false)),
        ("setter", "who sets it", cookie.setter.answer.standing(anchor: anchor, noneCounts: false)),
        ("shared-with", "who else gets what it collects", cookie.sharedWith.answer.standing(anchor: anchor)),
      ]
      if case .durations? = cookie.names.given {
      } else {
        parts.append(
          ("duration", "how long it lasts", cookie.duration.answer.standing(anchor: anchor, noneCounts: false)))
      }
      let missing = parts.filter { if case .missing = $0.standing { true } else { false } }
      guard !missing.isEmpty else {
        let isOpen = parts.contains { if case .open = $0.standing { true } else { false } }
        return isOpen ? .notEvaluable("what visitors are told is an open question in part") : .clear
      }
      let regimes = assessed.registry.regimes(of: cookie).regimes
      return .finding(
        Observation(
          "'\(assessed.registry.words(for: cookie))' does not say \(joined(missing.map(\.words), "or"))", at: anchor,
          hint: "add \(joined(missing.map { "\($0.field):" }))",
          citations: unique(regimes.compactMap { assessed.law.cite("device-storage", $0) }) + ["C-673/17"],
          records: [cookie.common.record], evidence: missing.map { Evidence($0.field, "not given") }))
    },
    examples: [
      Example("no purpose", files(without: "purpose")),
      Example("no duration", files(without: "duration")),
      Example("no setter", files(without: "setter")),
      Example("no word on sharing", files(without: "shared-with")),
      Example(
        "each name with its duration",
        files(without: "duration", isMissed: false, names: "{visit-count: P6M, visit-id: session}")),
      Example("until the browser is closed", files(without: "duration", isMissed: false, more: "duration: session")),
      Example(
        "not known yet", files(without: "duration", isMissed: false, more: "duration: {unknown: how long}"),
        also: ["notice-element-open", "open-question"]),
    ])

  private static func files(
    without field: String, isMissed: Bool = true, names: String = "[visit-count]", more: String = ""
  ) -> KeyValuePairs<String, String> {
    let lines = exampleCookie(["names": names]).split(separator: "\n").filter { !$0.hasPrefix(field + ":") }
    let text = lines.joined(separator: "\n") + "\n" + more + "\n"
    return [
      "sites/website.yaml": exampleSite(),
      "cookies/visits.yaml": isMissed ? "«title»" + text.dropFirst("title".count) : text,
    ]
  }
}
