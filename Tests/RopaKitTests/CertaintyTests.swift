import LocatedYAML
import RopaKit
import Testing

/// A flow is as sure as the surest way on which data take it, and a way is no surer than its weakest leg.
@Suite struct CertaintyTests {
  private func gaps(recipients: String, _ processors: (path: String, text: String)...) -> [String] {
    let activity = """
      title: Letters
      controller: example-care
      owner: service-lead
      subjects: customers
      purposes: {write: Write to customers.}
      basis: customer-contract
      data: name
      sources: subject
      systems: letters
      recipients: \(recipients)
      retention: messages
      scale: small
      reviewed: 2026-09-01
      """
    let files = overlay(
      soundRegister,
      with: [
        ("activities/letters.yaml", activity), ("systems/letters.yaml", "title: Letters\noperator: printer\n"),
      ] + processors)
    let assessment = judge(files)
    #expect(assessment.report.findings.allSatisfy { !Rule.catalogue[$0.rule].check.isReading })
    return assessment.report.findings.filter {
      Rule.catalogue[$0.rule].id.utf8.starts(with: "implied-transfer".utf8)
    }.map { "\(Rule.catalogue[$0.rule].id) \($0.severity)" }
  }

  private func processor(_ id: String, _ country: String, _ more: String = "") -> (path: String, text: String) {
    (
      "processors/\(id).yaml",
      "title: \(id)\ncountry: \(country)\nhosting: \(country)\naccess-from: \(country)\n\(more)\n"
    )
  }

  @Test(arguments: ["disputed", "possible", "example", "certain"])
  func theSurestOfTwoWaysCounts(certainty: String) {
    #expect(
      gaps(
        recipients: "{party: printer, role: processor, certainty: \(certainty)}", processor("printer", "IN"))
        == ["implied-transfer-recipient error"])
  }

  @Test func whatFollowsFromADoubtedLegIsDoubted() {
    let (printer, sub) = (processor("printer", "GB"), processor("sub", "IN"))
    func middle(_ certainty: String) -> [String] {
      gaps(
        recipients: "{party: middle, role: processor, certainty: \(certainty)}", printer,
        processor("middle", "GB", "sub-processors: sub"), sub)
    }
    #expect(middle("disputed") == [])
    #expect(middle("possible") == ["implied-transfer-sub-processor advice"])
    #expect(middle("certain") == ["implied-transfer-sub-processor error"])
  }

  @Test func aSurerWayToTheSameBodyIsFollowedOn() {
    #expect(
      gaps(
        recipients: "{party: middle, role: processor, certainty: disputed}",
        processor("printer", "GB", "sub-processors: middle"),
        processor("middle", "GB", "sub-processors: sub"), processor("sub", "IN"))
        == ["implied-transfer-sub-processor error"])
  }

  @Test func aDisputedRecordOfABodyLeadsToNoFinding() {
    #expect(gaps(recipients: "{none: nobody}", processor("printer", "IN", "certainty: disputed")) == [])
  }
}

extension Check {
  fileprivate var isReading: Bool { if case .reading = self { true } else { false } }
}
