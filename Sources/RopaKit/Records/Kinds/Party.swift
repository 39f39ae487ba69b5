package import LocatedYAML

/// Any body: the register's own organisations, processors, recipients, and bodies that are only named. Its role lies on the edge from
/// an activity, a system or another body, never here.
package final class Party: Record, Referable {
  package static var space: Space { .party }
  package let common: CommonFields
  package let face: RecordKind
  package let legalName: Public<Text>
  package let kind: Public<PartyKind>
  package let country: Public<Territory>
  package let address: Public<Text>
  package let contacts: Public<Keyed<Contact>>
  package let category: Public<Text>
  package let sameAs: Internal<Reference<Party>>
  package let mentioned: Internal<Text>
  package let agreements: Internal<Keyed<Agreement>>
  package let adequacyScope: Internal<List<AdequacyFact>>
  package let dataPrivacyFramework: Internal<DataPrivacyFramework>
  package let registrations: Public<Registrations>
  package let certificates: Public<Keyed<Certificate>>
  package let services: Public<Text>
  package let hosting: Public<List<Place>>
  package let accessFrom: Public<List<Place>>
  package let subProcessors: Public<List<SubProcessor>>
  package let when: Public<Text>
  package let controls: Public<List<Reference<Control>>>
  package let website: Public<Line>
  /// Fields of an organisation whose register this is; read for every record in the folder organisations.
  package let own: OwnFields?

  package convenience init(from fields: inout FieldReader) { self.init(from: &fields, face: .organisations) }
  package let relations: Public<List<Relation>>
  package let members: Internal<Line>
  package let group: Internal<Line>
  package let parentCountry: Internal<Territory>
  package let subjectTo: Internal<List<Regime>>
  package let diligence: Internal<Diligence>
  package let keeps: Internal<Period>
  package let onward: Public<List<Onward>>
  package let standard: Public<Reference<Party>>

  init(from fields: inout FieldReader, face: RecordKind) {
    self.face = face
    common = CommonFields(from: &fields, reviewed: face == .processors ? .everyday : .optional)
    legalName = fields.public(
      "legal-name", .when("company, public body or charity"), "Registered name of the contracting entity")
    kind = fields.public("kind", face == .recipients ? .everyday : .optional, "What sort of body; company unless said")
    country = fields.public("country", .everyday, "Where that entity is established")
    address = fields.public("address", .when("an organisation of the register"), "Postal address of the entity")
    contacts = fields.public(
      "contacts", .when("an organisation of the register, or a controller we act for"), "Ways to reach it")
    category = fields.public("category", .optional, "Public word for it when notices name categories")
    registrations = fields.public(
      "registrations", .when("controllers in the United Kingdom"), "Numbers in public registers")
    sameAs = fields.internal("same-as", .optional, "Another record of the same body; usually an open question")
    relations = fields.public("relations", .optional, "Typed relations to other bodies")
    mentioned = fields.internal("mentioned", .when("only named"), "Why it is named although it has no role")
    members = fields.internal(
      "members", .when("a class of controllers we act for"), "Where the list of a class is kept")
    group = fields.internal("group", .optional, "Group of companies it belongs to")
    parentCountry = fields.internal("parent-country", .optional, "Country of the parent company")
    website = fields.public("website", .optional, "Its website")
    agreements = fields.internal("agreements", face == .processors ? .everyday : .optional, "Contracts with it")
    certificates = fields.public("certificates", .optional, "Certificates it holds")
    adequacyScope = fields.internal(
      "adequacy-scope", .when("countries with a partial decision"),
      "Facts a partial adequacy decision tests, those that are met")
    dataPrivacyFramework = fields.internal(
      "dpf", .when("United States"), "Its entry in the Data Privacy Framework list")
    subjectTo = fields.internal("subject-to", .optional, "Regimes it falls under itself")
    services = fields.public("services", face == .processors ? .everyday : .optional, "What it does for us")
    hosting = fields.public(
      "hosting", face == .processors ? .everyday : .optional, "Places where it stores data itself")
    accessFrom = fields.public(
      "access-from", face == .processors ? .everyday : .optional, "Places from which data can be seen")
    subProcessors = fields.public(
      "sub-processors", face == .processors ? .everyday : .optional, "Bodies it uses for the data")
    diligence = fields.internal(
      "diligence", face == .processors ? .everyday : .optional, "When it was last examined, and the result")
    controls = fields.public("controls", .optional, "Measures that hold there")
    keeps = fields.internal("keeps", .optional, "Its own storage time")
    onward = fields.public("onward", .optional, "Whom it passes data to for their own ends")
    when = fields.public(
      "when", face == .recipients ? .when("class, circumstance") : .optional, "The circumstance, the trigger, the limit"
    )
    standard = fields.public("standard", .optional, "Body whose standards set the threshold")
    own = face == .organisations ? OwnFields(from: &fields) : nil
  }

  /// A class, a circumstance or a body that is only named: no country is asked of it.
  package var isNamedBody: Bool {
    if !mentioned.answer.isAbsent { return false }
    switch kind.given ?? .company {
    case .class, .circumstance, .brand, .service: return false
    default: return true
    }
  }
}

package enum PartyKind: String, Word {
  case company
  case publicBody = "public-body"
  case charity
  case soleTrader = "sole-trader"
  case partnership, person
  case internationalBody = "international-body"
  case brand, service, `class`, circumstance, regulator, authority
  case standardsBody = "standards-body"
}

/// A relation of one body to another.
package struct Relation: Fielded {
  package let relation: Public<RelationWord>
  package let party: Public<Reference<Party>>
  package let certainty: Public<Certainty>

  package init(from fields: inout FieldReader) {
    relation = fields.public("relation", .required, "commissioned-by, operated-by, owned-by, employs, contract-with")
    party = fields.public("party", .required, "The other body")
    certainty = fields.public("certainty", .optional, "How sure this is")
  }
}

package enum RelationWord: String, Word {
  case commissionedBy = "commissioned-by"
  case operatedBy = "operated-by"
  case ownedBy = "owned-by"
  case employs
  case contractWith = "contract-with"
}

/// A body that a processor uses for the data.
package final class SubProcessor: Fielded {
  package let party: Public<Reference<Party>>
  package let services: Public<Text>
  package let authorised: Internal<Day>
  package let certainty: Public<Certainty>
  package let range: SourceRange
  package let flowDown: Internal<Truth>
  package let source: Internal<Line>

  package init(from fields: inout FieldReader) {
    range = fields.anchor
    party = fields.public("party", .required, "The body")
    services = fields.public("services", .optional, "What it does")
    authorised = fields.internal("authorised", .everyday, "Day it was authorised")
    flowDown = fields.internal("flow-down", .everyday, "Whether the same duties bind it")
    source = fields.internal("source", .optional, "Where the entry was found")
    certainty = fields.public("certainty", .optional, "How sure this is")
  }
  package static var shorthand: StaticString? { "party" }
}

package final class Diligence: Fielded {
  package let last: Internal<Day>
  package let next: Internal<Day>
  package let result: Internal<Text>
  package let open: Internal<List<Text>>

  package init(from fields: inout FieldReader) {
    last = fields.internal("last", .everyday, "Day of the last examination")
    next = fields.internal("next", .everyday, "Day of the next one")
    result = fields.internal("result", .optional, "Result in words")
    open = fields.internal("open", .optional, "Conditions still open")
  }
}

package struct Onward: Fielded {
  package let party: Public<Reference<Party>>
  package let when: Public<Text>
  package let certainty: Public<Certainty>

  package init(from fields: inout FieldReader) {
    party = fields.public("party", .required, "The body that gets the data")
    when = fields.public("when", .optional, "When")
    certainty = fields.public("certainty", .optional, "How sure this is")
  }
  package static var shorthand: StaticString? { "party" }
}
