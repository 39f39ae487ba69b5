package import LocatedYAML

/// A group of things stored on, read from or loaded into the visitor's device: same setter, same purpose, same route.
package final class Cookie: Record, Referable {
  package static var space: Space { .cookie }
  package let common: CommonFields
  package let names: Public<CookieNames>
  package let count: Public<WholeNumber>
  package let kind: Public<Settled<CookieKind>>
  package let sites: Public<List<Reference<Site>>>
  package let pages: Public<Text>
  package let setter: Public<Reference<Party>>
  package let via: Public<CookieVia>
  package let seenUnder: Public<List<Line>>
  package let purpose: Public<Text>
  package let category: Public<CookieCategory>
  package let duration: Public<CookieDuration>
  package let route: Public<PerRegime<CookieRoute>>
  package let fires: Internal<CookieFiring>
  package let solePurpose: Internal<Truth>
  package let optOut: Public<CookieOptOut>
  package let sharedWith: Public<List<CookieSharing>>
  package let activity: Public<Reference<Activity>>
  package let personal: Internal<Truth>
  package let sensitivePages: Internal<Truth>
  package let software: Internal<Reference<Party>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, title: .optional)
    names = fields.public(
      "names", .everyday, "Names, or each name with its duration; an asterisk at the end matches the rest")
    count = fields.public("count", .when("the names are unknown"), "How many there are")
    kind = fields.public("kind", .optional, "What it is; cookie unless said")
    sites = fields.public("sites", .everyday, "Sites and apps where it is used")
    pages = fields.public("pages", .optional, "some, or which pages in words")
    setter = fields.public("setter", .everyday, "The body that sets and reads it")
    via = fields.public("via", .optional, "How it gets onto the page, if something of the setter's brings it")
    seenUnder = fields.public("seen-under", .optional, "Domains under which it is seen")
    purpose = fields.public("purpose", .everyday, "What it is for, in public words")
    category = fields.public("category", .everyday, "The heading under which visitors find it")
    duration = fields.public("duration", .when("names without durations"), "How long it lasts, or session")
    route = fields.public("route", .everyday, "What allows it to be stored or read, per regime")
    fires = fields.internal("fires", .when("route consent"), "Whether it waits for consent")
    solePurpose = fields.internal(
      "sole-purpose", .when("route statistical, appearance, communication, emergency"),
      "true when it serves nothing else")
    optOut = fields.public("opt-out", .when("route statistical, appearance"), "How visitors object to it")
    sharedWith = fields.public(
      "shared-with", .everyday, "Bodies that also get what it collects, or none with a reason")
    activity = fields.public("activity", .when("category other than necessary"), "The activity that it feeds")
    personal = fields.internal("personal", .optional, "false when no personal data come of it")
    sensitivePages = fields.internal(
      "sensitive-pages", .optional, "true when the pages tell something about health or another special category")
    software = fields.internal("software", .optional, "Maker of the product; has no part in the data by that alone")
  }
}

/// The names of a group's members, with the time each of them lasts where that is said.
package enum CookieNames: Readable {
  case names([Line])
  case durations([Mapped<CookieDuration>.Entry])

  package static var shape: ShapeDescription { .either([.list(.line), .mapped(CookieDuration.shape)]) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> CookieNames? {
    if session.tree.kind(node) == .mapping {
      return Mapped<CookieDuration>.read(node, in: session).map { .durations($0.entries) }
    }
    return List<Line>.read(node, in: session).map { .names($0.elements) }
  }

  /// The names alone.
  package var all: [String] {
    switch self {
    case .names(let names): names.map(\.text)
    case .durations(let entries): entries.map(\.key)
    }
  }
}

/// How long something stays on the device.
package enum CookieDuration: Readable {
  /// Until the browser is closed.
  case session
  case period(Period)

  package static var shape: ShapeDescription { .either([.word(["session"]), .duration]) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> CookieDuration? {
    guard let word = session.scalar(node) else { return nil }
    if word == "session" { return .session }
    if let period = Period(word) { return .period(period) }
    session.report(
      "unusable-duration", at: node, "'\(word)' is neither a duration nor 'session'",
      hint: session.answerHint(word) ?? nearMiss(word, among: ["session"]).map { "did you mean '\($0)'?" }
        ?? ValueHints.duration(word) + ", or session")
    return nil
  }
}

package enum CookieKind: String, Word {
  case cookie
  case localStorage = "local-storage"
  case pixel, script, embed, sdk, fingerprint, link
}

package enum CookieVia: String, Word { case embed, script }

package enum CookieCategory: String, Word { case necessary, preferences, statistics, marketing }

/// What allows something to be stored on or read from a device: PECR Schedule A1, Art 5(3) of Directive 2002/58/EC.
package enum CookieRoute: String, Word {
  case consent, communication
  case strictlyNecessary = "strictly-necessary"
  case statistical, appearance, emergency
}

package enum CookieFiring: String, Word {
  case afterConsent = "after-consent"
  case beforeConsent = "before-consent"
}

package struct CookieOptOut: Fielded {
  package let how: Public<Text>
  package let simple: Internal<Truth>
  package let free: Internal<Truth>

  package init(from fields: inout FieldReader) {
    how = fields.public("how", .everyday, "What visitors do")
    simple = fields.internal("simple", .everyday, "Whether it is simple")
    free = fields.internal("free", .everyday, "Whether it costs nothing")
  }
  package static var shorthand: StaticString? { "how" }
}

/// Somebody else who gets what is collected.
package struct CookieSharing: Fielded {
  package let party: Public<Reference<Party>>
  package let certainty: Public<Certainty>
  package init(from fields: inout FieldReader) {
    party = fields.public("party", .required, "The body")
    certainty = fields.public("certainty", .optional, "How sure this is")
  }
  package static var shorthand: StaticString? { "party" }
}
