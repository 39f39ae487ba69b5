import Foundation
import LocatedYAML
import RopaKit
import Testing

/// What the tables answer for a day and a regime.
@Suite struct LawLookUpTests {
  private let law = LawOnDay(shippedLaw, on: Day(soundDay)!)

  @Test func theRecordOfEachRole() {
    func ids(_ role: RecordRole, _ regime: Regime, _ need: RecordNeed) -> [String] {
      law.recordFields(of: role, regime).filter { $0.duty(of: role).need == need }.map(\.row.id)
    }
    #expect(
      ids(.controller, .euGDPR, .required) == [
        "contacts", "purposes", "data-subjects", "data-categories", "recipients", "form",
      ])
    #expect(ids(.processor, .euGDPR, .required) == ["contacts", "processing", "form"])
    #expect(ids(.controller, .euGDPR, .wherePossible) == ["erasure", "security"])
    #expect(ids(.processor, .euGDPR, .wherePossible) == ["security"])
    #expect(ids(.controller, .ukGDPR, .whereApplicable) == ["transfers", "policy-conditions", "compelling-interests"])
    #expect(ids(.controller, .euGDPR, .recommended).isEmpty)
    #expect(ids(.controller, .ukGDPR, .recommended).count == 13)
    let transfers = law.recordFields(of: .processor, .ukGDPR).first { $0.row.id == "transfers" }
    #expect(transfers?.duty(of: .processor).cite == "Art 30(2)(c)")
  }

  @Test func eightClausesAndSixParticulars() {
    let terms = law.contractTerms(.ukGDPR)
    #expect(terms.count { $0.kind == .clause } == 8 && terms.count { $0.kind == .particular } == 6)
    let letters = terms.filter { $0.kind == .clause }.compactMap { law.cite($0.row, .ukGDPR) }
    #expect(letters == "abcdefgh".map { "Art 28(3)(\($0))" })
    #expect(terms.filter { !$0.isWord }.map(\.row.id) == ["sub-processor-mode", "flow-down"])
    #expect(shippedLaw.mechanisms.filter(\.holdsContractTerms).map(\.term.id) == ["scc-2021-m2", "scc-2021-m3"])
  }

  @Test func criteriaByRegime() {
    func count(_ set: CriterionSet, _ regime: Regime) -> Int { law.screeningCriteria(regime).count { $0.set == set } }
    #expect(count(.law, .ukGDPR) == 3 && count(.guidelines, .ukGDPR) == 9 && count(.regulator, .ukGDPR) == 10)
    #expect(count(.law, .euGDPR) == 3 && count(.guidelines, .euGDPR) == 9 && count(.regulator, .euGDPR) == 0)
    let another = law.screeningCriteria(.ukGDPR).filter(\.needsAnother).map(\.row.id)
    #expect(another == ["ico-1", "ico-4", "ico-5", "ico-7", "ico-8"])
    #expect(law.assessmentParts(.euGDPR).filter { $0.kind == .content }.count == 4)
  }

  /// The paragraphs that need an appropriate policy document, as the Act lists them.
  @Test func policyDocuments() {
    let needs = Dictionary(grouping: shippedLaw.grounds.schedule1, by: \.policyDocument).mapValues {
      $0.map(\.paragraph)
    }
    #expect(needs[.required] == [1, 6, 7, 8, 9, 11, 12] + Array(14...26) + [28, 35])
    #expect(needs[.unlessExcepted] == [10, 27] && needs[.asPart2] == [36, 37])
    #expect(needs[.no] == [2, 3, 4, 13] + Array(29...34))
    #expect(law.schedule1(5, .ukGDPR) == nil && law.schedule1(18, .euGDPR) == nil)
    #expect(law.schedule1(18, .ukGDPR)?.part == 2)
    #expect(law.schedule1(for: "health-or-social-care", .ukGDPR).map(\.paragraph) == [2])
    #expect(law.schedule1(for: "substantial-public-interest", .ukGDPR).count == 23)
  }

  @Test func secrecyBelongsToHealthCare() throws {
    let bound = shippedLaw.grounds.specialConditions.filter { law.secrecy($0, .ukGDPR) != nil }
    #expect(bound.map(\.row.id) == ["health-or-social-care"])
    #expect(law.secrecy(try #require(bound.first), .euGDPR) == "Art 9(3)")
  }

  @Test(
    arguments: [
      ("GB", Regime.ukGDPR, 13), ("FR", .euGDPR, 15), ("NO", .euGDPR, 13), ("DE", .euGDPR, 16), ("AX", .euGDPR, 16),
    ] as [(String, Regime, Int)]) func agesOfConsent(_ country: String, _ regime: Regime, _ age: Int)
  {
    #expect(law.ageOfDigitalConsent(in: shippedLaw.country(country), regime)?.age == age)
  }

  @Test func articlesOfMechanismsFollowTheDay() throws {
    func cite(_ id: String, _ regime: Regime, _ day: String) throws -> String? {
      let mechanism = try #require(shippedLaw.mechanisms.first { $0.term.id == id })
      return LawOnDay(shippedLaw, on: Day(day)!).cite(mechanism, regime)
    }
    #expect(try cite("adequacy", .ukGDPR, "2020-05-04") == "Art 45")
    #expect(try cite("adequacy", .ukGDPR, soundDay) == "UK Art 45A")
    #expect(try cite("bcr-c", .ukGDPR, "2020-12-31") == "Art 46(2)(b), 47")
    #expect(try cite("bcr-c", .ukGDPR, "2021-01-01") == "UK Art 46(2)(b), 47")
    #expect(try cite("bcr-c", .euGDPR, "2020-12-31") == "EU Art 46(2)(b), 47")
    #expect(try cite("scc-2021-m1", .ukGDPR, soundDay) == nil)
  }

  @Test func figuresAndTimes() {
    #expect(law.figure("breach-to-regulator", .ukGDPR)?.period == Period("PT72H"))
    #expect(law.figure("request-answer", .ukGDPR)?.extensionPeriod == Period("P2M"))
    #expect(law.figure("uk-fine-higher", .ukGDPR)?.amount?.value == 17_500_000)
    #expect(law.figure("uk-fine-higher", .euGDPR) == nil)
    #expect(law.figure("record-exemption", .euGDPR)?.persons == 250)
    #expect(law.complaintDuties(.ukGDPR).compactMap(\.within) == [Period("P30D")])
    #expect(law.complaintDuties(.euGDPR).isEmpty)
  }

  @Test func routesOnDevicesSayWhatMustBeShown() throws {
    let statistical = try #require(law.storageRoutes(.ukGDPR).first { $0.row.id == "statistical" })
    #expect(statistical.conditions.map(\.id).contains("objection"))
    #expect(law.cite(statistical.row, .ukGDPR) == "PECR Sch A1 para 5" && law.cite(statistical.row, .euGDPR) == nil)
    #expect(law.marketingRoutes(.euGDPR).map(\.row.id) == ["consent", "soft-opt-in"])
  }

  @Test func healthRecordsAndRoutes() {
    #expect(law.healthRecordPeriod("adult", .ukGDPR)?.minimum.period == Period("P8Y"))
    #expect(law.healthRecordPeriod("child", .ukGDPR)?.otherwise?.minimum.untilAge == 26)
    #expect(law.healthRecordPeriod("adult", .euGDPR) == nil)
    let support = law.confidentialityRoutes(.ukGDPR).first { $0.row.aliases.contains("s251") }
    #expect(support?.review == Period("P1Y"))
    let toolkit = shippedLaw.schemes.health.first { $0.row.id == "dspt" }
    #expect(toolkit?.deadline?.month == 6 && toolkit?.deadline?.day == 30 && toolkit?.met.count == 2)
  }

  @Test func exemptionsAndLimits() throws {
    #expect(law.noticeExemptions(.euGDPR).map(\.row.id).contains("impossible-or-impairing"))
    #expect(!law.noticeExemptions(.ukGDPR).map(\.row.id).contains("impossible-or-impairing"))
    let erasure = try #require(shippedLaw.rights.first { $0.id == "erasure" })
    #expect(law.limits(of: erasure, .euGDPR).count == 5)
    #expect(law.decisionGrounds(.euGDPR).map(\.row.id) == ["contract", "law", "explicit-consent"])
  }

  @Test func groundsOfDecisionsChangeWithTheDay() throws {
    func conditions(_ ground: String, _ regime: Regime, _ day: String) throws -> [String] {
      let law = LawOnDay(shippedLaw, on: try #require(Day(day)))
      return law.decisionGrounds(regime).first { $0.row.id == ground }.map { law.specialConditions(of: $0, regime) }
        ?? []
    }
    let both = ["explicit-consent", "substantial-public-interest"]
    #expect(try conditions("explicit-consent", .ukGDPR, "2026-02-04") == both)
    #expect(try conditions("explicit-consent", .ukGDPR, "2026-02-05") == ["explicit-consent"])
    #expect(try conditions("contract", .ukGDPR, "2026-02-05") == both)
    #expect(try conditions("other", .ukGDPR, "2026-02-04").isEmpty)
    #expect(try conditions("other", .ukGDPR, "2026-02-05") == ["explicit-consent"])
    #expect(try conditions("explicit-consent", .euGDPR, "2026-02-05") == both)
  }
}

/// The pages of the law tables.
@Suite struct LawPageTests {
  private func text(_ pages: [String: [UInt8]], _ page: String) throws -> String {
    String(decoding: try #require(pages["register/law/\(page).html"]), as: UTF8.self)
  }

  @Test(arguments: shippedLaw.tables.map(\.id)) func everyDoubtIsShown(_ id: String) throws {
    let page = try text(RegisterPageTests.sample, id)
    let rows = try #require(shippedLaw.tables.first { $0.id == id }).rows().map(\.row)
    let tags = Markup(Array(page.utf8)).tags
    #expect(tags.count { $0.attributes["id"]?.hasPrefix("row-") ?? false } == rows.count)
    #expect(page.ranges(of: ">Unverified</b></").isEmpty)
    let marked = page.ranges(of: "<b class=\"open\">Unverified</b><small>").count
    #expect(marked == rows.count { $0.confidence == .unverified })
    #expect(
      page.ranges(of: "</code><b class=\"absent\">Second-hand</b>").count == rows.count { $0.confidence == .secondHand }
    )
  }

  @Test func rowsStandByTheDayOfTheRegister() throws {
    func isInForce(_ row: String, _ day: String) throws -> Bool {
      let page = try text(rendered(judge(soundRegister, asOf: day)), "adequacy")
      let other = try #require(page.range(of: "id=\"other\"")).lowerBound
      return try #require(page.range(of: "id=\"row-\(row)\"")).lowerBound < other
    }
    #expect(try isInForce("eu-us-privacy-shield", "2020-05-04"))
    #expect(try !isInForce("eu-us-privacy-shield", soundDay))
    #expect(try !isInForce("uk-us", "2020-05-04"))
    #expect(try isInForce("uk-us", soundDay))
  }

  @Test func rulesAndTablesLeadToEachOther() throws {
    let rule = String(
      decoding: try #require(RegisterPageTests.sample["register/rules/processor-contract-missing.html"]), as: UTF8.self)
    #expect(rule.contains("href=\"../law/contract-terms.html\""))
    #expect(try text(RegisterPageTests.sample, "contract-terms").contains("processor-contract-missing.html"))
    #expect(try !text(RegisterPageTests.sample, "countries").contains("id=\"rules\""))
  }
}
