import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// The report in its three forms.
@Suite struct ReviewReportTests {
  private static let sample = Reviewer(judge(sampleRegister))
  private static let all = Array(sample.assessment.registry.records.activities.indices)

  private static func markdown(_ slots: [Int]) -> String {
    String(decoding: sample.markdown(slots, folder: "registry", jobs: 1), as: UTF8.self)
  }

  private static func slot(_ id: String) throws -> Int { try sample.assessment.activity(named: id) }

  // MARK: References

  @Test(arguments: ["hub-registration", "exceptional-disclosure"]) func reference(_ activity: String) throws {
    let slots = [try Self.slot(activity)]
    try expectGolden(Self.sample.markdown(slots, folder: "registry", jobs: 1), "reviews/\(activity).md")
    try expectGolden(Self.sample.json(slots, folder: "registry", jobs: 1), "reviews/\(activity).json")
  }

  /// An activity in which every part of a review has something to show.
  @Test func referenceOfARichActivity() throws {
    let files = try Self.rich()
    let reviewer = Reviewer(judge(files))
    let slots = [try reviewer.assessment.activity(named: "appointment-messages")]
    try expectGolden(reviewer.markdown(slots, folder: "registry", jobs: 1), "reviews/rich.md")
    try expectGolden(reviewer.json(slots, folder: "registry", jobs: 1), "reviews/rich.json")
    let page = try #require(rendered(reviewer.assessment)["register/reviews/appointment-messages.html"])
    try expectGolden(page, "reviews/rich.html")
  }

  private static func rich() throws -> [SourceFile] {
    let assessment = Reviewing.assessment(
      """
      status: approved
      started: 2026-07-01
      date: 2026-08-01
      approved: 2026-08-20
      approver: service-lead
      document: shared drive
      description: Messages are sent and the reading of them is studied.
      necessity: Fewer appointments are missed; nothing shorter was found.
      residual: medium
      risks:
        guessed: {text: Somebody guesses an illness from the sender., inherent: high, residual: medium, measures: [encrypted-connections, access-log]}
        lost: {text: A message goes to a former address., inherent: medium, residual: low, avoided: Addresses are confirmed each time.}
      dpo-advice: {date: 2026-08-10, summary: Leave the clinic out of the subject line., accepted: false, override-reason: People delete mail without it.}
      views: {sought: false, reason: The same was asked last year.}
      parties: [mailer]
      countries: [GB]
      data: [name, email]
      """)
    return try Reviewing.files(
      [
        "data: [name, email, appointment-time, usage, transactions]":
          "data: [name, {category: health, why-needed: To send the right leaflet.}, email, appointment-time, usage, transactions]",
        "reviewed: 2026-09-01":
          "reviewed: 2026-09-01\nchanged: 2026-10-05\nprofiling: true\nai: {provider: mailer, trains-on-data: {unknown: whether}, evidence: contract}\nautomated-decisions: {solely: false, significant: true, ground: contract, safeguards: [inform, human], logic: Points., effect: Fewer messages.}\nchildren: {online-service: false, minimum-age: 16, code-assessed: {none: no children}}",
      ], with: [("assessments/messages.yaml", assessment)])
  }

  // MARK: Shape

  @Test func thePartsComeInTheOrderOfTheReport() throws {
    let review = try Reviewing.review()
    #expect(review.sections.map(\.part) == ReviewPart.allCases)
    let text = Self.markdown([try Self.slot("hub-registration")])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.count == 17)
    #expect(headings.enumerated().allSatisfy { $1.hasPrefix("## \($0). ") })
    #expect(Set(ReviewPart.allCases.map(\.id.description)).count == 17)
  }

  @Test func everyDepartureIsARule() {
    for rule in ReviewPart.departures.keys { #expect(Rule.named(rule) != nil, "\(rule)") }
  }

  /// Each open finding that concerns the activity stands in the report once: as itself, or behind the root that it shares.
  @Test func noOpenFindingIsLost() throws {
    for register in [sampleRegister, try Self.rich()] {
      let reviewer = Reviewer(judge(register))
      for slot in reviewer.assessment.registry.records.activities.indices {
        let record = reviewer.assessment.registry.records.activities[slot].common.record
        var told: [ObjectIdentifier: Int] = [:]
        for section in reviewer.review(activity: slot).sections {
          for case .findings(_, _, let roots, _) in section.blocks {
            for finding in roots.flatMap({ [$0.finding] + $0.others }) {
              told[ObjectIdentifier(finding), default: 0] += 1
            }
          }
        }
        for finding in reviewer.assessment.report.findings(on: record) where finding.definition.id != "open-question" {
          #expect(told[ObjectIdentifier(finding)] == 1, "\(finding.message)")
        }
      }
    }
  }

  @Test func everyOpenQuestionOfTheRecordsIsAsked() throws {
    let registry = Self.sample.assessment.registry
    let text = Self.markdown(Self.all)
    for question in registry.questions where registry.header(question.record).kind == .activities {
      #expect(text.contains(question.question.question.first), "\(question.question.question.first)")
    }
  }

  @Test func theScreeningShowsBothSidesAndTheFact() throws {
    let text = String(
      decoding: try {
        let reviewer = Reviewer(
          judge(
            try Reviewing.files([
              "scale: small": "scale: large", "ruled-out: [scoring": "applies: [matching]\n  ruled-out: [scoring",
            ])))
        return reviewer.markdown(
          [try reviewer.assessment.activity(named: "appointment-messages")], folder: "r", jobs: 1)
      }(), as: UTF8.self)
    let rows = text.split(separator: "\n")
    #expect(
      rows.contains {
        $0.hasPrefix("| Large scale")
          && $0.contains("Ruled out | The scale is large (r/activities/appointment-messages.yaml:")
          && $0.contains("Records conflict")
      })
    #expect(
      rows.contains {
        $0.hasPrefix("| Matching data sets")
          && $0.contains("| Applies | Do not show it | Declared, not seen in the facts |")
      })
  }

  @Test func noTriggerIsToldAsThat() throws {
    #expect(Self.markdown([try Self.slot("hub-registration")]).contains("No trigger found in the recorded facts"))
  }

  // MARK: Order

  /// What conflicts goes first, however many smaller findings another activity has; then what was looked at longest ago.
  @Test func thePortfolioIsNotSortedByANumber() throws {
    let calm = try Reviewing.text(Reviewing.activity, ["title: Messages": "title: Calm messages"])
    let noisy = try Reviewing.text(
      Reviewing.activity,
      [
        "title: Messages": "title: Noisy messages", "retention: [messages, accounts]\n": "",
        "sources:\n": "x-sources:\n", "scale: small\n": "",
      ])
    let files = try Reviewing.files(
      ReviewGateTests.conflict, with: [("activities/a-calm.yaml", calm), ("activities/b-noisy.yaml", noisy)])
    let reviewer = Reviewer(judge(files))
    let registry = reviewer.assessment.registry
    let order = reviewer.portfolio(Array(registry.records.activities.indices), jobs: 1).map {
      registry.header($0.record).id
    }
    #expect(order.first == "appointment-messages")
    let noisyCount = reviewer.assessment.report.findings.count { registry.header($0.records[0]).id == "b-noisy" }
    let stopCount = reviewer.assessment.report.findings.count {
      registry.header($0.records[0]).id == "appointment-messages"
    }
    #expect(noisyCount > stopCount)
  }

  @Test func anyNumberOfThreadsGivesTheSameBytes() {
    let slots = Self.all
    #expect(Self.sample.markdown(slots, folder: "r", jobs: 1) == Self.sample.markdown(slots, folder: "r", jobs: 3))
    #expect(Self.sample.json(slots, folder: "r", jobs: 1) == Self.sample.json(slots, folder: "r", jobs: 3))
  }

  // MARK: Words

  @Test func wordsThatTheProgramMustNotSayStandNowhere() throws {
    let never = [
      "compliant", "unlawful", "in breach", "violation", "no dpia is required", "no risk ", "safe", "is valid",
      "anonymous", "100%", "passes",
    ]
    let rich = Reviewer(judge(try Self.rich()))
    let texts = [
      String(decoding: rich.markdown([0], folder: "r", jobs: 1), as: UTF8.self),
      String(decoding: rich.json([0], folder: "r", jobs: 1), as: UTF8.self),
      String(decoding: rendered(rich.assessment)["register/reviews/appointment-messages.html"] ?? [], as: UTF8.self),
      Self.markdown(Self.all),
    ]
    for text in texts {
      #expect(text.count > 2000)
      let text = text.lowercased().replacingOccurrences(of: "safeguard", with: "").replacingOccurrences(
        of: "safer", with: "")
      for word in never { #expect(!text.contains(word), "\(word)") }
    }
  }

  /// No percentage, no mark out of ten, nothing that adds the measures up.
  @Test func noMeasureIsAPercentage() throws {
    let rich = Reviewer(judge(try Self.rich()))
    let markdown = String(decoding: rich.markdown([0, 1], folder: "r", jobs: 1), as: UTF8.self)
    #expect(!markdown.contains("%"))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(rich.json([0], folder: "r", jobs: 1))) as? [String: Any])
    let review = try #require((json["reviews"] as? [[String: Any]])?.first)
    let measures = try #require(review["measures"] as? [String: Any])
    #expect(
      Set(measures.keys) == [
        "gate", "completeness", "evidence", "freshness", "consistency", "coverage", "residualRisk",
      ])
    for name in ["completeness", "evidence", "freshness", "coverage"] {
      let measure = try #require(measures[name] as? [String: Any])
      #expect(measure["count"] is Int && measure["of"] is Int && measure.count == 3, "\(name)")
    }
  }

  /// That nothing was found has no colour and no shape of success.
  @Test func clearHasNoColour() throws {
    let page = try #require(rendered(judge(soundRegister))["register/reviews/appointment-messages.html"])
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("<p class=\"gate\"><b>Clear of recorded errors</b>"))
  }

  // MARK: Text of records

  @Test func recordsCannotWriteMarkup() throws {
    let hostile =
      ##""# Heading <img src=x> [a](javascript:alert(1)) ![i](x) *b* `c` | d _e_ \e[31m \u202e""##
    let reviewer = Reviewer(
      judge(
        try Reviewing.files([
          "We send you messages about your appointments.": hostile,
          "title: Messages about appointments": "title: \(hostile)",
        ])))
    let bytes = reviewer.markdown([0], folder: "r", jobs: 1) + reviewer.json([0], folder: "r", jobs: 1)
    #expect(!bytes.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
    let text = String(decoding: reviewer.markdown([0], folder: "r", jobs: 1), as: UTF8.self)
    #expect(
      text.contains(
        ##"\# Heading \<img src=x\> \[a\](javascript:alert(1)) \!\[i\](x) \*b\* \`c\` \| d \_e\_ U+001B\[31m U+202E"##))
    let bare = text.replacingOccurrences(of: "\\<", with: "").replacingOccurrences(of: "\\[", with: "")
    #expect(!bare.contains("<img") && !bare.contains("[a]") && !bare.contains("[i]"))
  }

  @Test func activitiesAreFoundAsPeopleNameThem() throws {
    let assessment = Self.sample.assessment
    let slot = try Self.slot("hub-registration")
    for name in [
      "activities/hub-registration", "registry/activities/hub-registration.yaml", "./activities/hub-registration",
    ] {
      #expect(try assessment.activity(named: name) == slot)
    }
    for (name, words) in [
      ("hub-registratoin", "did you mean 'hub-registration'?"), ("processors/kineo", "not an activity"),
      ("", "names no activity"),
      ("qqqqqqq", "there is no activity 'qqqqqqq'"),
    ] {
      let fault = #expect(throws: UnknownActivity.self) { try assessment.activity(named: name) }
      #expect(fault?.message.contains(words) ?? false, "\(name): \(fault?.message ?? "")")
    }
  }
}
