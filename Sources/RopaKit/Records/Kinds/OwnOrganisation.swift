import LocatedYAML

/// Fields that only matter for organisations whose register this is.
package struct OwnFields: Sendable {
  package let regimes: Internal<List<Regime>>
  /// The regimes that are given, in their order.
  let declaredRegimes: [Regime]
  package let establishments: Internal<List<Establishment>>
  package let dpo: Public<DataProtectionOfficer>
  package let rights: Public<Rights>
  package let complaints: Public<Complaints>
  package let representatives: Public<List<Representative>>

  init(from fields: inout FieldReader) {
    regimes = fields.internal(
      "regimes", .when("an organisation of the register"), "Regimes it falls under: uk-gdpr, eu-gdpr")
    declaredRegimes = regimes.elements().sorted()
    fields.internal(
      "regime-basis", .when("established outside that area"), "established, targets, monitors", as: PerRegime<Line>.self
    )
    establishments = fields.internal("establishments", .optional, "Further establishments")
    fields.internal("lead-authority", .optional, "Lead supervisory authority in the EU", as: Line.self)
    fields.internal("public-authority", .optional, "Whether it is a public authority", as: Truth.self)
    fields.internal("headcount", .optional, "Number of staff", as: WholeNumber.self)
    fields.internal("turnover-gbp", .optional, "Yearly turnover in pounds", as: WholeNumber.self)
    fields.internal("charity", .optional, "Whether it is a charity", as: Truth.self)
    dpo = fields.public(
      "dpo", .when("an organisation of the register"), "Data protection officer: appointed, not required, undecided")
    representatives = fields.public("representatives", .optional, "Art 27 representatives")
    fields.internal("representative-exempt", .optional, "Why no representative is needed", as: Anything.self)
    rights = fields.public("rights", .when("an organisation of the register"), "How requests are handled")
    complaints = fields.public("complaints", .when("an organisation of the register"), "How complaints are handled")
    fields.internal(
      "breach", .when("an organisation of the register"), "Procedure for personal data breaches",
      as: BreachProcedure.self)
    fields.internal("training", .when("an organisation of the register"), "Training of staff", as: Training.self)
    fields.public("children", .optional, "House rule about children", as: HouseRuleOnChildren.self)
    fields.internal("nhs", .when("profile nhs"), "Roles and status towards the NHS", as: HealthServiceRoles.self)
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

  package init(from fields: inout FieldReader) {
    status = fields.internal("status", .everyday, "appointed, not-required, undecided")
    contact = fields.public("contact", .when("appointed"), "Which of the contacts")
    task = fields.public("task", .optional, "What the officer does, in public words")
    fields.internal("notified", .when("appointed"), "Day the regulator was told", as: Day.self)
    fields.internal("other-roles", .optional, "Other roles the person has", as: List<Line>.self)
    fields.internal("decided", .optional, "Day of the decision", as: Day.self)
    fields.internal("reason", .when("not required"), "Why", as: Text.self)
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

  package init(from fields: inout FieldReader) {
    fields.public("for", .required, "eu or uk", as: Line.self)
    party = fields.public("party", .required, "The representative")
    country = fields.public("country", .required, "Where it is")
    fields.public("appointed", .required, "Day of appointment", as: Day.self)
  }
}

/// How an organisation answers requests of the people concerned.
package struct Rights: Fielded {
  package let contact: Public<Line>
  package let respondWithin: Public<Period>
  package let ifLonger: Public<Text>
  package let identityCheck: Public<Line>
  package let cost: Public<Text>
  package let details: [String: Public<RightDetail>]
  package let limits: Public<List<RightLimit>>

  /// The rights whose details can be given here, by their ids in the rights table.
  static let names: [StaticString] = [
    "informed", "access", "rectification", "erasure", "restriction", "portability", "objection",
    "objection-to-marketing",
    "withdraw-consent", "automated-decisions",
  ]

  package init(from fields: inout FieldReader) {
    contact = fields.public("contact", .everyday, "Which of the contacts")
    fields.internal("procedure", .everyday, "Where the procedure is written down", as: Line.self)
    respondWithin = fields.public("respond-within", .everyday, "Time to answer; P1M is the legal month")
    ifLonger = fields.public("if-longer", .optional, "What happens when it takes longer")
    identityCheck = fields.public("identity-check", .everyday, "always, in-doubt, never")
    cost = fields.public("cost", .optional, "What it costs")
    fields.public("decided-by", .optional, "Who else has a say", as: Anything.self)
    var details: [String: Public<RightDetail>] = [:]
    for name in Rights.names {
      details[name.description] = fields.public(
        name, .optional, "What is offered for this right; true when there is nothing to add")
    }
    self.details = details
    limits = fields.public("limits", .optional, "Where rights stop")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

package struct RightDetail: Fielded {
  package let offered: Public<Truth>
  package let gives: Public<Text>
  package let hint: Public<Text>
  package let otherwise: Public<Text>
  package let routes: Public<List<RightRoute>>

  package init(from fields: inout FieldReader) {
    offered = fields.public("offered", .optional, "true or false")
    gives = fields.public("gives", .optional, "What people get")
    hint = fields.public("hint", .optional, "What makes it easier")
    otherwise = fields.public("otherwise", .optional, "What happens when we do not agree")
    routes = fields.public("routes", .optional, "Further ways to ask")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
  package static var shorthand: StaticString? { "offered" }
}

package struct RightRoute: Fielded {
  package let how: Public<Text>
  package let condition: Public<Text>

  package init(from fields: inout FieldReader) {
    how = fields.public("how", .required, "How")
    condition = fields.public("if", .optional, "Under which condition")
    fields.public("formal", .optional, "Whether it is a formal request", as: Truth.self)
  }
  package static var shorthand: StaticString? { "how" }
}

package struct RightLimit: Fielded {
  package let text: Public<Text>
  package let cite: Public<Line>

  package init(from fields: inout FieldReader) {
    fields.public("rights", .everyday, "Which rights", as: List<Line>.self)
    fields.public("data", .optional, "For which data", as: List<Reference<DataCategory>>.self)
    text = fields.public("text", .everyday, "The limit in words")
    cite = fields.public("cite", .everyday, "The provision")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}

package struct Complaints: Fielded {
  package let contact: Public<Line>
  package let form: Public<Line>
  package let acknowledgeWithin: Public<Period>
  package let outcome: Public<Text>
  package let regulator: Public<Reference<Party>>
  package let court: Public<Truth>
  package let text: Public<Text>

  package init(from fields: inout FieldReader) {
    contact = fields.public("contact", .everyday, "Which of the contacts")
    form = fields.public("form", .everyday, "An electronic way to complain")
    acknowledgeWithin = fields.public("acknowledge-within", .everyday, "Time within which a complaint is acknowledged")
    outcome = fields.public("outcome", .everyday, "How people learn the outcome")
    fields.internal("log", .everyday, "Where complaints are recorded", as: Line.self)
    regulator = fields.public(
      "regulator", .optional, "An organisation of kind regulator; else the law table of the day")
    court = fields.public("court", .optional, "Whether the way to a court is mentioned")
    text = fields.public("text", .optional, "Own words")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

package struct BreachProcedure: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("procedure", .everyday, "Where it is written down", as: Line.self)
    fields.internal("tested", .everyday, "Day it was last tried", as: Day.self)
  }
}

package struct Training: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("last", .everyday, "Day of the last round", as: Day.self)
    fields.internal("every", .everyday, "Interval", as: Period.self)
  }
}

package struct HouseRuleOnChildren: Fielded {
  package init(from fields: inout FieldReader) {
    fields.public("under", .required, "Age below which it applies", as: WholeNumber.self)
    fields.public("known-only", .optional, "Only where the age is known", as: Truth.self)
    fields.public("scope", .optional, "What it applies to", as: Text.self)
  }
}

package struct HealthServiceRoles: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("supplier", .everyday, "Whether it supplies the NHS", as: Truth.self)
    fields.internal("patient-data", .everyday, "Whether it holds patient data", as: Truth.self)
    fields.internal("caldicott-guardian", .everyday, "Who it is", as: Reference<Person>.self)
    fields.internal("siro", .everyday, "Who it is", as: Reference<Person>.self)
    fields.internal("clinical-safety-officer", .optional, "Who it is", as: Reference<Person>.self)
    fields.internal("dspt-required-by-contract", .optional, "Whether a contract asks for it", as: Truth.self)
  }
}
