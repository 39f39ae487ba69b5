/// One of the forms in which a value may be written.
private indirect enum SchemaForm {
  case refer(String)
  case words([String])
  case list([SchemaForm])
  case regimes([SchemaForm])
  case keyed([SchemaForm])
  case mapped([SchemaForm])
  case null
}

extension SchemaDefinitions {
  /// A mapping with the fields of a set.
  mutating func mapping(_ set: FieldSet, titled title: String, _ json: inout JSONWriter) {
    var forms: [[SchemaForm]] = []
    for field in set.fields {
      var of = self.forms(of: field.shape)
      if field.takesAnswers { of += answers() }
      forms.append(of + [.null])
    }
    json.object { json in
      json.key("title")
      json.value(title)
      json.key("type")
      json.value("object")
      json.key("properties")
      json.object { json in
        for (field, forms) in zip(set.fields, forms) {
          json.newline()
          json.key(text: field.name.description)
          json.object { json in
            json.key("title")
            json.value(label(of: field.name.description))
            json.key("description")
            json.value("\(field.meaning). Need: \(field.need.words). Visibility: \(field.visibility.rawValue).")
            json.key("anyOf")
            json.array { json in for form in forms { form.write(&json) } }
          }
        }
      }
      json.key("patternProperties")
      json.object { json in
        json.key("^x-")
        json.object { _ in }
      }
      json.key("additionalProperties")
      json.value(false)
    }
  }

  /// A definition that `SchemaValues` writes.
  private mutating func named(_ name: String) -> SchemaForm {
    .refer(need(name) { _, json in json.object { _ in } })
  }

  private mutating func value(_ name: String) -> SchemaForm { named("value." + name) }

  private mutating func id(_ space: Space) -> SchemaForm {
    _ = value("id")
    return named(SchemaValues.idDefinition(space))
  }

  private mutating func question() -> SchemaForm {
    for name in ["text", "language-text", "scalar", "date"] { _ = value(name) }
    _ = id(.person)
    return named("answer.unknown")
  }

  private mutating func answers() -> [SchemaForm] {
    [question(), named("answer.none"), named("answer.not-applicable")]
  }

  /// The forms of a value that is there and is no answer.
  private mutating func forms(of shape: ShapeDescription) -> [SchemaForm] {
    switch shape {
    case .list(let element):
      let single = forms(of: element)
      return single + [.list(single + [question()])]
    case .perRegime(let inner):
      let shared = forms(of: inner)
      return shared + [.regimes(shared + answers() + [.null])]
    case .keyed(let inner): return [.keyed(forms(of: inner) + [question()])]
    case .mapped(let inner): return [.mapped(forms(of: inner) + answers() + [.null])]
    case .either(let shapes):
      var either: [SchemaForm] = []
      for shape in shapes { either += forms(of: shape) }
      return either
    case .fields(let set, let shorthand):
      let reference = need("value." + set.name) { definitions, json in
        definitions.mapping(set, titled: sentenceCase(set.name), &json)
      }
      var short: [SchemaForm] = []
      if let shape = shorthand.flatMap(set.field(named:))?.shape {
        short = scalarForms(of: shape)
        if set.takesShorthandMapping { short += mappingForms(of: shape) }
      }
      return short + [.refer(reference)]
    default: return scalarForms(of: shape) + mappingForms(of: shape)
    }
  }

  /// The forms of a shape that are no list and no mapping.
  private mutating func scalarForms(of shape: ShapeDescription) -> [SchemaForm] {
    switch shape {
    case .text, .line, .textFile: [value("scalar")]
    case .truth: [value("truth")]
    case .wholeNumber: [value("whole-number")]
    case .date: [value("date")]
    case .duration: [value("duration")]
    case .language: [value("language")]
    case .country: [value("country")]
    case .word(let words): [.words(words)]
    case .term(let table): [named("words." + table.rawValue)]
    case .reference(let space): [id(space)]
    case .referenceOrWord(let space, let words): [.words(words), id(space)]
    case .list(let inner), .perRegime(let inner): scalarForms(of: inner)
    case .recordPath: [value("record-path")]
    case .innerID: [value("id")]
    case .rule: [value("rule")]
    case .phrase: [value("phrase")]
    case .anything: [value("anything")]
    case .either(let shapes): shapes.flatMap { scalarForms(of: $0) }
    case .fields, .keyed, .mapped: []
    }
  }

  /// The mappings in which a shape without fields may be written.
  private mutating func mappingForms(of shape: ShapeDescription) -> [SchemaForm] {
    switch shape {
    case .text, .textFile: return [value("language-text")]
    case .country: return [value("outside")]
    default: return []
    }
  }
}

extension SchemaForm {
  fileprivate func write(_ json: inout JSONWriter) {
    switch self {
    case .refer(let name): SchemaDefinitions.refer(to: name, &json)
    case .words(let words): json.object { json in json.enumeration(words) }
    case .mapped(let forms): SchemaForm.keyed(forms, withIDs: false, &json)
    case .null:
      json.object {
        $0.key("type"); $0.value("null")
      }
    case .list(let forms):
      json.object { json in
        json.key("type")
        json.value("array")
        json.key("items")
        SchemaForm.any(of: forms, &json)
      }
    case .regimes(let forms): SchemaForm.regimes(forms, &json)
    case .keyed(let forms): SchemaForm.keyed(forms, withIDs: true, &json)
    }
  }

  private static func any(of forms: [SchemaForm], _ json: inout JSONWriter) {
    json.object { json in
      json.key("anyOf")
      json.array { json in for form in forms { form.write(&json) } }
    }
  }

  private static func regimes(_ forms: [SchemaForm], _ json: inout JSONWriter) {
    json.object { json in
      json.key("title")
      json.value("A value for each regime")
      json.key("type")
      json.value("object")
      json.key("minProperties")
      json.value(1)
      json.key("properties")
      json.object { json in
        for regime in Regime.allCases {
          json.key(text: regime.rawValue)
          any(of: forms, &json)
        }
      }
      json.key("additionalProperties")
      json.value(false)
    }
  }

  private static func keyed(_ forms: [SchemaForm], withIDs: Bool, _ json: inout JSONWriter) {
    json.object { json in
      json.key("title")
      json.value("Names of your own, each with details")
      json.key("type")
      json.value("object")
      json.key("propertyNames")
      json.object { json in
        if withIDs {
          json.key("pattern")
          json.value(SchemaValues.idPattern)
        }
        json.key("not")
        json.object { json in json.enumeration(["unknown", "none", "not-applicable"]) }
      }
      json.key("additionalProperties")
      any(of: forms, &json)
    }
  }
}
