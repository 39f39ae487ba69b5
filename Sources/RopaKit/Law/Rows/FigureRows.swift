/// A number that the law fixes. Where it has both an amount and a share of turnover, the higher counts.
package struct FigureRow: Sendable {
  package let row: LawRow
  /// Whole units of the currency, an ISO 4217 code.
  package let amount: (value: Int, currency: String)?
  /// Per cent of annual turnover.
  package let percent: Int?
  package let period: Period?
  /// By how much the period may be made longer.
  package let extensionPeriod: Period?
  /// A number of persons employed.
  package let persons: Int?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    if let amount = value["amount"] {
      self.amount = (try amount.number("value") ?? 0, try amount.required("currency"))
    } else {
      amount = nil
    }
    percent = try value.number("percent-of-turnover")
    period = try value.period("period")
    extensionPeriod = try value.period("extension")
    persons = try value.number("persons")
    guard amount != nil || period != nil || persons != nil else { throw value.fault("\(row.id) has no number") }
  }
}

/// A tier of the data protection fee; the first that fits counts, and one of turnover and staff is enough.
package struct FeeTierRow: Sendable {
  package let row: LawRow
  /// Pounds a year.
  package let amount: Int
  /// Pounds a year; nil without limit.
  package let turnoverLimit: Int?
  package let staffLimit: Int?
  /// Kinds of bodies that pay this tier whatever their size.
  package let bodies: [String]
  /// Pounds off when the fee is paid by direct debit.
  package let discount: Int

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    guard let amount = try value.number("amount") else { throw value.fault("\(row.id) has no amount") }
    self.amount = amount
    turnoverLimit = try value.number("turnover-up-to")
    staffLimit = try value.number("staff-up-to")
    bodies = value.texts("bodies")
    discount = try value.number("discount") ?? 0
  }
}

/// A day on which the law changed; its period's first day.
package struct MilestoneRow: Sendable {
  package let row: LawRow
  package let words: String
  /// Rows that begin or end on the day, as `table/row`.
  package let rows: [String]
  package var day: Day { row.periods[0].span.from }

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    rows = value.texts("rows")
  }
}

/// Days, amounts, limits and times.
package struct FiguresLaw: Sendable {
  package let figures: [FigureRow]
  package let feeTiers: [FeeTierRow]
  /// In the order of their days.
  package let milestones: [MilestoneRow]

  init(_ tables: LawTables) throws(TableFault) {
    figures = try tables.read("figures", FigureRow.init)
    feeTiers = try tables.read("fees", FeeTierRow.init)
    milestones = try tables.read("milestones", MilestoneRow.init)
  }
}
