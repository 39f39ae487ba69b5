import LocatedYAML

package struct JointArrangement: Fielded {
  package let essence: Public<Text>
  package let agreement: Internal<InnerID>
  package let contact: Public<Line>

  package init(from fields: inout FieldReader) {
    agreement = fields.internal("agreement", .everyday, "Which agreement of one of the controllers, by its id")
    essence = fields.public("essence", .everyday, "Who does what, in public words")
    contact = fields.public("contact", .optional, "Contact point for people")
  }
}

/// Whether people must give the data, Art 13(2)(e).
package final class Provision: Fielded {
  package let required: Public<ProvisionKind>
  package let ifRefused: Public<Text>
  package init(from fields: inout FieldReader) {
    required = fields.public("required", .everyday, "voluntary, statutory, contractual")
    ifRefused = fields.public("if-refused", .everyday, "What happens if somebody does not give them, in a sentence")
  }
  package static var shorthand: StaticString? { "required" }
}
package enum ProvisionKind: String, Word { case voluntary, statutory, contractual }

package struct Screening: Fielded {
  package let date: Internal<Day>
  package let by: Internal<Reference<Person>>
  package let outcome: Internal<ScreeningOutcome>
  package let reason: Internal<Text>
  package let applies: Internal<List<ScreeningTrigger>>
  package let ruledOut: Internal<List<ScreeningTrigger>>

  package init(from fields: inout FieldReader) {
    date = fields.internal("date", .everyday, "Day of the screening")
    by = fields.internal("by", .optional, "Who did it")
    outcome = fields.internal("outcome", .everyday, "no-dpia or dpia")
    reason = fields.internal("reason", .everyday, "Why")
    applies = fields.internal("applies", .optional, "Triggers that apply")
    ruledOut = fields.internal("ruled-out", .optional, "Triggers that were ruled out")
  }
}
/// What may make a DPIA necessary: the three cases of Art 35(3), the nine criteria of the European guidelines, and the list of the United
/// Kingdom regulator.
package enum ScreeningTrigger: String, Word {
  case decisions = "art-35-3-a"
  case largeScaleSensitive = "art-35-3-b"
  case publicArea = "art-35-3-c"
  case scoring
  case automatedDecisions = "automated-decisions"
  case systematicMonitoring = "systematic-monitoring"
  case sensitiveData = "sensitive-data"
  case largeScale = "large-scale"
  case matching
  case vulnerablePeople = "vulnerable-people"
  case innovativeTechnology = "innovative-technology"
  case preventsRight = "prevents-right"
  case ico1 = "ico-1"
  case ico2 = "ico-2"
  case ico3 = "ico-3"
  case ico4 = "ico-4"
  case ico5 = "ico-5"
  case ico6 = "ico-6"
  case ico7 = "ico-7"
  case ico8 = "ico-8"
  case ico9 = "ico-9"
  case ico10 = "ico-10"
}

package enum ScreeningOutcome: String, Word {
  case dpia
  case noDPIA = "no-dpia"
}

package struct Monitoring: Fielded {
  package let systematic: Internal<Truth>
  package let publicArea: Internal<Truth>

  package init(from fields: inout FieldReader) {
    systematic = fields.internal("systematic", .everyday, "Whether it is systematic")
    publicArea = fields.internal("public-area", .everyday, "Whether it covers a public area")
  }
}

package struct ArtificialIntelligence: Fielded {
  package let provider: Public<Reference<Party>>
  package let trainsOnData: Internal<Truth>
  package let evidence: Internal<Line>

  package init(from fields: inout FieldReader) {
    provider = fields.public("provider", .everyday, "Who provides it")
    trainsOnData = fields.internal("trains-on-data", .everyday, "Whether it learns from the data")
    evidence = fields.internal("evidence", .everyday, "Where that is shown")
  }
}

package final class AutomatedDecisions: Fielded {
  package let solely: Public<Truth>
  package let significant: Public<Truth>
  package let safeguards: Public<List<DecisionSafeguard>>
  package let logic: Public<Text>
  package let effect: Public<Text>
  package let ground: Public<DecisionGround>

  package init(from fields: inout FieldReader) {
    solely = fields.public("solely", .everyday, "Whether no human takes part")
    significant = fields.public("significant", .everyday, "Whether the effect is legal or similarly significant")
    ground = fields.public("ground", .everyday, "contract, law, explicit-consent, other")
    safeguards = fields.public("safeguards", .everyday, "inform, represent, human, contest")
    logic = fields.public("logic", .everyday, "How it decides")
    effect = fields.public("effect", .everyday, "What follows")
  }
}

extension AutomatedDecisions {
  /// A computer alone takes decisions that matter to people: Art 22(1).
  package var isWithoutPeople: Bool { solely.given?.value == true && significant.given?.value == true }
}

package enum DecisionGround: String, Word {
  case contract, law, other
  case explicitConsent = "explicit-consent"
}

package enum DecisionSafeguard: String, Word { case inform, represent, human, contest }

package struct NoticeExemption: Fielded {
  package let cite: Internal<Line>
  package let reason: Internal<Text>
  package let assessment: Internal<Reference<AssessmentRecord>>

  package init(from fields: inout FieldReader) {
    cite = fields.internal("cite", .required, "The provision")
    reason = fields.internal("reason", .required, "Why it applies")
    assessment = fields.internal("assessment", .optional, "The assessment")
  }
}
