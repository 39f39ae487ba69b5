import LocatedYAML

extension Rule {
  /// LAW-029, for purposes with the tag marketing, or the only purpose: the profiling behind a message may have a basis of its own.
  static let marketingBasisConflict = Rule(
    "marketing-basis-conflict", .lawfulness, .warning, .contradiction,
    title: "The route of marketing and the lawful basis tell different stories",
    rationale: """
      Whoever asks for consent to the message and records an interest of its own as the basis, or relies on the soft opt-in and records \
      consent, tells people two things: one of them can be withdrawn, the other objected to. The right that is offered should be the one \
      they have.
      """,
    remedy: "Align the route of the channel and the basis of the marketing purpose.",
    citations: ["PECR reg 22", "Art 6(1)", "Art 7"],
    check: .activities { activity, assessed in
      guard case .given(let marketing, _) = activity.marketing.answer, activity.isJudged, activity.isControllerRecord
      else {
        return .notApplicable
      }
      let all = activity.purposes.given?.values ?? []
      let tagged = all.filter { $0.tags.elements().contains(.marketing) }
      let purposes = tagged.isEmpty && all.count == 1 ? all : tagged
      guard !purposes.isEmpty else { return .notApplicable }
      let regimes = assessed.registry.regimes(of: activity)
      for channel in marketing.channels.given?.values ?? [] {
        guard case .given(let route, let place) = channel.route.answer else { continue }
        for purpose in purposes {
          let records = assessed.bases(of: purpose, in: activity).records
          let asks = records.contains { assessed.rests($0, on: "6(1)(a)", regimes) }
          let weighs = records.contains { assessed.rests($0, on: "6(1)(f)", regimes) }
          let words: String
          switch route {
          case .consent where weighs && !asks: words = "consent, and the purpose rests on legitimate interests"
          case .softOptIn where asks, .charitySoftOptIn where asks:
            words = "a soft opt-in, and the purpose rests on consent"
          default: continue
          }
          return .finding(
            Observation(
              "Marketing by \(channel.id) in '\(assessed.registry.name(of: activity.common.record))' has the route of \(words)",
              at: place, hint: "align route: with the basis of '\(purpose.id)'",
              notes: [Note(message: "the purpose", range: purpose.range)],
              citations: regimes.contains(.ukGDPR) ? [] : ["ePD Art 13", "Art 6(1)", "Art 7"],
              records: [activity.common.record] + records.map(\.common.record),
              evidence: [Evidence("route", route.rawValue)]))
        }
      }
      return assessed.hasOpenBasis(assessed.bases(ofAll: activity))
        ? .notEvaluable("a basis is an open question") : .clear
    },
    examples: [
      Example(
        "consent for the message, an interest for the rest",
        exampleMarketing("email: {route: «consent», opt-out: a link}", basis: "interest")),
      Example("consent for both", exampleMarketing("email: {route: consent, opt-out: a link}", basis: "agreed")),
      Example(
        "a soft opt-in, and consent as the basis",
        exampleMarketing("email: {route: «soft-opt-in», opt-out: a link}", basis: "agreed")),
      Example(
        "a soft opt-in, and an interest",
        exampleMarketing("email: {route: soft-opt-in, opt-out: a link}", basis: "interest")),
      Example(
        "the purpose that rests on the interest is another one",
        exampleMarketing(
          "email: {route: consent, opt-out: a link}", basis: "agreed",
          purposes:
            "{write: {text: Tell customers what is new at our house., tags: marketing}, study: {text: Find out what customers like., basis: interest}}"
        )),
      Example(
        "the basis is an open question",
        exampleMarketing("email: {route: consent, opt-out: a link}", basis: "{unknown: which}"), also: ["open-question"]
      ),
    ])
}
