import LocatedYAML

extension Rule {
  /// NTC-024.
  static let noticeDeniesCookies = Rule(
    "notice-denies-cookies", .notices, .error, .contradiction,
    title: "A statement denies cookies that the records show",
    rationale: """
      "We use no cookies" is easily said and soon untrue: a video, a map or a counter brings some. With an exception, such as what the site \
      needs, the sentence speaks of the others.
      """,
    remedy: "Correct the sentence, or remove the cookie.",
    citations: ["Art 5(1)(a)"],
    check: .statements { statement, assessed in
      guard statement.claim.given == .noCookies, statement.common.isJudged else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let registry = assessed.registry
      let hasException = !statement.except.elements().isEmpty
      let scope = assessed.cookieScope(of: statement)
      var denied: [Cookie] = []
      var isOpen = false
      for cookie in registry.records.cookies {
        guard cookie.common.isJudged, (cookie.common.certainty.given ?? .certain) == .certain else { continue }
        if hasException && (cookie.category.given == .necessary || cookie.category.given == nil) { continue }
        switch scope.map({ assessed.lies(cookie, in: $0) }) ?? true {
        case true?: denied.append(cookie)
        case false?: break
        case nil: isOpen = true
        }
      }
      guard let first = denied.first else {
        return isOpen ? .notEvaluable("which activity or system a cookie belongs to is not recorded") : .clear
      }
      let regimes = registry.regimes(of: first).regimes
      return .finding(
        Observation(
          "\(joined(denied.map { "'\(registry.words(for: $0))'" })) \(denied.count == 1 ? "is" : "are") on record, and the statement denies \(hasException ? "cookies that the site does not need" : "cookies")",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "correct text:, or add except: with what is used",
          notes: denied.map { Note(message: "This one", range: $0.common.anchor) },
          citations: ["Art 5(1)(a)"] + regimes.compactMap { assessed.law.cite("device-storage", $0) },
          records: [statement.common.record] + denied.map(\.common.record)))
    },
    examples: [
      Example("a flat denial", files(statement("«no-cookies»"), category: "necessary", route: "strictly-necessary")),
      Example(
        "only what the site needs, and a counter", files(statement("«no-cookies»", exception), category: "statistics")),
      Example(
        "only what the site needs",
        files(statement("no-cookies", exception), category: "necessary", route: "strictly-necessary")),
      Example(
        "said of another system",
        files(statement("no-cookies", "about: {systems: office-files}\n"), category: "statistics")),
      Example(
        "in a notice on the activity of the cookie",
        printed("«no-cookies»", activity: "appointment-messages", system: "letter-files")),
      Example(
        "in a notice on an activity that uses the site",
        printed("«no-cookies»", activity: "letters", system: "mail-system")),
      Example(
        "in a notice on other activities and another site",
        printed("no-cookies", activity: "letters", system: "letter-files")),
      Example(
        "in the only notice, and what the cookie serves is not recorded",
        printed("«no-cookies»", activity: "", system: ""), also: ["cookie-activity-missing"]),
      Example(
        "said of another activity",
        printed("no-cookies\nabout: {activities: letters}", activity: "appointment-messages", system: "mail-system")),
    ])

  /// A statement that the notice on messages prints, and a cookie of an activity on a site that is a system.
  private static func printed(_ claim: String, activity: String, system: String) -> ExampleTexts {
    [
      "statements/no-cookies.yaml": statement(claim),
      "notices/customer-notice.yaml": ExampleRecords.customerNotice(
        sections: SectionName.allCases.map {
          $0 == .cookies ? "  - {section: cookies, statements: no-cookies}" : "  - \($0.rawValue)"
        }.joined(separator: "\n")),
      "systems/letter-files.yaml":
        "title: Letter files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
      "activities/letters.yaml": exampleActivity(["systems": "letter-files"]),
      "sites/website.yaml": exampleSite(["system": system]),
      "cookies/visits.yaml": exampleCookie(["activity": activity]),
    ]
  }

  private static let exception =
    "except: [{text: what the site needs to work, because: it would not open without them}]\n"

  private static func statement(_ claim: String, _ more: String = "") -> String {
    "kind: claim\nclaim: \(claim)\ntext: This site sets no cookies.\n\(more)"
  }

  private static func files(_ statement: String, category: String, route: String = "consent")
    -> KeyValuePairs<String, String>
  {
    [
      "statements/no-cookies.yaml": statement, "sites/website.yaml": exampleSite(),
      "cookies/visits.yaml": exampleCookie(["category": category, "route": route]),
    ]
  }
}
