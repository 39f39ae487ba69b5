import LocatedYAML

/// A decision about one finding: it is being mended, it is accepted for a time, or the rule misreads the facts. Never published.
package final class Waiver: Record, Referable {
  package static var space: Space { .waiver }
  package let common: CommonFields
  package let kind: Internal<Settled<WaiverKind>>
  package let rule: Internal<Settled<RuleName>>
  package let subject: Internal<Settled<RecordPath>>
  package let regime: Internal<Regime>
  package let facts: Internal<List<Line>>
  package let reason: Internal<Text>
  package let compensating: Internal<List<Reference<Control>>>
  package let risk: Internal<WaivedRisk>
  package let requestedBy: Internal<Reference<Person>>
  package let requested: Internal<Day>
  package let officerView: Internal<OfficerView>
  package let approvedBy: Internal<Reference<Person>>
  package let approved: Internal<Day>
  package let approverRole: Internal<ApproverRole>
  package let expires: Internal<Day>
  package let fixBy: Internal<Day>
  package let fixOwner: Internal<Reference<Person>>
  package let status: Internal<Settled<WaiverStatus>>
  package let supersedes: Internal<Reference<Waiver>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, title: .optional)
    kind = fields.internal("kind", .required, "acknowledge: being mended; accept: for a time; false-positive: misread")
    rule = fields.internal("rule", .required, "Id of the rule")
    subject = fields.internal("subject", .required, "The record of the finding: folder and id")
    regime = fields.internal("regime", .optional, "Only if it holds under one regime")
    facts = fields.internal(
      "facts", .everyday, "Fingerprint of the facts judged, as ropa waive and the JSON report give it; a change ends it"
    )
    reason = fields.internal("reason", .required, "Why, and which alternatives were considered")
    compensating = fields.internal("compensating", .optional, "Measures that reduce the risk meanwhile")
    risk = fields.internal("risk", .when("accept"), "Risk to the people concerned, not to the organisation")
    requestedBy = fields.internal("requested-by", .everyday, "Who asked for it")
    requested = fields.internal("requested", .everyday, "Day it was asked for")
    officerView = fields.internal("dpo-view", .everyday, "View of the data protection officer; advice, not approval")
    approvedBy = fields.internal("approved-by", .everyday, "Who decided")
    approved = fields.internal("approved", .everyday, "Day of the decision")
    approverRole = fields.internal("approver-role", .everyday, "executive, risk-owner, siro, line-head, owner")
    expires = fields.internal("expires", .required, "Last day")
    fixBy = fields.internal("fix-by", .when("acknowledge"), "Day by which it is mended")
    fixOwner = fields.internal("fix-owner", .when("acknowledge"), "Who mends it")
    status = fields.internal(
      "status", .everyday, "proposed, active, expired, withdrawn, superseded; only an active one has an effect")
    supersedes = fields.internal("supersedes", .optional, "The waiver that it renews")
  }
}

package enum WaiverKind: String, Word {
  case acknowledge, accept
  case falsePositive = "false-positive"
}

package enum WaiverStatus: String, Word { case proposed, active, expired, withdrawn, superseded }

package struct WaivedRisk: Fielded {
  package let likelihood: Internal<RiskLevel>
  package let impact: Internal<RiskLevel>
  package let note: Internal<Text>

  package init(from fields: inout FieldReader) {
    likelihood = fields.internal("likelihood", .everyday, "low, medium, high")
    impact = fields.internal("impact-on-people", .everyday, "low, medium, high")
    note = fields.internal("note", .optional, "In words")
  }
}

/// How great a risk is.
package enum RiskLevel: String, Word, Comparable {
  case low, medium, high
  package static func < (left: RiskLevel, right: RiskLevel) -> Bool { left.order < right.order }
  private var order: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

package struct OfficerView: Fielded {
  package let by: Internal<Reference<Person>>
  package let date: Internal<Day>
  package let text: Internal<Text>
  package let agrees: Internal<Truth>

  package init(from fields: inout FieldReader) {
    by = fields.internal("by", .everyday, "Who gave it")
    date = fields.internal("date", .everyday, "When")
    text = fields.internal("text", .everyday, "The view")
    agrees = fields.internal("agrees", .everyday, "Whether the officer agrees")
  }
}
