import LocatedYAML

@testable import RopaKit

/// A place in a record where a value of some shape stands, found in the descriptions of the fields.
struct FieldPlace {
  /// The keys from the record down to the field.
  let path: [String]
  let shape: ShapeDescription
  /// The field takes several values, one of which may stand alone.
  let isList: Bool
  let takesAnswers: Bool
  /// Values of other shapes may stand here too, so that only the words are at fault.
  var isAlternative = false

  /// The name that messages call it by.
  var field: String { path.last { $0 != "entry" }! }

  /// The lines that give the field a value; the value stands on the last one.
  func lines(_ value: String) -> [String] {
    path.enumerated().map { depth, key in
      String(repeating: "  ", count: depth) + key + ":" + (depth == path.count - 1 ? " " + value : "")
    }
  }

  /// The places of a kind's fields, those of the record itself first, then level by level.
  static func all(in set: FieldSet) -> [FieldPlace] {
    var found: [FieldPlace] = []
    var level = set.fields.map {
      FieldPlace(path: [$0.name.description], shape: $0.shape, isList: false, takesAnswers: $0.takesAnswers)
    }
    for _ in 0..<7 {
      found += level
      level = level.flatMap(\.inner)
    }
    return found
  }

  /// What stands inside, with the wrappers that a file need not show taken off.
  private var inner: [FieldPlace] {
    switch shape {
    case .list(let element): [with(element, isList: true)]
    case .perRegime(let value): [with(value, isList: isList)]
    case .either(let shapes):
      shapes.compactMap { shape in
        switch shape {
        case .duration, .list(.country): with(shape, isList: isList, isAlternative: true)
        default: nil
        }
      }
    case .fields(let set, _):
      set.fields.map {
        FieldPlace(path: path + [$0.name.description], shape: $0.shape, isList: false, takesAnswers: $0.takesAnswers)
      }
    case .keyed(let value), .mapped(let value):
      [FieldPlace(path: path + ["entry"], shape: value, isList: false, takesAnswers: true)]
    default: []
    }
  }

  private func with(_ shape: ShapeDescription, isList: Bool, isAlternative: Bool = false) -> FieldPlace {
    FieldPlace(
      path: path, shape: shape, isList: isList, takesAnswers: takesAnswers,
      isAlternative: isAlternative || self.isAlternative)
  }
}

/// A mistake that people make, tried wherever a field has the shape for it.
struct Fault: CustomStringConvertible, Sendable {
  let description: String
  let rule: String
  /// The value to write, and what was meant where that can be known; nil where the mistake cannot be made.
  let value: @Sendable (FieldPlace) -> (written: String, meant: String?)?

  /// For each mistake the kinds that have no field of the shape, so that it cannot be made there.
  static let impossible: [String: [String]] = [
    "country in small letters": [
      "activities", "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases",
      "people", "registry", "retention", "waivers",
    ],
    "country that does not exist": [
      "activities", "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases",
      "people", "registry", "retention", "waivers",
    ],
    "country by its name": [
      "activities", "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases",
      "people", "registry", "retention", "waivers",
    ],
    "misspelt rule": RecordKind.allCases.map(\.rawValue).filter { $0 != "waivers" } + ["registry"],
    "text where an id of a thing inside a record is wanted": [
      "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases", "organisations", "people",
      "processors", "recipients", "registry", "sites", "systems", "transfers", "waivers",
    ],
    "duration in words": [
      "activities", "assessments", "consents", "data-categories", "data-subjects", "lawful-bases", "notices", "people",
      "sites", "statements", "transfers", "waivers",
    ],
    "language in words": [
      "activities", "assessments", "consents", "controls", "cookies", "data-categories", "data-subjects",
      "lawful-bases", "organisations", "people", "processors", "recipients", "retention", "sites", "statements",
      "systems", "transfers", "waivers",
    ],
    "list where ids with details are wanted": [
      "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases", "people", "registry",
      "retention", "statements", "systems", "transfers", "waivers",
    ],
    "misspelt word of a law table": [
      "activities", "assessments", "consents", "cookies", "organisations", "people", "processors",
      "recipients", "registry", "retention", "sites", "statements", "systems", "waivers",
    ],
    "number in words": [
      "controls", "data-categories", "data-subjects", "notices", "people", "retention", "sites", "systems", "transfers",
      "waivers",
    ],
    "one value where ids with details are wanted": [
      "consents", "controls", "cookies", "data-categories", "data-subjects", "lawful-bases", "people", "registry",
      "retention", "statements", "systems", "transfers", "waivers",
    ],
    "several without brackets": ["consents", "controls", "data-subjects", "lawful-bases", "people"],
    "yes for true": ["registry"],
  ]

  /// The mistakes in values. Those that concern whole files stand in the tests.
  static let all: [Fault] = [
    Fault("date with slashes", "unusable-date") {
      if case .date = $0.shape { ("31/12/2026", "2026-12-31") } else { nil }
    },
    Fault("date in words", "unusable-date") { if case .date = $0.shape { ("1 May 2026", "2026-05-01") } else { nil } },
    Fault("day that does not exist", "unusable-date") {
      if case .date = $0.shape { ("2026-02-30", "there is no such day") } else { nil }
    },
    Fault("duration in words", "unusable-duration") {
      if case .duration = $0.shape { ("6 years", "P6Y") } else { nil }
    },
    Fault("country in small letters", "unknown-country") {
      if case .country = $0.shape { ("gb", "'GB'") } else { nil }
    },
    Fault("country that does not exist", "unknown-country") {
      if case .country = $0.shape { ("ZZ", nil) } else { nil }
    },
    Fault("yes for true", "unknown-word") { if case .truth = $0.shape { ("yes", "write true") } else { nil } },
    Fault("number in words", "unknown-word") { if case .wholeNumber = $0.shape { ("many", "digits") } else { nil } },
    Fault("misspelt word", "unknown-word") { place in
      guard case .word(let words) = place.shape, let word = words.first(where: { $0.utf8.count > 2 }) else {
        return nil
      }
      return (word + "z", "'\(word)'")
    },
    Fault("misspelt word of a law table", "unknown-word") {
      if case .term(let table) = $0.shape { (word(of: table) + "z", "'\(word(of: table))'") } else { nil }
    },
    Fault("misspelt id", "dangling-reference") { place in
      switch place.shape {
      case .reference(let space), .referenceOrWord(let space, _): (id(in: space) + "z", "'\(id(in: space))'")
      case .recordPath: ("activities/usez", "'activities/use'")
      default: nil
      }
    },
    Fault("misspelt rule", "unknown-word") {
      if case .rule = $0.shape { ("owner-missin", "'owner-missing'") } else { nil }
    },
    Fault("text where an id of a thing inside a record is wanted", "id-malformed") {
      if case .innerID = $0.shape { ("Our agreement", "'our-agreement'") } else { nil }
    },
    Fault("country by its name", "unknown-country") {
      if case .country = $0.shape { ("United Kingdom", "'GB'") } else { nil }
    },
    Fault("none without braces", "dangling-reference") {
      if case .reference = $0.shape { ("none", "{none: and why, in words}") } else { nil }
    },
    Fault("several without brackets", "dangling-reference") {
      if case .reference(let space) = $0.shape, $0.isList {
        ("\(id(in: space)), \(id(in: space))", "[\(id(in: space)), \(id(in: space))]")
      } else {
        nil
      }
    },
    Fault("list where one value is wanted", "wrong-shape") { place in
      guard !place.isList, place.isScalar else { return nil }
      return ("[a, b]", "'\(place.field)'")
    },
    Fault("mapping where one value is wanted", "wrong-shape") { place in
      guard place.isScalar else { return nil }
      if case .country = place.shape { return nil }
      return ("{made-up: b}", nil)
    },
    Fault("one value where fields are wanted", "wrong-shape") {
      if case .fields(_, shorthand: nil) = $0.shape { ("plain words", "known fields:") } else { nil }
    },
    Fault("list where fields are wanted", "wrong-shape") {
      if case .fields(_, shorthand: nil) = $0.shape, !$0.isList { ("[a, b]", "known fields:") } else { nil }
    },
    Fault("one value where ids with details are wanted", "wrong-shape") {
      if case .keyed = $0.shape { ("plain words", "'\($0.field)'") } else { nil }
    },
    Fault("list where ids with details are wanted", "wrong-shape") {
      if case .keyed = $0.shape { ("[a, b]", "'\($0.field)'") } else { nil }
    },
    Fault("misspelt key inside", "unknown-key") {
      guard case .fields(let set, _) = $0.shape, let name = set.fields.first(where: { $0.name.utf8CodeUnitCount > 2 })
      else { return nil }
      return ("{\(name.name)z: b}", "'\(name.name)'")
    },
    Fault("language in words", "unknown-word") { if case .language = $0.shape { ("English", "en") } else { nil } },
    Fault("open question without words", "answer-without-reason") {
      if $0.takesAnswers { ("{unknown: }", "unknown") } else { nil }
    },
    Fault("open question where none is taken", "answer-not-taken") {
      if $0.takesAnswers { nil } else { ("{unknown: which one}", "'\($0.field)'") }
    },
  ]

  /// What the message must name of the text that was typed.
  func typed(_ written: String) -> String? {
    let isCollection = written.utf8.first.map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
    return isCollection || rule == "wrong-shape" ? nil : written.hasSuffix("usez") ? "'usez'" : "'\(written)'"
  }

  private init(
    _ description: String, _ rule: String,
    _ value: @escaping @Sendable (FieldPlace) -> (written: String, meant: String?)?
  ) {
    self.description = description
    self.rule = rule
    self.value = value
  }

  private static func id(in space: Space) -> String {
    space == .party ? "guest" : Garden.ids[RecordKind.allCases.first { $0.space == space }!]!
  }

  private static func word(of table: TermTable) -> String {
    switch table {
    case .lawfulBases: "legal-obligation"
    case .specialConditions: "explicit-consent"
    case .mechanisms: "adequacy"
    case .measures: "backup"
    case .dataCategories: "username"
    case .dataSubjects: "customer"
    }
  }
}

extension FieldPlace {
  /// One value stands here, whatever it is.
  fileprivate var isScalar: Bool {
    if isAlternative { return false }
    return switch shape {
    case .text, .line, .textFile, .truth, .wholeNumber, .date, .duration, .country, .language, .word, .term, .reference,
      .referenceOrWord, .recordPath, .innerID, .rule, .phrase:
      true
    default: false
    }
  }
}
