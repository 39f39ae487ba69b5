import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// Completeness, evidence, freshness, coverage and the assessor's risk, each with what must not move it.
@Suite struct ReviewMeasureTests {
  private func field(_ id: String, _ review: Review) throws -> CompletenessState {
    try #require(review.measures.completeness.fields.first { $0.id == id }).state
  }

  // MARK: Completeness

  @Test func soundRecordsAreFilled() throws {
    let completeness = try Reviewing.review().measures.completeness
    #expect(completeness.filled == completeness.applicable)
    #expect(completeness.fields.filter { $0.kind == .record && $0.state == .filled }.count >= 8)
    #expect(completeness.fields.filter { $0.kind == .notice && $0.state == .filled }.count >= 10)
  }

  /// Four states of one field: only an answer counts.
  @Test(arguments: [
    ("recipients: {none: only the operators of the systems}\n", CompletenessState.filled),
    ("recipients: {unknown: who else gets them}\n", .open), ("", .missing),
    ("recipients:\n  - {party: regulator, role: public-body}\n  - {unknown: who else}\n", .open),
  ]) func onlyAnAnswerFills(_ text: String, _ state: CompletenessState) throws {
    let file = try Reviewing.text(Reviewing.activity, [:])
    let start = try #require(file.range(of: "recipients:\n")?.lowerBound)
    let end = try #require(file.range(of: "retention: [")?.lowerBound)
    let changed = file.replacingCharacters(in: start..<end, with: text)
    let review = try Reviewing.review(of: overlay(soundRegister, with: [(Reviewing.activity, changed)]))
    #expect(try field("recipients", review) == state)
  }

  @Test func aPlaceholderDoesNotFill() throws {
    let review = try Reviewing.review(["Remind customers of their appointments by e-mail.": "TBC"])
    #expect(try field("purposes", review) == .placeholder)
    #expect(review.measures.completeness.filled < review.measures.completeness.applicable)
  }

  /// A rule without a time is no limit of time, although something is named.
  @Test func aRuleWithoutATimeDoesNotFill() throws {
    let rule = "title: Messages\naction: delete\nreason: Customers ask.\n"
    #expect(try field("erasure", Reviewing.review(with: [("retention/messages.yaml", rule)])) == .missing)
    let open = rule + "period: {unknown: how long}\n"
    #expect(try field("erasure", Reviewing.review(with: [("retention/messages.yaml", open)])) == .open)
  }

  @Test func whatDoesNotApplyCountsOnNeitherSide() throws {
    let with = try Reviewing.review()
    #expect(try field("transfers", with) == .filled)
    #expect(try field("policy-conditions", with) == .notApplicable)
    let partner = try Reviewing.text("recipients/analytics-fr.yaml", ["country: FR": "country: GB"])
    let home = try Reviewing.review(with: [
      ("recipients/analytics-fr.yaml", partner), ("transfers/reminder-study.yaml", ""),
    ])
    #expect(try field("transfers", home) == .notApplicable)
    #expect(home.measures.completeness.filled == home.measures.completeness.applicable)
    #expect(home.measures.completeness.applicable < with.measures.completeness.applicable)
  }

  @Test func aTransferThatNobodyRecordedIsMissing() throws {
    #expect(try field("transfers", Reviewing.review(with: [("transfers/reminder-study.yaml", "")])) == .missing)
  }

  @Test func anUnknownPlaceIsNoPlaceAtHome() throws {
    let mailer = try Reviewing.text("processors/mailer.yaml", ["hosting: GB": "hosting: {unknown: where}"])
    #expect(try field("transfers", Reviewing.review(with: [("processors/mailer.yaml", mailer)])) == .open)
  }

  /// A draft tells nobody anything, and neither does a notice about other activities.
  @Test func onlyANoticeInForceServes() throws {
    let draft = try Reviewing.text("notices/customer-notice.yaml", ["effective: 2026-09-01": "effective: 2027-09-01"])
    let review = try Reviewing.review(with: [("notices/customer-notice.yaml", draft)])
    #expect(review.measures.completeness.fields.filter { $0.kind == .notice }.allSatisfy { $0.state == .missing })
    let hosted = try Reviewing.review(of: soundRegister, "hosted-records")
    #expect(hosted.measures.completeness.fields.allSatisfy { $0.kind == .record })
  }

  @Test func moreWordsAndMoreRecordsFillNothing() throws {
    let before = try Reviewing.review(["subjects: customers\n": ""]).measures
    let after = try Reviewing.review(
      [
        "subjects: customers\n": "",
        "We send you messages about your appointments.":
          "We send you messages. They are kind, short and very carefully written, every one of them.",
      ], with: [("controls/spare.yaml", "title: Spare\nmeasure: monitoring\nstatus: implemented\ntested: 2026-06-10\n")]
    ).measures
    #expect(after.completeness.filled == before.completeness.filled)
    #expect(after.completeness.applicable == before.completeness.applicable)
    #expect(after.evidence.shown == before.evidence.shown && after.gate.word == before.gate.word)
  }

  // MARK: Evidence

  @Test func everyControlOfTheSoundRegisterIsShown() throws {
    let evidence = try Reviewing.review().measures.evidence
    #expect(evidence.shown == evidence.reliedOn)
    #expect(evidence.shown == 7)
  }

  @Test(arguments: [
    ("status: implemented\n", "", ControlEvidenceState.statusNotGiven), ("implemented", "planned", .notImplemented),
    ("implemented", "partial", .notImplemented), ("implemented", "retired", .notImplemented),
    ("2026-06-10", "2025-11-20", .testOverdue), ("2026-06-10", "2025-11-21", .shown),
    ("tested: 2026-06-10\n", "", .neverTested), ("tested: 2026-06-10", "tested: {unknown: when}", .testOpen),
    ("tested: 2026-06-10", "tested: {none: the supplier's report stands for it}", .neverTested),
  ]) func onlyWhatIsInPlaceAndTestedIsShown(_ old: String, _ new: String, _ state: ControlEvidenceState) throws {
    let control = try Reviewing.text("controls/encrypted-storage.yaml", ["\(old)": "\(new)"])
    let evidence = try Reviewing.review(with: [("controls/encrypted-storage.yaml", control)]).measures.evidence
    let found = try #require(
      evidence.controls.first { $0.control.common.title.given?.value.first == "Encrypted storage" })
    #expect(found.state == state)
    #expect(evidence.reliedOn == 7)
    #expect(evidence.shown == (state == .shown ? 7 : 6))
  }

  /// Nobody asks for a test of what people do; it is told apart, and is no success.
  @Test func whatNeedsNoTestCountsOnNeitherSide() throws {
    let training = "title: Training\nmeasure: training\nstatus: implemented\n"
    let evidence = try Reviewing.review(with: [("controls/staff-training.yaml", training)]).measures.evidence
    #expect((evidence.shown, evidence.reliedOn, evidence.withoutTest) == (6, 6, 1))
  }

  /// A certificate is evidence of its scope and of nothing else.
  @Test func aCertificateShowsNoControl() throws {
    let control = try Reviewing.text("controls/encrypted-storage.yaml", ["tested: 2026-06-10\n": ""])
    let mailer =
      try Reviewing.text("processors/mailer.yaml", [:])
      + "certificates: {iso: {kind: iso27001, edition: \"2022\", number: A1, scope: all of it, certifier: X, issued: 2026-01-01, expires: 2028-12-31}}\n"
    let changes = [("controls/encrypted-storage.yaml", control)]
    let without = try Reviewing.review(with: changes).measures
    let with = try Reviewing.review(with: changes + [("processors/mailer.yaml", mailer)]).measures
    #expect(with.evidence.shown == without.evidence.shown)
    #expect(with.gate.word == without.gate.word)
  }

  // MARK: Freshness

  @Test func dueTomorrowAndDueInAYearShowTheirDays() throws {
    let review = try Reviewing.review(["reviewed: 2026-09-01": "reviewed: 2024-11-22"])
    let item = try #require(review.measures.freshness.items.first { $0.record == review.record })
    #expect(item.isInDate && item.due == Day("2026-11-22") && item.last == Day("2024-11-22"))
    #expect(review.measures.freshness.oldest?.record == review.record)
    #expect(review.measures.freshness.inDate == review.measures.freshness.items.count)
  }

  @Test func neverLookedAtIsNotInDate() throws {
    let review = try Reviewing.review(["reviewed: 2026-09-01\n": ""])
    let item = try #require(review.measures.freshness.items.first { $0.record == review.record })
    #expect(!item.isInDate && !item.isOverdue && item.due == nil)
    #expect(review.measures.freshness.inDate == review.measures.freshness.items.count - 1)
  }

  @Test func anOpenQuestionIsNotInDate() throws {
    let review = try Reviewing.review(["reviewed: 2026-09-01": "reviewed: {unknown: when}"])
    let item = try #require(review.measures.freshness.items.first { $0.record == review.record })
    #expect(!item.isInDate && item.isOpen)
  }

  /// Where the measure says overdue, a rule says so too, over many days.
  @Test(arguments: ["2026-11-21", "2027-09-01", "2027-09-02", "2028-09-01", "2028-09-02", "2029-01-01"])
  func overdueIsWhatTheRulesFind(_ day: String) throws {
    let rules: Set = [
      "review-overdue", "notice-stale", "dpia-review-overdue", "risk-assessment-stale", "lia-adverse-or-stale",
      "policy-document-stale",
    ]
    for register in [soundRegister, sampleRegister] {
      let assessment = judge(register, asOf: day)
      let found = Set(
        assessment.report.findings.filter { rules.contains($0.definition.id) }.compactMap(\.records.first))
      let reviewer = Reviewer(assessment)
      for slot in assessment.registry.records.activities.indices {
        for item in reviewer.review(activity: slot).measures.freshness.items
        where item.isOverdue || found.contains(item.record) {
          #expect(item.isOverdue == found.contains(item.record), "\(day) \(assessment.registry.path(of: item.record))")
        }
      }
    }
  }

  // MARK: Coverage

  @Test func whatCannotBeJudgedIsToldWithItsReason() throws {
    let sound = try Reviewing.review().measures.coverage
    #expect(sound.evaluated == sound.applicable && sound.open.isEmpty && sound.applicable > 40)
    let open = try Reviewing.review(["scale: small": "scale: {unknown: how many}"]).measures.coverage
    #expect(open.evaluated < open.applicable)
    #expect(open.open.allSatisfy { !$0.rules.isEmpty && !$0.records.isEmpty })
  }

  @Test func rulesThatDoNotApplyAreNotCounted() throws {
    let controller = try Reviewing.review().measures.coverage
    let processor = try Reviewing.review(of: soundRegister, "hosted-records").measures.coverage
    #expect(processor.applicable < controller.applicable)
    #expect(controller.applicable < Rule.judging)
  }

  // MARK: Risk

  @Test func noRiskIsComputed() throws {
    let review = try Reviewing.review([
      "data: [name, email,": "data: [name, health, email,", "scale: small": "scale: large",
    ])
    #expect(review.measures.residual.isEmpty)
  }

  /// Two assessments are two levels, neither averaged nor multiplied.
  @Test func levelsStayAsTheAssessorsGaveThem() throws {
    let first = Reviewing.assessment(
      "status: approved\ndate: 2026-09-01\napproved: 2026-09-20\napprover: service-lead\nresidual: low\n")
    let second = Reviewing.assessment("status: draft\ndate: 2026-10-01\nresidual: high\n")
    let third = Reviewing.assessment("status: draft\ndate: 2026-10-02\n")
    let review = try Reviewing.review(
      with: [("assessments/a.yaml", first), ("assessments/b.yaml", second), ("assessments/c.yaml", third)])
    #expect(review.measures.residual.map(\.level) == [.low, .high, nil])
    #expect(review.measures.residual.map(\.day) == [Day("2026-09-20"), Day("2026-10-01"), Day("2026-10-02")])
  }

  // MARK: Consistency

  @Test func contradictionsAreCountedByTheirFiles() throws {
    let none = try Reviewing.review().measures.consistency
    #expect(none.count == 0 && none.pairs.isEmpty)
    let one = try Reviewing.review(ReviewGateTests.conflict).measures.consistency
    #expect(one.count == 1 && one.pairs.count == 1)
    let pair = try #require(one.pairs.first)
    #expect(pair.first == pair.second && pair.count == 1)
    // A transfer said to go to one country, and a body that is in another.
    let partner = try Reviewing.text("recipients/analytics-fr.yaml", ["country: FR": "country: DE"])
    let two = try Reviewing.review(with: [("recipients/analytics-fr.yaml", partner)]).measures.consistency
    #expect(two.pairs.contains { $0.first != $0.second })
  }
}
