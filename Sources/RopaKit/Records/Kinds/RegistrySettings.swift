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
  package let profiles: Internal<List<Profile>>

  package init(from fields: inout FieldReader) {
    anchor = fields.anchor
    title = fields.internal("title", .required, "Name of the register")
    organisations = fields.public("organisations", .required, "Whose register it is")
    languages = fields.public("languages", .everyday, "Languages; the first is the default")
    questions = fields.internal("questions", .everyday, "Owner and due day for open questions that name none")
    repository = fields.internal("repository", .optional, "Address of the repository, for links to the files")
    publish = fields.public("publish", .optional, "Addresses where the two trees are published")
    profiles = fields.internal("profiles", .optional, "Rules of a sector that are turned on")
    policy = fields.internal("policy", .optional, "Own intervals and thresholds, where they differ from the defaults")
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

/// Rules of a sector that can be turned on.
package enum Profile: String, Word { case nhs }

package struct PublicationAddresses: Fielded {
  package let notices: Public<Line>
  package let register: Internal<Line>

  package init(from fields: inout FieldReader) {
    notices = fields.public("notices", .optional, "Address of the notices")
    register = fields.internal("register", .optional, "Address of the register")
  }
}
