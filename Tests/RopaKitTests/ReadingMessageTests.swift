import LocatedYAML
@testable import RopaKit
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

  @Test func filesOfTextAreFoundOrMissed() {
    let notice = String(
      decoding: soundRegister.first { $0.path == "notices/customer-notice.yaml" }!.bytes, as: UTF8.self)
    func read(_ section: String, _ text: String = "Call us.") -> [String] {
      faults(
        ("notices/customer-notice.yaml", notice + "  - {heading: More, \(section)}\n"), ("notices/emergency.md", text))
    }
    #expect(read("file: emergency.md") == [])
    #expect(read("file: {en: emergency.md}") == [])
    #expect(read("file: emergancy.md") == ["dangling-reference: did you mean 'emergency.md'?"])
    #expect(read("file: ../emergency.md") == ["dangling-reference: did you mean 'emergency.md'?"])
    #expect(read("file: questions.md") == ["dangling-reference: put the file into the folder notices/"])
    #expect(
      read("file: emergency.txt") == [
        "dangling-reference: own text stands in a file in the folder notices/ whose name ends in .md"
      ])
    #expect(read("file: emergency.md, text: Call us.") == ["wrong-shape: keep one of them"])
    #expect(read("file: emergency.md", "\n \n") == ["wrong-shape: write the text into it"])
    #expect(read("file: emergency.md", "a\u{7}b").map { $0.hasPrefix("control-character") } == [true])
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
    ("operator: Mailer Ltd", "dangling-reference: did you mean 'mailer'?"),
    (
      "operator: Stranger Ltd",
      "dangling-reference: write the id of an organisation, processor or recipient, as in stranger-ltd, and add organisations/stranger-ltd.yaml if there is none"
    ), ("transfers: none", "unknown-key: records in transfers/ name what they are about; nothing is written here"),
    ("name: Mail", "unknown-key: did you mean 'title'?"), ("security: good", "unknown-key: did you mean 'controls'?"),
    ("controls: {title: Log}", "wrong-shape: write them in a record in controls/, and its id here"),
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

  /// `rule: message | hint` of every finding in a register of a file laid over the sound one.
  private func findings(_ files: (path: String, text: String)...) -> [String] {
    let assessment = judge(overlay(soundRegister, with: files))
    return assessment.report.findings.map {
      "\(Rule.catalogue[$0.rule].id): \($0.message)\($0.hint.map { " | \($0)" } ?? "")"
    }
  }

  /// The name is wrong, not the field: that there is no purpose, no basis and no data is not said besides.
  @Test func aMisspeltFieldHidesWhatItsAbsenceWouldMean() {
    let text = exampleActivity([:]).replacing("purposes:", with: "purpose:").replacing("basis:", with: "legal-basis:")
      .replacing("data:", with: "data-categories:")
    #expect(
      faults(("activities/letters.yaml", text)) == [
        "unknown-key: did you mean 'purposes'?", "unknown-key: did you mean 'basis'?",
        "unknown-key: did you mean 'data'?",
      ])
    #expect(findings(("activities/letters.yaml", text)).count == 3)
  }

  /// What stands elsewhere in a record with a misspelt key is still read, and told once.
  @Test func aRecordWithAMisspeltFieldIsReadOnce() {
    let text = "title: Mail\noperater: mailer\nhosting: UKK\nkeeps: {unknown: how long}\n"
    #expect(
      faults(("systems/mail-system.yaml", text)) == [
        "unknown-country: write two capital letters (ISO 3166, as in GB), or EU or EEA",
        "unknown-key: did you mean 'operator'?",
      ])
    #expect(findings(("systems/mail-system.yaml", text)).filter { $0.hasPrefix("open-question") }.count == 1)
  }

  @Test(arguments: ["activities/letters.yaml", "activities/all.yaml", "activities/Our activities.yaml"])
  func severalRecordsInAFileOfOneAreOneFault(_ path: String) {
    let text = "newsletter:\n  title: Newsletter\n  controller: example-care\norders:\n  title: Orders\n"
    let statement = "kind: claim\nabout: {activities: newsletter}\ntext: We send a newsletter.\n"
    #expect(
      faults((path, text), ("statements/news.yaml", statement)) == [
        "several-records: give each record a file named by its id, as in activities/newsletter.yaml; or move all to activities.yaml, which holds many"
      ])
  }

  @Test func aRecordBelowItsIDIsTold() {
    #expect(
      faults(("people/stand-in.yaml", "stand-in:\n  title: Stand-in\n")) == [
        "several-records: remove this line and move the fields to the left, in people/stand-in.yaml"
      ])
  }

  @Test func aListOfRecordsIsTold() {
    #expect(
      faults(("people.yaml", "- {id: stand-in, title: Stand-in}\n")) == [
        "wrong-shape: write the id of each record with a colon, and its fields below it, indented"
      ])
  }

  @Test func aFileWhoseNameIsNoIDIsTheOnlyFault() {
    let statement = "kind: claim\nabout: {systems: mail-box}\ntext: A box.\n"
    #expect(
      faults(("systems/Mail_Box.yaml", "title: Mail box\n"), ("statements/box.yaml", statement)) == [
        "id-malformed: write 'mail-box': ids have small letters a to z, digits and hyphens"
      ])
  }

  @Test(arguments: ["{unknown: which entity: none}", "[{unknown: which one: this}]", "[GB, see: there: and there]"])
  func aColonInAQuestionIsExplained(_ value: String) {
    #expect(faults(mail("keeps: \(value)")) == ["yaml-syntax: put text that contains `: ` in quotes"])
  }

  @Test func whatIsMissingInBracesIsStillSaid() {
    #expect(
      faults(mail("hosting: [GB, {by: mailer]")) == [
        "yaml-syntax: add what is missing, or put a text with commas in quotes"
      ])
  }

  /// What everybody calls a thing leads to the word for it, wherever the word is wanted.
  @Test(arguments: [
    ("activities", "data: date-of-birth", "dob"), ("activities", "data: Date of birth", "dob"),
    ("activities", "data: [name, IP address]", "ip"), ("activities", "data: telephone number", "phone"),
    ("activities", "data: medical_data", "health"), ("activities", "data: ethnic orgin", "ethnicity"),
    ("activities", "subjects: staff", "employee"), ("activities", "subjects: Clients", "customer"),
    ("data-categories", "kind-of: birthday", "dob"), ("data-subjects", "kind-of: applicants", "job-applicant"),
    ("systems", "hosting: England", "GB"), ("systems", "hosting: [United Kingdom]", "GB"),
    ("systems", "hosting: {country: USA}", "US"), ("processors", "country: Untied States", "US"),
    ("processors", "country: Deutschland", "DE"), ("transfers", "countries: U.S.A.", "US"),
    ("statements", "area: Germany", "DE"), ("systems", "access-from: European Union", "EU"),
    ("lawful-bases", "article-6: Legitimate interest", "legitimate-interests"),
    ("lawful-bases", "article-6: statutory obligation", "legal-obligation"),
    ("lawful-bases", "article-9: health care", "health-or-social-care"),
    ("transfers", "mechanism: UK addendum", "uk-addendum"),
    ("transfers", "mechanism: Adequacy decision", "adequacy"), ("controls", "measure: MFA", "multi-factor"),
    ("systems", "operator: Example Care", "example-care"), ("systems", "operator: Example Care Ltd.", "example-care"),
    ("transfers", "regime: UK GDPR", "uk-gdpr"),
    ("organisations", "kind: Public body", "public-body"),
  ])
  func everydayNamesLeadToTheWord(_ kind: String, _ line: String, _ word: String) {
    let hints = faults(("\(kind)/tried.yaml", "title: Tried\n\(line)\n"))
    #expect(hints.map { $0.hasSuffix(": did you mean '\(word)'?") } == [true], "\(hints)")
  }

  @Test(arguments: [
    (
      "transfers", "mechanism: SCCs",
      "unknown-word: did you mean 'scc-2021-m1', 'scc-2021-m2', 'scc-2021-m3' or 'scc-2021-m4'?"
    ),
    (
      "systems", "hosting: UK and Ireland",
      "unknown-country: write two capital letters (ISO 3166, as in GB), or EU or EEA"
    ),
    ("systems", "hosting: \"GB, IE\"", "unknown-country: write several in square brackets: [GB, IE]"),
    (
      "activities", "basis: consent",
      "dangling-reference: name a record of lawful-bases with article-6: consent, or add one"
    ),
    (
      "activities", "retention: 6 years",
      "dangling-reference: name a record of retention with period: P6Y, or add one"
    ),
    (
      "systems", "controls: [access-log, firewall]",
      "dangling-reference: name a record of controls with measure: network-protection, or add one"
    ),
    (
      "systems", "controls: encryption",
      "dangling-reference: name a record of controls with measure: encryption-at-rest or encryption-in-transit, or add one"
    ),
    (
      "activities", "processors: [mailer]",
      "unknown-key: name a supplier as operator: of a system, or among recipients:"
    ),
    (
      "activities", "data: {video: true}",
      "unknown-key: write category: video, or video alone as an entry of a list; known here: category, special, reason, why-needed"
    ), ("notices", "activities: [all]", "wrong-shape: write all alone, without brackets and dashes"),
    (
      "retention", "ends: acount-closed", "unknown-word: did you mean 'account-closed'?"
    ), ("retention", "ends: Account_closed", "unknown-word: did you mean 'account-closed'?"),
    (
      "notices", "sections: [{heading: A, text: B, elements: retenton}]", "unknown-word: did you mean 'retention'?"
    ),
  ])
  func valuesThatStandElsewhereLeadThere(_ kind: String, _ line: String, _ expected: String) {
    #expect(faults(("\(kind)/tried.yaml", "title: Tried\n\(line)\n")) == [expected])
  }

  @Test func ownEventsAreWordsNotIDs() {
    let hints = faults(("retention/tried.yaml", "title: Tried\nstarts: tax-year-end\nends: the end of the season\n"))
    #expect(
      hints.count == 1 && hints[0].hasSuffix("or write words that can follow 'until', as in the end of the season"))
  }

  /// Messages name what was typed, not the field that a short form stands for.
  @Test(arguments: [
    ("organisations", "rights: {erasure: maybe}", "'erasure' is true or false, not 'maybe'"),
    ("activities", "automated-decisions: solely", "'automated-decisions' takes fields, not a single value"),
    ("activities", "screening: [a]", "'screening' takes fields, not a list"),
    ("organisations", "contacts: {desk: a@example.org}", "'desk' takes fields, not a single value"),
    ("retention", "disposal: [shredder]", "'disposal' takes one value, or fields, not a list"),
  ])
  func messagesNameWhatWasTyped(_ kind: String, _ line: String, _ message: String) {
    let files = overlay(soundRegister, with: [("\(kind)/tried.yaml", "title: Tried\n\(line)\n")])
    #expect(load(files, law: shippedLaw, jobs: 1).diagnostics.map(\.message) == [message])
  }

  @Test(arguments: [
    ("operator: {unknown: who runs it}", "Operator: who runs it; open until 2027-01-31, with Data protection officer"),
    (
      "hosting: [GB, {country: IE, by: {unknown: whose it is}}]",
      "Hosting, by: whose it is; open until 2027-01-31, with Data protection officer"
    ),
  ]) func aQuestionNamesItsField(_ line: String, _ message: String) {
    let found = findings(mail(line + ((line.hasPrefix("operator")) ? "" : "\noperator: mailer")))
      .filter { $0.hasPrefix("open-question") }
    #expect(found == ["open-question: \(message) | write the answer in place of the question"])
  }
}
