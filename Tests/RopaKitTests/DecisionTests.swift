import LocatedYAML
import Testing

@testable import RopaKit

/// The life of a decision about a finding, day by day.
@Suite struct DecisionTests {
  private static let rule = "retention-reason-missing"
  private static let gap =
    "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\n"
    + "disposal: {method: monthly job, verified: 2026-08-01}\n"
  private static let head = (path: "people/head-of-service.yaml", text: "title: Director of services\n")

  private struct Decision {
    var fields: [(name: String, value: String)] = [
      ("kind", "accept"), ("rule", rule), ("subject", "retention/messages"), ("facts", ""),
      ("reason", "The service is being replaced, and the reason is settled with the new one."),
      ("risk", "{likelihood: low, impact-on-people: low}"), ("requested-by", "service-lead"),
      ("requested", "2026-11-01"), ("approved-by", "head-of-service"), ("approved", "2026-11-04"),
      ("approver-role", "risk-owner"), ("expires", "2027-01-31"), ("status", "active"),
    ]

    subscript(name: String) -> String {
      get { fields.first { $0.name == name }?.value ?? "" }
      set {
        fields.removeAll { $0.name == name }
        fields.append((name, newValue))
      }
    }

    var text: String { fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)\n" }.joined() }
  }

  private static func register(_ decision: Decision?, gap: String = gap) -> [SourceFile] {
    var changes = [(path: "retention/messages.yaml", text: gap), head]
    if let decision { changes.append((path: "waivers/messages.yaml", text: decision.text)) }
    return overlay(soundRegister, with: changes)
  }

  /// The fingerprint that a draft gives.
  private static func facts(_ files: [SourceFile], on record: String = "retention/messages", of rule: String = rule)
    throws -> String
  {
    let draft = try judge(files).draft(rule, on: record, .acknowledge)
    let line = try #require(draft.lines.first { $0.hasPrefix("facts: \"") })
    return String(line.dropFirst("facts: \"".count).dropLast())
  }

  private static func decision() throws -> Decision {
    var decision = Decision()
    decision["facts"] = try facts(register(nil))
    return decision
  }

  /// The state of the finding, and the rules that speak besides.
  private static func states(_ files: [SourceFile], asOf day: String = soundDay) -> (String, Set<String>) {
    let report = judge(files, asOf: day).report
    let own = (report.findings + report.settled).filter { Rule.catalogue[$0.rule].id == rule }.map(\.state.rawValue)
    return (own.joined(separator: " "), Set(report.findings.map { Rule.catalogue[$0.rule].id }).subtracting([rule]))
  }

  @Test func anAcceptanceHoldsFromItsApprovalToItsLastDay() throws {
    let files = Self.register(try Self.decision())
    // The fee of the sound register is paid until later; the days differ in the decision alone.
    for (day, state, speaks) in [
      ("2026-11-03", "open", "waiver-invalid"), ("2026-11-04", "accepted", ""), ("2027-01-31", "accepted", ""),
      ("2027-02-01", "open", "waiver-expired"),
    ] {
      let (found, besides) = Self.states(files, asOf: day)
      #expect(found == state, "\(day)")
      #expect(besides.filter { $0.hasPrefix("waiver-") } == Set([speaks]).subtracting([""]), "\(day)")
    }
  }

  @Test(arguments: [
    ("accept", "accepted"), ("false-positive", "dismissed"), ("acknowledge", "acknowledged"),
  ]) func eachKindHasItsState(_ kind: String, _ state: String) throws {
    var decision = try Self.decision()
    decision["kind"] = kind
    if kind == "acknowledge" {
      decision["fix-by"] = "2026-12-31"
      decision["fix-owner"] = "service-lead"
    }
    let assessment = judge(Self.register(decision))
    #expect(Self.states(Self.register(decision)).0 == state)
    // Only an acknowledged finding still counts.
    #expect(assessment.report.count(.warning) == (kind == "acknowledge" ? 1 : 0))
    for (number, other) in FindingState.allCases.enumerated() {
      #expect(assessment.report.states[other] == (other.rawValue == state ? 1 : 0), "\(number)")
    }
  }

  @Test(arguments: ["proposed", "withdrawn", "expired", "superseded"]) func onlyAnActiveDecisionHasAnEffect(
    _ status: String
  ) throws {
    var decision = try Self.decision()
    decision["status"] = status
    let (state, besides) = Self.states(Self.register(decision))
    #expect(state == "open")
    #expect(besides.isEmpty)
  }

  @Test func anApproverWhoLeavesEndsTheDecision() throws {
    let files = overlay(
      Self.register(try Self.decision()),
      with: [("people/head-of-service.yaml", "title: Director of services\nleft: 2026-12-31\n")])
    #expect(Self.states(files, asOf: "2026-12-31").0 == "accepted")
    let (state, besides) = Self.states(files, asOf: "2027-01-01")
    #expect(state == "open")
    #expect(besides.contains("waiver-invalid"))
  }

  @Test func aRenewalReplacesTheDecisionThatItNames() throws {
    var earlier = try Self.decision()
    earlier["expires"] = "2026-11-10"
    var later = earlier
    later["expires"] = "2027-01-31"
    later["supersedes"] = "messages"
    let files = overlay(Self.register(earlier), with: [("waivers/messages-2.yaml", later.text)])
    let report = judge(files).report
    #expect(Self.states(files).0 == "accepted")
    #expect(report.decisions.waivers.map(\.renewals) == [0, 1])
    #expect(report.decisions.waivers.map(\.standing.word) == ["superseded", "in force"])
  }

  @Test func supersedingInACircleEnds() throws {
    var decision = try Self.decision()
    decision["supersedes"] = "messages"
    #expect(judge(Self.register(decision)).report.decisions.waivers[0].renewals == 0)
  }

  /// Whatever a policy lowers, the decision is about what the rule found.
  @Test func aLoweredSeverityMakesNoDecisionEasier() throws {
    let settings = """
      title: Records of Example Care
      organisations: example-care
      languages: en
      questions: {owner: dpo, due: 2027-01-31}
      policy: {severity: {\(Self.rule): advice}}
      """
    var decision = try Self.decision()
    decision["approver-role"] = "owner"
    let files = overlay(Self.register(decision), with: [("registry.yaml", settings)])
    #expect(Self.states(files).1 == ["waiver-invalid"])
  }

  @Test func factsDoNotDependOnHowTheyAreWritten() throws {
    let facts = try Self.facts(Self.register(nil))
    let other = "# moved\n\naction: 'delete'\nperiod: \"P1Y\"\ntitle: Messages # kept\nstarts: last-contact\n"
    #expect(try Self.facts(Self.register(nil, gap: other)) == facts)
    let changed = try Self.facts(Self.register(nil, gap: Self.gap + "reason: {none: it was always so}\n"))
    #expect(changed != facts)
    // What is law stays the same.
    #expect(changed.suffix(6) == facts.suffix(6))
    #expect(facts.split(separator: "-").map(\.count) == [12, 6])
    #expect(facts.allSatisfy { $0 == "-" || "0123456789abcdef".contains($0) })
  }

  /// A decision must not lapse because a day has passed.
  @Test func factsDoNotMoveWithTheDay() {
    func facts(_ day: String) -> [String: String] {
      let assessment = judge(sampleRegister, asOf: day)
      let fingerprints = Fingerprints(assessment.assessed)
      var found: [String: String] = [:]
      for finding in assessment.report.findings {
        found["\(place(of: finding, in: assessment)) \(finding.severity)"] = fingerprints.facts(of: finding)
      }
      return found
    }
    let (today, later) = (facts("2026-11-21"), facts("2026-12-20"))
    var compared = 0
    for (finding, facts) in today {
      guard let other = later[finding] else { continue }
      compared += 1
      #expect(facts == other, "\(finding)")
    }
    #expect(compared > 100)
  }

  /// A transfer rests on the adequacy table; the day moves its rows.
  @Test func aChangeOfTheLawEndsTheDecision() throws {
    let files = overlay(
      soundRegister,
      with: [
        Self.head,
        (
          "transfers/study.yaml",
          "title: Study\nexporter: example-care\nimporter: analytics-fr\ncountries: [FR]\nregime: uk-gdpr\nmechanism: adequacy\nactivities: appointment-messages\nassessment: {not-applicable: no}\n"
        ),
      ])
    let assessment = judge(files)
    var fingerprints = Fingerprints(assessment.assessed)
    let rule = try #require(Rule.named("transfer-without-mechanism"))
    let finding = Finding(
      Observation("A message", at: SourceRange(file: 0, start: 0, end: 0), records: []),
      rule: Rule.numbers[rule.id]!, of: rule)
    let now = fingerprints.fingerprint(of: finding)
    var earlier = Fingerprints(judge(files, asOf: "2019-01-01").assessed)
    let then = earlier.fingerprint(of: finding)
    #expect(now.facts == then.facts)
    #expect(now.law != then.law)
  }

  @Test func everyRuleSaysWhichDecisionsItPermits() {
    let onlyAcknowledged = Set(Rule.catalogue.filter { $0.whyOnlyAcknowledged != nil && !$0.isReading }.map(\.id))
    for id in [
      "controller-identity-incomplete", "regime-undeclared", "purpose-missing", "subjects-missing",
      "data-categories-missing", "role-missing", "lawful-basis-missing", "basis-not-in-regime",
      "special-condition-missing", "transfer-without-mechanism", "mechanism-wrong-regime", "mechanism-dead",
      "adequacy-not-available", "risk-assessment-fails", "processor-contract-missing", "cookie-before-consent",
    ] {
      #expect(onlyAcknowledged.contains(id), "\(id)")
      #expect(Rule.named(id)?.permits(.acknowledge) == true && Rule.named(id)?.permits(.accept) == false)
      #expect(Rule.named(id)?.permits(.falsePositive) == false)
    }
    #expect(!onlyAcknowledged.contains(Self.rule) && !onlyAcknowledged.contains("owner-missing"))
    let none = Set(Rule.catalogue.filter { !$0.permits(.acknowledge) }.map(\.id))
    #expect(
      none == ["waiver-expired", "waiver-invalid", "waiver-unused", "remediation-overdue", "rule-policy-refused"])
  }

  /// Every draft of every kind is read without a fault, and fits the finding that it is about.
  @Test func draftsAreReadAndFit() throws {
    let files = sampleRegister
    let assessment = judge(files)
    var drafted = 0
    for finding in assessment.report.findings {
      guard let record = finding.records.first else { continue }
      let rule = Rule.catalogue[finding.rule]
      let kinds: [WaiverKind] = rule.whyOnlyAcknowledged == nil ? [.accept, .falsePositive] : [.acknowledge]
      for kind in kinds where drafted < 60 {
        drafted += 1
        let draft = try assessment.draft(rule.id, on: assessment.registry.path(of: record), kind)
        let path = "waivers/\(draft.id).yaml"
        let again = judge(overlay(files, with: [(path, String(decoding: draft.file, as: UTF8.self))]))
        let faults = again.report.findings.filter { Rule.catalogue[$0.rule].isReading }
        #expect(faults.map(\.message) == [], "\(rule.id)")
        let judged = try #require(
          again.report.decisions.waivers.first { again.registry.header($0.record).id == draft.id })
        #expect(judged.standing.word == "proposed")
        #expect(judged.covered.count == draft.count && draft.count > 0, "\(rule.id)")
      }
    }
    #expect(drafted > 30)
  }

  /// An error that the management has accepted no longer keeps a notice back; one that is being mended does.
  @Test func anAcceptedErrorWithholdsNoNotice() throws {
    let path = "activities/appointment-messages.yaml"
    let activity = try #require(soundRegister.first { $0.path == path })
    let text = String(decoding: activity.bytes, as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("owner:") })
    let files = overlay(soundRegister, with: [Self.head, (path, text.replacing(line + "\n", with: ""))])
    let rule = "owner-missing"
    var decision = try Self.decision()
    decision["rule"] = rule
    decision["subject"] = "activities/appointment-messages"
    decision["facts"] = try Self.facts(files, on: "activities/appointment-messages", of: rule)
    decision["dpo-view"] = "{by: dpo, date: 2026-11-03, text: Acceptable until then., agrees: true}"
    func withheld(_ decision: Decision?) -> Int {
      judge(overlay(files, with: decision.map { [("waivers/letters.yaml", $0.text)] } ?? [])).withheldNotices
        .count { $0.reason.contains("open error") }
    }
    #expect(withheld(nil) == 1)
    #expect(withheld(decision) == 0)
    decision["kind"] = "acknowledge"
    decision["fix-by"] = "2026-12-31"
    decision["fix-owner"] = "service-lead"
    #expect(withheld(decision) == 1)
  }

  /// Pages that count findings tell the accepted ones apart.
  @Test func pagesShowWhoDecidedAndUntilWhen() throws {
    let pages = rendered(judge(Self.register(try Self.decision())))
    func text(_ path: String) throws -> String { String(decoding: try #require(pages[path]), as: UTF8.self) }
    for path in ["index.html", "findings.html", "rules/index.html", "retention/index.html", "waivers/index.html"] {
      let page = try text("register/" + path)
      #expect(page.contains("Findings: 0 open</span><span>0 acknowledged</span><span>1 accepted</span>"), "\(path)")
    }
    for path in ["findings.html", "rules/\(Self.rule).html", "retention/messages.html"] {
      let page = try text("register/" + path)
      #expect(page.contains("<b>Accepted</b> until <time datetime=\"2027-01-31\">"), "\(path)")
      #expect(page.contains("Director of services</a> as risk owner: The service is being replaced"), "\(path)")
      #expect(page.contains("changes no duty under the law"), "\(path)")
    }
    let own = try text("register/waivers/messages.html")
    #expect(own.contains("<h1>retention-reason-missing on Messages</h1>"))
    #expect(own.contains("<b>In force</b>. It is about 1 finding"))
    for (path, bytes) in pages where path.hasSuffix(".html") {
      let faults = Markup(bytes).faults
      #expect(faults.isEmpty, "\(path): \(faults)")
    }
  }
}
