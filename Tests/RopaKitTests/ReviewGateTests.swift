import LocatedYAML
import Testing

@testable import RopaKit

/// The gate, and the ways in which it must not be opened.
@Suite struct ReviewGateTests {
  /// The screening rules large scale out, and the record says it: two things that cannot both be true.
  static let conflict: KeyValuePairs<String, String> = ["scale: small": "scale: large"]
  static let conflictRule = "screening-contradicts-record"

  @Test func soundRecordsAreClearOfRecordedErrors() throws {
    let gate = try Reviewing.review().measures.gate
    #expect(gate.word == .clear)
    #expect(gate.stops.isEmpty && gate.beyondSignature.isEmpty && gate.errors.isEmpty && gate.overdue == 0)
  }

  @Test func aContradictionBlocks() throws {
    let gate = try Reviewing.review(Self.conflict).measures.gate
    #expect(gate.word == .blocked)
    #expect(Reviewing.rules(gate.stops) == [Self.conflictRule])
  }

  @Test func whatTheTextDoesNotAllowBlocks() throws {
    let basis = (
      "lawful-bases/customer-contract.yaml",
      "title: C\narticle-6: contract\ncontract: {between: [example-care, clinics]}\n"
    )
    let gate = try Reviewing.review(with: [basis]).measures.gate
    #expect(gate.word == .blocked)
    #expect(Reviewing.rules(gate.stops).contains("contract-without-the-person"))
  }

  @Test func anErrorThatNoSignatureCuresBlocksWithoutBeingAConflict() throws {
    let gate = try Reviewing.review(["subjects: customers\n": ""]).measures.gate
    #expect(gate.word == .blocked)
    #expect(gate.stops.isEmpty)
    #expect(Reviewing.rules(gate.beyondSignature) == ["subjects-missing"])
  }

  @Test func anotherErrorAsksForAttention() throws {
    let gate = try Reviewing.review(["owner: service-lead\n": "owner: nobody\n"]).measures.gate
    // A reference that leads nowhere is a fault of reading: nobody has judged what it says.
    #expect(gate.word == .blocked)
    let other = try Reviewing.review(["retention: [messages, accounts]\n": ""]).measures.gate
    #expect(other.word == .attention)
    #expect(other.errors.count >= 1)
    #expect(other.stops.isEmpty && other.beyondSignature.isEmpty)
  }

  @Test func anOverdueReviewAsksForAttention() throws {
    let gate = try Reviewing.review(["reviewed: 2026-09-01": "reviewed: 2024-11-20"]).measures.gate
    #expect(gate.word == .attention)
    #expect(gate.overdue == 1)
    #expect(gate.errors.isEmpty)
    #expect(try Reviewing.review(["reviewed: 2026-09-01": "reviewed: 2024-11-21"]).measures.gate.word == .clear)
  }

  @Test(arguments: ["accept", "false-positive"]) func aDecisionOpensNoGate(_ kind: String) throws {
    let open = try Reviewing.files(Self.conflict)
    let waiver = try Reviewing.waiver(
      Self.conflictRule, on: "activities/appointment-messages", in: open, kind: kind)
    let decided = overlay(open, with: waiver)
    let states = judge(decided).report.settled.filter { $0.definition.id == Self.conflictRule }.map(\.state)
    #expect(states == [kind == "accept" ? .accepted : .dismissed])
    let before = try Reviewing.review(of: open).measures
    let after = try Reviewing.review(of: decided).measures
    #expect(before.gate.word == .blocked && after.gate.word == .blocked)
    #expect(after.gate.openOnly == .clear)
    #expect(after.gate.stops.isEmpty && after.gate.decided == 1)
    #expect(after.consistency.count == before.consistency.count && after.consistency.decided == 1)
    #expect(after.completeness.filled == before.completeness.filled)
    #expect(after.coverage.evaluated == before.coverage.evaluated)
  }

  @Test func anAcknowledgementLeavesItOpen() throws {
    let open = try Reviewing.files(Self.conflict)
    var waiver = try Reviewing.waiver(
      Self.conflictRule, on: "activities/appointment-messages", in: open, kind: "acknowledge")
    waiver[1].text += "fix-by: 2026-12-31\nfix-owner: service-lead\n"
    let gate = try Reviewing.review(of: overlay(open, with: waiver)).measures.gate
    #expect(gate.stops.map(\.finding.state) == [.acknowledged])
    #expect(gate.word == .blocked && gate.openOnly == .blocked)
  }

  @Test(arguments: [
    "severity: {screening-contradicts-record: advice}", "severity: {assessments: warning}",
    "ignore: {screening-contradicts-record: We know.}",
  ]) func aPolicyOpensNoGate(_ policy: String) throws {
    let settings = try Reviewing.text("registry.yaml", [:]) + "policy: {\(policy)}\n"
    let review = try Reviewing.review(Self.conflict, with: [("registry.yaml", settings)])
    #expect(review.measures.gate.word == .blocked)
    #expect(review.measures.consistency.count == 1)
  }

  /// Two laws find the same leg uncovered: that is one thing to mend.
  @Test func findingsAtOnePlaceAreOneRoot() throws {
    let care = try Reviewing.text(
      "organisations/example-care.yaml", ["regimes: uk-gdpr": "regimes: [uk-gdpr, eu-gdpr]"])
    let partner = try Reviewing.text("recipients/analytics-fr.yaml", ["country: FR": "country: IN"])
    let review = try Reviewing.review(
      with: [
        ("organisations/example-care.yaml", care), ("recipients/analytics-fr.yaml", partner),
        ("transfers/reminder-study.yaml", ""),
      ])
    let gaps = review.measures.gate.stops.filter { $0.finding.definition.id == "implied-transfer-recipient" }
    #expect(gaps.count == 1)
    #expect(gaps.first?.others.map(\.definition.id) == ["implied-transfer-recipient"])
  }

  /// What is absent from a record all points at its first key; each absence is a root of its own.
  @Test func absencesAreNotOneRoot() throws {
    let review = try Reviewing.review(["subjects: customers\n": "", "controller: example-care\n": ""])
    #expect(
      Set(Reviewing.rules(review.measures.gate.beyondSignature)).isSuperset(of: ["subjects-missing", "role-missing"]))
  }

  @Test func whatConcernsAnotherActivityStaysThere() throws {
    let review = try Reviewing.review(Self.conflict, of: "hosted-records")
    #expect(review.measures.gate.word == .clear)
  }
}
