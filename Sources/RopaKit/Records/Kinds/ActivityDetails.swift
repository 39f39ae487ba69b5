import LocatedYAML

package struct JointArrangement: Fielded {
  package let essence: Public<Text>

  package init(from fields: inout FieldReader) {
    fields.internal("agreement", .everyday, "Which agreement", as: Line.self)
    essence = fields.public("essence", .everyday, "Who does what, in public words")
    fields.public("contact", .optional, "Contact point for people", as: Line.self)
  }
}

/// Whether people must give the data, Art 13(2)(e).
package struct Provision: Fielded {
  package let required: Public<ProvisionKind>
  package let ifRefused: Public<Text>
  package init(from fields: inout FieldReader) {
    required = fields.public("required", .everyday, "voluntary, statutory, contractual")
    ifRefused = fields.public("if-refused", .everyday, "What happens if somebody does not give them")
  }
  package static var shorthand: StaticString? { "required" }
}
package enum ProvisionKind: String, Word { case voluntary, statutory, contractual }

package struct Screening: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("date", .everyday, "Day of the screening", as: Day.self)
    fields.internal("by", .optional, "Who did it", as: Reference<Person>.self)
    fields.internal("outcome", .everyday, "no-dpia or dpia", as: ScreeningOutcome.self)
    fields.internal("reason", .everyday, "Why", as: Text.self)
    fields.internal("applies", .optional, "Triggers that apply", as: List<Line>.self)
    fields.internal("ruled-out", .optional, "Triggers that were ruled out", as: List<Line>.self)
  }
}
package enum ScreeningOutcome: String, Word {
  case dpia
  case noDPIA = "no-dpia"
}

package struct Monitoring: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("systematic", .everyday, "Whether it is systematic", as: Truth.self)
    fields.internal("public-area", .everyday, "Whether it covers a public area", as: Truth.self)
  }
}

package struct ArtificialIntelligence: Fielded {
  package init(from fields: inout FieldReader) {
    fields.public("provider", .everyday, "Who provides it", as: Reference<Party>.self)
    fields.internal("trains-on-data", .everyday, "Whether it learns from the data", as: Truth.self)
    fields.internal("evidence", .everyday, "Where that is shown", as: Line.self)
  }
}

package struct AutomatedDecisions: Fielded {
  package let solely: Public<Truth>
  package let significant: Public<Truth>
  package let safeguards: Public<List<Line>>
  package let logic: Public<Text>
  package let effect: Public<Text>

  package init(from fields: inout FieldReader) {
    solely = fields.public("solely", .everyday, "Whether no human takes part")
    significant = fields.public("significant", .everyday, "Whether the effect is legal or similarly significant")
    fields.public("ground", .everyday, "contract, law, explicit-consent, other", as: Line.self)
    safeguards = fields.public("safeguards", .everyday, "inform, represent, human, contest")
    logic = fields.public("logic", .everyday, "How it decides")
    effect = fields.public("effect", .everyday, "What follows")
  }
}

package struct NoticeExemption: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("cite", .required, "The provision", as: Line.self)
    fields.internal("reason", .required, "Why it applies", as: Text.self)
    fields.internal("assessment", .optional, "The assessment", as: Line.self)
  }
}
