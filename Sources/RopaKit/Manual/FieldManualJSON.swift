extension FieldManual {
  /// Every field at every depth as JSON, for programs: `{"version": 1, "kinds": [{"kind", "fields": [{"path", "shape", ...}]}]}`.
  package func json(on law: LawOnDay) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.value(1)
      json.key("kinds")
      json.array { json in
        for owner in FieldOwner.all {
          json.newline()
          json.object { json in
            json.key("kind")
            json.value(owner.name)
            json.key("fields")
            json.array { json in
              for field in owner.described.flatMap(\.flattened) {
                json.newline()
                write(field, law, &json)
              }
            }
          }
        }
      }
    }
    json.end()
    return json.bytes
  }

  private func write(_ field: DescribedField, _ law: LawOnDay, _ json: inout JSONWriter) {
    json.object { json in
      json.key("path")
      json.value(field.path)
      json.key("declaredIn")
      json.value(field.declaredIn)
      json.key("meaning")
      json.value(field.field.meaning.description)
      json.key("need")
      json.value(field.field.need.words)
      json.key("visibility")
      json.value(field.isInternal ? "internal" : "public")
      json.key("takesAnswers")
      json.value(field.field.takesAnswers)
      json.key("shape")
      field.field.shape.write(&json)
      json.key("law")
      json.array { json in for cite in law.cite(citations(of: field) ?? []) { json.value(cite) } }
      json.key("rules")
      json.array { json in for rule in rules(reading: field) { json.value(rule) } }
      if let example = example(of: field) {
        json.key("example")
        json.value(example)
      }
    }
  }
}

extension ShapeDescription {
  /// `{"is": "list", "of": {"is": "reference", "to": "lawful-bases"}}`.
  fileprivate func write(_ json: inout JSONWriter) {
    func one(_ name: String, of inner: ShapeDescription? = nil, _ json: inout JSONWriter) {
      json.object { json in
        json.key("is")
        json.value(name)
        guard let inner else { return }
        json.key("of")
        inner.write(&json)
      }
    }
    switch self {
    case .text: one("text", &json)
    case .line: one("line", &json)
    case .textFile: one("text-file", &json)
    case .truth: one("truth", &json)
    case .wholeNumber: one("whole-number", &json)
    case .date: one("date", &json)
    case .duration: one("duration", &json)
    case .country: one("country", &json)
    case .language: one("language", &json)
    case .recordPath: one("record-path", &json)
    case .innerID: one("inner-id", &json)
    case .rule: one("rule", &json)
    case .phrase: one("phrase", &json)
    case .anything: one("anything", &json)
    case .mapped(let inner): one("mapped", of: inner, &json)
    case .list(let inner): one("list", of: inner, &json)
    case .perRegime(let inner): one("per-regime", of: inner, &json)
    case .keyed(let inner): one("keyed", of: inner, &json)
    default: writeNamed(&json)
    }
  }

  private func writeNamed(_ json: inout JSONWriter) {
    json.object { json in
      json.key("is")
      switch self {
      case .word(let words):
        json.value("word")
        json.key("words")
        json.array { json in for word in words { json.value(word) } }
      case .term(let table):
        json.value("term")
        json.key("table")
        json.value(table.rawValue)
      case .reference(let space):
        json.value("reference")
        json.key("to")
        json.value(space.folder)
      case .referenceOrWord(let space, let words):
        json.value("reference")
        json.key("to")
        json.value(space.folder)
        json.key("words")
        json.array { json in for word in words { json.value(word) } }
      case .either(let shapes):
        json.value("either")
        json.key("of")
        json.array { json in for shape in shapes { shape.write(&json) } }
      case .fields(let set, let shorthand):
        json.value("fields")
        json.key("name")
        json.value(set.name)
        json.key("shorthand")
        if let shorthand { json.value(shorthand) } else { json.null() }
      default: json.value("anything")
      }
    }
  }
}
