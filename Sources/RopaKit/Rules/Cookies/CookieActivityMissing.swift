import LocatedYAML

extension Rule {
  /// COO-012.
  static let cookieActivityMissing = Rule(
    "cookie-activity-missing", .cookies, .error, .mandatory,
    title: "A cookie feeds no activity of the register",
    rationale: """
      What a cookie collects is used for something, on a basis, by somebody, and perhaps abroad. Without its activity the record of \
      processing is not complete, and no rule on transfers can follow the data. Where nothing personal comes of it, the record says so.
      """,
    remedy: "Link the activity that uses the data, or create one, such as web statistics.",
    citations: ["Art 30(1)"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged, cookie.personal.given?.value != false else { return .notApplicable }
      let registry = assessed.registry
      switch cookie.activity.answer.standing(anchor: cookie.common.anchor) {
      case .open: return .notEvaluable("the activity is an open question")
      case .answered:
        guard let reference = cookie.activity.given, let activity = registry.activity(reference), !activity.runs else {
          return .clear
        }
        return .finding(
          Observation(
            "'\(registry.words(for: cookie))' feeds '\(registry.name(of: reference.record))', which is retired",
            at: reference.range, hint: "link the activity that uses the data now, or remove the cookie",
            records: [cookie.common.record, reference.record], evidence: [Evidence("activity", "retired")]))
      case .missing(let range): return assessed.judgeWithoutActivity(cookie, at: range)
      }
    },
    examples: [
      Example("marketing", files("«title»", ["activity": "", "category": "marketing"])),
      Example("preferences", files("«title»", ["activity": "", "category": "preferences"])),
      Example(
        "needed for the site, and set by somebody else",
        files(
          "«title»",
          [
            "activity": "", "category": "necessary", "route": "strictly-necessary", "fires": "",
            "setter": "analytics-fr", "duration": "session",
          ]), severity: .warning),
      Example(
        "an activity that has ended",
        [
          "sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(["activity": "«letters»"]),
          "activities/letters.yaml": exampleActivity(["status": "retired", "end": "2026-06-30"]),
        ]),
      Example("its activity", files("title", [:])),
      Example("nothing personal comes of it", files("title", ["activity": "", "personal": "false"])),
      Example(
        "needed for the site, and our own",
        files(
          "title",
          ["activity": "", "category": "necessary", "route": "strictly-necessary", "fires": "", "duration": "session"])),
      Example("none, with a reason", files("title", ["activity": "{none: the figures are thrown away}"])),
      Example(
        "not known yet", files("title", ["activity": "{unknown: which team reads the figures}"]),
        also: ["open-question"]),
      Example(
        "whether the data are personal is an open question",
        files("title", ["activity": "", "personal": "{unknown: whether visitors can be told apart}"]),
        also: ["open-question"]),
    ])

  private static func files(_ title: String, _ changes: ExampleTexts) -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite(),
      "cookies/visits.yaml": title + exampleCookie(changes).dropFirst("title".count),
    ]
  }
}

extension Assessed {
  /// A cookie for the site alone needs no activity, unless others have a part in it.
  fileprivate func judgeWithoutActivity(_ cookie: Cookie, at range: SourceRange) -> Verdict {
    let others = registry.others(of: cookie)
    let category = cookie.category.given.flatMap { $0 == .necessary ? nil : $0 }
    guard category != nil || !others.isEmpty else {
      let isOpen = cookie.category.answer.isOpen || cookie.setter.answer.isOpen
      return isOpen ? .notEvaluable("what it does or who sets it is an open question") : .clear
    }
    if cookie.personal.answer.isOpen { return .notEvaluable("whether personal data come of it is an open question") }
    let why =
      category.map { "is for \($0.rawValue)" }
      ?? "reaches \(joined(others.map { registry.name(of: $0.record) }))"
    return .finding(
      Observation(
        "'\(registry.words(for: cookie))' \(why) and feeds no activity, so nobody can follow its data", at: range,
        hint: "add activity: with the id of the activity that uses the data, or personal: false",
        severity: category == nil ? .warning : nil, records: [cookie.common.record] + others.map(\.record),
        evidence: [Evidence("activity", "not given")]))
  }
}
