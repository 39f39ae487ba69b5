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

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, reviewed: .optional)
    exporter = fields.public("exporter", .everyday, "Who initiates it")
    importer = fields.public(
      "importer", .everyday, "Who gets the data; none with a reason for a claimed transfer without one")
    countries = fields.public("countries", .everyday, "Where the data go")
    regime = fields.internal("regime", .everyday, "One regime; two regimes are two records")
    mechanism = fields.public("mechanism", .everyday, "What the transfer rests on")
    fields.internal("instrument", .when("safeguards of Art 46"), "The signed document", as: Instrument.self)
    fields.internal("assessment", .when("safeguards of Art 46"), "The risk assessment", as: Line.self)
    fields.public("measures", .optional, "Supplementary measures", as: List<Reference<Control>>.self)
    activities = fields.internal("activities", .optional, "Which activities, if not all between the two")
    fields.public("data", .optional, "Which data, if not all", as: List<Reference<DataCategory>>.self)
    kind = fields.internal("kind", .optional, "recipient, hosting, access, sub-processor, cookie, if only that")
    fields.internal("frequency", .optional, "occasional, regular, continuous", as: Line.self)
    hrData = fields.internal("hr-data", .optional, "Whether data about staff are among them")
    fields.internal("mixes-eu-data", .optional, "Whether an EU processor adds data collected in the EU", as: Truth.self)
    fields.internal("derogation", .when("derogations of Art 49"), "What Art 49 asks for", as: Anything.self)
    fields.public("onward", .optional, "Where the importer sends the data on to", as: List<OnwardTransfer>.self)
    fields.internal("fallback", .optional, "What holds if the mechanism falls", as: Text.self)
    status = fields.internal("status", .optional, "active (default), planned, ended")
  }

  /// It is in use, and nothing makes it less than a fact.
  package var isActive: Bool {
    (status.given?.value ?? .active) == .active && (common.certainty.given ?? .certain) == .certain
  }
}

package enum TransferStatus: String, Word { case active, planned, ended }

package struct Instrument: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("version", .everyday, "Version of the clauses", as: Line.self)
    fields.internal("status", .everyday, "signed, draft, ended", as: Line.self)
    fields.internal("signed", .everyday, "Day of signature", as: Day.self)
    fields.internal("expires", .optional, "Last day", as: Day.self)
    fields.internal("base-clauses", .optional, "The clauses an addendum rides on", as: Line.self)
    fields.internal("approval", .optional, "Approval of binding rules", as: Line.self)
    fields.internal("authorisation", .optional, "Authorisation by the regulator", as: Line.self)
  }
}

package struct OnwardTransfer: Fielded {
  package init(from fields: inout FieldReader) {
    fields.public("party", .required, "The body", as: Reference<Party>.self)
    fields.public("country", .required, "Where", as: Territory.self)
    fields.public("safeguard", .required, "What protects the data there", as: Text.self)
    fields.public("when", .optional, "When", as: Text.self)
  }
}
