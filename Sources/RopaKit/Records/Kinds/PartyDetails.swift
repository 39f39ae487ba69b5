package import LocatedYAML

/// A way to reach a body.
package final class Contact: Fielded {
  package let id: String
  package let range: SourceRange
  package let purposes: Public<List<Text>>
  package let role: Public<Text>
  package let email: Public<Line>
  package let marked: Public<Text>
  package let telephone: Public<Line>
  package let form: Public<Line>
  package let page: Public<Line>
  package let post: Public<Text>
  package let publish: Internal<Truth>
  package let person: Internal<Reference<Person>>
  package let publishName: Internal<Truth>
  package let shared: Internal<Truth>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    purposes = fields.public("for", .everyday, "What people may write about")
    role = fields.public("role", .optional, "The role that answers")
    person = fields.internal("person", .optional, "Who fills the role; never printed")
    publishName = fields.internal("publish-name", .optional, "The person agrees to be named")
    email = fields.public("email", .optional, "E-mail address")
    shared = fields.internal("shared", .optional, "A mailbox that others read too")
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
package final class Agreement: Fielded {
  package let id: String
  package let range: SourceRange
  package let kind: Internal<Settled<AgreementKind>>
  package let status: Internal<Settled<AgreementStatus>>
  package let signed: Internal<Day>
  package let expires: Internal<Day>
  package let with: Internal<Reference<Party>>
  package let reference: Internal<Line>
  package let terms: Internal<List<ContractTerm>>
  package let termsReviewed: Internal<Day>
  package let subProcessors: Internal<SubProcessorTerms>
  package let breachNotice: Internal<Period>
  package let data: Internal<List<Reference<DataCategory>>>
  package let ownPurposes: Internal<Text>
  package let offshoring: Internal<Offshoring>
  package let approval: Internal<Line>
  package let deletionConfirmed: Internal<Day>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    kind = fields.internal("kind", .everyday, "processing, sharing, joint, clauses, binding-act, service")
    with = fields.internal("with", .optional, "Our side; default is the first organisation of the register")
    status = fields.internal("status", .everyday, "draft, in-force, ended")
    reference = fields.internal("reference", .optional, "Number or place of the document")
    signed = fields.internal("signed", .everyday, "Day of signature")
    expires = fields.internal("expires", .optional, "Last day, unless it renews itself")
    terms = fields.internal("terms", .everyday, "all, or the Art 28(3) terms that were found")
    termsReviewed = fields.internal("terms-reviewed", .optional, "Day the terms were read")
    subProcessors = fields.internal("sub-processors", .everyday, "How further processors are authorised")
    breachNotice = fields.internal("breach-notice", .optional, "Time within which it reports a personal data breach")
    data = fields.internal("data", .optional, "The data annex, if narrower than the activities")
    ownPurposes = fields.internal("own-purposes", .optional, "Purposes of its own that the contract allows")
    offshoring = fields.internal("offshoring", .optional, "forbidden, needs-approval, allowed")
    approval = fields.internal("approval", .optional, "Approval of a place abroad")
    deletionConfirmed = fields.internal("deletion-confirmed", .optional, "Day deletion at the end was confirmed")
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

/// What Art 28(3) asks of a contract with a processor: the eight duties of its second sentence, the particulars of its first, and what
/// Art 28(9) and 33(2) add.
package enum ContractTerm: String, Word {
  case all
  case instructions, confidentiality, security
  case subProcessors = "sub-processors"
  case rightsAssistance = "rights-assistance"
  case assistance
  case deleteOrReturn = "delete-or-return"
  case audit
  case subjectMatter = "subject-matter"
  case duration, nature, data, subjects
  case controllerRights = "controller-rights"
  case breachNotice = "breach-notice"
  case writing
}

/// Whether data may leave the country, as a health service's contracts say.
package enum Offshoring: String, Word {
  case forbidden
  case needsApproval = "needs-approval"
  case allowed
}

package enum AuthorisationMode: String, Word { case general, specific }

package struct SubProcessorTerms: Fielded {
  package let mode: Internal<AuthorisationMode>
  package let notice: Internal<Period>

  package init(from fields: inout FieldReader) {
    mode = fields.internal("mode", .everyday, "general or specific")
    notice = fields.internal("notice", .when("general"), "Time to object")
  }
}

/// A certificate is evidence about its scope, never proof of more.
package final class Certificate: Fielded {
  package let id: String
  package let kind: Public<Settled<Line>>
  package let scope: Public<CertificateScope>
  package let expires: Internal<Day>
  package let edition: Internal<Line>
  package let number: Internal<Line>
  package let certifier: Internal<Line>
  package let issued: Internal<Day>
  package let category: Internal<Line>
  package let status: Internal<Line>
  package let submitted: Internal<Day>

  package init(from fields: inout FieldReader) {
    id = fields.id
    kind = fields.public("kind", .everyday, "iso27001, iso27701, ce, ce-plus, soc2-type2, dspt, dtac, pci-dss")
    edition = fields.internal("edition", .everyday, "Edition or year")
    number = fields.internal("number", .everyday, "Number of the certificate")
    scope = fields.public("scope", .everyday, "What it covers")
    certifier = fields.internal("certifier", .everyday, "Who issued it")
    issued = fields.internal("issued", .everyday, "Day of issue")
    expires = fields.internal("expires", .everyday, "Last day")
    category = fields.internal("category", .optional, "Category, where the scheme has them")
    status = fields.internal("status", .optional, "Result, where the scheme has them")
    submitted = fields.internal("submitted", .optional, "Day of submission")
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}

/// What a certificate covers.
package final class CertificateScope: Fielded {
  package let systems: Public<List<Reference<System>>>
  package let parties: Public<List<Reference<Party>>>
  package let activities: Public<List<Reference<Activity>>>
  package let text: Public<Text>

  package init(from fields: inout FieldReader) {
    systems = fields.public("systems", .optional, "Systems")
    parties = fields.public("parties", .optional, "Bodies")
    activities = fields.public("activities", .optional, "Activities")
    text = fields.public("text", .optional, "In words")
  }
  package static var shorthand: StaticString? { "text" }
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

package final class RegulatorRegistration: Fielded {
  package let number: Public<Line>
  package let tier: Internal<WholeNumber>
  package let paidUntil: Internal<Day>
  package let exempt: Internal<Text>

  package init(from fields: inout FieldReader) {
    number = fields.public("number", .everyday, "Registration number")
    tier = fields.internal("tier", .everyday, "Fee tier")
    paidUntil = fields.internal("paid-until", .everyday, "Last day the fee covers")
    exempt = fields.internal("exempt", .optional, "Reason for an exemption")
  }
  package static var shorthand: StaticString? { "number" }
}

/// A body's entry in the list of the EU-US Data Privacy Framework and its UK Extension.
package final class DataPrivacyFramework: Fielded {
  package let status: Internal<ListingStatus>
  package let ukExtension: Internal<Truth>
  package let coversHR: Internal<Truth>
  package let verified: Internal<Day>
  package let listedAs: Internal<Line>

  package init(from fields: inout FieldReader) {
    status = fields.internal("status", .everyday, "active, lapsed, withdrawn")
    ukExtension = fields.internal("uk-extension", .everyday, "Whether the UK Extension is listed")
    coversHR = fields.internal("covers-hr", .everyday, "Whether data about staff are covered")
    verified = fields.internal("verified", .everyday, "Day the list was looked at")
    listedAs = fields.internal("listed-as", .optional, "Name in the list")
  }
}

package enum ListingStatus: String, Word { case active, lapsed, withdrawn }

/// Facts that a partial adequacy decision tests, beside the entry in the Data Privacy Framework list.
package enum AdequacyFact: String, Word {
  case pipeda
  case appiBusiness = "appi-business"
  case pipa, lgpd
  case ilTerritory = "il-territory"
  case privacyShield = "privacy-shield"
  case faroeseLaw = "faroese-law"
}
