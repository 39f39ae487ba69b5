import LocatedYAML
import RopaKit
import Testing

/// Runs every example of every rule against the whole catalogue, over the sound register.
@Suite struct RuleExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let severity: Severity
    let example: Example
    var testDescription: String { "\(rule): \(example.title)" }
  }

  static let cases = Rule.catalogue.flatMap { rule in
    rule.examples.map { Case(rule: rule.id, severity: $0.severity ?? rule.severity, example: $0) }
  }

  @Test(arguments: cases) func example(_ testCase: Case) {
    let example = testCase.example
    let marked = example.files.map { (path: $0.path, text: unmarked($0.text)) }
    let assessment = judge(
      overlay(soundRegister, with: marked.map { ($0.path, $0.text.text) }), asOf: example.asOf ?? soundDay)
    let expected = marked.flatMap { file in file.text.marks.map { "\(file.path) \($0.lowerBound)..<\($0.upperBound)" } }
      .sorted()
    let own = assessment.report.findings.filter { Rule.catalogue[$0.rule].id == testCase.rule }
    let found = own.map { finding in
      "\(assessment.registry.files[Int(finding.range.file)].path) \(finding.range.start)..<\(finding.range.end)"
    }.sorted()
    let location = SourceLocation(
      fileID: example.source.file, filePath: example.source.file, line: example.source.line, column: 1)
    #expect(
      found == expected, "\(own.map { place(of: $0, in: assessment) + ": " + $0.message })", sourceLocation: location)
    for finding in own {
      #expect(finding.severity == testCase.severity, "\(finding.message)", sourceLocation: location)
    }
    let others = Set(assessment.report.findings.map { Rule.catalogue[$0.rule].id }).subtracting(
      [testCase.rule, Self.leftOver])
    #expect(
      others == Set(example.also),
      "\(assessment.report.findings.map { place(of: $0, in: assessment) + ": " + $0.message })",
      sourceLocation: location)
  }

  /// An example that takes away or replaces a record leaves over what only that one named. That is no news of the example.
  static let leftOver = "unused-record"

  @Test func soundRegisterIsSilent() {
    let assessment = judge(soundRegister)
    #expect(
      assessment.report.findings.isEmpty,
      "\(assessment.report.findings.map { place(of: $0, in: assessment) + ": " + $0.message })")
    #expect(assessment.report.total.run > 0)
  }

  /// Faults that no text of an example can hold: bytes that are not text, and what only a disk has.
  static let withoutExample: Set<String> = [
    "broken-link", "file-name-not-utf-8", "file-too-large", "file-unreadable", "file-with-wrong-ending",
    "link-leaves-registry", "link-to-folder", "not-a-regular-file", "not-utf8",
  ]

  @Test(arguments: Rule.catalogue.map(\.id)) func everyRuleHasAnExampleThatFires(_ id: String) {
    let rule = Rule.named(id)!
    let fires = rule.examples.contains { $0.files.contains { !unmarked($0.text).marks.isEmpty } }
    #expect(fires || Self.withoutExample.contains(id))
  }
}

/// Takes the marks « and » out of a text and says which bytes stood between them.
func unmarked(_ text: String) -> (text: String, marks: [Range<Int>]) {
  var bytes: [UInt8] = []
  var marks: [Range<Int>] = []
  var open: [Int] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "«": open.append(bytes.count)
    case "»": marks.append(open.removeLast()..<bytes.count)
    default: bytes += Array(String(scalar).utf8)
    }
  }
  return (String(decoding: bytes, as: UTF8.self), marks)
}
