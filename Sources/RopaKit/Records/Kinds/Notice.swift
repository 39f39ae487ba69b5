package import LocatedYAML

/// A privacy notice: its audience and activities; everything else is composed from the records.
package final class Notice: Record, Referable {
  package static var space: Space { .notice }
  package let common: CommonFields
  package let organisation: Public<Reference<Party>>
  package let audience: Public<List<Reference<DataSubjects>>>
  package let activities: Internal<ActivitySelection>
  package let effective: Public<Day>
  package let version: Public<Line>
  package let summary: Public<Text>
  package let history: Public<List<NoticeVersion>>
  package let changes: Public<NoticeChanges>
  package let languages: Public<List<Language>>
  package let sections: Public<List<NoticeSection>>
  package let layerOf: Public<Reference<Notice>>
  package let links: Public<Keyed<NoticeLink>>
  package let approved: Internal<NoticeApproval>
  package let published: Public<Day>
  package let article: Internal<NoticeArticle>
  package let address: Public<Line>
  package let source: Internal<NoticeSource>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, owner: .everyday, reviewed: .everyday)
    organisation = fields.public(
      "organisation", .optional, "Whose notice it is; default is the only organisation of the register")
    audience = fields.public("audience", .everyday, "Who reads it")
    activities = fields.internal("activities", .everyday, "Which activities it covers, or all")
    effective = fields.public(
      "effective", .everyday,
      "Day from which it holds; absent or to come is a draft, an open question is published without a day")
    published = fields.public("published", .optional, "Day of publication, if not the same")
    version = fields.public("version", .optional, "Version")
    summary = fields.public("summary", .optional, "What changed with this version")
    history = fields.public("history", .optional, "Earlier versions")
    languages = fields.public("languages", .optional, "Languages it is published in")
    layerOf = fields.public("layer-of", .optional, "The notice it is a short form of")
    changes = fields.public("changes", .optional, "How changes are announced")
    sections = fields.public("sections", .optional, "Sections in the order of the page; absent is the built-in order")
    links = fields.public("links", .optional, "Links and companion documents")
    article = fields.internal("article", .optional, "13, 14, both, only to insist")
    approved = fields.internal("approved", .when("published"), "Who approved which content")
    address = fields.public("url", .optional, "Where it is published")
    source = fields.internal("source", .optional, "The document it was taken over from, with its slips")
  }
}

package enum ActivitySelection: Readable {
  /// All activities in which the organisation decides.
  case all
  case some([Reference<Activity>])
  package static var shape: ShapeDescription { .either([.word(["all"]), .list(.reference(.activity))]) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> ActivitySelection? {
    let tree = session.tree
    if tree.kind(node) == .scalar && tree.equals(node, "all") { return .all }
    if let first = tree.firstChild(node), tree.equals(first, "all"), tree.kind(node) == .sequence {
      session.report(
        "wrong-shape", at: first, "'all' means every activity, so it cannot stand in a list",
        hint: "write all alone, without brackets and dashes")
      return nil
    }
    return List<Reference<Activity>>.read(node, in: session).map { .some($0.elements) }
  }
}

package enum NoticeArticle: String, Word {
  case collected = "13"
  case obtained = "14"
  case both
}

package struct NoticeVersion: Fielded {
  package let effective: Public<Day>
  package let version: Public<Line>
  package let summary: Public<Text>
  package let approved: Internal<NoticeApproval>

  package init(from fields: inout FieldReader) {
    effective = fields.public(
      "effective", .required, "Day from which it held; the text kept for that day is this version's")
    version = fields.public("version", .optional, "Version")
    summary = fields.public("summary", .everyday, "What changed")
    approved = fields.internal("approved", .optional, "Who approved which content")
  }
  package static var shorthand: StaticString? { "effective" }
}

package struct NoticeChanges: Fielded {
  package let text: Public<Text>
  package let effect: Public<Text>
  package let existingData: Public<Text>
  package let tellsPeople: Public<Truth>
  package init(from fields: inout FieldReader) {
    text = fields.public("text", .everyday, "How changes are announced, in words")
    effect = fields.public("effect", .optional, "From when a change holds")
    existingData = fields.public("existing-data", .optional, "Whether it holds for data collected before")
    tellsPeople = fields.public("tells-people", .everyday, "Whether people are told actively")
    fields.internal("stated", .optional, "Words as published", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
  package static var shorthand: StaticString? { "text" }
}

package struct NoticeLink: Fielded {
  package let id: String
  package let title: Public<Text>
  package let url: Public<Line>
  package let of: Public<Reference<Party>>
  package let kind: Public<NoticeLinkKind>
  package init(from fields: inout FieldReader) {
    id = fields.id
    title = fields.public("title", .everyday, "Words of the link")
    kind = fields.public("kind", .everyday, "completes, layer, policy, provider-policy, regulator, guide")
    url = fields.public("url", .everyday, "Address")
    of = fields.public("of", .optional, "Body whose document it is")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}

package enum NoticeLinkKind: String, Word {
  case completes, layer, policy
  case providerPolicy = "provider-policy"
  case regulator, guide
}

package struct NoticeApproval: Fielded {
  package let by: Internal<Reference<Person>>
  package let date: Internal<Day>
  package let content: Internal<Line>

  package init(from fields: inout FieldReader) {
    by = fields.internal("by", .required, "Who approved")
    date = fields.internal("date", .required, "When")
    content = fields.internal(
      "content", .everyday,
      "Digest of the content that was approved, from ropa approve; another content is not approved")
  }
}

package struct NoticeSource: Fielded {
  package let title: Internal<Line>
  package let date: Internal<Day>
  package let leftOut: Internal<List<SourceSlip>>
  package let slips: Internal<List<SourceSlip>>

  package init(from fields: inout FieldReader) {
    title = fields.internal("title", .everyday, "Title of the document")
    date = fields.internal("date", .everyday, "Its date")
    leftOut = fields.internal("left-out", .optional, "Parts that are no notice content")
    slips = fields.internal("slips", .optional, "Damage and slips in the text")
  }
}

package struct SourceSlip: Fielded {
  package let line: Internal<Line>
  package let what: Internal<Text>
  package let decision: Internal<Text>

  package init(from fields: inout FieldReader) {
    line = fields.internal("line", .optional, "Line")
    what = fields.internal("what", .everyday, "What is wrong")
    fields.internal("stated", .optional, "Words as published", as: Text.self)
    decision = fields.internal("decision", .optional, "What was decided")
  }
  package static var shorthand: StaticString? { "what" }
}
