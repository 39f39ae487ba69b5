import RopaKit
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2018-05-25", 17676), ("2026-11-21", 20778),
    ("9999-12-31", 2_932_896),
  ]) func daysAreCountedFrom1970(_ text: String, _ number: Int) {
    #expect(Day(text)?.number == Int32(number))
    #expect(Day(number: Int32(number)).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "31/12/2026", "2026-12-31 ", "２026-12-31", "", "0000-01-01",
    "2100-02-29",
  ])
  func whatIsNoDayIsRefused(_ text: String) { #expect(Day(text) == nil) }

  @Test func everyDayOfFourCenturiesReadsBack() {
    var day = Day("1999-01-01")!
    while day < Day("2401-01-01")! {
      #expect(Day(day.description) == day)
      day = Day(number: day.number + 1)
    }
  }

  @Test(arguments: [
    ("2026-01-31", "P1M", "2026-02-28"), ("2024-02-29", "P1Y", "2025-02-28"), ("2026-11-21", "P2W", "2026-12-05"),
    ("2026-12-31", "P1D", "2027-01-01"), ("2026-11-21", "P24M", "2028-11-21"), ("2026-11-21", "PT24H", "2026-11-22"),
    ("2026-11-21", "P1Y6M", "2028-05-21"),
  ]) func periodsAreAdded(_ from: String, _ period: String, _ to: String) {
    #expect(Day(from)!.adding(Period(period)!).description == to)
  }

  @Test(arguments: ["P", "PT", "8Y", "P8", "P8X", "P-1Y", "P1M1Y", "P1D1D", "PT24M", "P12345Y", "P1.5Y"])
  func whatIsNoPeriodIsRefused(_ text: String) { #expect(Period(text) == nil) }
}
