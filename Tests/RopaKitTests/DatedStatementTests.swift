import LocatedYAML
import RopaKit
import Testing

/// The same sentence of the sample register on two days: wrong on both, and the law sees the flow differently.
@Suite struct DatedStatementTests {
  static let then = judge(sampleRegister, asOf: "2020-05-04")
  static let now = judge(sampleRegister, asOf: "2026-11-21")

  private func denials(_ assessment: Assessment) -> [Finding] {
    assessment.report.findings.filter { Rule.catalogue[$0.rule].id == "notice-denies-recorded-transfer" }
  }

  private func transferFindings(_ assessment: Assessment) -> [Finding] {
    assessment.report.findings.filter { Rule.catalogue[$0.rule].group == .transfers }
  }

  @Test(arguments: [then, now]) func theSentenceDiffersFromTheRecordsOnBothDays(_ assessment: Assessment) throws {
    let finding = try #require(denials(assessment).first)
    #expect(denials(assessment).count == 1)
    #expect(finding.severity == .error)
    let file = assessment.registry.files[Int(finding.range.file)]
    #expect(file.path == "statements.yaml")
    #expect(text(finding.range, of: file) == "GB")
    #expect(try name(finding.records.first, in: assessment) == "hub-stays-in-uk")
    #expect(finding.message.contains("system Therapist hub → Kineo (GB) → sub-processor Rackspace (EU, stores data)"))
    let note = try #require(finding.notes.first)
    #expect(assessment.registry.files[Int(note.range.file)].path == "processors/rackspace.yaml")
    #expect(text(note.range, of: assessment.registry.files[Int(note.range.file)]) == "EU")
  }

  @Test func theLawOfTheDayIsToldApart() throws {
    let (then, now) = (try #require(denials(Self.then).first), try #require(denials(Self.now).first))
    #expect(then.message.contains("no restricted transfer"))
    #expect(then.message.contains("inside the area of that law"))
    #expect(then.citations.contains("Art 44") && !then.citations.contains { $0.contains("45") })
    #expect(now.message.contains("this is a restricted transfer"))
    #expect(now.message.contains("DPA Sch 21 para 5(1)(a) covers the European Union"))
    #expect(now.citations.contains("UK Art 44A") && now.citations.contains("UK Art 45A"))
  }

  @Test func insideTheAreaOfTheDayNothingIsATransfer() {
    #expect(transferFindings(Self.then).map { place(of: $0, in: Self.then) } == [])
  }

  @Test func afterwardsTheLegToTheHostNeedsARecord() throws {
    let places = transferFindings(Self.now).map { place(of: $0, in: Self.now) }
    #expect(
      places == [
        "processors/kineo.yaml:20:12 implied-transfer-sub-processor", "systems.yaml:24:13 implied-transfer-recipient",
      ])
    let leg = try #require(transferFindings(Self.now).first)
    #expect(leg.severity == .warning)
    #expect(leg.message.contains("no transfer record of Kineo under the UK GDPR"))
  }

  private func text(_ range: SourceRange, of file: SourceFile) -> String {
    String(decoding: file.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  private func name(_ record: RecordIndex?, in assessment: Assessment) throws -> String {
    assessment.registry.header(try #require(record)).id
  }
}
