package import LocatedYAML

/// What a statement claims, as far as records can test it. `no-...` denies.
package enum Claim: String, Word {
  case noTransfer = "no-transfer"
  case noDataOutside = "no-data-outside"
  case noSharing = "no-sharing"
  case noSale = "no-sale"
  case noMarketingUse = "no-marketing-use"
  case noMarketingIn = "no-marketing-in"
  case noCookies = "no-cookies"
  case noAutomatedDecisions = "no-automated-decisions"
  case noIdentification = "no-identification"
  case noLinking = "no-linking"
  case noSpecialData = "no-special-data"
  case anonymous
  case noProviderAccess = "no-provider-access"
  case encrypted
  case accessLimited = "access-limited"
  case equalConfidentiality = "equal-confidentiality"
  case asksPermission = "asks-permission"
  case informsBeforeDisclosure = "informs-before-disclosure"
  case deletes
  case reviewsRetention = "reviews-retention"
  case certified
  case adequacyList = "adequacy-list"
}

/// The area that a claim about places speaks of.
package enum ClaimArea: Readable {
  case territories([Territory])
  /// Countries without an adequacy decision.
  case notAdequate
  case systems([Reference<System>])

  package static var shape: ShapeDescription {
    .either([.word(["not-adequate"]), .list(.country), .fields(.of(SystemArea.self), shorthand: nil)])
  }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> ClaimArea? {
    let tree = session.tree
    if tree.kind(node) == .scalar && tree.equals(node, "not-adequate") { return .notAdequate }
    if tree.kind(node) == .scalar, nearMiss(tree.text(node), among: ["not-adequate"]) != nil {
      session.reportUnknownWord(tree.text(node), at: node, known: ["not-adequate"])
      return nil
    }
    if tree.kind(node) == .mapping, !(tree.firstChild(node).map { tree.equals($0, "outside") } ?? false) {
      return SystemArea.read(node, in: session).map { .systems($0.systems.elements()) }
    }
    return List<Territory>.read(node, in: session).map { .territories($0.elements) }
  }
}

/// An area made of systems.
package struct SystemArea: Fielded {
  package let systems: Internal<List<Reference<System>>>
  package init(from fields: inout FieldReader) {
    systems = fields.internal("systems", .required, "The systems within which something is said to stay")
  }
}

/// What a claim speaks of. A party includes everything below it.
package struct ClaimScope: Fielded {
  package let activities: Internal<List<Reference<Activity>>>
  package let systems: Internal<List<Reference<System>>>
  package let parties: Internal<List<Reference<Party>>>
  package let data: Internal<List<Reference<DataCategory>>>
  package let purposes: Internal<List<Line>>

  package init(from fields: inout FieldReader) {
    activities = fields.internal("activities", .optional, "Activities")
    systems = fields.internal("systems", .optional, "Systems")
    parties = fields.internal("parties", .optional, "Bodies, with everything below them")
    data = fields.internal("data", .optional, "Data categories")
    purposes = fields.internal("purposes", .optional, "Purposes")
  }
}

package struct ClaimException: Fielded {
  package let systems: Public<List<Reference<System>>>
  package let parties: Public<List<Reference<Party>>>
  package let text: Public<Text>
  package let because: Public<Text>

  package init(from fields: inout FieldReader) {
    systems = fields.public("systems", .optional, "Systems")
    parties = fields.public("parties", .optional, "Bodies")
    text = fields.public("text", .optional, "In words")
    because = fields.public("because", .everyday, "Why")
  }
}

/// How data travel on a leg.
package enum FlowKind: String, Word, Comparable {
  case recipient
  case subProcessor = "sub-processor"
  case hosting, access, cookie

  /// The order in which kinds of the same pair of bodies take precedence.
  package static func < (left: FlowKind, right: FlowKind) -> Bool {
    left.precedence < right.precedence
  }

  private var precedence: Int {
    switch self {
    case .recipient: 0
    case .subProcessor: 1
    case .hosting: 2
    case .access: 3
    case .cookie: 4
    }
  }
}
