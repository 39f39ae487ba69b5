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
      let about = statement.about.given
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let systems = about?.systems.elements().map(\.record) ?? []
      let registry = assessed.registry
      let hasException = !statement.except.elements().isEmpty
      let denied = registry.records.cookies.filter { cookie in
        guard cookie.common.isJudged, (cookie.common.certainty.given ?? .certain) == .certain else { return false }
        if hasException && (cookie.category.given == .necessary || cookie.category.given == nil) { return false }
        guard !systems.isEmpty else { return true }
        return cookie.sites.elements().contains { reference in
          registry.site(reference)?.system.given.map { systems.contains($0.record) } ?? false
        }
      }
      guard let first = denied.first else { return .clear }
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
    ])

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
