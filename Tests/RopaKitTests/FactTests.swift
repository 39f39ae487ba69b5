import LocatedYAML
import Testing

@testable import RopaKit

/// What several rules and pages are written from, asked without a rule.
@Suite struct FactTests {
  private func activity(_ id: String, in assessment: Assessment) throws -> (Activity, slot: Int) {
    let slot = try #require(
      assessment.registry.records.activities.firstIndex { assessment.registry.header($0.common.record).id == id })
    return (assessment.registry.records.activities[slot], slot)
  }

  @Test func recordsAreCompleteByRole() throws {
    let assessment = judge(soundRegister)
    let decided = assessment.assessed.recordFields(of: try activity("appointment-messages", in: assessment).0)
    #expect(
      decided.filter { $0.state == .filled }.map(\.row.row.id) == [
        "contacts", "purposes", "data-subjects", "data-categories", "recipients", "erasure", "security",
      ])
    let hosted = assessment.assessed.recordFields(of: try activity("hosted-records", in: assessment).0)
    #expect(hosted.filter { $0.state == .filled }.map(\.row.row.id) == ["contacts", "processing", "security"])
    #expect(hosted.map(\.duty.cite).contains("Art 30(2)(b)") && !hosted.map(\.duty.cite).contains("Art 30(1)(b)"))
  }

  @Test func recordsWithGapsSayWhere() throws {
    let text = "title: Letters\ncontroller: example-care\npurposes: {unknown: why}\nretention: []\n"
    let assessment = judge(overlay(soundRegister, with: [("activities/letters.yaml", text)]))
    let letters = try activity("letters", in: assessment).0
    let fields = assessment.assessed.recordFields(of: letters)
    func state(_ id: String) -> FieldState? { fields.first { $0.row.row.id == id }?.state }
    #expect(state("contacts") == .filled)
    #expect(state("purposes") == .open)
    #expect(state("data-subjects") == .missing(letters.common.anchor))
    guard case .missing(let range)? = state("erasure") else { return #expect(Bool(false), "retention is not missed") }
    #expect(assessment.registry.text(in: range) == "[]")
  }

  @Test func triggersHaveTheFactThatRaisedThem() throws {
    let text = """
      title: Letters
      controller: example-care
      subjects: [child, employee]
      data: [name, health]
      scale: large
      profiling: true
      screening: {date: 2026-08-15, outcome: dpia, applies: [ico-10]}
      """
    let assessment = judge(overlay(soundRegister, with: [("activities/letters.yaml", text)]))
    let (letters, slot) = try activity("letters", in: assessment)
    let computed = assessment.facts.impact.computed(ofActivity: slot)
    #expect(
      computed.triggers.map(\.rawValue) == [
        "art-35-3-b", "scoring", "sensitive-data", "large-scale", "vulnerable-people", "ico-3", "ico-9",
      ])
    #expect(assessment.facts.impact.screen.declared(letters).triggers == [.ico10])
    let facts = assessment.facts.impact.screen.facts(of: letters, assessment.registry.regimes(of: letters))
    let places = facts.map { "\($0.trigger.rawValue) \(assessment.registry.text(in: $0.range))" }
    #expect(places.contains("art-35-3-b health") && places.contains("vulnerable-people child"))
    #expect(places.contains("large-scale large") && places.contains("ico-9 true"))
  }

  @Test func theRegulatorsListIsOneRegimesOnly() throws {
    let text = "title: Letters\ncontroller: example-care\nregimes: eu-gdpr\nmatching: true\n"
    let assessment = judge(overlay(soundRegister, with: [("activities/letters.yaml", text)]))
    let slot = try activity("letters", in: assessment).slot
    #expect(assessment.facts.impact.computed(ofActivity: slot).triggers == [.matching])
  }

  @Test func noticesThatPrintTheOfficerAreKnown() throws {
    let assessment = judge(soundRegister)
    let party = try #require(assessment.registry.organisations.first)
    #expect(assessment.assessed.noticesPrintingOfficer(of: party) == [0])
    #expect(judge(soundRegister, asOf: "2026-08-31").assessed.noticesPrintingOfficer(of: party).isEmpty)
  }
}
