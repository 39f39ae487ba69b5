import LocatedYAML

/// Where data sit: software, a cupboard, a device.
package final class System: Record, Referable {
  package static var space: Space { .system }
  package let common: CommonFields
  package let operator_: Public<Reference<Party>>
  package let hosting: Public<List<Place>>
  package let accessFrom: Public<List<Place>>
  package let controls: Public<List<Reference<Control>>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    operator_ = fields.public("operator", .everyday, "The body that runs it: one of ours, or a processor")
    hosting = fields.public("hosting", .optional, "Where it stores data, only where that differs from its operator")
    accessFrom = fields.public(
      "access-from", .optional, "From where data can be seen, only where that differs from its operator")
    controls = fields.public("controls", .everyday, "Measures on it")
    fields.public("medium", .optional, "electronic (default), paper, device, removable", as: Medium.self)
    fields.public(
      "data", .optional, "What it holds, if more or less than its activities say",
      as: List<Reference<DataCategory>>.self)
    fields.public(
      "data-state", .optional, "anonymised, pseudonymised, identified, and who says so", as: SystemDataState.self)
    fields.internal("approvals", .optional, "Who allowed this place", as: List<Approval>.self)
    fields.internal("keeps", .optional, "Storage time it is set to", as: Period.self)
    fields.public(
      "software", .optional, "Maker of the product; has no part in the data by that alone", as: Reference<Party>.self)
    fields.internal("internet-facing", .optional, "Whether it can be reached from the internet", as: Truth.self)
    fields.internal("supported-until", .optional, "Last day of support", as: Day.self)
    fields.internal("cannot", .optional, "export, erase, restrict, search, log", as: List<Line>.self)
    fields.internal("record-of-reference", .optional, "It holds the master copy", as: Truth.self)
  }
}

package enum Medium: String, Word { case electronic, paper, device, removable }

package struct SystemDataState: Fielded {
  package init(from fields: inout FieldReader) {
    fields.public("state", .required, "identified, pseudonymised, anonymised", as: DataState.self)
    fields.internal("claimed-by", .optional, "Who says so", as: Reference<Party>.self)
    fields.internal("approved-by", .optional, "Who agreed", as: Line.self)
  }
  package static var shorthand: StaticString? { "state" }
}

package struct Approval: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("by", .required, "Who approved", as: Line.self)
    fields.internal("for", .optional, "What", as: Line.self)
    fields.internal("reference", .optional, "Where it is written", as: Line.self)
    fields.internal("date", .optional, "When", as: Day.self)
  }
}
