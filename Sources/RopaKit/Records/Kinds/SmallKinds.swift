import LocatedYAML

/// A security measure.
package final class Control: Record, Referable {
  package static var space: Space { .control }
  package let common: CommonFields
  package let measures: Public<List<Term<MeasureTable>>>
  package let status: Internal<Settled<ControlStatus>>
  package let strength: Public<Text>
  package let due: Internal<Day>
  package let tested: Internal<Day>
  package let testEvery: Internal<Period>
  package let every: Public<Period>
  package let keyHolder: Internal<Reference<Party>>
  package let evidence: Internal<List<Line>>
  package let frameworks: Internal<List<Line>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    measures = fields.public("measure", .everyday, "What sort of measure")
    status = fields.internal("status", .everyday, "implemented, planned, partial, retired")
    due = fields.internal("due", .when("planned, partial"), "Until when")
    strength = fields.public("strength", .optional, "Key size, version, \"where possible\"")
    tested = fields.internal("tested", .when("technical measures"), "Day of the last test")
    testEvery = fields.internal("test-every", .when("technical measures"), "Interval of tests")
    every = fields.public("every", .optional, "Interval of a recurring measure")
    keyHolder = fields.internal("key-holder", .when("encryption at rest, pseudonymisation"), "Body that can undo it")
    evidence = fields.internal("evidence", .optional, "Where it is shown")
    frameworks = fields.internal("frameworks", .optional, "References to ISO, Cyber Essentials, CAF")
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
  package let highlyPersonal: Public<Truth>
  package let childTypical: Public<Truth>
  package let freeText: Public<Truth>
  package let bounded: Public<Truth>
  package let derivedFrom: Public<List<Reference<DataCategory>>>
  package let state: Public<DataState>
  package let reversible: Public<Truth>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kindOf = fields.public("kind-of", .everyday, "Nearest word of the built-in vocabulary")
    special = fields.public("special", .optional, "Special category data, Art 9")
    criminal = fields.public("criminal", .optional, "Data about offences, Art 10")
    highlyPersonal = fields.public("highly-personal", .optional, "Highly personal although not in Art 9")
    childTypical = fields.public("child-typical", .optional, "Typical of children")
    items = fields.public("items", .optional, "Its parts")
    label = fields.public("label", .optional, "Homemade heading used in public")
    freeText = fields.public("free-text", .optional, "Free text")
    bounded = fields.public("bounded", .optional, "false for \"anything we hold\"")
    derivedFrom = fields.public("derived-from", .optional, "Made from another category")
    state = fields.public("state", .optional, "pseudonymised, anonymised, inferred")
    reversible = fields.public("reversible", .optional, "Whether it can be undone")
  }
}

/// A group of people.
package final class DataSubjects: Record, Referable {
  package static var space: Space { .dataSubject }
  package let common: CommonFields
  package let kindOf: Public<Term<DataSubjectTable>>
  package let of: Public<Reference<Party>>
  package let vulnerable: Internal<Truth>
  package let imbalance: Internal<Truth>
  package let thirdPerson: Public<Truth>
  package let items: Public<List<Text>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kindOf = fields.public("kind-of", .everyday, "Nearest word of the built-in vocabulary")
    of = fields.public("of", .optional, "Body they belong to")
    vulnerable = fields.internal("vulnerable", .optional, "Vulnerable people")
    imbalance = fields.internal("imbalance", .optional, "People who can hardly refuse")
    thirdPerson = fields.public("third-person", .optional, "People spoken of by others")
    items = fields.public("items", .optional, "Who is among them")
  }
}

/// A role that owns or approves something. Never published.
package final class Person: Record, Referable {
  package static var space: Space { .person }
  package let common: CommonFields
  package let active: Internal<Truth>
  package let left: Internal<Day>
  package let name: Internal<Line>
  package let contact: Internal<Line>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    name = fields.internal("name", .optional, "Name of the person")
    contact = fields.internal("contact", .optional, "How to reach the role")
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
  package let hedge: Public<Line>
  package let by: Public<Reference<Party>>
  package let onBehalfOf: Public<Reference<Party>>
  package let law: Public<Line>
  package let decision: Internal<Decision>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, title: .optional, text: .everyday)
    kind = fields.public("kind", .everyday, "promise, claim, warning, disclaimer, request, explanation")
    claim = fields.internal(
      "claim", .optional,
      "What it claims, so that rules can test it; without one it is only printed. No rule tests no-sale, no-marketing-use, no-marketing-in, no-identification, no-linking, informs-before-disclosure, deletes and reviews-retention"
    )
    area = fields.internal("area", .when("claims about places"), "Country, region, not-adequate, or systems")
    about = fields.internal("about", .optional, "What it speaks of; absent is the whole organisation")
    except = fields.public("except", .optional, "Exceptions")
    strength = fields.public("strength", .optional, "absolute (default), best-effort, hedged")
    hedge = fields.public("hedge", .optional, "The word that weakens it")
    by = fields.public("by", .optional, "Who speaks")
    onBehalfOf = fields.public("on-behalf-of", .optional, "For whom")
    law = fields.public("law", .optional, "The provision it speaks of")
    regime = fields.public("regime", .optional, "The regime it speaks of")
    count = fields.internal("count", .optional, "A number it gives")
    decidedBy = fields.internal("decided-by", .optional, "Who, it says, decides")
    decision = fields.internal("decision", .optional, "What was decided about a slip or a doubtful claim")
  }
}

package enum StatementKind: String, Word { case promise, claim, warning, disclaimer, request, explanation }
package enum Strength: String, Word {
  case absolute, hedged
  case bestEffort = "best-effort"
}
package struct Decision: Fielded {
  package let by: Internal<Reference<Person>>
  package let date: Internal<Day>
  package let text: Internal<Text>

  package init(from fields: inout FieldReader) {
    by = fields.internal("by", .everyday, "Who decided")
    date = fields.internal("date", .everyday, "When")
    text = fields.internal("text", .everyday, "What")
  }
  package static var shorthand: StaticString? { "text" }
}
