import LocatedYAML
import RopaKit
import Testing

/// Flows of random registers against a plain reading of what a flow is.
@Suite struct FlowReferenceTests {
  @Test(arguments: Array(0..<300)) func sameLegsAndPlaces(_ seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let assessment = judge(graph.files)
    #expect(assessment.registry.records.parties.count == graph.parties.count + 1)
    let registry = assessment.registry
    let law = assessment.law
    var found: [String: Set<String>] = [:]
    for leg in assessment.facts.flows.legs {
      let key = "\(registry.header(leg.exporter).id) \(registry.header(leg.importer).id) \(leg.kind.rawValue)"
      #expect(found[key] == nil, "each pair and kind is one leg")
      found[key] = Set(leg.places.map { "\($0.kind.rawValue) \(law.code($0.territory))" })
    }
    #expect(
      found == graph.expected(),
      "\(graph.files.map { $0.path + "\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n"))")
  }

  /// Bodies that registry.yaml names are mentioned from no record.
  @Test func ourOwnOrganisationMayBeAnImporter() {
    let file = (
      path: "transfers/back.yaml",
      text: "title: Results come back\nexporter: analytics-fr\nimporter: example-care\ncountries: GB\nregime: eu-gdpr\n"
    )
    let before = judge(soundRegister).registry.records.transfers.count
    #expect(judge(overlay(soundRegister, with: [file])).registry.records.transfers.count == before + 1)
  }
}
