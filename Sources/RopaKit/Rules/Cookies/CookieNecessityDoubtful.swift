import LocatedYAML

extension Rule {
  /// COO-006.
  static let cookieNecessityDoubtful = Rule(
    "cookie-necessity-doubtful", .cookies, .warning, .risk,
    title: "A cookie is said to be needed, and its record looks otherwise",
    rationale: """
      Needed is what the service that the visitor asked for cannot do without, seen from the visitor's side. Statistics, advertising and \
      social plug-ins are not, nor is something that serves a second purpose. Sign-in, balancing of load and the prevention of fraud by a \
      processor are. The words of a purpose are read in English only.
      """,
    remedy: "Give it the category and route that it really has, or say in its purpose what the visitor needs it for.",
    citations: ["PECR Sch A1", "ePD Art 5(3)", "WP194"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let (regimes, isOpen) = assessed.registry.regimes(of: cookie)
      let needed = regimes.filter { [.strictlyNecessary, .communication].contains(cookie.route($0).given) }
      guard !needed.isEmpty else {
        return isOpen ? .notEvaluable("where the visitors of a site are is an open question") : .notApplicable
      }
      guard
        let doubt = assessed.doubt(
          of: cookie, isStrict: needed.contains { cookie.route($0).given == .strictlyNecessary })
      else { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.words(for: cookie))' is said to be needed, and \(doubt.words)", at: doubt.range,
          hint: "write route: consent and its category, or say in purpose: what the visitor needs it for",
          notes: cookie.route.answer.range.map { [Note(message: "What it rests on", range: $0)] } ?? [],
          severity: doubt.isKnown ? .error : nil,
          citations: unique(needed.compactMap { assessed.law.cite("device-storage", $0) }) + ["WP194"],
          records: [cookie.common.record], evidence: [Evidence("route", "needed")]))
    },
    examples: [
      Example("a known tracker", exampleFiles(["names": "«[_fbp]»"]), severity: .error),
      Example(
        "one of a family of names", exampleFiles(["names": "«{session: session, _ga_ABC123: P13M}»"]), severity: .error),
      Example(
        "a name of the register's own list",
        exampleFiles(["names": "«[exampletrack]»"], policy: "known-trackers: [example*]"),
        severity: .error),
      Example("a purpose of marketing", exampleFiles(["purpose": "«Measure which advertising brings visitors.»"])),
      Example("set by somebody else for long", exampleFiles(["setter": "«analytics-fr»", "duration": "P1Y"])),
      Example("a second purpose", exampleFiles(["sole-purpose": "«false»"])),
      Example("our own session", exampleFiles([:])),
      Example(
        "a purpose that denies advertising",
        exampleFiles(["purpose": "Keep the booking open. It is not used for advertising or analytics."])),
      Example("a helper balances the load for long", exampleFiles(["setter": "mailer", "duration": "P1Y"])),
      Example("somebody else for a session", exampleFiles(["setter": "analytics-fr"])),
      Example("it waits for consent", exampleFiles(["names": "[_ga]", "route": "consent", "fires": "after-consent"])),
      Example("a purpose in another language is not read", exampleFiles(["purpose": "{cy: Marketing a hysbysebion.}"])),
    ])

  private static func exampleFiles(_ changes: ExampleTexts, policy: String = "cookie-lifetime: P13M") -> ExampleTexts {
    var cookie = exampleCookie([
      "names": "[session]", "purpose": "Keep the booking open.", "category": "necessary",
      "route": "strictly-necessary", "fires": "", "duration": "session",
    ])
    for (field, value) in changes {
      cookie = cookie.replacingLine(field, with: nil) + "\n" + (value.isEmpty ? "" : "\(field): \(value)\n")
    }
    return [
      "sites/website.yaml": exampleSite(), "cookies/visits.yaml": cookie,
      "registry.yaml":
        "title: Records of Example Care\norganisations: example-care\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\npolicy: {\(policy)}\n",
    ]
  }
}

/// What speaks against need.
private struct Doubt {
  let words: String
  let range: SourceRange
  /// The name is known, so that nothing is a matter of opinion.
  var isKnown = false
}

extension Assessed {
  /// The plainest sign that a cookie is not needed.
  fileprivate func doubt(of cookie: Cookie, isStrict: Bool) -> Doubt? {
    let anchor = cookie.common.anchor
    if let tracker = knownTracker(cookie) {
      return Doubt(
        words:
          "'\(tracker.name)' is a name that \(tracker.product.map { "\($0) uses" } ?? "your policy lists as a tracker")",
        range: cookie.names.answer.range ?? anchor, isKnown: true)
    }
    // Under the other routes a sole purpose is a condition that the table names.
    if isStrict, case .given(let truth, let range) = cookie.solePurpose.answer, !truth.value {
      return Doubt(words: "its record says that it serves more than one purpose", range: range)
    }
    if case .given(let text, let range) = cookie.purpose.answer, let words = text.english(registry.language) {
      let own = OwnText(text: words, range: range, explains: false, language: .english)
      for sentence in own.sentences {
        let sentence = EnglishSentence(sentence)
        if let sign = needless.first(where: { sentence.affirms($0) }) {
          return Doubt(words: "its purpose speaks of '\(sign)'", range: range)
        }
      }
    }
    guard let setter = cookie.setter.given, let party = registry.party(setter), !registry.isOurs(setter.record),
      party.face != .processors, let days = cookie.longestDays, days > 1
    else { return nil }
    return Doubt(
      words: "\(registry.name(of: setter.record)) sets it for longer than a day and is no processor of ours",
      range: setter.range)
  }
}

/// Words of purposes that visitors did not ask for.
private let needless = [
  "advertising", "advertisement", "advertisements", "adverts", "ads", "marketing", "analytics", "heatmap", "heatmaps",
  "a b test", "a b tests", "a b testing", "social media", "retargeting", "remarketing", "profiling",
]
