import RopaKit
import Testing

/// A change of the law, and the first day on which it holds.
struct LawChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let first: String
  let holds: @Sendable (LawOnDay) -> Bool

  init(_ what: String, _ first: String, _ holds: @escaping @Sendable (LawOnDay) -> Bool) {
    (testDescription, self.first, self.holds) = (what, first, holds)
  }
}

private func covers(_ country: String, _ regime: Regime, by row: String? = nil) -> @Sendable (LawOnDay) -> Bool {
  { law in
    let found = law.adequacyRow(shippedLaw.country(country)!, regime)
    return row == nil ? found != nil : found?.id == row
  }
}

private func carries(_ mechanism: String, _ regime: Regime) -> @Sendable (LawOnDay) -> Bool {
  { law in
    shippedLaw.mechanisms.first { $0.term.id == mechanism }!.regimes[regime]?.contains(law.day) ?? false
  }
}

private func cites(_ topic: String, _ citation: String) -> @Sendable (LawOnDay) -> Bool {
  { $0.cite(topic, .ukGDPR) == citation }
}

/// The day before, the day of, and the day after each change.
@Suite struct LawClockTests {
  static let changes = [
    LawChange("the tables begin", "2018-05-25") { $0.hasRulePack },
    LawChange("Japan adequate", "2019-01-23", covers("JP", .euGDPR)),
    LawChange("Japan adequate in the United Kingdom", "2019-01-23", covers("JP", .ukGDPR)),
    LawChange("no Privacy Shield", "2020-07-17") { !covers("US", .euGDPR)($0) },
    LawChange("assessment of the destination", "2020-07-16") { $0.cite("transfer-assessment", .euGDPR) != nil },
    LawChange("the EEA is third", "2021-01-01") { $0.isThird(.region(.eea), .ukGDPR) },
    LawChange("the EEA is covered by a schedule", "2021-01-01", covers("FR", .ukGDPR, by: "uk-eea")),
    LawChange("the UK GDPR has its name", "2021-01-01") { $0.name(of: .ukGDPR)?.short == "UK GDPR" },
    LawChange("the United Kingdom is third and adequate", "2021-06-28") {
      $0.isThird($0.law.country("GB")!, .euGDPR) && covers("GB", .euGDPR)($0)
    },
    LawChange("clauses of 2021", "2021-06-27", carries("scc-2021-m2", .euGDPR)),
    LawChange("Korea adequate", "2021-12-17", covers("KR", .euGDPR)),
    LawChange("IDTA", "2022-03-21", carries("idta", .ukGDPR)),
    LawChange("Addendum", "2022-03-21", carries("uk-addendum", .ukGDPR)),
    LawChange("Korea adequate in the United Kingdom", "2022-12-19", covers("KR", .ukGDPR)),
    LawChange("no old clauses", "2022-12-28") { !carries("legacy-scc", .euGDPR)($0) },
    LawChange("Data Privacy Framework", "2023-07-10", covers("US", .euGDPR, by: "eu-us")),
    LawChange("US data bridge", "2023-10-12", covers("US", .ukGDPR, by: "uk-us")),
    LawChange("no old clauses in the United Kingdom", "2024-03-22") { !carries("legacy-scc", .ukGDPR)($0) },
    LawChange("fee tiers", "2025-02-17") { $0.feeTiers(.ukGDPR).map(\.amount) == [52, 78, 3763] },
    LawChange("UK adequacy extended", "2025-06-28", covers("GB", .euGDPR, by: "eu-gb-2025")),
    LawChange("no certificates of 2013", "2025-11-01") { $0.isCurrent("2013", of: "iso27001") == false },
    LawChange("UK adequacy renewed", "2025-12-19", covers("GB", .euGDPR, by: "eu-gb")),
    LawChange("UK adequacy ends", "2031-12-28") { !covers("GB", .euGDPR)($0) },
    LawChange("Brazil adequate", "2026-01-26", covers("BR", .euGDPR)),
    LawChange("three gates", "2026-02-05", cites("transfers-gate", "UK Art 44A")),
    LawChange("adequacy by regulations", "2026-02-05", cites("adequacy", "UK Art 45A")),
    LawChange("data protection test", "2026-02-05", cites("protection-test", "UK Art 45B")),
    LawChange("time limits", "2026-02-05", cites("time-limits", "UK Art 12A")),
    LawChange("automated decisions", "2026-02-05", cites("automated-decisions", "UK Art 22A to 22D")),
    LawChange("children by design", "2026-02-05", cites("children-by-design", "UK Art 25(1A)")),
    LawChange("safeguards for decisions", "2026-02-05") {
      $0.decisionSafeguards(.ukGDPR).contains { $0.id == "inform" } && $0.decisionSafeguards(.euGDPR).count == 3
    },
    LawChange("recognised interests", "2026-02-05") { $0.recognisedInterests(.ukGDPR).count == 5 },
    LawChange("exemptions for storage", "2026-02-05") {
      $0.storageRoutes(.ukGDPR).count == 6 && $0.storageRoutes(.euGDPR).count == 3
    },
    LawChange("exemptions from notices", "2026-02-05") { law in
      let cites = law.noticeExemptions(.ukGDPR).compactMap { law.cite($0.row, .ukGDPR) }
      return cites.contains("UK Art 14(5)(e), (6), (7)") && !cites.contains("Art 14(5)(b)")
    },
    LawChange("fines for cookies", "2026-02-05") { $0.figure("uk-fine-device-storage", .ukGDPR) != nil },
    LawChange("complaints to the controller", "2026-06-19") { $0.complaintDuties(.ukGDPR).count == 4 },
    LawChange("notices name such complaints", "2026-06-19") { law in
      law.law.elements.first { $0.id == "n-complain-controller" }!.regimes[.ukGDPR]!.contains(law.day)
    },
    LawChange("Information Commission", "2026-09-30") { $0.regulator(.ukGDPR)?.name == "Information Commission" },
  ]

  @Test(arguments: changes) func holdsFromItsFirstDayOn(_ change: LawChange) throws {
    let first = try #require(Day(change.first))
    #expect(!change.holds(LawOnDay(shippedLaw, on: Day(number: first.number - 1))))
    #expect(change.holds(LawOnDay(shippedLaw, on: first)))
    #expect(change.holds(LawOnDay(shippedLaw, on: Day(number: first.number + 1))))
  }

  @Test func theUnitedKingdomIsCoveredWithoutAGapSince2021() {
    var day = Day("2021-06-28")!
    while day <= Day("2031-12-27")! {
      #expect(covers("GB", .euGDPR)(LawOnDay(shippedLaw, on: day)), "\(day)")
      day = Day(number: day.number + 13)
    }
  }

  @Test func theUnionHadTwentyEightMembersUntilTheUnitedKingdomLeft() {
    #expect(LawOnDay(shippedLaw, on: Day("2020-01-31")!).members(.eu).count == 28)
    #expect(LawOnDay(shippedLaw, on: Day("2020-02-01")!).members(.eu).count == 27)
    #expect(LawOnDay(shippedLaw, on: Day("2020-02-01")!).members(.eea).count == 30)
  }
}
