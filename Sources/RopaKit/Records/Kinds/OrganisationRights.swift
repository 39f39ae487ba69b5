package import LocatedYAML

/// How an organisation answers requests of the people concerned.
package struct Rights: Fielded {
  package let contact: Public<Line>
  package let respondWithin: Public<Period>
  package let ifLonger: Public<Text>
  package let identityCheck: Public<IdentityCheck>
  package let cost: Public<Text>
  package let details: [String: Public<RightDetail>]
  package let limits: Public<List<RightLimit>>

  /// The rights whose details can be given here, by their ids in the rights table.
  static let names: [StaticString] = [
    "informed", "access", "rectification", "erasure", "restriction", "portability", "objection",
    "objection-to-marketing", "withdraw-consent", "automated-decisions",
  ]
  package let procedure: Internal<Line>
  package let decidedBy: Public<RightsDecision>

  package init(from fields: inout FieldReader) {
    contact = fields.public("contact", .everyday, "Which of the contacts")
    procedure = fields.internal("procedure", .everyday, "Where the procedure is written down")
    respondWithin = fields.public("respond-within", .everyday, "Time to answer; P1M is the legal month")
    ifLonger = fields.public("if-longer", .optional, "What happens when it takes longer")
    identityCheck = fields.public("identity-check", .everyday, "always, in-doubt, never")
    cost = fields.public("cost", .optional, "What it costs")
    decidedBy = fields.public("decided-by", .optional, "Who else has a say")
    var details: [String: Public<RightDetail>] = [:]
    for name in Rights.names {
      details[name.description] = fields.public(
        name, .optional, "What is offered for this right; true when there is nothing to add")
    }
    self.details = details
    limits = fields.public("limits", .optional, "Where rights stop")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
    fields.internal("note", .optional, "Anything for insiders", as: Text.self)
  }
}

/// When people must show who they are.
package enum IdentityCheck: String, Word {
  case always
  case inDoubt = "in-doubt"
  case never
}

/// Who else has a say when a request is decided.
package struct RightsDecision: Fielded {
  package let parties: Public<List<Reference<Party>>>
  package let text: Public<Text>

  package init(from fields: inout FieldReader) {
    parties = fields.public("parties", .optional, "Bodies that decide, or decide too")
    text = fields.public("text", .optional, "How, in words")
  }
  package static var shorthand: StaticString? { "text" }
}

/// The rights that can be limited, by their ids in the rights table.
package struct RightName: Readable {
  package let id: String
  package let range: SourceRange

  package static var shape: ShapeDescription { .word(Rights.names.map(\.description)) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> RightName? {
    guard let word = session.scalar(node) else { return nil }
    let known = Rights.names.map(\.description)
    if known.contains(word) { return RightName(id: word, range: session.tree.range(node)) }
    session.reportUnknownWord(word, at: node, known: known)
    return nil
  }
}

package struct RightDetail: Fielded {
  package let offered: Public<Truth>
  package let gives: Public<Text>
  package let hint: Public<Text>
  package let otherwise: Public<Text>
  package let routes: Public<List<RightRoute>>

  package init(from fields: inout FieldReader) {
    offered = fields.public("offered", .optional, "true or false")
    gives = fields.public("gives", .optional, "What people get")
    hint = fields.public("hint", .optional, "What makes it easier")
    otherwise = fields.public("otherwise", .optional, "What happens when we do not agree")
    routes = fields.public("routes", .optional, "Further ways to ask")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
  package static var shorthand: StaticString? { "offered" }
}

package struct RightRoute: Fielded {
  package let how: Public<Text>
  package let condition: Public<Text>
  package let formal: Public<Truth>

  package init(from fields: inout FieldReader) {
    how = fields.public("how", .required, "How, in words that go after \"you can ask\"")
    condition = fields.public("if", .optional, "The condition, in words that go after \"if\"")
    formal = fields.public("formal", .optional, "Whether it is a formal request")
  }
  package static var shorthand: StaticString? { "how" }
}

package struct RightLimit: Fielded {
  package let text: Public<Text>
  package let cite: Public<Line>
  package let rights: Public<List<RightName>>
  package let data: Public<List<Reference<DataCategory>>>

  package init(from fields: inout FieldReader) {
    rights = fields.public("rights", .everyday, "Which rights")
    data = fields.public("data", .optional, "For which data")
    text = fields.public("text", .everyday, "The limit in words")
    cite = fields.public("cite", .everyday, "The provision")
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
}
