import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// What is found hangs on what records say, and on no name: other ids, other organisations and other countries of the same standing give the
/// same findings at the same places.
@Suite struct RenamingTests {
  /// Examples of these are about names, or about decisions that are tied to the bytes of a record.
  private static let aboutNames: Set<String> = [
    "notice-changed-without-version", "notice-version-unlisted", "notice-version-not-kept", "kept-version-altered",
  ]

  /// One example that fires for each rule; all of them where the long forms of tests are asked for.
  static let cases = Rule.catalogue.filter { !$0.isReading }.flatMap { rule in
    let examples = rule.examples.filter { example in !example.files.contains { $0.path.hasPrefix("waivers") } }
    let isLong = ProcessInfo.processInfo.environment["ROPA_LONG_TESTS"] == "1"
    let firing = examples.filter { example in example.files.contains { !unmarked($0.text).marks.isEmpty } }
    return (isLong ? examples : Array(firing.prefix(1))).map {
      RuleExampleTests.Case(rule: rule.id, severity: rule.severity, example: $0)
    }
  }

  @Test(arguments: cases) func examplesUnderOtherNames(_ testCase: RuleExampleTests.Case) {
    guard !Self.aboutNames.contains(testCase.rule) else { return }
    let files = testCase.example.files.map { (path: $0.path, text: unmarked($0.text).text) }
    expectSame(
      overlay(soundRegister, with: files), asOf: testCase.example.asOf ?? soundDay,
      SourceLocation(
        fileID: testCase.example.source.file, filePath: testCase.example.source.file,
        line: testCase.example.source.line, column: 1))
  }

  @Test(arguments: [soundDay, "2020-05-04"]) func registersUnderOtherNames(_ day: String) {
    expectSame(soundRegister, asOf: day)
    expectSame(sampleRegister, asOf: day)
  }

  /// A renaming that renames nothing would prove nothing.
  @Test func namesAreExchanged() {
    let renaming = Renaming(soundRegister)
    let files = soundRegister.map { renaming.renamed($0) }
    let recipient = files.first { $0.path == "recipients/qanalytics-fr.yaml" }
    let text = recipient.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(text.contains("country: GR") && text.contains("with: qexample-care") && text.contains("Mesure Modele"))
    #expect(files.count { $0.path.contains("/q") } > 25)
  }

  private func expectSame(_ files: [SourceFile], asOf day: String, _ location: SourceLocation = #_sourceLocation) {
    let renaming = Renaming(files)
    let renamed = files.map { renaming.renamed($0) }.sorted { $0.path < $1.path }
    let before = found(judge(files, asOf: day)) { renaming.path($0) }
    let after = found(judge(renamed, asOf: day)) { $0 }
    #expect(before == after, sourceLocation: location)
  }

  /// Rule, severity, file and line of each finding; columns move with the length of names.
  private func found(_ assessment: Assessment, _ path: (String) -> String) -> [String] {
    assessment.report.findings.map { finding in
      let file = assessment.registry.files[Int(finding.range.file)]
      let line = file.position(at: finding.range.start).line
      return "\(path(file.path)):\(line) \(Rule.catalogue[finding.rule].id) \(finding.severity)"
    }.sorted()
  }
}
