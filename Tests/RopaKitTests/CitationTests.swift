import LocatedYAML
import RopaKit
import Testing

/// What a register of one regime is told rests on the law of that regime.
@Suite struct CitationTests {
  /// A mechanism that the regime does not know is cited with the decision it comes from.
  static let rules = Rule.catalogue.filter { $0.id != "mechanism-wrong-regime" }

  @Test(arguments: rules) func noArticleOfTheOtherRegime(_ rule: Rule) {
    for example in rule.examples {
      let files = overlay(soundRegister, with: example.files.map { ($0.0, unmarked($0.1).text) })
      let assessment = judge(files, asOf: example.asOf ?? soundDay)
      let declared = Set(assessment.registry.organisations.flatMap { $0.own?.regimes.elements() ?? [] })
      guard declared == [.ukGDPR], !files.contains(where: { mentionsOtherRegime($0.bytes) }) else { continue }
      for finding in assessment.report.findings {
        #expect(
          !finding.citations.contains { $0.utf8.starts(with: "EU Art".utf8) },
          "\(rule.id), \(example.title): \(finding.citations)")
      }
    }
  }

  private func mentionsOtherRegime(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("eu-gdpr")
  }
}
