import LocatedYAML

/// Fields that only matter for organisations whose register this is.
package final class OwnFields: Sendable {
  package let regimes: Internal<List<Regime>>
  /// The regimes that are given, in their order.
  let declaredRegimes: [Regime]
  package let establishments: Internal<List<Establishment>>
  package let dpo: Public<DataProtectionOfficer>
  package let rights: Public<Rights>
  package let complaints: Public<Complaints>
  package let representatives: Public<List<Representative>>
  package let regimeBasis: Internal<PerRegime<List<RegimeBasis>>>
  package let leadAuthority: Internal<Reference<Party>>
  package let publicAuthority: Internal<Truth>
  package let headcount: Internal<WholeNumber>
  package let turnoverInPounds: Internal<WholeNumber>
  package let charity: Internal<Truth>
  package let representativeExempt: Internal<RepresentativeExemption>
  package let breach: Internal<BreachProcedure>
  package let training: Internal<Training>
  package let children: Public<HouseRuleOnChildren>
  package let healthService: Internal<HealthServiceRoles>

  init(from fields: inout FieldReader) {
    regimes = fields.internal(
      "regimes", .when("an organisation of the register"), "Regimes it falls under: uk-gdpr, eu-gdpr")
    declaredRegimes = regimes.elements().sorted()
    regimeBasis = fields.internal(
      "regime-basis", .when("established outside that area"), "established, targets, monitors")
    establishments = fields.internal("establishments", .optional, "Further establishments")
    leadAuthority = fields.internal(
      "lead-authority", .optional, "Lead supervisory authority in the EU, a body of kind regulator")
    publicAuthority = fields.internal("public-authority", .optional, "Whether it is a public authority")
    headcount = fields.internal("headcount", .optional, "Number of staff")
    turnoverInPounds = fields.internal("turnover-gbp", .optional, "Yearly turnover in pounds")
    charity = fields.internal("charity", .optional, "Whether it is a charity")
    dpo = fields.public(
      "dpo", .when("an organisation of the register"), "Data protection officer: appointed, not required, undecided")
    representatives = fields.public("representatives", .optional, "Art 27 representatives")
    representativeExempt = fields.internal("representative-exempt", .optional, "Why no representative is needed")
    rights = fields.public("rights", .when("an organisation of the register"), "How requests are handled")
    complaints = fields.public("complaints", .when("an organisation of the register"), "How complaints are handled")
    breach = fields.internal("breach", .when("an organisation of the register"), "Procedure for personal data breaches")
    training = fields.internal("training", .when("an organisation of the register"), "Training of staff")
    children = fields.public("children", .optional, "House rule about children")
    healthService = fields.internal("nhs", .when("profile nhs"), "Roles and status towards the NHS")
  }
}

/// Why a regime applies to an organisation: Art 3.
package enum RegimeBasis: String, Word { case established, targets, monitors }

/// Reasons for which no representative is needed, Art 27(2).
package final class RepresentativeExemption: Fielded {
  package let eu: Internal<Text>
  package let uk: Internal<Text>

  package init(from fields: inout FieldReader) {
    eu = fields.internal("eu", .optional, "Why none is needed in the EU")
    uk = fields.internal("uk", .optional, "Why none is needed in the United Kingdom")
  }
}

package struct Establishment: Fielded {
  package let country: Internal<Territory>
  package let inactive: Internal<Truth>

  package init(from fields: inout FieldReader) {
    country = fields.internal("country", .required, "Country")
    inactive = fields.internal("inactive", .optional, "true when nothing happens there")
  }
  package static var shorthand: StaticString? { "country" }
}

package struct DataProtectionOfficer: Fielded {
  package let status: Internal<Settled<OfficerStatus>>
  package let contact: Public<Line>
  package let task: Public<Text>
  package let notified: Internal<Day>
  package let otherRoles: Internal<List<Line>>
  package let decided: Internal<Day>
  package let reason: Internal<Text>

  package init(from fields: inout FieldReader) {
    status = fields.internal("status", .everyday, "appointed, not-required, undecided")
    contact = fields.public("contact", .when("appointed"), "Which of the contacts")
    task = fields.public("task", .optional, "What the officer does, in public words")
    notified = fields.internal("notified", .when("appointed"), "Day the regulator was told")
    otherRoles = fields.internal("other-roles", .optional, "Other roles the person has")
    decided = fields.internal("decided", .optional, "Day of the decision")
    reason = fields.internal("reason", .when("not required"), "Why")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

package enum OfficerStatus: String, Word {
  case appointed, undecided
  case notRequired = "not-required"
}

package struct Representative: Fielded {
  package let party: Public<Reference<Party>>
  package let country: Public<Territory>
  package let area: Public<RepresentedArea>
  package let appointed: Public<Day>

  package init(from fields: inout FieldReader) {
    area = fields.public("for", .required, "eu or uk")
    party = fields.public("party", .required, "The representative")
    country = fields.public("country", .required, "Where it is")
    appointed = fields.public("appointed", .required, "Day of appointment")
  }
}

package enum RepresentedArea: String, Word { case eu, uk }

package struct Complaints: Fielded {
  package let contact: Public<Line>
  package let form: Public<Line>
  package let acknowledgeWithin: Public<Period>
  package let outcome: Public<Text>
  package let regulator: Public<Reference<Party>>
  package let court: Public<Truth>
  package let text: Public<Text>
  package let log: Internal<Line>

  package init(from fields: inout FieldReader) {
    contact = fields.public("contact", .everyday, "Which of the contacts")
    form = fields.public("form", .everyday, "An electronic way to complain")
    acknowledgeWithin = fields.public("acknowledge-within", .everyday, "Time within which a complaint is acknowledged")
    outcome = fields.public("outcome", .everyday, "How people learn the outcome")
    log = fields.internal("log", .everyday, "Where complaints are recorded")
    regulator = fields.public(
      "regulator", .optional, "An organisation of kind regulator; else the law table of the day")
    court = fields.public("court", .optional, "Whether the way to a court is mentioned")
    text = fields.public("text", .optional, "Own words")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

package struct BreachProcedure: Fielded {
  package let procedure: Internal<Line>
  package let tested: Internal<Day>

  package init(from fields: inout FieldReader) {
    procedure = fields.internal("procedure", .everyday, "Where it is written down")
    tested = fields.internal("tested", .everyday, "Day it was last tried")
  }
}

package struct Training: Fielded {
  package let last: Internal<Day>
  package let every: Internal<Period>

  package init(from fields: inout FieldReader) {
    last = fields.internal("last", .everyday, "Day of the last round")
    every = fields.internal("every", .everyday, "Interval")
  }
}

package struct HouseRuleOnChildren: Fielded {
  package let under: Public<WholeNumber>
  package let knownOnly: Public<Truth>
  package let scope: Public<Text>

  package init(from fields: inout FieldReader) {
    under = fields.public("under", .required, "Age below which it applies")
    knownOnly = fields.public("known-only", .optional, "Only where the age is known")
    scope = fields.public("scope", .optional, "What it applies to")
  }
}

package struct HealthServiceRoles: Fielded {
  package let supplier: Internal<Truth>
  package let patientData: Internal<Truth>
  package let caldicottGuardian: Internal<Reference<Person>>
  package let siro: Internal<Reference<Person>>
  package let clinicalSafetyOfficer: Internal<Reference<Person>>
  package let dsptRequiredByContract: Internal<Truth>

  package init(from fields: inout FieldReader) {
    supplier = fields.internal("supplier", .everyday, "Whether it supplies the NHS")
    patientData = fields.internal("patient-data", .everyday, "Whether it holds patient data")
    caldicottGuardian = fields.internal("caldicott-guardian", .everyday, "Who it is")
    siro = fields.internal("siro", .everyday, "Who it is")
    clinicalSafetyOfficer = fields.internal("clinical-safety-officer", .optional, "Who it is")
    dsptRequiredByContract = fields.internal("dspt-required-by-contract", .optional, "Whether a contract asks for it")
  }
}
