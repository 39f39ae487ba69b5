import Testing

@testable import RopaKit

/// What is said of values that people write in other ways.
@Suite struct ValueHintTests {
  @Test(arguments: [
    ("31/12/2026", "write 2026-12-31"), ("12/31/2026", "write 2026-12-31"),
    ("3/4/2026", "write 2026-04-03 or 2026-03-04"),
    ("5/5/2026", "write 2026-05-05"), ("2026.1.5", "write 2026-01-05"), ("2026-1-5", "write 2026-01-05"),
    ("1 May 2026", "write 2026-05-01"), ("May 1, 2026", "write 2026-05-01"), ("1 sept 2026", nil),
    ("2026-02-30", "there is no such day in the calendar"), ("31 June 2026", "there is no such day in the calendar"),
    ("next week", nil), ("2026", nil), ("May 2026", nil), ("1/2", nil), ("", nil), ("99999/1/1", nil),
  ])
  func dates(written: String, hint: String?) {
    #expect(ValueHints.date(written) == hint ?? "write year-month-day, as in 2027-01-31")
  }

  @Test(arguments: [
    ("6 years", "write P6Y"), ("18 months", "write P18M"), ("one week", "write P1W"), ("30 Days", "write P30D"),
    ("24 hours", "write PT24H"), ("p2y", "write P2Y"), ("0 days", nil), ("99999 days", nil), ("some years", nil),
    ("6", nil), ("", nil), ("6 lightyears", nil),
  ])
  func durations(written: String, hint: String?) {
    #expect(
      ValueHints.duration(written) == hint ?? "write P6Y for six years, P18M for months, P30D for days, PT24H for hours"
    )
    // A hint that is followed is read.
    if let hint, let period = hint.split(separator: " ").last { #expect(Period(String(period)) != nil) }
  }

  @Test(arguments: [
    ("yes", "write true"), ("No", "write false"), ("OFF", "write false"), ("maybe", "write true or false"),
  ])
  func truths(written: String, hint: String) {
    #expect(ValueHints.truth(written) == hint)
  }
}
