/// How much a field is wanted.
package enum Need: Sendable, Equatable {
  /// An ordinary record has it; the checker asks when it is absent.
  case everyday
  /// Always.
  case required
  /// When the stated case holds.
  case when(StaticText)
  case optional
}

/// Who may see a field's value.
package enum Visibility: String, Sendable {
  case `public`, `internal`
}

/// Text of the program, as a value that compares.
package struct StaticText: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let literal: StaticString
  package init(stringLiteral value: StaticString) { literal = value }
  package init(_ value: StaticString) { literal = value }
  package var description: String { literal.description }
  package static func == (left: StaticText, right: StaticText) -> Bool { left.description == right.description }
}

/// One field of a record, as its one declaration states it.
package struct FieldDescription: Sendable {
  package let name: StaticString
  package let shape: ShapeDescription
  package let need: Need
  package let visibility: Visibility
  let words: StaticString
  /// What holds where the field is absent; nil where nothing does.
  var unlessSet: Period?
  /// What the field says, without a full stop.
  package var meaning: String {
    unlessSet.map { "\(words); \($0.written) unless set" } ?? words.description
  }
  /// False for the few fields that take no `unknown:` and no `none:`.
  package let takesAnswers: Bool

  /// The same field in a record of which nothing is published.
  var `internal`: FieldDescription {
    FieldDescription(
      name: name, shape: shape, need: need, visibility: .internal, words: words, unlessSet: unlessSet,
      takesAnswers: takesAnswers)
  }
}

/// What may stand in a field.
package indirect enum ShapeDescription: Sendable {
  /// Prose, plain or by language.
  case text
  /// A short text without languages: a number, a name, an address of a page.
  case line
  /// The name of a file of own text beside the notices, or one for each language.
  case textFile
  case truth
  case wholeNumber
  case date
  case duration
  case country
  case language
  /// One of the words of the program.
  case word([String])
  /// One of the ids of a law table.
  case term(TermTable)
  /// The id of a record.
  case reference(Space)
  /// The id of a record, or one of some reserved words.
  case referenceOrWord(Space, [String])
  case list(ShapeDescription)
  /// One value for all regimes, or one for each.
  case perRegime(ShapeDescription)
  /// Fields; `shorthand` names the one that a scalar stands for.
  case fields(FieldSet, shorthand: String?)
  /// A mapping from ids of the record's own to fields.
  case keyed(ShapeDescription)
  /// A mapping from words that need not be ids, such as names of cookies, to values.
  case mapped(ShapeDescription)
  /// One of several shapes; the first one that fits is meant.
  case either([ShapeDescription])
  /// A record of any kind, by folder and id: `activities/hub-registration`.
  case recordPath
  /// An id of something inside a record, such as a purpose or an agreement.
  case innerID
  /// The id of a rule of the catalogue.
  case rule
  /// Several words that stand in a sentence.
  case phrase
  /// Anything: the owner's own keys.
  case anything
}

/// The fields of one kind of record or nested value, in the order of their declarations.
package struct FieldSet: Sendable {
  /// What the value is called where several fields share it: its type's name in small letters with hyphens; empty for a record.
  package var name = ""
  package var fields: [FieldDescription] = []
  /// The field that a scalar stands for may also be written as a mapping, as in `{outside: EEA}`.
  package var takesShorthandMapping = false

  /// The description of a type, taken from its reading initialiser.
  package static func of(_ type: any Fielded.Type) -> FieldSet {
    var reader = FieldReader(describing: ())
    _ = type.init(from: &reader)
    var described = reader.described
    described.name = hyphenated("\(type)")
    return described
  }

  package func field(named name: String) -> FieldDescription? {
    fields.first { $0.name.description == name }
  }
}

/// `SubProcessorTerms` as `sub-processor-terms`.
private func hyphenated(_ typeName: String) -> String {
  var name: [UInt8] = []
  for byte in typeName.utf8 {
    let isCapital = (0x41...0x5A).contains(byte)
    if isCapital && !name.isEmpty { name.append(UInt8(ascii: "-")) }
    name.append(isCapital ? byte + 0x20 : byte)
  }
  return String(decoding: name, as: UTF8.self)
}
