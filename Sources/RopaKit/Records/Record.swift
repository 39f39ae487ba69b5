package import LocatedYAML

/// A record of some kind, with the fields that every record may have. Records are objects: a large value that many places hold is
/// counted once, not copied.
package protocol Record: Fielded {
  var common: CommonFields { get }
}

/// Fields that every kind of record may have. An object, because rules hand it around.
package final class CommonFields: Sendable {
  /// The record's number in the register.
  package let record: RecordIndex
  /// The place that stands for the record when something is absent from it.
  package let anchor: SourceRange
  package let title: Public<Settled<Text>>
  package let owner: Internal<Settled<Reference<Person>>>
  package let reviewed: Internal<Day>
  package let reviewBy: Internal<Day>
  package let certainty: Public<Certainty>
  package let publish: Internal<Settled<Truth>>
  package let text: Public<Text>
  package let questions: Internal<QuestionDefaults>
  package let aliases: Internal<List<Line>>
  package let stated: Internal<Text>

  /// Declares the common fields; some are wanted on some kinds only.
  init(
    from fields: inout FieldReader, title titleNeed: Need = .everyday, owner ownerNeed: Need = .optional,
    reviewed reviewedNeed: Need = .optional, text textNeed: Need = .optional
  ) {
    record = fields.record
    title = fields.public("title", titleNeed, "What pages call it")
    anchor = fields.anchor
    owner = fields.internal(
      "owner", ownerNeed, "Who answers for it: a role from people; default is the owner of the organisation")
    reviewed = fields.internal("reviewed", reviewedNeed, "Day of the last review")
    reviewBy = fields.internal("review-by", .optional, "Next review, only to depart from the policy interval")
    text = fields.public("text", textNeed, "Public words of our own where the composed sentence is not enough")
    stated = fields.internal(
      "stated", .optional, "Words as published, kept beside the value that is true; never printed in a composed notice")
    certainty = fields.public("certainty", .optional, "How sure the record is: certain, possible, example, disputed")
    aliases = fields.internal("aliases", .optional, "Other names of the same thing")
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found: document and line", as: Line.self)
    questions = fields.internal("questions", .optional, "Owner and due day for the open questions of this record")
    publish = fields.internal("publish", .optional, "false keeps the record out of public pages")
  }

  /// False when the record asks to be kept out of public pages.
  package var isPublishable: Bool { publish.given?.value.value ?? true }
  package var isDisputed: Bool { certainty.given == .disputed }
  package var isExample: Bool { certainty.given == .example }
}

/// Who answers the open questions of a record, and until when.
package struct QuestionDefaults: Fielded {
  package let owner: Internal<Reference<Person>>
  package let due: Internal<Day>

  package init(from fields: inout FieldReader) {
    owner = fields.internal("owner", .everyday, "Who finds out")
    due = fields.internal("due", .everyday, "Until when, inclusive")
  }
}
