package import LocatedYAML

/// Where something is: a country, some country of a region, or anywhere outside one.
package enum Territory: Readable, Hashable {
  case country(CountryCode)
  /// Some country in it; which one is not known.
  case region(Region)
  case outside(Region)

  package static var shape: ShapeDescription { .country }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Territory? {
    let tree = session.tree
    if tree.kind(node) == .mapping, let key = tree.firstChild(node), let value = tree.nextSibling(key),
      tree.equals(key, "outside"), tree.nextSibling(value) == nil
    {
      return Region.read(value, in: session).map(Territory.outside)
    }
    guard let word = session.scalar(node) else { return nil }
    if let region = Region(rawValue: word) { return .region(region) }
    if let code = session.directory.country(word) { return .country(code) }
    session.report(
      "unknown-country", at: node, "'\(word)' is not a country code", hint: hint(for: word, in: session))
    return nil
  }

  private static func hint(for word: String, in session: ReadingSession) -> String {
    if let answer = session.answerHint(word) { return answer }
    // Among codes of two letters every one is near another, so that only the case of the letters tells what was meant.
    let capitals = word.uppercased()
    if Region(rawValue: capitals) != nil || session.directory.country(capitals) != nil {
      return "did you mean '\(capitals)'?"
    }
    let names = session.directory.countryNames()
    let meant = names.meant(by: word)
    if let hint = suggestion(meant.isEmpty ? names.near(word) : meant) { return hint }
    let parts = word.utf8.split(separator: UInt8(ascii: ",")).map { names.meant(by: String(Substring($0))) }
    if parts.count > 1, parts.allSatisfy({ $0.count == 1 }) {
      return "write several in square brackets: [\(parts.joined().joined(separator: ", "))]"
    }
    return "write two capital letters (ISO 3166, as in GB), or EU or EEA"
  }
}

/// Regions that people name when the country is not known.
package enum Region: String, Word {
  case eu = "EU"
  case eea = "EEA"
}

/// How sure a record is of what it says.
package enum Certainty: String, Word {
  /// The default.
  case certain
  /// May happen; duties become questions.
  case possible
  /// Only an example: no duty, never listed as a fact.
  case example
  /// Stated so, doubted; no rule builds on it and the dispute itself is reported.
  case disputed
  package static var takesAnswers: Bool { false }

  /// What is doubted, or only an example, makes everything that follows from it so.
  func weaker(_ other: Certainty) -> Certainty { other.doubt > doubt ? other : self }
  /// The greater, the less a record can be relied on.
  var doubt: Int {
    switch self {
    case .certain: 0
    case .possible: 1
    case .example: 2
    case .disputed: 3
    }
  }
}

/// A place where data are stored or can be seen.
package struct Place: Fielded {
  package let country: Public<Territory>
  /// The body that acts there, when it is another one. Without `country` that body's own places count.
  package let by: Public<Reference<Party>>
  package let premises: Public<Text>
  package let network: Public<Text>
  package let certainty: Public<Certainty>
  package let range: SourceRange

  package init(from fields: inout FieldReader) {
    range = fields.anchor
    country = fields.public("country", .when("no body is named"), "Country or region")
    by = fields.public("by", .optional, "The body that acts there, when it is another one")
    premises = fields.public("premises", .optional, "Building or room")
    network = fields.public("network", .optional, "Network, as in a health service's own")
    fields.public("purpose", .optional, "What for", as: Text.self)
    certainty = fields.public("certainty", .optional, "How sure this is")
  }

  package static var shorthand: StaticString? { "country" }

  package static var shape: ShapeDescription {
    var fields = FieldSet.of(Place.self)
    fields.takesShorthandMapping = true
    return .fields(fields, shorthand: shorthand.map(\.description))
  }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Place? {
    // {outside: EEA} is a country written as a mapping, not a mapping of this value's fields.
    if session.tree.kind(node) == .mapping, let key = session.tree.firstChild(node), session.tree.equals(key, "outside")
    {
      guard let territory = Territory.read(node, in: session) else { return nil }
      return Place(territory, at: session.tree.range(node))
    }
    return read(node, key: nil, in: session)
  }

  private init(_ territory: Territory, at range: SourceRange) {
    self.range = range
    country = Public(answer: .given(territory, range))
    by = Public(answer: .absent)
    premises = Public(answer: .absent)
    network = Public(answer: .absent)
    certainty = Public(answer: .absent)
  }
}
