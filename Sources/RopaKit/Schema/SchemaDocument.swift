/// What a JSON Schema speaks of.
package enum SchemaSubject: Sendable, Equatable {
  /// Definitions for every kind and every form of file; the document itself accepts anything.
  case everything
  /// `registry.yaml`.
  case settings
  /// A file that holds one record.
  case record(RecordKind)
  /// A file that holds a mapping from ids to records.
  case records(RecordKind)
  /// A file of messages in a language.
  case messages
}

/// The JSON Schema (draft-07) of the files of a register, from the declarations of the fields. It accepts what the reader reads without
/// a fault, as far as a schema can: ids that lead nowhere, keys written twice and the order of keys are beyond it.
/// - Parameter ids: the ids of records that editors offer; others are accepted too, because a record may be written later.
package func jsonSchema(of subject: SchemaSubject, law: Law, ids: [Space: [String]] = [:]) -> [UInt8] {
  var definitions = SchemaDefinitions()
  let reference: String?
  switch subject {
  case .everything:
    reference = nil
    definitions.need("file.registry") { $0.mapping(.of(RegistrySettings.self), titled: "registry.yaml", &$1) }
    for kind in RecordKind.allCases { _ = definitions.records(kind) }
    _ = definitions.messages()
  case .settings:
    reference = definitions.need("file.registry") {
      $0.mapping(.of(RegistrySettings.self), titled: "registry.yaml", &$1)
    }
  case .record(let kind): reference = definitions.record(kind)
  case .records(let kind): reference = definitions.records(kind)
  case .messages: reference = definitions.messages()
  }
  var json = JSONWriter()
  json.object { json in
    json.key("$schema")
    json.value("http://json-schema.org/draft-07/schema#")
    json.key("title")
    json.value(subject.title)
    if let reference {
      json.newline()
      json.key("allOf")
      json.array { json in SchemaDefinitions.refer(to: reference, &json) }
    }
    json.newline()
    json.key("definitions")
    json.object { json in definitions.write(law, ids, &json) }
  }
  json.end()
  return json.bytes
}

extension Loaded {
  /// The ids of the records by the space they belong to, sorted.
  package var ids: [Space: [String]] {
    Dictionary(uniqueKeysWithValues: Space.allCases.map { ($0, directory.ids(in: $0)) })
  }
}

extension SchemaSubject {
  fileprivate var title: String {
    switch self {
    case .everything: "Files of a register of processing activities"
    case .settings: "registry.yaml"
    case .record(let kind): sentenceCase(kind.one)
    case .records(let kind): kind.title
    case .messages: "Messages of notices"
    }
  }
}

/// The definitions of a schema: each is written once, when something refers to it.
struct SchemaDefinitions {
  typealias Body = (inout SchemaDefinitions, inout JSONWriter) -> Void
  private var names: Set<String> = []
  private var waiting: [(name: String, body: Body)] = []

  /// Notes that a definition is referred to, and gives its name.
  @discardableResult
  mutating func need(_ name: String, _ body: @escaping Body) -> String {
    if names.insert(name).inserted { waiting.append((name, body)) }
    return name
  }

  static func refer(to name: String, _ json: inout JSONWriter) {
    json.object { json in
      json.key("$ref")
      json.value("#/definitions/" + name)
    }
  }

  /// Writes what is needed, and what that needs in turn, sorted by name.
  mutating func write(_ law: Law, _ ids: [Space: [String]], _ json: inout JSONWriter) {
    var written: [(name: String, bytes: [UInt8])] = []
    while let (name, body) = waiting.popLast() {
      var part = JSONWriter()
      if let values = SchemaValues.named(name, law, ids) { values(&part) } else { body(&self, &part) }
      written.append((name, part.bytes))
    }
    for (name, bytes) in written.sorted(by: { $0.name < $1.name }) {
      json.newline()
      json.key(text: name)
      json.raw(bytes)
    }
  }

  // MARK: Files

  mutating func record(_ kind: RecordKind) -> String {
    need("record.\(kind.rawValue)") { $0.mapping(kind.fields, titled: sentenceCase(kind.one), &$1) }
  }

  mutating func records(_ kind: RecordKind) -> String {
    let one = record(kind)
    return need("file.\(kind.rawValue)") { _, json in
      json.object { json in
        json.key("title")
        json.value(kind.title)
        json.key("type")
        json.value("object")
        json.key("propertyNames")
        json.object { json in
          json.key("pattern")
          json.value(SchemaValues.idPattern)
          json.key("not")
          json.object { json in json.enumeration(reservedIDs.sorted()) }
        }
        json.key("additionalProperties")
        SchemaDefinitions.refer(to: one, &json)
      }
    }
  }
}

extension JSONWriter {
  /// `"enum": [...]` of an object that is open. A word of digits is a number to YAML, unless it stands in quotes.
  mutating func enumeration(_ words: [String]) {
    key("enum")
    array { json in
      for word in words {
        json.value(word)
        if let number = Int(word) { json.value(number) }
      }
    }
  }
}
