import Foundation
import LocatedYAML
import RopaKit
import Testing

@Suite struct ReportTests {
  private let hostile =
    "title: \"\\e[31mred\\u202edlrow <script>alert(1)</script> \\\" \\u0007\"\nexporter: example-care\nimporter: analytics-fr\ncountries: [FR]\nregime: uk-gdpr\nactivities: \"\\e]0;owned\\a\"\n"

  @Test func theJSONReportHasThePromisedForm() throws {
    let assessment = judge(sampleRegister)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(assessment.jsonReport(folder: "registry"))) as? [String: Any])
    #expect(json["version"] as? Int == 1)
    #expect(json["asOf"] as? String == soundDay)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.count == assessment.report.findings.count)
    for finding in findings {
      for key in [
        "rule", "severity", "state", "message", "path", "start", "end", "records", "citations", "hint", "notes",
      ] {
        #expect(finding[key] != nil, "\(key)")
      }
      let start = try #require(finding["start"] as? [String: Int])
      #expect(start["line"]! >= 1 && start["column"]! >= 1)
      #expect((finding["path"] as? String)?.hasPrefix("registry/") == true)
    }
    let counts = try #require(json["counts"] as? [String: Any])
    #expect((counts["run"] as? Int ?? 0) > 0)
    #expect((counts["error"] as? Int) == assessment.report.count(.error))
  }

  @Test func noReportCarriesAControlCharacterOfARecord() {
    let assessment = judge(overlay(soundRegister, with: [("transfers/reminder-study.yaml", hostile)]))
    #expect(!assessment.report.findings.isEmpty)
    for bytes in [assessment.textReport(folder: "registry", style: .plain), assessment.jsonReport(folder: "registry")] {
      #expect(!bytes.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
      #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func theTextReportIsClickableAndSaysWhatToDo() {
    let assessment = judge(
      overlay(
        soundRegister,
        with: [
          (
            "transfers/reminder-study.yaml",
            "title: x\nexporter: example-care\nimporter: analytics-fr\ncountries: [FR]\nregime: uk-gdpr\nactivities: appointment-messages\n"
          )
        ]))
    let text = String(decoding: assessment.textReport(folder: "registry", style: .plain), as: UTF8.self)
    #expect(text.contains("registry/transfers/reminder-study.yaml:1:1: error: "))
    #expect(text.contains("[transfer-without-mechanism]"))
    #expect(text.contains("    fix: add mechanism:"))
    #expect(text.contains("    law: "))
    #expect(text.contains("judged as at 2026-11-21"))
  }

  @Test func wordsThatTheProgramMustNotSayStandNowhere() {
    let never = ["compliant", "unlawful", "in breach", "violation", "essentially equivalent"]
    for rule in Rule.catalogue {
      for text in [rule.title, rule.rationale, rule.remedy] {
        for word in never { #expect(!text.lowercased().contains(word), "\(rule.id): \(text)") }
      }
    }
    for finding in judge(sampleRegister).report.findings {
      for word in never { #expect(!finding.message.lowercased().contains(word), "\(finding.message)") }
    }
  }
}
