package import LocatedYAML

/// A way to reach a body.
package struct Contact: Fielded {
  package let id: String
  package let range: SourceRange
  package let purposes: Public<List<Line>>
  package let role: Public<Text>
  package let email: Public<Line>
  package let marked: Public<Text>
  package let telephone: Public<Line>
  package let form: Public<Line>
  package let page: Public<Line>
  package let post: Public<Text>
  package let publish: Internal<Truth>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    purposes = fields.public("for", .everyday, "What people may write about")
    role = fields.public("role", .optional, "The role that answers")
    fields.internal("person", .optional, "Who fills the role; never printed", as: Reference<Person>.self)
    fields.internal("publish-name", .optional, "The person agrees to be named", as: Truth.self)
    email = fields.public("email", .optional, "E-mail address")
    fields.internal("shared", .optional, "A mailbox that others read too", as: Truth.self)
    marked = fields.public("marked", .optional, "Words to put on a letter or message")
    telephone = fields.public("telephone", .optional, "Telephone number")
    form = fields.public("form", .optional, "Address of a form")
    page = fields.public("page", .optional, "Address of a page")
    post = fields.public("post", .optional, "Postal address, a line for each part")
    publish = fields.internal("publish", .optional, "false keeps it out of public pages")
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("stated", .optional, "Words as published", as: Text.self)
  }

  package var isPublishable: Bool { publish.given?.value ?? true }
}

/// A contract or other arrangement with a body.
package struct Agreement: Fielded {
  package let id: String
  package let range: SourceRange
  package let kind: Internal<Settled<AgreementKind>>
  package let status: Internal<Settled<AgreementStatus>>
  package let signed: Internal<Day>
  package let expires: Internal<Day>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    kind = fields.internal("kind", .everyday, "processing, sharing, joint, clauses, binding-act, service")
    fields.internal("with", .optional, "Our side; default is the register's organisation", as: Reference<Party>.self)
    status = fields.internal("status", .everyday, "draft, in-force, ended")
    fields.internal("reference", .optional, "Number or place of the document", as: Line.self)
    signed = fields.internal("signed", .everyday, "Day of signature")
    expires = fields.internal("expires", .optional, "Last day, unless it renews itself")
    fields.internal("terms", .everyday, "all, or the Art 28(3) terms that were found", as: List<Line>.self)
    fields.internal("terms-reviewed", .optional, "Day the terms were read", as: Day.self)
    fields.internal("sub-processors", .everyday, "How further processors are authorised", as: SubProcessorTerms.self)
    fields.internal("breach-notice", .optional, "Time within which it reports a personal data breach", as: Period.self)
    fields.internal(
      "data", .optional, "The data annex, if narrower than the activities", as: List<Reference<DataCategory>>.self)
    fields.internal("own-purposes", .optional, "Purposes of its own that the contract allows", as: Text.self)
    fields.internal("offshoring", .optional, "forbidden, needs-approval, allowed", as: Line.self)
    fields.internal("approval", .optional, "Approval of a place abroad", as: Line.self)
    fields.internal("deletion-confirmed", .optional, "Day deletion at the end was confirmed", as: Day.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}

package enum AgreementKind: String, Word {
  case processing, sharing, joint, clauses, service
  case bindingAct = "binding-act"
}

package enum AgreementStatus: String, Word {
  case draft, ended
  case inForce = "in-force"
}

package struct SubProcessorTerms: Fielded {
  package init(from fields: inout FieldReader) {
    fields.internal("mode", .everyday, "general or specific", as: Line.self)
    fields.internal("notice", .when("general"), "Time to object", as: Period.self)
  }
}

/// A certificate is evidence about its scope, never proof of more.
package struct Certificate: Fielded {
  package let id: String
  package let kind: Public<Settled<Line>>
  package let scope: Public<Anything>
  package let expires: Internal<Day>

  package init(from fields: inout FieldReader) {
    id = fields.id
    kind = fields.public("kind", .everyday, "iso27001, iso27701, ce, ce-plus, soc2-type2, dspt, dtac, pci-dss")
    fields.internal("edition", .everyday, "Edition or year", as: Line.self)
    fields.internal("number", .everyday, "Number of the certificate", as: Line.self)
    scope = fields.public("scope", .everyday, "What it covers")
    fields.internal("certifier", .everyday, "Who issued it", as: Line.self)
    fields.internal("issued", .everyday, "Day of issue", as: Day.self)
    expires = fields.internal("expires", .everyday, "Last day")
    fields.internal("category", .optional, "Category, where the scheme has them", as: Line.self)
    fields.internal("status", .optional, "Result, where the scheme has them", as: Line.self)
    fields.internal("submitted", .optional, "Day of submission", as: Day.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}

package struct Registrations: Fielded {
  package let companiesHouse: Public<Line>
  package let regulatorNumber: Public<RegulatorRegistration>

  package init(from fields: inout FieldReader) {
    companiesHouse = fields.public("companies-house", .optional, "Company number")
    regulatorNumber = fields.public(
      "ico", .when("controllers in the United Kingdom"), "Registration with the United Kingdom regulator")
  }
}

package struct RegulatorRegistration: Fielded {
  package let number: Public<Line>

  package init(from fields: inout FieldReader) {
    number = fields.public("number", .everyday, "Registration number")
    fields.internal("tier", .everyday, "Fee tier", as: WholeNumber.self)
    fields.internal("paid-until", .everyday, "Last day the fee covers", as: Day.self)
    fields.internal("exempt", .optional, "Reason for an exemption", as: Text.self)
  }
  package static var shorthand: StaticString? { "number" }
}

/// A body's entry in the list of the EU-US Data Privacy Framework and its UK Extension.
package struct DataPrivacyFramework: Fielded {
  package let status: Internal<Line>
  package let ukExtension: Internal<Truth>
  package let coversHR: Internal<Truth>
  package let verified: Internal<Day>

  package init(from fields: inout FieldReader) {
    status = fields.internal("status", .everyday, "active, lapsed, withdrawn")
    ukExtension = fields.internal("uk-extension", .everyday, "Whether the UK Extension is listed")
    coversHR = fields.internal("covers-hr", .everyday, "Whether data about staff are covered")
    verified = fields.internal("verified", .everyday, "Day the list was looked at")
    fields.internal("listed-as", .optional, "Name in the list", as: Line.self)
  }
}
