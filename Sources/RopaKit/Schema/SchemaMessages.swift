extension SchemaDefinitions {
  /// A file of messages in a language: `messages/cy.yaml`.
  mutating func messages() -> String {
    need("file.messages") { _, json in
      json.object { json in
        json.key("title")
        json.value("Messages of notices in a language")
        json.key("type")
        json.value("object")
        json.newline()
        json.key("properties")
        json.object { json in
          json.key("title")
          json.type("string")
          json.key("reviewed")
          json.type("boolean")
          json.key("rows")
          SchemaDefinitions.rows(&json)
          json.key("law")
          // Tables are for people who look something up; their words are compared with the program's by ropa check.
          json.object { json in
            json.key("type")
            json.value("object")
            json.key("additionalProperties")
            json.object { json in
              json.key("type")
              json.value("object")
              json.key("additionalProperties")
              json.type("string")
            }
          }
        }
        json.newline()
        json.key("additionalProperties")
        json.value(false)
      }
    }
  }

  private static func rows(_ json: inout JSONWriter) {
    json.object { json in
      json.key("type")
      json.value("object")
      json.newline()
      json.key("properties")
      json.object { json in
        for key in MessageKey.allCases {
          json.newline()
          json.key(text: key.rawValue)
          // A number has its forms, and a separator what it becomes before some words.
          if key.placeholders == ["count"] || key.isJoint {
            json.object { json in
              json.key("type")
              json.array { json in
                json.value("string")
                json.value("object")
              }
            }
          } else {
            json.type("string")
          }
        }
      }
      json.newline()
      json.key("additionalProperties")
      json.value(false)
    }
  }
}

extension JSONWriter {
  /// `{"type": "string"}` and its like.
  fileprivate mutating func type(_ name: StaticString) {
    object { json in
      json.key("type")
      json.value("\(name)")
    }
  }
}
