package import LocatedYAML

/// A section of a notice: composed by its name, or own text.
package struct NoticeSection: Fielded {
  package let section: Public<SectionName>
  package let heading: Public<Text>
  package let activities: Internal<List<Reference<Activity>>>
  package let statements: Public<List<Reference<Statement>>>
  package let replace: Internal<Truth>
  package let elements: Internal<List<ElementName>>
  package let explains: Internal<Truth>
  /// Own text of the record, or of the file that it names.
  package let text: Public<Text>
  package let range: SourceRange
  package let names: Internal<NamedInText>

  package init(from fields: inout FieldReader) {
    range = fields.anchor
    section = fields.public("section", .optional, "Name of a composed section")
    heading = fields.public("heading", .optional, "Own heading")
    activities = fields.internal("activities", .optional, "Only these activities")
    statements = fields.public("statements", .optional, "Statements printed here")
    replace = fields.internal("replace", .optional, "true prints the own text instead of the composed one")
    elements = fields.internal("elements", .optional, "Art 13 and 14 elements the own text serves")
    names = fields.internal("names", .optional, "What the own text names, so that it can be compared")
    explains = fields.internal("explains", .optional, "General explanation: claims nothing about us")
    let own: Public<Text> = fields.public(
      "text", .optional, "Own text: paragraphs, lists, headings, emphasis and links of CommonMark")
    let file: Public<TextFile> = fields.public(
      "file", .optional, "Own text in a file in the folder of the notices, in place of text:")
    if !own.answer.isAbsent, let place = file.answer.range { fields.reportBeside("file", "text", at: place) }
    text = own.answer.isAbsent ? Public(answer: file.answer.map(\.text)) : own
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
  package static var shorthand: StaticString? { "section" }
}

/// What an own text names, so that it can be compared with the records.
package final class NamedInText: Fielded {
  package let bases: Internal<List<Reference<LawfulBasis>>>
  package let purposes: Internal<List<InnerID>>
  package let recipients: Internal<List<Reference<Party>>>
  package let countries: Internal<List<Territory>>
  package let mechanisms: Internal<List<Term<MechanismTable>>>
  package let rights: Internal<List<RightName>>
  package let data: Internal<List<Reference<DataCategory>>>
  package let retention: Internal<List<Reference<RetentionRule>>>

  package init(from fields: inout FieldReader) {
    bases = fields.internal("bases", .optional, "Lawful bases")
    purposes = fields.internal("purposes", .optional, "Purposes, by their ids in the activities")
    recipients = fields.internal("recipients", .optional, "Bodies that get data")
    countries = fields.internal("countries", .optional, "Countries")
    mechanisms = fields.internal("mechanisms", .optional, "Transfer mechanisms")
    rights = fields.internal("rights", .optional, "Rights")
    data = fields.internal("data", .optional, "Data categories")
    retention = fields.internal("retention", .optional, "Retention rules")
  }
}

/// The composed sections, in the built-in order of the page.
package enum SectionName: String, Word {
  case whoWeAre = "who-we-are"
  case dpo, activities, data, sources, purposes, basis, interests
  case specialData = "special-data"
  case provision, recipients, systems, transfers, security, retention
  case automatedDecisions = "automated-decisions"
  case marketing, children, rights, objection, complaints, cookies, links, changes, contact
}
