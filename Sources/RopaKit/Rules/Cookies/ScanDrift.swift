import LocatedYAML

extension Rule {
  /// COO-013.
  static let scanDrift = Rule(
    "scan-drift", .cookies, .error, .contradiction,
    title: "A scan of a site shows what the records do not",
    rationale: """
      What a scan finds is on people's devices. A name that no record has was never judged, and one that is found before consent although \
      its record says that it waits was set without it. Extensions of the browser that scanned, variants of pages and other countries can \
      explain a difference; scan again before you decide.
      """,
    remedy: "Record what was found, or take it off the site; then scan again.",
    citations: ["PECR reg 6", "ePD Art 5(3)", "Art 5(2)"],
    check: .sites { site, assessed in
      guard site.common.isJudged, let scan = site.scan.given else { return .notApplicable }
      let registry = assessed.registry
      let cookies = registry.cookies(on: site)
      let found = unique((scan.items.elements() + scan.early.elements()).map(\.text))
      let undeclared = found.filter { name in
        !cookies.contains { $0.allNames.contains { isSameCookie(name, $0) } }
      }
      var early: [(name: String, cookie: Cookie)] = []
      for name in scan.early.elements().map(\.text) {
        let waiting = cookies.first { cookie in
          cookie.fires.given != .beforeConsent && cookie.allNames.contains { isSameCookie(name, $0) }
            && !cookie.regimes(with: .consent, among: registry.regimes(of: cookie).regimes).isEmpty
        }
        if let waiting { early.append((name, waiting)) }
      }
      // A name that nobody knows yet may be one of those that were found.
      let isOpen = !undeclared.isEmpty && cookies.contains(where: \.hasUnknownNames)
      if early.isEmpty && (undeclared.isEmpty || isOpen) {
        let isUnknown =
          isOpen || [scan.items.answer, scan.early.answer].contains { $0.isOpen || $0.given?.hasOpen ?? false }
        return isUnknown ? .notEvaluable("some names are an open question") : .clear
      }
      var words: [String] = []
      if !undeclared.isEmpty && !isOpen { words.append("\(joined(undeclared)), which no record has") }
      if !early.isEmpty {
        words.append("\(joined(early.map(\.name))) before consent, although the record says it waits")
      }
      let isIllustrative = site.cookieList.given == .illustrative && early.isEmpty
      return .finding(
        Observation(
          "A scan of '\(registry.name(of: site.common.record))'\(scan.date.given.map { " on \($0)" } ?? "") found \(joined(words))",
          at: (early.isEmpty ? scan.items.answer.range : scan.early.answer.range) ?? site.scan.answer.range
            ?? site.common.anchor,
          hint: "add a record for each name, or correct fires:, and scan again",
          notes: early.map {
            Note(message: "'\($0.name)' belongs here", range: $0.cookie.names.answer.range ?? $0.cookie.common.anchor)
          },
          severity: isIllustrative ? .advice : nil,
          records: [site.common.record] + early.map(\.cookie.common.record),
          evidence: undeclared.map { Evidence("found", $0) } + early.map { Evidence("found before consent", $0.name) }))
    },
    examples: [
      Example("a name without a record", files(items: "«[visit-count, _heat]»")),
      Example("found before consent", files(early: "«[visit-count]»")),
      Example(
        "the list of the site is only an example", files(items: "«[visit-count, _heat]»", site: "illustrative"),
        severity: .advice),
      Example("all of them have records", files(items: "[visit-count]")),
      Example(
        "one of a family of names", files(items: "[_visit_1A2B]", cookie: ["names": "[\"_visit_*\"]"])),
      Example(
        "before consent, and it needs none",
        files(early: "[visit-count]", cookie: ["route": "strictly-necessary", "category": "necessary", "fires": ""])),
      Example(
        "the record says so itself", files(early: "[visit-count]", cookie: ["fires": "before-consent"]),
        also: ["cookie-before-consent"]),
      Example(
        "names that nobody knows yet", files(items: "[_heat]", cookie: ["names": "{unknown: which names}"]),
        also: ["open-question"]),
    ])

  private static func files(
    items: String = "[visit-count]", early: String = "", site: String = "complete", cookie: ExampleTexts = [:]
  ) -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite([
        "cookie-list": site,
        "scan": "{date: 2026-11-01, items: \(items)\(early.isEmpty ? "" : ", early: \(early)")}",
      ]), "cookies/visits.yaml": exampleCookie(cookie),
    ]
  }
}
