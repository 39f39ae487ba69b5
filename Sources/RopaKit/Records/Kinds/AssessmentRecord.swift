package import LocatedYAML

/// A written assessment: DPIA, balancing of legitimate interests, transfer risk, appropriate policy document, compatibility, children,
/// exemption from giving notice. Never published.
package final class AssessmentRecord: Record, Referable {
  package static var space: Space { .assessment }
  package let common: CommonFields
  package let kind: Internal<Settled<AssessmentKind>>
  package let status: Internal<Settled<AssessmentStatus>>
  package let date: Internal<Day>
  package let document: Internal<Line>
  package let outcome: Internal<AssessmentOutcome>
  package let activities: Internal<List<Reference<Activity>>>
  package let started: Internal<Day>
  package let approved: Internal<Day>
  package let approver: Internal<Reference<Person>>
  package let description: Internal<Text>
  package let necessity: Internal<Text>
  package let risks: Internal<Keyed<Risk>>
  package let residual: Internal<RiskLevel>
  package let officerAdvice: Internal<OfficerAdvice>
  package let views: Internal<PeoplesViews>
  package let consultation: Internal<PriorConsultation>
  package let parties: Internal<List<Reference<Party>>>
  package let countries: Internal<List<Territory>>
  package let data: Internal<List<Reference<DataCategory>>>
  package let documentMap: Internal<DocumentMap>
  package let unchanged: Internal<Day>
  package let supersedes: Internal<Reference<AssessmentRecord>>
  package let interests: Internal<Text>
  package let balance: Internal<Text>
  package let specialConsidered: Internal<Truth>
  package let retention: Internal<Text>
  package let conditions: Internal<List<Text>>
  package let purposes: Internal<List<InnerID>>
  package let minimumAge: Internal<WholeNumber>
  package let cite: Internal<Line>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, owner: .everyday, reviewed: .everyday)
    kind = fields.internal("kind", .required, "What is assessed")
    status = fields.internal("status", .everyday, "draft, dpo-review, approved, rejected, retired")
    date = fields.internal("date", .everyday, "Day it was made")
    document = fields.internal("document", .everyday, "Where it is written down")
    outcome = fields.internal(
      "outcome", .when("legitimate interests, transfer"),
      "passes or overridden for legitimate interests; pass, pass-with-measures or fail for a transfer")
    activities = fields.internal("activities", .when("kind dpia"), "The activities it covers")
    started = fields.internal("started", .optional, "First day of the work")
    approved = fields.internal("approved", .when("status approved"), "Day of approval")
    approver = fields.internal("approver", .when("status approved"), "Who approved")
    description = fields.internal("description", .when("kind dpia"), "The processing, described, Art 35(7)(a)")
    necessity = fields.internal(
      "necessity", .when("kind dpia, legitimate-interests"), "Why it is needed and proportionate, Art 35(7)(b)")
    risks = fields.internal("risks", .when("kind dpia"), "Risks to people: an id and details, Art 35(7)(c) and (d)")
    residual = fields.internal("residual", .when("kind dpia"), "What remains after the measures: low, medium, high")
    officerAdvice = fields.internal("dpo-advice", .when("kind dpia"), "Advice of the data protection officer")
    views = fields.internal("views", .when("kind dpia"), "Views of the people concerned, Art 35(9)")
    consultation = fields.internal(
      "consultation", .when("a high residual risk"), "Consultation of the regulator, Art 36")
    parties = fields.internal("parties", .optional, "Bodies that were considered")
    countries = fields.internal("countries", .when("kind transfer"), "Countries that were considered")
    data = fields.internal("data", .optional, "Data that were considered")
    documentMap = fields.internal("document-map", .optional, "Where the document has the parts that stand nowhere here")
    unchanged = fields.internal("unchanged", .optional, "Day on which somebody found that nothing had changed")
    supersedes = fields.internal("supersedes", .optional, "The assessment that it replaces")
    interests = fields.internal("interests", .when("kind legitimate-interests"), "The interest that is pursued")
    balance = fields.internal("balance", .when("kind legitimate-interests"), "How interests were weighed")
    specialConsidered = fields.internal(
      "special-considered", .when("kind transfer"), "Whether special category data were considered")
    retention = fields.internal("retention", .when("kind policy-document"), "Where the policy speaks of retention")
    conditions = fields.internal("conditions", .when("kind policy-document"), "Schedule 1 conditions that it covers")
    purposes = fields.internal(
      "purposes", .when("kind compatibility"), "Purposes that were compared, by their ids in the activities")
    minimumAge = fields.internal("minimum-age", .when("kind children"), "Youngest age of users, in years")
    cite = fields.internal("cite", .when("kind notice-exemption"), "The provision that is relied on")
  }
}

package enum AssessmentKind: String, Word {
  case dpia
  case legitimateInterests = "legitimate-interests"
  case transfer
  case policyDocument = "policy-document"
  case compatibility, children
  case noticeExemption = "notice-exemption"
}

package enum AssessmentStatus: String, Word {
  case draft, approved, rejected, retired
  case officerReview = "dpo-review"
}

package enum AssessmentOutcome: String, Word {
  case passes, overridden, pass, fail
  case passWithMeasures = "pass-with-measures"
}

/// A risk to people, before and after the measures against it.
package struct Risk: Fielded {
  package let id: String
  package let range: SourceRange
  package let text: Internal<Text>
  package let inherent: Internal<RiskLevel>
  package let residual: Internal<RiskLevel>
  package let measures: Internal<List<Reference<Control>>>
  package let avoided: Internal<Text>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    text = fields.internal("text", .required, "What may happen to whom")
    inherent = fields.internal("inherent", .everyday, "Before measures: low, medium, high")
    residual = fields.internal("residual", .everyday, "After measures: low, medium, high")
    measures = fields.internal("measures", .everyday, "Controls against it")
    avoided = fields.internal("avoided", .optional, "How it was designed away")
  }
}

package struct OfficerAdvice: Fielded {
  package let date: Internal<Day>
  package let summary: Internal<Text>
  package let accepted: Internal<Truth>
  package let overrideReason: Internal<Text>

  package init(from fields: inout FieldReader) {
    date = fields.internal("date", .everyday, "When it was given")
    summary = fields.internal("summary", .everyday, "What it says")
    accepted = fields.internal("accepted", .everyday, "Whether it was followed")
    overrideReason = fields.internal("override-reason", .when("not followed"), "Why not")
  }
}

package struct PeoplesViews: Fielded {
  package let sought: Internal<Truth>
  package let reason: Internal<Text>

  package init(from fields: inout FieldReader) {
    sought = fields.internal("sought", .everyday, "Whether they were asked")
    reason = fields.internal("reason", .when("not asked"), "Why not")
  }
  package static var shorthand: StaticString? { "sought" }
}

package struct PriorConsultation: Fielded {
  package let submitted: Internal<Day>
  package let outcome: Internal<Text>
  package let closed: Internal<Day>

  package init(from fields: inout FieldReader) {
    submitted = fields.internal("submitted", .everyday, "Day it was submitted")
    outcome = fields.internal("outcome", .optional, "What the regulator said")
    closed = fields.internal("closed", .optional, "Day it was closed")
  }
}

/// Sections of a document elsewhere that hold the contents which Art 35(7) asks for.
package struct DocumentMap: Fielded {
  package let description: Internal<Line>
  package let necessity: Internal<Line>
  package let risks: Internal<Line>
  package let measures: Internal<Line>

  package init(from fields: inout FieldReader) {
    description = fields.internal("description", .optional, "Section that describes the processing")
    necessity = fields.internal("necessity", .optional, "Section on necessity and proportionality")
    risks = fields.internal("risks", .optional, "Section on the risks")
    measures = fields.internal("measures", .optional, "Section on the measures")
  }
}
