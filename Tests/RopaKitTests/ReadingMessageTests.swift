import LocatedYAML
import RopaKit
import Testing

/// What people read about the mistakes that people make.
@Suite struct ReadingMessageTests {
  /// Rule and hint of every fault in files laid over the sound register.
  private func faults(_ files: (path: String, text: String)...) -> [String] {
    load(overlay(soundRegister, with: files), law: shippedLaw, jobs: 1).diagnostics
      .map { "\($0.rule): \($0.hint ?? "")" }
  }

  private func mail(_ line: String) -> (path: String, text: String) {
    ("systems/mail-system.yaml", "title: Mail\n\(line)\n")
  }

  @Test func aDoubledKeyIsOneFault() {
    #expect(
      faults(("systems/mail-system.yaml", "operator: mailer\ntitle: Mail\nmedium: paper\noperator: mailer\n"))
        == ["duplicate-key: keep one of the two"])
  }

  @Test func aDoubledUnknownKeyIsReportedAsUnknownOnce() {
    #expect(
      faults(mail("operator: mailer\nhostin: GB\nhostin: GB")) == [
        "duplicate-key: keep one of the two", "unknown-key: did you mean 'hosting'?",
      ])
  }

  @Test func aRecordThatStandsTwiceInOneFileIsOneFault() {
    #expect(
      faults(("statements.yaml", "web: {kind: claim, text: Web}\nweb: {kind: claim, text: Web}\n")) == [
        "duplicate-key: keep one of the two"
      ])
  }

  @Test func mentionsOfARecordThatCannotBeReadAreNoFaults() {
    #expect(faults(("processors/mailer.yaml", "title: a: b\n")).count == 1)
    #expect(faults(("processors/mailer.yaml", "")).allSatisfy { $0.utf8.starts(with: "dangling-reference".utf8) })
    #expect(faults(("processors/mailer.yaml", "- a\n")).count == 1)
    #expect(faults(("processors/mailer.yaml", ""), ("processors.yaml", "mailer:\n")).count == 1)
    #expect(faults(("processors/mailer.yaml", ""), ("processors.yaml", "mailer: {a\n")).count == 1)
  }

  @Test(arguments: [
    ("operator: none", "dangling-reference: write {none: and why, in words}"),
    ("operator: Mailer Ltd", "dangling-reference: write an id: small letters a to z, digits and hyphens"),
    ("operator: public", "dangling-reference: write an id: small letters a to z, digits and hyphens"),
    (
      "controls: encrypted-storage, access-log",
      "dangling-reference: write several in square brackets: [encrypted-storage, access-log]"
    ),
    ("hosting: none", "unknown-country: write {none: and why, in words}"),
    ("medium: unknown", "unknown-word: write {unknown: and why, in words}"),
    ("note: {}", "wrong-shape: write the text"),
  ])
  func theHintSaysWhatToWrite(line: String, expected: String) {
    #expect(faults(mail(line)) == [expected])
  }

  @Test func aMisspeltRegimeIsFoundInAnyPlace() {
    let basis = "title: Accounting law\narticle-6: {eu: contract, uk-gdpr: legal-obligation}\n"
    #expect(faults(("lawful-bases/accounting-law.yaml", basis)) == ["unknown-key: known here: uk-gdpr, eu-gdpr"])
  }

  @Test(arguments: ["", "title: a: b\n", "- a\n"]) func aBadRegistryFileIsNotMissing(text: String) {
    let files = soundRegister.filter { $0.path != "registry.yaml" }
    let bad = SourceFile(path: "registry.yaml", bytes: Array(text.utf8))
    #expect(load(files + [bad], law: shippedLaw, jobs: 1).diagnostics.map(\.rule) != [])
    #expect(!load(files + [bad], law: shippedLaw, jobs: 1).diagnostics.map(\.rule).contains("register-unnamed"))
    #expect(load(files, law: shippedLaw, jobs: 1).diagnostics.map(\.rule).contains("register-unnamed"))
  }

  @Test func anEmptyUnknownInBracesIsExplained() {
    let loaded = load(overlay(soundRegister, with: [mail("keeps: {unknown:}")]), law: shippedLaw, jobs: 1)
    #expect(
      loaded.diagnostics.map(\.message) == ["A colon inside `{ }` or `[ ]` needs a space and a value behind it"])
  }

  @Test func aMisspeltOwnerLeavesTheDefault() {
    let assessment = judge(
      overlay(soundRegister, with: [mail("operator: mailer\nkeeps: {unknown: how long, owner: dpoo}")]))
    let questions = assessment.report.findings.filter { Rule.catalogue[$0.rule].id == "open-question" }
    #expect(questions.count == 1)
    #expect(questions.map(\.hint) == ["write the answer in place of the question"])
  }
}
