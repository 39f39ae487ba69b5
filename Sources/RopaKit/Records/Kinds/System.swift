import LocatedYAML

/// Where data sit: software, a cupboard, a device.
package final class System: Record, Referable {
  package static var space: Space { .system }
  package let common: CommonFields
  package let operator_: Public<Reference<Party>>
  package let hosting: Public<List<Place>>
  package let accessFrom: Public<List<Place>>
  package let controls: Public<List<Reference<Control>>>
  package let medium: Public<Medium>
  package let data: Public<List<Reference<DataCategory>>>
  package let dataState: Public<SystemDataState>
  package let approvals: Internal<List<Approval>>
  package let keeps: Internal<Period>
  package let software: Public<Reference<Party>>
  package let internetFacing: Internal<Truth>
  package let supportedUntil: Internal<Day>
  package let cannot: Internal<List<Inability>>
  package let recordOfReference: Internal<Truth>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    operator_ = fields.public("operator", .everyday, "The body that runs it: one of ours, or a processor")
    hosting = fields.public("hosting", .optional, "Where it stores data, only where that differs from its operator")
    accessFrom = fields.public(
      "access-from", .optional, "From where data can be seen, only where that differs from its operator")
    controls = fields.public("controls", .everyday, "Measures on it")
    medium = fields.public("medium", .optional, "electronic (default), paper, device, removable")
    data = fields.public("data", .optional, "What it holds, if more or less than its activities say")
    dataState = fields.public("data-state", .optional, "anonymised, pseudonymised, identified, and who says so")
    approvals = fields.internal("approvals", .optional, "Who allowed this place")
    keeps = fields.internal("keeps", .optional, "Storage time it is set to")
    software = fields.public("software", .optional, "Maker of the product; has no part in the data by that alone")
    internetFacing = fields.internal("internet-facing", .optional, "Whether it can be reached from the internet")
    supportedUntil = fields.internal("supported-until", .optional, "Last day of support")
    cannot = fields.internal("cannot", .optional, "export, erase, restrict, search, log")
    recordOfReference = fields.internal("record-of-reference", .optional, "It holds the master copy")
  }
}

/// What a system cannot do, so that a right or a measure cannot be served there.
package enum Inability: String, Word { case export, erase, restrict, search, log }

package enum Medium: String, Word { case electronic, paper, device, removable }

package struct SystemDataState: Fielded {
  package let state: Public<DataState>
  package let claimedBy: Internal<Reference<Party>>
  package let approvedBy: Internal<Line>

  package init(from fields: inout FieldReader) {
    state = fields.public("state", .required, "identified, pseudonymised, anonymised")
    claimedBy = fields.internal("claimed-by", .optional, "Who says so")
    approvedBy = fields.internal("approved-by", .optional, "Who agreed")
  }
  package static var shorthand: StaticString? { "state" }
}

package struct Approval: Fielded {
  package let by: Internal<Line>
  package let purpose: Internal<Line>
  package let reference: Internal<Line>
  package let date: Internal<Day>

  package init(from fields: inout FieldReader) {
    by = fields.internal("by", .required, "Who approved")
    purpose = fields.internal("for", .optional, "What")
    reference = fields.internal("reference", .optional, "Where it is written")
    date = fields.internal("date", .optional, "When")
  }
}
