/// Whether a value may be shown.
enum Gate {
  case open, possible, closed

  init(_ certainty: Certainty?) {
    switch certainty ?? .certain {
    case .certain: self = .open
    case .possible: self = .possible
    case .example, .disputed: self = .closed
    }
  }
}

/// A value inside a record that may be kept out of public pages on its own.
protocol Gated { var gate: Gate { get } }

/// A value inside a record that is shown whenever its record is. Every type of element says which of the two it is.
protocol Ungated {}

extension RecipientEntry: Gated { var gate: Gate { Gate(certainty.given) } }
extension Place: Gated { var gate: Gate { Gate(certainty.given) } }
extension SubProcessor: Gated { var gate: Gate { Gate(certainty.given) } }
extension Onward: Gated { var gate: Gate { Gate(certainty.given) } }
extension CookieSharing: Gated { var gate: Gate { Gate(certainty.given) } }
extension Relation: Gated { var gate: Gate { Gate(certainty.given) } }
extension Contact: Gated { var gate: Gate { isPublishable ? .open : .closed } }
extension Purpose: Gated { var gate: Gate { isExample.given?.value == true ? .closed : .open } }

extension Certificate: Ungated {}
extension ClaimException: Ungated {}
extension ConsentMechanism: Ungated {}
extension ContractParty: Ungated {}
extension DataEntry: Ungated {}
extension DecisionSafeguard: Ungated {}
extension Embed: Ungated {}
extension Event: Ungated {}
extension EventName: Ungated {}
extension InnerID: Ungated {}
extension Language: Ungated {}
extension Line: Ungated {}
extension MarketingAudience: Ungated {}
extension MarketingChannel: Ungated {}
extension NoticeLink: Ungated {}
extension NoticeSection: Ungated {}
extension NoticeVersion: Ungated {}
extension OnwardTransfer: Ungated {}
// Whether the record may be shown that a reference names is asked where it is followed.
extension Reference: Ungated {}
extension Representative: Ungated {}
extension RetentionAction: Ungated {}
extension RightLimit: Ungated {}
extension RightName: Ungated {}
extension RightRoute: Ungated {}
extension SiteForm: Ungated {}
extension SiteLink: Ungated {}
extension Source: Ungated {}
extension Term: Ungated {}
extension Territory: Ungated {}
extension Text: Ungated {}
extension WholeNumber: Ungated {}
