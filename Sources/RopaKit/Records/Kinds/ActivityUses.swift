package import LocatedYAML

// Nested values that few activities have. They are objects, so that the many that have none pay a pointer for each.

/// Direct marketing, by channel.
package final class Marketing: Fielded {
  package let to: Public<List<MarketingAudience>>
  package let channels: Public<Keyed<MarketingChannel>>
  package let suppression: Internal<Text>
  package let except: Public<List<Text>>

  package init(from fields: inout FieldReader) {
    to = fields.public("to", .everyday, "individuals, corporate; sole traders and most partnerships are individuals")
    channels = fields.public("channels", .everyday, "Each channel (email, sms, telephone, post) with its route")
    suppression = fields.internal(
      "suppression", .everyday, "How objections are kept, so that nobody is written to again")
    except = fields.public("except", .optional, "Messages that are no marketing, in words")
  }
}

package enum MarketingAudience: String, Word { case individuals, corporate }

package struct MarketingChannel: Fielded {
  package let id: String
  package let range: SourceRange
  package let route: Public<MarketingRoute>
  package let optOut: Public<Text>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    route = fields.public("route", .everyday, "consent, soft-opt-in, charity-soft-opt-in, none")
    optOut = fields.public("opt-out", .everyday, "How people stop it")
  }
  package static var shorthand: StaticString? { "route" }
}

/// What allows electronic marketing to individuals: PECR regulation 22.
package enum MarketingRoute: String, Word {
  case consent
  case softOptIn = "soft-opt-in"
  case charitySoftOptIn = "charity-soft-opt-in"
  case none
}

/// Use by children.
package final class ChildrenService: Fielded {
  package let onlineService: Public<Truth>
  package let minimumAge: Public<WholeNumber>
  package let parentalCheck: Public<Text>
  package let codeAssessed: Internal<Day>

  package init(from fields: inout FieldReader) {
    onlineService = fields.public("online-service", .everyday, "Whether it is an online service that children may use")
    minimumAge = fields.public("minimum-age", .everyday, "Youngest age of users, in years")
    parentalCheck = fields.public("parental-check", .optional, "How a parent's authorisation is checked")
    codeAssessed = fields.internal("code-assessed", .everyday, "Day it was held against the code for children")
  }
}

/// Departures of one activity from the organisation's procedure on rights.
package final class ActivityRights: Fielded {
  /// By the ids of the rights table; those that the record does not name are absent.
  package let details: [String: Public<RightDetail>]

  package init(from fields: inout FieldReader) {
    var details: [String: Public<RightDetail>] = [:]
    for name in Rights.names {
      details[name.description] = fields.public(name, .optional, "false, or what is different for this right")
    }
    self.details = details
  }
}

/// Confidential patient information: the route under the duty of confidentiality and the national data opt-out.
package final class HealthServiceUse: Fielded {
  package let patientData: Internal<Truth>
  package let use: Internal<PatientDataUse>
  package let confidentialityRoute: Internal<ConfidentialityRoute>
  package let confidentialityReference: Internal<Line>
  package let optOut: Internal<NationalOptOut>
  package let optOutReason: Internal<Text>

  package init(from fields: inout FieldReader) {
    patientData = fields.internal("patient-data", .everyday, "Whether confidential patient information is used")
    use = fields.internal("use", .everyday, "direct-care, planning, research, other")
    confidentialityRoute = fields.internal(
      "confidentiality-route", .when("patient data"), "What lifts the duty of confidentiality")
    confidentialityReference = fields.internal(
      "confidentiality-reference", .when("section-251, statute, public-interest"), "Number of the support, or the note")
    optOut = fields.internal("opt-out", .when("use beyond direct care"), "applied, not-applicable")
    optOutReason = fields.internal("opt-out-reason", .when("opt-out not-applicable"), "Why it does not apply")
  }
}

package enum PatientDataUse: String, Word {
  case directCare = "direct-care"
  case planning, research, other
}

package enum ConfidentialityRoute: String, Word {
  case impliedConsent = "implied-consent"
  case explicitConsent = "explicit-consent"
  case statute
  case section251 = "section-251"
  case publicInterest = "public-interest"
}

package enum NationalOptOut: String, Word {
  case applied
  case notApplicable = "not-applicable"
}
