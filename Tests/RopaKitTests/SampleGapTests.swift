import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// A finding that is expected on a register.
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

  func isReported(by finding: Finding, in register: SampleRegister) -> Bool {
    guard Rule.catalogue[finding.rule].id == rule, let found = place.find(in: register.files) else { return false }
    return found.contains(finding.range) && (says.isEmpty || finding.message.contains(says))
      && (severity.isEmpty || finding.severity.word == severity)
  }
}

/// A gap of a notice from which a register was written.
struct SampleGap: CustomTestStringConvertible, Sendable {
  let register: SampleRegister
  let id: String
  let gap: String
  let days: [SampleDay]
  let reports: [ExpectedFinding]
  let beyond: String?
  var testDescription: String { "\(id) \(gap)" }

  static let all: [SampleGap] = SampleRegister.allCases.flatMap { register in
    register.rows(of: "gaps").map { id, row in
      SampleGap(
        register: register, id: id, gap: row.text("gap"), days: days(row),
        reports: (row["reports"]?.items ?? []).map(ExpectedFinding.init), beyond: row["beyond"]?.text)
    }
  }

  static func days(_ row: TableValue) -> [SampleDay] {
    switch row.text("when") {
    case "both": [.then, .now]
    case "now": [.now]
    default: []
    }
  }
}

/// What the checker says about the registers: every gap of their notices, and nothing that is none.
@Suite struct SampleGapTests {
  /// Rules that a table waits for, with the gaps that they will report.
  private static func awaiting(_ register: SampleRegister) -> [(rule: String, gaps: [String], place: FieldPath)] {
    register.rows(of: "awaiting").map { ($0, $1.texts("gaps"), FieldPath($1.text("at"))) }
  }

  @Test(arguments: SampleRegister.allCases) func allGapsAreListed(_ register: SampleRegister) {
    let gaps = SampleGap.all.filter { $0.register == register }
    #expect(gaps.map(\.id) == register.ids("G", register.counts.gaps))
    let awaited = Set(Self.awaiting(register).flatMap(\.gaps))
    for gap in gaps {
      #expect(!gap.gap.isEmpty && !gap.days.isEmpty, "\(gap.id)")
      let ways = [!gap.reports.isEmpty || awaited.contains(gap.id), gap.beyond != nil].count { $0 }
      #expect(ways == 1, "\(gap.id) is reported, awaits a rule, or is beyond what records show")
    }
  }

  @Test(arguments: SampleGap.all.filter { !$0.reports.isEmpty }) func itIsReported(_ gap: SampleGap) {
    for expected in gap.reports {
      #expect(expected.place.find(in: gap.register.files) != nil, "\(expected.place) is not there")
      for day in gap.register.days {
        let isReported = gap.register.assessment(on: day).report.findings.contains {
          expected.isReported(by: $0, in: gap.register)
        }
        #expect(isReported == gap.days.contains(day), "\(expected) on \(day.rawValue)")
      }
    }
  }

  /// A rule that is here takes its row from the list: what it reports is then expected of it.
  @Test(arguments: SampleRegister.allCases) func rulesToComeAreNotHereYet(_ register: SampleRegister) {
    for row in Self.awaiting(register) {
      #expect(Rule.numbers[row.rule] == nil, "\(row.rule) is here: move its row of awaiting.yaml to gaps.yaml")
      #expect(row.place.find(in: register.files) != nil, "\(row.place) is not there")
      for gap in row.gaps { #expect(SampleGap.all.contains { $0.id == gap }, "\(gap)") }
    }
  }

  /// What the source leaves open has somebody who finds out, and a day.
  @Test(arguments: SampleRegister.allCases) func openQuestionsHaveOwnerAndDay(_ register: SampleRegister) {
    let questions = register.assessment(on: .now).report.findings
      .filter { Rule.catalogue[$0.rule].id == "open-question" }
    #expect(questions.count > 80)
    for question in questions {
      #expect(!question.message.contains("without an owner") && !question.message.contains("without a day"))
    }
  }

  /// Apart from open questions, each finding is one of the gaps of that day, or is listed with a reason.
  @Test(arguments: SampleRegister.allCases) func nothingElseIsReported(_ register: SampleRegister) {
    let table = register.rows(of: "besides")
    for day in register.days {
      let besides = table.filter { SampleGap.days($0.row).contains(day) }.map { ExpectedFinding($0.row) }
      let expected =
        SampleGap.all.filter { $0.register == register && $0.days.contains(day) }.flatMap(\.reports) + besides
      let assessment = register.assessment(on: day)
      for finding in assessment.report.findings where Rule.catalogue[finding.rule].id != "open-question" {
        #expect(
          expected.contains { $0.isReported(by: finding, in: register) },
          "\(place(of: finding, in: assessment)): \(finding.message)")
      }
      for one in besides {
        #expect(assessment.report.findings.contains { one.isReported(by: $0, in: register) }, "\(one)")
      }
    }
  }

  /// All that is reported, as people read it.
  @Test(arguments: [SampleRegister.peoplePortal, .therapyAudit]) func findingsAreThoseThatWereRead(
    _ register: SampleRegister
  ) throws {
    let text = register.assessment(on: .now).textReport(folder: "examples/\(register.rawValue)", style: .plain)
    try expectGolden(text, "findings-\(register.rawValue).txt")
  }
}

extension FoundPath {
  /// The place begins inside of this one.
  func contains(_ other: SourceRange) -> Bool {
    other.file == range.file && range.start <= other.start && other.start < range.end
  }
}
