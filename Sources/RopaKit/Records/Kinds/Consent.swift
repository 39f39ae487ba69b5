import LocatedYAML

/// How permission is asked, worded, proved and withdrawn, and what it is for.
package final class Consent: Record, Referable {
  package static var space: Space { .consent }
  package let common: CommonFields
  package let mechanisms: Public<List<ConsentMechanism>>
  package let function: Internal<ConsentFunction>
  package let wording: Internal<Text>
  package let version: Internal<Line>
  package let withdraw: Public<Text>
  package let evidence: Internal<Text>
  package let by: Public<Reference<Party>>
  package let unless: Public<Text>
  package let effect: Public<Text>
  package let bundled: Internal<Truth>
  package let minimumAge: Internal<WholeNumber>
  package let parental: Internal<Text>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    mechanisms = fields.public("mechanism", .everyday, "How people express it, one way or several")
    function = fields.internal(
      "function", .everyday, "What it is for: the lawful basis, confidentiality, or courtesy beside another basis")
    wording = fields.internal("wording", .when("function basis"), "The words shown, or where they are")
    version = fields.internal("version", .when("function basis"), "Version of the words")
    withdraw = fields.public("withdraw", .when("function basis"), "How people take it back")
    evidence = fields.internal("evidence", .when("function basis"), "Where the proof is kept")
    by = fields.public("by", .optional, "The body that asks")
    unless = fields.public("unless", .optional, "When it is not asked")
    effect = fields.public("effect", .optional, "What refusing does")
    bundled = fields.internal("bundled", .optional, "true when something else depends on it, Art 7(4)")
    minimumAge = fields.internal("minimum-age", .optional, "Youngest age at which it is asked, in years")
    parental = fields.internal("parental", .optional, "How a parent's authorisation is obtained")
  }
}

/// The ways in which people are said to agree; some of them cannot be consent.
package enum ConsentMechanism: String, Word {
  case tickBox = "tick-box"
  case button, signature, spoken, submit, acknowledgement
  case browserSetting = "browser-setting"
  case optOut = "opt-out"
  case deemedByUse = "deemed-by-use"
  case throughAnotherBody = "through-another-body"
  case permission, declaration

  /// False for ways that are no clear affirmative act of the person, Art 4(11).
  package var canBeConsent: Bool {
    switch self {
    case .submit, .acknowledgement, .browserSetting, .optOut, .deemedByUse, .declaration: false
    default: true
    }
  }

  /// False where nobody is asked: people may set something, or what they do anyway is taken for a yes.
  package var asksPeople: Bool {
    switch self {
    case .acknowledgement, .browserSetting, .optOut, .deemedByUse: false
    default: true
    }
  }
}

package enum ConsentFunction: String, Word { case basis, confidentiality, courtesy }
