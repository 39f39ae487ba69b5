/// A scheme or role that bodies with patient data are held to.
package struct HealthSchemeRow: Sendable {
  package let row: LawRow
  package let statuses: [String]
  /// Those of the statuses that count as met.
  package let met: [String]
  /// Month and day of each year by which a return is due.
  package let deadline: (month: Int, day: Int)?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    statuses = value.texts("statuses")
    met = value.texts("met")
    if let text = value["deadline"]?.text {
      let parts = text.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(Substring($0))) }
      guard parts.count == 2 else { throw value.fault("deadline is no month and day: \(text)") }
      deadline = (parts[0], parts[1])
    } else {
      deadline = nil
    }
  }
}

/// What lets confidential patient information be used at common law.
package struct ConfidentialityRouteRow: Sendable {
  package let row: LawRow
  package let words: String
  /// The only use it serves: `direct-care`; nil for every use.
  package let use: String?
  /// What must be on record beside it, in words.
  package let needs: [String]
  /// How often it is looked at again; nil where nothing is fixed.
  package let review: Period?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    use = value["use"]?.text
    needs = value.texts("needs")
    review = try value.period("review")
  }
}

/// A minimum period of the NHS Records Management Code.
package struct HealthRecordPeriodRow: Sendable {
  package let row: LawRow
  package let minimum: RecordMinimum
  /// Another minimum, and when it holds instead.
  package let otherwise: (minimum: RecordMinimum, when: String)?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    minimum = try RecordMinimum(value)
    if let other = value["otherwise"] {
      otherwise = (try RecordMinimum(other), try other.required("when"))
    } else {
      otherwise = nil
    }
  }
}

/// How long at least: a period from an event on, or until a birthday.
package struct RecordMinimum: Sendable {
  package let period: Period?
  /// A built-in event of retention rules; nil where the table names none.
  package let starts: String?
  /// Years.
  package let untilAge: Int?

  init(_ value: TableValue) throws(TableFault) {
    period = try value.period("minimum")
    starts = value["starts"]?.text
    untilAge = try value.number("until-age")
    guard period != nil || untilAge != nil else { throw value.fault("a minimum is missing") }
  }
}

/// A kind of certificate.
package struct CertificateKindRow: Sendable {
  package let row: LawRow
  /// For how long one is valid; nil where its own days say so.
  package let life: Period?

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    life = try value.period("life")
  }
}

/// An edition of a kind of certificate; its period ends with the last day on which one can be valid.
package struct CertificateEditionRow: Sendable {
  package let row: LawRow
  /// Id of a ``CertificateKindRow``.
  package let kind: String
  package let edition: String

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    kind = try value.required("kind")
    edition = try value.required("edition")
  }
}

/// A measure with what it counts for, in the order of ``Law/measures``.
package struct MeasureRow: Sendable {
  package let row: LawRow
  /// Letters of Art 32(1); empty for measures that serve another article.
  package let letters: [String]
  /// It is in machines, so that it can be tested.
  package let isTechnical: Bool

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    letters = value.texts("letters")
    isTechnical = value.flag("technical")
  }
}

/// Schemes of health services and of security.
package struct SchemesLaw: Sendable {
  package let health: [HealthSchemeRow]
  package let confidentialityRoutes: [ConfidentialityRouteRow]
  package let optOutReasons: [LawRow]
  package let healthRecordPeriods: [HealthRecordPeriodRow]
  package let certificateKinds: [CertificateKindRow]
  package let certificateEditions: [CertificateEditionRow]
  /// In the order of ``Law/measures``.
  package let measures: [MeasureRow]

  init(_ tables: LawTables) throws(TableFault) {
    health = try tables.read("health-schemes", HealthSchemeRow.init)
    confidentialityRoutes = try tables.read("confidentiality-routes", ConfidentialityRouteRow.init)
    optOutReasons = try tables.read("opt-out-reasons") { row, _ throws(TableFault) in row }
    healthRecordPeriods = try tables.read("health-record-periods", HealthRecordPeriodRow.init)
    certificateKinds = try tables.read("certificate-kinds", CertificateKindRow.init)
    certificateEditions = try tables.read("certificate-editions", CertificateEditionRow.init)
    measures = try tables.read("measures", MeasureRow.init)
  }
}
