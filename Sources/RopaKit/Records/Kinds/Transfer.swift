import LocatedYAML

/// A restricted transfer as somebody declared it. Flows that nobody declared are found from the other records.
package final class Transfer: Record, Referable {
  package static var space: Space { .transfer }
  package let common: CommonFields
  package let exporter: Public<Reference<Party>>
  package let importer: Public<Reference<Party>>
  package let countries: Public<List<Territory>>
  package let regime: Internal<Settled<Regime>>
  package let mechanism: Public<Term<MechanismTable>>
  package let activities: Internal<List<Reference<Activity>>>
  package let kind: Internal<List<FlowKind>>
  package let status: Internal<Settled<TransferStatus>>
  package let hrData: Internal<Truth>
  package let instrument: Internal<Instrument>
  package let assessment: Internal<Reference<AssessmentRecord>>
  package let measures: Public<List<Reference<Control>>>
  package let data: Public<List<Reference<DataCategory>>>
  package let frequency: Internal<Frequency>
  package let mixesEuData: Internal<Truth>
  package let derogation: Internal<Derogation>
  package let onward: Public<List<OnwardTransfer>>
  package let fallback: Internal<Text>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, reviewed: .optional)
    exporter = fields.public("exporter", .everyday, "Who initiates it")
    importer = fields.public(
      "importer", .everyday, "Who gets the data; none with a reason for a claimed transfer without one")
    countries = fields.public("countries", .everyday, "Where the data go")
    regime = fields.internal("regime", .everyday, "One regime; two regimes are two records")
    mechanism = fields.public("mechanism", .everyday, "What the transfer rests on")
    instrument = fields.internal("instrument", .when("safeguards of Art 46"), "The signed document")
    assessment = fields.internal("assessment", .when("safeguards of Art 46"), "The risk assessment")
    measures = fields.public("measures", .optional, "Supplementary measures")
    activities = fields.internal("activities", .optional, "Which activities, if not all between the two")
    data = fields.public("data", .optional, "Which data, if not all")
    kind = fields.internal("kind", .optional, "recipient, hosting, access, sub-processor, cookie, if only that")
    frequency = fields.internal("frequency", .optional, "occasional, regular, continuous")
    hrData = fields.internal("hr-data", .optional, "Whether data about staff are among them")
    mixesEuData = fields.internal("mixes-eu-data", .optional, "Whether an EU processor adds data collected in the EU")
    derogation = fields.internal("derogation", .when("derogations of Art 49"), "What Art 49 asks for")
    onward = fields.public("onward", .optional, "Where the importer sends the data on to")
    fallback = fields.internal("fallback", .optional, "What holds if the mechanism falls")
    status = fields.internal("status", .optional, "active (default), planned, ended")
  }

  /// It is in use, and nothing makes it less than a fact.
  package var isActive: Bool {
    (status.given?.value ?? .active) == .active && (common.certainty.given ?? .certain) == .certain
  }
}

package enum TransferStatus: String, Word { case active, planned, ended }

/// What Art 49 asks to be written down.
package final class Derogation: Fielded {
  package let necessity: Internal<Text>
  package let occasional: Internal<Truth>
  package let assessment: Internal<Reference<AssessmentRecord>>
  package let informedSubjects: Internal<Truth>
  package let notifiedRegulator: Internal<Day>
  package let outsidePublicPowers: Internal<Truth>

  package init(from fields: inout FieldReader) {
    necessity = fields.internal("necessity", .everyday, "Why the transfer is necessary for it")
    occasional = fields.internal("occasional", .everyday, "Whether it happens now and then only")
    assessment = fields.internal("assessment", .when("compelling interests"), "The written assessment, Art 49(6)")
    informedSubjects = fields.internal("informed-subjects", .when("compelling interests"), "Whether people were told")
    notifiedRegulator = fields.internal(
      "notified-regulator", .when("compelling interests"), "Day the regulator was told")
    outsidePublicPowers = fields.internal(
      "outside-public-powers", .when("a public authority"), "Whether it is outside its public powers, Art 49(3)")
  }
}

package enum InstrumentStatus: String, Word { case draft, signed, ended }

package final class Instrument: Fielded {
  package let version: Internal<Line>
  package let status: Internal<InstrumentStatus>
  package let signed: Internal<Day>
  package let expires: Internal<Day>
  package let baseClauses: Internal<Line>
  package let approval: Internal<Line>
  package let authorisation: Internal<Line>

  package init(from fields: inout FieldReader) {
    version = fields.internal("version", .everyday, "Version of the clauses")
    status = fields.internal("status", .everyday, "signed, draft, ended")
    signed = fields.internal("signed", .everyday, "Day of signature")
    expires = fields.internal("expires", .optional, "Last day")
    baseClauses = fields.internal("base-clauses", .optional, "The clauses an addendum rides on")
    approval = fields.internal("approval", .optional, "Approval of binding rules")
    authorisation = fields.internal("authorisation", .optional, "Authorisation by the regulator")
  }
}

package struct OnwardTransfer: Fielded {
  package let party: Public<Reference<Party>>
  package let country: Public<Territory>
  package let safeguard: Public<Text>
  package let when: Public<Text>

  package init(from fields: inout FieldReader) {
    party = fields.public("party", .required, "The body")
    country = fields.public("country", .required, "Where")
    safeguard = fields.public("safeguard", .required, "What protects the data there")
    when = fields.public("when", .optional, "When")
  }
}
