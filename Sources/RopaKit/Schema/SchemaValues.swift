/// The definitions of values that declare no fields: scalars, answers, and the words of the law tables.
enum SchemaValues {
  typealias Body = @Sendable (inout JSONWriter) -> Void

  /// See ``isIdentifier(_:)``.
  static let idPattern = "^[a-z0-9][a-z0-9-]{0,\(longestID - 1)}$"
  /// See ``Period``.
  static let durationPattern = #"^P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(\d{1,4}H)?)?$"#
  /// Days of the calendar, leap years included; see ``Day``.
  static let datePattern =
    #"^(?!0000)(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))"#
    + #"|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"#

  /// The body of a definition by its name; nil for those that declare fields.
  static func named(_ name: String, _ law: Law, _ ids: [Space: [String]]) -> Body? {
    switch name {
    case "value.scalar": pattern(nil, types: ["string", "number", "boolean"], "Text")
    case "value.truth": truth
    case "value.whole-number": wholeNumber
    case "value.date": pattern(datePattern, "A day: year-month-day")
    case "value.duration": pattern(durationPattern, "A duration: P6Y, P18M, P30D, PT24H")
    case "value.language": pattern("^[a-z]{2}$", "A language: two small letters")
    case "value.id": identifier
    case "value.record-path":
      pattern(
        "^(" + RecordKind.allCases.map(\.rawValue).joined(separator: "|") + ")/[a-z0-9][a-z0-9-]*$",
        "A record: folder and id")
    case "value.rule": words(Rule.catalogue.map(\.id), "A rule")
    case "value.phrase": pattern(#"\S\s+\S"#, "Several words of your own")
    case "value.country": words(["EU", "EEA"] + law.vocabulary.countries.keys.sorted(), "A country or region")
    case "value.outside": outside
    case "value.text": text
    case "value.language-text": languageText
    case "value.anything": anything
    case "answer.unknown": question
    case "answer.none": reason("none", "None, with the reason")
    case "answer.not-applicable": reason("not-applicable", "The question does not arise, with the reason")
    default: terms(name, law) ?? identifiers(name, ids)
    }
  }

  private static func terms(_ name: String, _ law: Law) -> Body? {
    for table in TermTable.allCases where name == "words." + table.rawValue {
      let rows = law.terms(of: table)
      return words(unique(rows.map(\.id) + rows.flatMap(\.aliases)), "One of the words for " + table.subject)
    }
    return nil
  }

  /// The name of the definition for ids of a space.
  static func idDefinition(_ space: Space) -> String { "id." + space.folder }

  private static func identifiers(_ name: String, _ ids: [Space: [String]]) -> Body? {
    guard let space = Space.allCases.first(where: { name == idDefinition($0) }) else { return nil }
    let known = ids[space] ?? []
    return anyOf(
      "The id of " + space.article,
      (known.isEmpty ? [] : [words(known, "Records of the register")]) + [refer("value.id")])
  }

  private static func words(_ words: [String], _ title: String) -> Body {
    { json in
      json.object { json in
        json.key("title")
        json.value(title)
        json.enumeration(words)
      }
    }
  }

  private static func pattern(_ pattern: String?, types: [String] = ["string"], _ title: String) -> Body {
    { json in
      json.object { json in
        json.key("title")
        json.value(title)
        json.key("type")
        if types.count == 1 {
          json.value(types[0])
        } else {
          json.array { json in for type in types { json.value(type) } }
        }
        if let pattern {
          json.key("pattern")
          json.value(pattern)
        }
      }
    }
  }

  private static func anyOf(_ title: String, _ forms: [Body]) -> Body {
    { json in
      json.object { json in
        json.key("title")
        json.value(title)
        json.key("anyOf")
        json.array { json in for form in forms { form(&json) } }
      }
    }
  }

  private static func refer(_ name: String) -> Body { { SchemaDefinitions.refer(to: name, &$0) } }

  private static let truth = anyOf(
    "true or false",
    [
      {
        $0.object {
          $0.key("type"); $0.value("boolean")
        }
      }, pattern("^(true|false)$", "In quotes"),
    ])

  private static let wholeNumber = anyOf(
    "A whole number",
    [
      { json in
        json.object { json in
          json.key("type")
          json.value("integer")
          json.key("minimum")
          json.value(0)
        }
      }, pattern(#"^\+?\d{1,18}$"#, "In quotes"),
    ])

  private static let identifier: Body = { json in
    json.object { json in
      json.key("title")
      json.value("The id of a record")
      json.key("type")
      // The reader takes every scalar as text.
      json.array { for type in ["string", "integer", "boolean"] { $0.value(type) } }
      json.key("pattern")
      json.value(idPattern)
      json.key("minimum")
      json.value(0)
      json.key("not")
      json.object { $0.enumeration(reservedIDs.sorted()) }
    }
  }

  // MARK: Mappings

  /// A mapping with exactly these keys.
  private static func mapping(_ title: String, _ required: String?, _ keys: [(String, Body)]) -> Body {
    { json in
      json.object { json in
        json.key("title")
        json.value(title)
        json.key("type")
        json.value("object")
        if let required {
          json.key("required")
          json.array { $0.value(required) }
        }
        json.key("properties")
        json.object { json in
          for (key, body) in keys {
            json.key(text: key)
            body(&json)
          }
        }
        json.key("additionalProperties")
        json.value(false)
      }
    }
  }

  private static let free: Body = { $0.object { _ in } }
  private static let outside = mapping(
    "Anywhere outside a region", "outside", [("outside", words(Region.allCases.map(\.rawValue), "A region"))])
  private static let text = anyOf("Text, or text by language", [refer("value.scalar"), refer("value.language-text")])

  private static let languageText: Body = { json in
    json.object { json in
      json.key("title")
      json.value("Text by language")
      json.key("type")
      json.value("object")
      json.key("minProperties")
      json.value(1)
      json.key("patternProperties")
      json.object { json in
        json.key("^[a-z]{2}$")
        pattern(nil, types: ["string", "number", "boolean", "null"], "Text in a language")(&json)
      }
      json.key("additionalProperties")
      json.value(false)
    }
  }

  private static let question = mapping(
    "An open question", "unknown",
    [
      (
        "unknown",
        { json in
          json.object { json in
            json.key("title")
            json.value("What is to be found out, in words")
            json.key("minLength")
            json.value(1)
            json.key("allOf")
            json.array { refer("value.text")(&$0) }
          }
        }
      ),
      ("owner", refer(idDefinition(.person))), ("due", refer("value.date")), ("perhaps", free), ("stated", free),
      ("note", free),
    ])

  private static func reason(_ key: String, _ title: String) -> Body {
    mapping(title, key, [(key, refer("value.text")), ("stated", free), ("note", free)])
  }

  /// Whatever is not written like an answer.
  private static let anything: Body = { json in
    json.object { json in
      json.key("not")
      json.object { json in
        json.key("anyOf")
        json.array { json in
          for key in ["unknown", "none", "not-applicable"] {
            json.object { json in
              json.key("type")
              json.value("object")
              json.key("required")
              json.array { $0.value(key) }
            }
          }
        }
      }
    }
  }
}
