package import LocatedYAML

/// `registry.yaml`: whose register this is, and how it is kept.
package struct RegistrySettings: Fielded {
  package let title: Internal<Settled<Text>>
  package let organisations: Public<List<Reference<Party>>>
  package let languages: Public<List<Language>>
  package let questions: Internal<QuestionDefaults>
  package let repository: Internal<Line>
  package let publish: Public<PublicationAddresses>
  package let policy: Internal<Policy>
  package let anchor: SourceRange

  package init(from fields: inout FieldReader) {
    anchor = fields.anchor
    title = fields.internal("title", .required, "Name of the register")
    organisations = fields.public("organisations", .required, "Whose register it is")
    languages = fields.public("languages", .everyday, "Languages; the first is the default")
    questions = fields.internal("questions", .everyday, "Owner and due day for open questions that name none")
    repository = fields.internal("repository", .optional, "Address of the repository, for links to the files")
    publish = fields.public("publish", .optional, "Addresses where the two trees are published")
    fields.internal("profiles", .optional, "Rules of a sector that are turned on", as: List<Line>.self)
    policy = fields.internal("policy", .optional, "Own intervals and thresholds, where they differ from the defaults")
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

package struct PublicationAddresses: Fielded {
  package init(from fields: inout FieldReader) {
    fields.public("notices", .optional, "Address of the notices", as: Line.self)
    fields.internal("register", .optional, "Address of the register", as: Line.self)
  }
}

/// Intervals and thresholds that are the organisation's own, not the law's.
package struct Policy: Fielded {
  package let reviewInterval: Internal<Period>
  package let expiryWarning: Internal<Period>

  /// Used where the register sets nothing else.
  package static let defaultReviewInterval = Period("P24M")!
  package static let defaultExpiryWarning = Period("P180D")!

  package init(from fields: inout FieldReader) {
    reviewInterval = fields.internal("review-interval", .optional, "Time between reviews; P24M unless set")
    expiryWarning = fields.internal("expiry-warning", .optional, "How long before an expiry to warn; P180D unless set")
  }
}
