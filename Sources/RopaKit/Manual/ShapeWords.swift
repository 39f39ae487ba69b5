extension ShapeDescription {
  /// What may be written, in the words of somebody who types YAML, without a full stop.
  package var words: String {
    switch self {
    case .list(.fields(let set, let shorthand)):
      return "one entry, or a list of them; each is " + ShapeDescription.fields(set, shorthand: shorthand).words
    case .list(let element): return element.words + ", or a list of them"
    case .perRegime(let value): return value.words + "; or one for each regime: {uk-gdpr: ..., eu-gdpr: ...}"
    case .fields(let set, let shorthand): return ShapeDescription.words(of: set, shorthand)
    case .keyed(.fields(let set, let shorthand)):
      return "names of your own; under each, " + ShapeDescription.words(of: set, shorthand)
    case .keyed(let value): return "names of your own; under each, " + value.words
    case .mapped(let value): return "names, each with a value: " + value.words
    case .either(let shapes): return shapes.map(\.words).joined(separator: "; or ")
    case .reference(let space): return "the id of " + space.article
    case .referenceOrWord(let space, let words): return "the id of \(space.article), or \(joined(words, "or"))"
    case .word(let words): return oneOf(words)
    case .term(let table): return "one of the words for " + table.subject
    default: return scalarWords
    }
  }

  private var scalarWords: String {
    switch self {
    case .text: "text, or text by language: {en: ..., cy: ...}"
    case .textFile: "the name of a file in the folder notices/ that ends in .md, or one for each language"
    case .line: "a short text, the same in every language"
    case .truth: "true or false"
    case .wholeNumber: "a whole number"
    case .date: "a date: year-month-day, as in 2027-01-31"
    case .duration: "a duration: P6Y for years, P18M for months, P30D for days, PT24H for hours"
    case .country:
      "a country code of two capital letters (UK is read as GB, EL as GR), EU or EEA for some country in it, or {outside: EEA}"
    case .innerID: "an id of your own, as it is written where the thing stands"
    case .rule: "the id of a rule, as ropa explain lists them"
    case .phrase: "words that can stand in a sentence, more than one"
    case .recordPath: "a record by its folder and id, as in activities/payroll"
    case .language: "a language code of two small letters, as in en or cy"
    default: "anything: it has no fixed form"
    }
  }

  private static func words(of set: FieldSet, _ shorthand: String?) -> String {
    let names = set.fields.map(\.name.description)
    let mapping =
      names.count == 1
      ? "a mapping with the field \(names[0])"
      : names.count <= 4 ? "a mapping with the fields \(joined(names))" : "a mapping of fields"
    return shorthand.map { "a plain value, read as its \($0); or " + mapping } ?? mapping
  }
}

extension TermTable {
  /// What the table's words stand for.
  package var subject: String {
    switch self {
    case .lawfulBases: "the bases of Article 6(1)"
    case .specialConditions: "the conditions of Article 9(2)"
    case .mechanisms: "what a transfer can rest on"
    case .measures: "security measures"
    case .dataCategories: "kinds of personal data"
    case .dataSubjects: "groups of people"
    }
  }
}

extension Need {
  /// How much the field is wanted, in words.
  package var words: String {
    switch self {
    case .required: "required"
    case .everyday: "in every ordinary record"
    case .when(let condition): "wanted if: \(condition)"
    case .optional: "optional"
    }
  }
}

extension Law {
  /// The rows of a table whose ids people type.
  package func terms(of table: TermTable) -> [TermRow] {
    switch table {
    case .lawfulBases: lawfulBases.map(\.term)
    case .specialConditions: specialConditions
    case .mechanisms: mechanisms.map(\.term)
    case .measures: measures
    case .dataCategories: dataCategories.map(\.term)
    case .dataSubjects: dataSubjects.map(\.term)
    }
  }
}
