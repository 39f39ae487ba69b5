import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The sample register on the day of its notice and today.
enum SampleDay: String, CaseIterable, Sendable {
  case then = "2020-05-04"
  case now = "2026-11-21"

  var assessment: Assessment { self == .then ? SampleDay.judged.then : SampleDay.judged.now }
  private static let judged = (
    then: judge(sampleRegister, asOf: then.rawValue), now: judge(sampleRegister, asOf: now.rawValue)
  )
}

/// A finding that is expected on the sample register.
struct ExpectedFinding: Sendable, CustomStringConvertible {
  let rule: String
  let place: FieldPath
  let says: String
  let severity: String
  var description: String { "\(rule) at \(place)" }

  init(_ row: TableValue) {
    (rule, place) = (row.text("rule"), FieldPath(row.text("at")))
    (says, severity) = (row.text("says"), row.text("severity"))
  }

  func isReported(by finding: Finding) -> Bool {
    guard Rule.catalogue[finding.rule].id == rule, let found = place.find(in: sampleRegister) else { return false }
    return found.contains(finding.range) && (says.isEmpty || finding.message.contains(says))
      && (severity.isEmpty || finding.severity.word == severity)
  }
}

/// A gap of the notice that the sample register was written from.
struct SampleGap: CustomTestStringConvertible, Sendable {
  let id: String
  let gap: String
  let days: [SampleDay]
  let reports: [ExpectedFinding]
  let beyond: String?
  var testDescription: String { "\(id) \(gap)" }

  static let all: [SampleGap] = rows(of: "gaps").map { id, row in
    SampleGap(
      id: id, gap: row.text("gap"), days: days(row),
      reports: (row["reports"]?.items ?? []).map(ExpectedFinding.init), beyond: row["beyond"]?.text)
  }

  static func days(_ row: TableValue) -> [SampleDay] {
    switch row.text("when") {
    case "both": [.then, .now]
    case "now": [.now]
    default: []
    }
  }
}

/// What the checker says about the sample register: every gap of the notice, and nothing that is none.
@Suite struct SampleGapTests {
  static let awaiting = rows(of: "awaiting").map { (rule: $0, gaps: $1.texts("gaps"), place: FieldPath($1.text("at"))) }

  @Test func allGapsAreListed() {
    #expect(SampleGap.all.map(\.id) == (1...36).map { "HUB-G\($0 < 10 ? "0" : "")\($0)" })
    let awaited = Set(Self.awaiting.flatMap(\.gaps))
    for gap in SampleGap.all {
      #expect(!gap.gap.isEmpty && !gap.days.isEmpty, "\(gap.id)")
      let ways = [!gap.reports.isEmpty || awaited.contains(gap.id), gap.beyond != nil].count { $0 }
      #expect(ways == 1, "\(gap.id) is reported, awaits a rule, or is beyond what records show")
    }
  }

  @Test(arguments: SampleGap.all.filter { !$0.reports.isEmpty }) func itIsReported(_ gap: SampleGap) {
    for expected in gap.reports {
      #expect(expected.place.find(in: sampleRegister) != nil, "\(expected.place) is not there")
      for day in SampleDay.allCases {
        let isReported = day.assessment.report.findings.contains { expected.isReported(by: $0) }
        #expect(isReported == gap.days.contains(day), "\(expected) on \(day.rawValue)")
      }
    }
  }

  /// A rule that is here takes its row from the list: what it reports is then expected of it.
  @Test func rulesToComeAreNotHereYet() {
    for row in Self.awaiting {
      #expect(Rule.numbers[row.rule] == nil, "\(row.rule) is here: move its row of awaiting.yaml to gaps.yaml")
      #expect(row.place.find(in: sampleRegister) != nil, "\(row.place) is not there")
      for gap in row.gaps { #expect(SampleGap.all.contains { $0.id == gap }, "\(gap)") }
    }
  }

  /// What the source leaves open has somebody who finds out, and a day.
  @Test func openQuestionsHaveOwnerAndDay() {
    let questions = SampleDay.now.assessment.report.findings.filter { Rule.catalogue[$0.rule].id == "open-question" }
    #expect(questions.count > 80)
    for question in questions {
      #expect(!question.message.contains("without an owner") && !question.message.contains("without a day"))
    }
  }

  /// Apart from open questions, each finding is one of the gaps of that day, or is listed with a reason.
  @Test(arguments: SampleDay.allCases) func nothingElseIsReported(on day: SampleDay) {
    let besides = rows(of: "besides").filter { SampleGap.days($0.row).contains(day) }.map { ExpectedFinding($0.row) }
    let expected = SampleGap.all.filter { $0.days.contains(day) }.flatMap(\.reports) + besides
    for finding in day.assessment.report.findings where Rule.catalogue[finding.rule].id != "open-question" {
      #expect(
        expected.contains { $0.isReported(by: finding) },
        "\(place(of: finding, in: day.assessment)): \(finding.message)")
    }
    for one in besides { #expect(day.assessment.report.findings.contains { one.isReported(by: $0) }, "\(one)") }
  }
}

extension FoundPath {
  /// The place begins inside of this one.
  func contains(_ other: SourceRange) -> Bool {
    other.file == range.file && range.start <= other.start && other.start < range.end
  }
}
