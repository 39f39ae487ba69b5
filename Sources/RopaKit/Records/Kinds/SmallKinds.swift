import LocatedYAML

/// A security measure.
package final class Control: Record, Referable {
  package static var space: Space { .control }
  package let common: CommonFields
  package let measures: Public<List<Term<MeasureTable>>>
  package let status: Internal<Settled<ControlStatus>>
  package let strength: Public<Text>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    measures = fields.public("measure", .everyday, "What sort of measure")
    status = fields.internal("status", .everyday, "implemented, planned, partial, retired")
    fields.internal("due", .when("planned, partial"), "Until when", as: Day.self)
    strength = fields.public("strength", .optional, "Key size, version, \"where possible\"")
    fields.internal("tested", .when("technical measures"), "Day of the last test", as: Day.self)
    fields.internal("test-every", .when("technical measures"), "Interval of tests", as: Period.self)
    fields.public("every", .optional, "Interval of a recurring measure", as: Period.self)
    fields.internal(
      "key-holder", .when("encryption at rest, pseudonymisation"), "Body that can undo it", as: Reference<Party>.self)
    fields.internal("evidence", .optional, "Where it is shown", as: List<Line>.self)
    fields.internal("frameworks", .optional, "References to ISO, Cyber Essentials, CAF", as: List<Line>.self)
  }

  package var isInPlace: Bool { status.given.map { $0.value == .implemented } ?? true }
}
package enum ControlStatus: String, Word { case implemented, planned, partial, retired }

/// The register's own word for some data, on top of the built-in vocabulary.
package final class DataCategory: Record, Referable {
  package static var space: Space { .dataCategory }
  package let common: CommonFields
  package let kindOf: Public<Term<DataCategoryTable>>
  package let special: Public<Truth>
  package let criminal: Public<Truth>
  package let items: Public<List<Text>>
  package let label: Public<Text>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kindOf = fields.public("kind-of", .everyday, "Nearest word of the built-in vocabulary")
    special = fields.public("special", .optional, "Special category data, Art 9")
    criminal = fields.public("criminal", .optional, "Data about offences, Art 10")
    fields.public("highly-personal", .optional, "Highly personal although not in Art 9", as: Truth.self)
    fields.public("child-typical", .optional, "Typical of children", as: Truth.self)
    items = fields.public("items", .optional, "Its parts")
    label = fields.public("label", .optional, "Homemade heading used in public")
    fields.public("free-text", .optional, "Free text", as: Truth.self)
    fields.public("bounded", .optional, "false for \"anything we hold\"", as: Truth.self)
    fields.public("derived-from", .optional, "Made from another category", as: List<Reference<DataCategory>>.self)
    fields.public("state", .optional, "pseudonymised, anonymised, inferred", as: DataState.self)
    fields.public("reversible", .optional, "Whether it can be undone", as: Truth.self)
  }
}

/// A group of people.
package final class DataSubjects: Record, Referable {
  package static var space: Space { .dataSubject }
  package let common: CommonFields
  package let kindOf: Public<Term<DataSubjectTable>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kindOf = fields.public("kind-of", .everyday, "Nearest word of the built-in vocabulary")
    fields.public("of", .optional, "Body they belong to", as: Reference<Party>.self)
    fields.internal("vulnerable", .optional, "Vulnerable people", as: Truth.self)
    fields.internal("imbalance", .optional, "People who can hardly refuse", as: Truth.self)
    fields.public("third-person", .optional, "People spoken of by others", as: Truth.self)
    fields.public("items", .optional, "Who is among them", as: List<Text>.self)
  }
}

/// A role that owns or approves something. Never published.
package final class Person: Record, Referable {
  package static var space: Space { .person }
  package let common: CommonFields
  package let active: Internal<Truth>
  package let left: Internal<Day>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    fields.internal("name", .optional, "Name of the person", as: Line.self)
    fields.internal("contact", .optional, "How to reach the role", as: Line.self)
    active = fields.internal("active", .optional, "false when nobody fills the role")
    left = fields.internal("left", .optional, "Day the person left")
  }
}

/// Something we say about ourselves, the law, or to the reader.
package final class Statement: Record, Referable {
  package static var space: Space { .statement }
  package let common: CommonFields
  package let kind: Public<Settled<StatementKind>>
  package let claim: Internal<Claim>
  package let area: Internal<ClaimArea>
  package let about: Internal<ClaimScope>
  package let except: Public<List<ClaimException>>
  package let strength: Public<Strength>
  package let regime: Public<Regime>
  package let count: Internal<WholeNumber>
  package let decidedBy: Internal<Reference<Party>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kind = fields.public("kind", .everyday, "promise, claim, warning, disclaimer, request, explanation")
    claim = fields.internal("claim", .optional, "What can be tested; without one it is only printed")
    area = fields.internal("area", .when("claims about places"), "Country, region, not-adequate, or systems")
    about = fields.internal("about", .optional, "What it speaks of; absent is the whole organisation")
    except = fields.public("except", .optional, "Exceptions")
    strength = fields.public("strength", .optional, "absolute (default), best-effort, hedged")
    fields.public("hedge", .optional, "The word that weakens it", as: Line.self)
    fields.public("by", .optional, "Who speaks", as: Reference<Party>.self)
    fields.public("on-behalf-of", .optional, "For whom", as: Reference<Party>.self)
    fields.public("law", .optional, "The provision it speaks of", as: Line.self)
    regime = fields.public("regime", .optional, "The regime it speaks of")
    count = fields.internal("count", .optional, "A number it gives")
    decidedBy = fields.internal("decided-by", .optional, "Who, it says, decides")
    fields.internal("decision", .optional, "What was decided about a slip or a doubtful claim", as: Decision.self)
  }
}

package enum StatementKind: String, Word { case promise, claim, warning, disclaimer, request, explanation }
package enum Strength: String, Word {
  case absolute, hedged
  case bestEffort = "best-effort"
}
package struct Decision: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("by", .everyday, "Who decided", as: Line.self)
    fields.internal("date", .everyday, "When", as: Day.self)
    fields.internal("text", .everyday, "What", as: Text.self)
  }
  package static var shorthand: StaticString? { "text" }
}
