import LocatedYAML
import RopaKit
import Testing

@Suite struct LawTests {
  private func law(_ day: String) -> LawOnDay { LawOnDay(shippedLaw, on: Day(day)!) }
  private func code(_ country: String) -> CountryCode { shippedLaw.country(country)! }

  /// Country, regime, day, third country, adequacy row with or without condition.
  @Test(
    arguments: [
      ("FR", Regime.ukGDPR, "2020-05-04", false, nil), ("FR", .ukGDPR, "2020-12-31", false, nil),
      ("FR", .ukGDPR, "2021-01-01", true, "uk-eea"),
      ("GB", .euGDPR, "2020-12-31", false, nil), ("GB", .euGDPR, "2021-03-01", false, nil),
      ("GB", .euGDPR, "2021-06-28", true, "eu-gb-2021"),
      ("GB", .euGDPR, "2031-12-28", true, nil), ("US", .euGDPR, "2020-07-16", true, "eu-us-privacy-shield"),
      ("US", .euGDPR, "2020-07-17", true, nil),
      ("US", .ukGDPR, "2020-05-04", true, "eu-us-privacy-shield"), ("US", .euGDPR, "2023-07-10", true, "eu-us"),
      ("US", .ukGDPR, "2023-10-11", true, nil),
      ("US", .ukGDPR, "2023-10-12", true, "uk-us"), ("JP", .euGDPR, "2019-01-22", true, nil),
      ("JP", .euGDPR, "2019-01-23", true, "eu-jp"),
      ("KR", .ukGDPR, "2022-12-18", true, nil), ("KR", .ukGDPR, "2022-12-19", true, "uk-kr"),
      ("BR", .ukGDPR, "2026-11-21", true, nil),
      ("BR", .euGDPR, "2026-11-21", true, "eu-br"), ("GI", .ukGDPR, "2026-11-21", true, "uk-gi"),
      ("GI", .euGDPR, "2026-11-21", true, nil),
    ] as [(String, Regime, String, Bool, String?)]) func adequacyByDay(
      _ country: String, _ regime: Regime, _ day: String, _ third: Bool, _ row: String?
    )
  {
    let law = law(day)
    #expect(law.isThird(code(country), regime) == third)
    if third { #expect(law.adequacyRow(code(country), regime)?.id == row) }
  }

  @Test func aRegionIsThirdOnlyWhenAllOfItIs() {
    #expect(!law("2020-05-04").isThird(.region(.eu), .ukGDPR))
    #expect(law("2026-11-21").isThird(.region(.eu), .ukGDPR))
    #expect(!law("2026-11-21").isThird(.region(.eea), .euGDPR))
  }

  @Test func adequateCountriesOfMay2020() {
    // Eleven older decisions and Japan; Privacy Shield, Canada and Japan hold in part.
    let counts = law("2020-05-04").adequacyCounts(.ukGDPR)
    #expect(counts.all == 13)
  }

  @Test func theRegulatorAndTheArticlesFollowTheDay() {
    #expect(law("2026-09-29").regulator(.ukGDPR)?.name != law("2026-09-30").regulator(.ukGDPR)?.name)
    #expect(law("2020-05-04").cite("transfers-gate", .ukGDPR) == "Art 44")
    #expect(law("2026-11-21").cite("transfers-gate", .ukGDPR) == "UK Art 44A")
  }

  @Test func complaintsToTheControllerAreARightSinceJune2026() {
    let right = shippedLaw.rights.first { $0.id == "complaint-to-controller" }!
    #expect(law("2026-06-18").cite(right, .ukGDPR) == nil)
    #expect(law("2026-06-19").cite(right, .ukGDPR) != nil)
    #expect(law("2026-06-19").cite(right, .euGDPR) == nil)
  }

  @Test func recognisedInterestsExistUnderOneRegimeOnly() {
    let basis = shippedLaw.lawfulBases.first { $0.term.id == "recognised-legitimate-interests" }!
    #expect(basis.regimes[.euGDPR] == nil)
    #expect(basis.regimes[.ukGDPR]?.from == Day("2026-02-05"))
  }

  @Test func beforeTheLawTablesOnlyIntegrityIsJudged() {
    let assessment = judge(soundRegister, asOf: "2018-05-24")
    #expect(assessment.report.isBeforeLaw)
    #expect(assessment.report.findings.allSatisfy { Rule.catalogue[$0.rule].group == .integrity })
  }

  @Test func aDamagedTableIsRefusedWithItsName() {
    var tables = shippedTables()
    let home = tables.firstIndex { $0.path == "home" }!
    tables[home] = SourceFile(
      path: "home", bytes: Array("title: x\nrows:\n  a: {regime: uk-gdpr, members: [ZZ], from: 2018-05-25}\n".utf8))
    #expect(throws: TableFault.self) { try Law(tables) }
  }
}
