/// Something that the record of processing holds (Art 30).
package struct RecordFieldRow: Sendable {
  package let row: LawRow
  let controller: RecordDuty
  let processor: RecordDuty
  /// Kind and field of our records in which it is written: `activities.purposes`.
  package let fields: [String]

  package func duty(of role: RecordRole) -> RecordDuty { role == .controller ? controller : processor }

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    controller = try RecordDuty(value["controller"], in: value)
    processor = try RecordDuty(value["processor"], in: value)
    fields = value.texts("fields")
  }
}

/// For whom a record is kept: Art 30(1) or (2).
package enum RecordRole: String, CaseIterable, Sendable { case controller, processor }

/// What Art 30 asks of one role.
package struct RecordDuty: Sendable {
  package let need: RecordNeed
  /// Empty where nothing is asked, or only recommended.
  package let cite: String

  init(_ value: TableValue?, in row: TableValue) throws(TableFault) {
    guard let value else { throw row.fault("a role is missing") }
    need = try value.word("need", RecordNeed.self)
    cite = value["cite"]?.text ?? ""
  }
}

package enum RecordNeed: String, Sendable {
  case required, recommended
  case whereApplicable = "where-applicable"
  case wherePossible = "where-possible"
  case notRequired = "not-required"
}

/// A term that Art 28 asks of a contract with a processor.
package struct ContractTermRow: Sendable {
  package let row: LawRow
  package let kind: ContractTermKind
  /// What the contract says, in words.
  package let words: String
  /// People type it in `terms`; the others have a field of their own.
  package let isWord: Bool

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    kind = try value.word("kind", ContractTermKind.self)
    words = try value.required("what")
    isWord = value["written"] == nil
  }
}

package enum ContractTermKind: String, Sendable {
  /// Art 28(3)(a) to (h).
  case clause
  /// The opening words of Art 28(3).
  case particular
  case further
}

/// A reason to ask for an impact assessment.
package struct ScreeningCriterionRow: Sendable {
  package let row: LawRow
  package let set: CriterionSet
  /// What it means, in words.
  package let words: String
  /// It counts only together with one of the guidelines' criteria.
  package let needsAnother: Bool

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    set = try value.word("set", CriterionSet.self)
    words = try value.required("what")
    needsAnother = value.flag("with-another")
  }
}

package enum CriterionSet: String, Sendable {
  /// Art 35(3).
  case law
  /// The nine criteria of WP 248.
  case guidelines
  /// A regulator's list under Art 35(4).
  case regulator
}

/// Something that belongs to an impact assessment.
package struct AssessmentPartRow: Sendable {
  package let row: LawRow
  package let kind: AssessmentPartKind
  /// What it is, in words.
  package let words: String

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    kind = try value.word("kind", AssessmentPartKind.self)
    words = try value.required("what")
  }
}

package enum AssessmentPartKind: String, Sendable { case content, step, consultation }

/// What records, contracts and assessments hold.
package struct RecordsLaw: Sendable {
  package let fields: [RecordFieldRow]
  package let contractTerms: [ContractTermRow]
  package let criteria: [ScreeningCriterionRow]
  package let assessmentParts: [AssessmentPartRow]

  init(_ tables: LawTables) throws(TableFault) {
    fields = try tables.read("record-fields", RecordFieldRow.init)
    contractTerms = try tables.read("contract-terms", ContractTermRow.init)
    criteria = try tables.read("screening-criteria", ScreeningCriterionRow.init)
    assessmentParts = try tables.read("assessment-parts", AssessmentPartRow.init)
  }
}
