/// A case in which people need not be told.
package struct NoticeExemptionRow: Sendable {
  package let row: LawRow
  /// When, in words.
  package let words: String
  /// What the law asks for in place of telling each person; empty where nothing.
  package let instead: [String]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    instead = value.texts("instead")
  }
}

/// What a controller owes somebody who complains.
package struct ComplaintDutyRow: Sendable {
  package let row: LawRow
  package let words: String
  /// Nil where the law gives no number.
  package let within: Period?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    within = try value.period("within")
  }
}

/// A provision that cuts rights, besides the lawful basis.
package struct RightLimitRow: Sendable {
  package let row: LawRow
  /// Ids of ``RightRow``.
  package let rights: [String]
  package let words: String

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    rights = value.texts("rights")
    words = try value.required("what")
  }
}

/// What people are told and can ask for, besides the elements of a notice and the rights themselves.
package struct PeopleLaw: Sendable {
  package let noticeExemptions: [NoticeExemptionRow]
  package let complaintDuties: [ComplaintDutyRow]
  package let rightLimits: [RightLimitRow]

  init(_ tables: LawTables) throws(TableFault) {
    noticeExemptions = try tables.read("notice-exemptions", NoticeExemptionRow.init)
    complaintDuties = try tables.read("complaint-duties", ComplaintDutyRow.init)
    rightLimits = try tables.read("right-limits", RightLimitRow.init)
  }
}
