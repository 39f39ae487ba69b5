import LocatedYAML
import RopaKit
import Testing

@Suite struct ReadingTests {
  /// `line:column rule` of every fault in a file laid over the sound register.
  private func faults(_ path: String, _ text: String) -> [String] {
    let loaded = load(overlay(soundRegister, with: [(path, text)]), law: shippedLaw, jobs: 1)
    return loaded.diagnostics.sorted { $0.range < $1.range }.map { diagnostic in
      let position = loaded.files[Int(diagnostic.range.file)].position(at: diagnostic.range.start)
      return "\(position.line):\(position.column) \(diagnostic.rule)"
    }
  }

  @Test func allFaultsOfAFileAreReportedInOneRun() {
    let text = """
      title: Mail
      operater: mailer
      operator: mailerr
      hosting: [UK, ZZ, {country: GB, bye: mailer}]
      medium: cloud
      supported-until: 31/12/2026
      keeps: 6 years
      controls: [encrypted-conections]
      internet-facing: yes
      record-of-reference: {none: }
      """
    #expect(
      faults("systems/mail-system.yaml", text) == [
        "2:1 unknown-key", "3:11 dangling-reference", "4:15 unknown-country", "4:33 unknown-key", "5:9 unknown-word",
        "6:18 unusable-date",
        "7:8 unusable-duration", "8:12 dangling-reference", "9:18 unknown-word", "10:22 answer-without-reason",
      ])
  }

  @Test func faultsOfSeveralFilesAreReportedTogether() {
    let files = overlay(
      soundRegister,
      with: [
        ("people.yaml", "a_b: {title: x}\nc: {titel: x}\n"), ("controls/x.yaml", "- a\n"),
        ("systms.yaml", "x: {title: x}\n"),
      ])
    let loaded = load(files, law: shippedLaw, jobs: 2)
    #expect(Set(loaded.diagnostics.map(\.rule)) == ["id-malformed", "unknown-key", "wrong-shape", "unknown-kind"])
  }

  @Test func nearMissesNameWhatWasMeant() {
    let loaded = load(
      overlay(soundRegister, with: [("systems/mail-system.yaml", "title: Mail\noperator: mailr\nhostin: GB\n")]),
      law: shippedLaw, jobs: 1)
    #expect(loaded.diagnostics.compactMap(\.hint).sorted() == ["did you mean 'hosting'?", "did you mean 'mailer'?"])
  }

  /// Every id that leads nowhere is reported, also when there are so many that most are no longer compared with all others.
  @Test func manyIDsThatLeadNowhereEndInTime() {
    let ids = (0..<60).map { "maile\($0)" }
    let text = "title: Mail\noperator: mailer\ncontrols: [\((ids + ids).joined(separator: ", "))]\n"
    let loaded = load(overlay(soundRegister, with: [("systems/mail-system.yaml", text)]), law: shippedLaw, jobs: 1)
    let hints = loaded.diagnostics.filter { $0.rule == "dangling-reference" }.compactMap(\.hint)
    #expect(hints.count == 120)
    #expect(
      hints.prefix(60).map { $0.hasPrefix("add a record controls/") }
        == hints.suffix(60).map { $0.hasPrefix("add a record controls/") })
    #expect(hints.allSatisfy { !$0.isEmpty })
  }

  @Test func theRestOfAnUnquotedSentenceIsExplained() {
    let loaded = load(
      overlay(
        soundRegister, with: [("systems/mail-system.yaml", "title: Mail\nhosting: {none: held abroad, not here}\n")]),
      law: shippedLaw, jobs: 1)
    #expect(loaded.diagnostics.map(\.rule) == ["unknown-key"])
    #expect(loaded.diagnostics.first?.hint == "inside { } and [ ] put text that contains a comma in quotes")
  }

  private func state<Value>(_ answer: Answer<Value>) -> String {
    switch answer {
    case .absent: "absent"
    case .given: "given"
    case .none: "none"
    case .notApplicable: "not-applicable"
    case .unknown: "unknown"
    case .unusable: "unusable"
    }
  }

  @Test func anAnswerIsFourThings() throws {
    let text = """
      title: Mail
      operator: {unknown: who runs it, owner: dpo, due: 2027-01-31}
      hosting: {none: it stores nothing}
      access-from: {not-applicable: on paper}
      """
    let assessment = judge(overlay(soundRegister, with: [("systems/mail-system.yaml", text)]))
    let system = try #require(
      assessment.registry.records.systems.first { $0.common.title.given?.value.first == "Mail" })
    #expect(state(system.operator_.answer) == "unknown")
    #expect(state(system.hosting.answer) == "none")
    #expect(state(system.accessFrom.answer) == "not-applicable")
    #expect(state(system.controls.answer) == "absent")
  }

  @Test func scalarsAreReadByTheFieldNotByTheirLook() {
    #expect(faults("people/dpo.yaml", "title: 2020\nname: no\ncontact: 0123\n").isEmpty)
    #expect(faults("recipients/analytics-fr.yaml", "title: 1.10\nlegal-name: ~\nkind: company\ncountry: NO\n").isEmpty)
  }

  @Test func someElementsOfAListMayBeOpen() throws {
    let text =
      "title: Mail\noperator: mailer\nhosting: [GB, {unknown: is there a copy abroad, owner: dpo, due: 2027-01-31}]\ncontrols: access-log\n"
    let assessment = judge(overlay(soundRegister, with: [("systems/mail-system.yaml", text)]))
    let system = try #require(
      assessment.registry.records.systems.first { $0.common.title.given?.value.first == "Mail" })
    #expect(system.hosting.elements().count == 1)
    #expect(system.hosting.hasOpenElement())
  }

  @Test func everyFieldHasWordsAndItsNameOnce() {
    for kind in RecordKind.allCases {
      let names = kind.fields.fields.map(\.name.description)
      #expect(Set(names).count == names.count, "\(kind): \(names.sorted())")
      for field in kind.fields.fields {
        #expect(isIdentifier(field.name.description))
        #expect(!field.meaning.description.isEmpty)
      }
    }
  }

  @Test(arguments: [1, 2, 7]) func threadsDoNotChangeWhatIsFound(_ jobs: Int) {
    let one = judge(sampleRegister, jobs: 1)
    let many = judge(sampleRegister, jobs: jobs)
    #expect(one.jsonReport(folder: "registry") == many.jsonReport(folder: "registry"))
  }
}
