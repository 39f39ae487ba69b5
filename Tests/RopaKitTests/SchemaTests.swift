import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The form of the JSON Schema; what it accepts is compared with the reader in Tests/EndToEnd.
@Suite struct SchemaTests {
  static let subjects: [SchemaSubject] =
    [.everything, .settings] + RecordKind.allCases.flatMap { [.record($0), .records($0)] }

  @Test(arguments: subjects) func everyReferenceHasItsDefinition(_ subject: SchemaSubject) throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(jsonSchema(of: subject, law: shippedLaw))) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: Any])
    var referred = Set<String>()
    collect(schema, &referred)
    #expect(referred.isSubset(of: definitions.keys), "\(referred.subtracting(definitions.keys))")
    if subject != .everything { #expect(referred == Set(definitions.keys)) }
    for (name, definition) in definitions {
      #expect((definition as? [String: Any])?.isEmpty == false, "\(name) accepts anything")
    }
  }

  @Test func theSameBytesEveryTime() {
    #expect(jsonSchema(of: .everything, law: shippedLaw) == jsonSchema(of: .everything, law: shippedLaw))
  }

  @Test func everyFieldIsDescribed() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(jsonSchema(of: .everything, law: shippedLaw))) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: Any])
    for field in FieldManualTests.fields {
      let names = ["record.", "file.", "value."].map { $0 + field.declaredIn }
      let properties = names.compactMap { (definitions[$0] as? [String: Any])?["properties"] as? [String: Any] }.first
      let property = try #require(properties?[field.field.name.description] as? [String: Any], "\(field.path)")
      #expect((property["description"] as? String)?.hasPrefix(field.field.meaning.description) == true, "\(field.path)")
    }
  }

  private func collect(_ value: Any, _ referred: inout Set<String>) {
    if let list = value as? [Any] { for item in list { collect(item, &referred) } }
    guard let mapping = value as? [String: Any] else { return }
    for (key, value) in mapping {
      if key == "$ref", let path = value as? String { referred.insert(String(path.dropFirst("#/definitions/".count))) }
      collect(value, &referred)
    }
  }
}
