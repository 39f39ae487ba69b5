import LocatedYAML

extension Rule {
  /// LAW-028, channel by channel. Whether the conditions of a soft opt-in were met in a case, or a telephone number stands in a register of
  /// people who want no calls, is in no record. Messages about a service are no marketing, and are not recorded as such.
  static let marketingRouteMissing = Rule(
    "direct-marketing-route-missing", .lawfulness, .error, .barred,
    title: "Marketing goes to individuals by electronic mail, and nothing that allows it is recorded",
    rationale: """
      Marketing by e-mail, text message and the like needs consent or the soft opt-in, and a way out in every message. Sole traders and most \
      partnerships count as individuals. Where only the directive holds, its national law decides, and the finding is a warning.
      """,
    remedy: "Record the route and the way out of each channel, or stop it.",
    citations: ["PECR reg 22", "PECR reg 23", "ePD Art 13"],
    check: .activities { activity, assessed in
      guard case .given(let marketing, _) = activity.marketing.answer, activity.isJudged, activity.isControllerRecord,
        marketing.to.answer.isAbsent || marketing.to.hasOpenElement() || marketing.to.elements().contains(.individuals)
      else { return .notApplicable }
      let regimes = assessed.registry.regimes(of: activity)
      var faults: [(words: String, range: SourceRange)] = []
      var isOpen = marketing.channels.answer.isOpen || !(marketing.channels.given?.open.isEmpty ?? true)
      for channel in marketing.channels.given?.values ?? [] where electronicChannels.contains(channel.id) {
        switch assessed.fault(of: channel, activity, regimes) {
        case .fits: break
        case .open: isOpen = true
        case .found(let words, let range): faults.append(("\(channel.id) \(words)", range))
        }
      }
      guard let first = faults.first else {
        return isOpen ? .notEvaluable("a channel, its route or the way out is an open question") : .clear
      }
      if marketing.to.hasOpenElement() { return .notEvaluable("whom marketing goes to is an open question") }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' sends marketing to individuals: \(joined(faults.map(\.words)))",
          at: first.range, hint: "write {route: consent or soft-opt-in, opt-out: how} for the channel",
          notes: faults.dropFirst().map { Note(message: "and here", range: $0.range) },
          severity: regimes.contains(.ukGDPR) ? .error : .warning,
          citations: regimes.contains(.ukGDPR) ? ["PECR reg 22", "PECR reg 23"] : ["ePD Art 13"],
          records: [activity.common.record], evidence: faults.map { Evidence("marketing.channels", $0.words) }))
    },
    examples: marketingRouteMissingExamples)
}

/// Electronic mail: text, sound or pictures that wait for the recipient.
private let electronicChannels: Set<String> = [
  "email", "sms", "mms", "text-message", "push", "push-message", "direct-message", "messenger", "voicemail",
]

private enum ChannelFault {
  case fits, open
  case found(String, SourceRange)
}

extension Assessed {
  fileprivate func fault(of channel: MarketingChannel, _ activity: Activity, _ regimes: [Regime]) -> ChannelFault {
    guard case .given(let route, let place) = channel.route.answer else {
      return channel.route.answer.isOpen
        ? .open : .found("has no route", channel.route.answer.range ?? channel.range)
    }
    if route == .none { return .found("has no route", place) }
    for regime in regimes {
      guard let row = law.marketingRoutes(regime).first(where: { $0.row.id == route.rawValue }) else {
        return .found(
          "has the route '\(route.rawValue)', which the law of the \(name(of: regime)) does not know", place)
      }
      if row.bodies.contains("charity"),
        registry.party(registry.organisation(of: activity))?.own?.charity.given?.value != true
      {
        return .found("has the route '\(route.rawValue)', and the organisation is recorded as no charity", place)
      }
    }
    switch channel.optOut.answer.standing(anchor: place, noneCounts: false) {
    case .answered: return .fits
    case .open: return .open
    case .missing(let range): return .found("offers no way out", range)
    }
  }
}

private let marketingRouteMissingExamples: [Example] = [
  Example("no route", exampleMarketing("email: {route: «none», opt-out: a link}")),
  Example("nothing said", exampleMarketing("«sms»: {opt-out: a link}")),
  Example("no way out", exampleMarketing("email: «soft-opt-in»")),
  Example(
    "a soft opt-in with a way out", exampleMarketing("email: {route: soft-opt-in, opt-out: a link in each mail}")),
  Example("consent", exampleMarketing("push: {route: consent, opt-out: a setting}", basis: "agreed")),
  Example(
    "the route of charities, and none of them",
    exampleMarketing("email: {route: «charity-soft-opt-in», opt-out: a link}")),
  Example(
    "a charity", exampleMarketing("email: {route: charity-soft-opt-in, opt-out: a link}", charity: "true")),
  Example(
    "before that route was there",
    exampleMarketing("email: {route: «charity-soft-opt-in», opt-out: a link}", charity: "true"),
    asOf: "2026-02-04"),
  Example("only to companies", exampleMarketing("email: {route: none, opt-out: a link}", to: "corporate")),
  Example("by letter", exampleMarketing("post: {route: none}")),
  Example(
    "where national law decides", exampleMarketing("email: {route: «none», opt-out: a link}", regimes: "eu-gdpr"),
    severity: .warning),
  Example(
    "not known yet", exampleMarketing("email: {route: {unknown: what people ticked}, opt-out: a link}"),
    also: ["open-question"]),
]

/// An activity that sends marketing.
/// - Parameter channels: the entries of `channels`.
func exampleMarketing(
  _ channels: String, to: String = "individuals", basis: String = "customer-contract", charity: String = "false",
  regimes: String = "uk-gdpr", purposes: String = "{write: Tell customers what is new at our house.}"
) -> ExampleTexts {
  [
    "activities/letters.yaml": exampleActivity([
      "marketing": "{to: \(to), channels: {\(channels)}, suppression: a list}", "basis": basis, "regimes": regimes,
      "systems": "shelf", "controls": "encrypted-storage", "purposes": purposes,
    ]),
    "systems/shelf.yaml": "title: Shelf\noperator: example-care\nmedium: paper\nhosting: GB\naccess-from: GB\n",
    "lawful-bases/agreed.yaml": basis == "agreed" ? "title: Permission\narticle-6: consent\nconsent: study-box\n" : "",
    "lawful-bases/interest.yaml":
      "title: Our trade\narticle-6: legitimate-interests\ninterests: We want to sell.\nassessment: {not-applicable: kept on paper}\n",
    "consents/study-box.yaml": basis == "agreed" ? "title: Box for letters\n" + Rule.soundConsent + "\n" : "",
    "organisations/example-care.yaml": exampleOrganisation([
      "charity": charity, "regimes": regimes == "uk-gdpr" ? "uk-gdpr" : "[uk-gdpr, eu-gdpr]",
      "registrations": charity == "true"
        ? "{ico: {number: ZA123456, tier: 1, paid-until: 2027-10-01}}"
        : "{ico: {number: ZA123456, tier: 2, paid-until: 2027-10-01}}",
    ]),
    "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
    "transfers/reminder-study.yaml": "", "activities/hosted-records.yaml": "",
  ]
}
