package import LocatedYAML

/// The id of something inside a record, such as a purpose of an activity or an agreement with a body. Whether it leads anywhere is for
/// rules to say, because it may stand in another record that is read later.
package struct InnerID: Readable {
  package let text: String
  package let range: SourceRange

  package static var shape: ShapeDescription { .innerID }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> InnerID? {
    guard let text = session.scalar(node) else { return nil }
    guard isIdentifier(text), !reservedIDs.contains(text) else {
      session.report(
        "id-malformed", at: node, "'\(text)' cannot be an id", hint: session.answerHint(text) ?? idHint(text))
      return nil
    }
    return InnerID(text: text, range: session.tree.range(node))
  }
}

/// The id of a rule of the catalogue.
package struct RuleName: Readable {
  package let text: String

  package static var shape: ShapeDescription { .rule }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> RuleName? {
    guard let text = session.scalar(node) else { return nil }
    if Rule.numbers[text] != nil { return RuleName(text: text) }
    let near = nearMiss(text, among: Rule.catalogue.lazy.map(\.id))
    session.report(
      "unknown-word", at: node, "'\(text)' is not a rule",
      hint: session.answerHint(text) ?? suggestion(near.map { [$0] } ?? [])
        ?? "write the word that stands in brackets behind the finding; ropa explain lists all rules")
    return nil
  }
}

/// An event that starts or ends a period and that notices have a sentence for.
package enum KnownEvent: String, CaseIterable, Sendable {
  case collected
  case lastContact = "last-contact"
  case accountClosed = "account-closed"
  case serviceEnd = "service-end"
  case subscriptionEnd = "subscription-end"
  case contractEnd = "contract-end"
  case purposeMet = "purpose-met"
  case useEnd = "use-end"
  case request
  case supplierExit = "supplier-exit"
  case death, decision
  case consentWithdrawn = "consent-withdrawn"
  case objection
}

/// What happens: an event that notices know, or own words, which are printed as they stand.
package enum EventName: Readable {
  case known(KnownEvent)
  /// Several words that can follow "until".
  case own(Line)

  package static var shape: ShapeDescription { .either([.word(KnownEvent.allCases.map(\.rawValue)), .phrase]) }

  /// As it is written in the file.
  package var text: String {
    switch self {
    case .known(let event): event.rawValue
    case .own(let words): words.text
    }
  }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> EventName? {
    guard let text = session.scalar(node) else { return nil }
    if let event = KnownEvent(rawValue: text) { return .known(event) }
    // One word, or several joined by hyphens, would be printed as an id; nobody writes a sentence so.
    if text.utf8.split(whereSeparator: { $0 <= 0x20 }).count > 1 { return .own(Line(text: text)) }
    let known = KnownEvent.allCases.map(\.rawValue)
    let near = nearMiss(text, among: known) ?? nearMiss(hyphenatedWords(text), among: known)
    session.report(
      "unknown-word", at: node, "'\(text)' is not an event that notices have words for",
      hint: session.answerHint(text) ?? suggestion(near.map { [$0] } ?? [])
        ?? "choose \(oneOf(known)); or write words that can follow 'until', as in the end of the season"
    )
    return nil
  }
}

/// What an own text of a notice may serve: the elements of Art 13 and 14 by their ids in the law table, without what goes before the
/// hyphen, and what must be told of cookies.
package enum ElementName: String, Word {
  case controller, rep, dpo, purposes, basis, interests, categories, recipients, transfers, retention, rights, withdraw
  case complainController = "complain-controller"
  case complainRegulator = "complain-regulator"
  case statutory, adm, source, further
  case objectProminent = "object-prominent"
  case joint, cookies
}
