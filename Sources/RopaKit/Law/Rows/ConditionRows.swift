/// A condition of Art 9(2), in the order of ``Law/specialConditions``.
package struct SpecialConditionRow: Sendable {
  package let row: LawRow
  /// By regime: who must be bound to secrecy rests on this; nothing where nobody must.
  package let secrecy: [Regime: String]
  /// Rights that it adds to those of the lawful basis.
  package let addsRights: [String]
  /// Paragraphs of DPA Sch 1 of which one is needed beside it; empty where none is.
  package let schedule1: [Int]
  /// The regimes under which a law beside the regulation carries it.
  package let needsLaw: [Regime]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    needsLaw = (value["regimes"]?.byRegime { $0.flag("law") } ?? [:]).filter(\.value).keys.sorted()
    secrecy = value["secrecy"]?.byRegime { $0.text } ?? [:]
    addsRights = value.texts("adds-rights")
    let regimes = value["regimes"]?.byRegime { $0.texts("schedule-1") } ?? [:]
    schedule1 = regimes.values.joined().compactMap { Int($0) }
  }
}

/// A paragraph of Schedule 1 to the Data Protection Act 2018.
package struct Schedule1Row: Sendable {
  package let row: LawRow
  package let paragraph: Int
  /// 1...3.
  package let part: Int
  package let policyDocument: PolicyDocumentNeed
  /// When the policy document is not needed after all; nil where that never happens.
  package let exception: String?
  /// The conditions of Art 9(2) that it goes with; empty for those that stand alone.
  package let article9: [String]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    guard let paragraph = Int(row.id) else { throw value.fault("'\(row.id)' is no paragraph") }
    self.paragraph = paragraph
    part = try value.number("part") ?? 0
    policyDocument = try value.word("policy-document", PolicyDocumentNeed.self)
    exception = value["exception"]?.text
    article9 = value.texts("article-9")
  }
}

/// Whether a condition needs an appropriate policy document.
package enum PolicyDocumentNeed: String, Sendable {
  case required, no
  case unlessExcepted = "unless-excepted"
  /// As the paragraph of Part 2 that it leans on.
  case asPart2 = "as-part-2"
}

/// A condition of Annex 1 to the UK GDPR.
package struct RecognisedInterestRow: Sendable {
  package let row: LawRow
  /// When it is met, in words.
  package let words: String
  /// What a notice says of it.
  package let publicWords: String
  /// Somebody must have asked for the data.
  package let needsRequest: Bool

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    publicWords = try value.required("public")
    needsRequest = value.flag("request")
  }
}

/// What Art 10 asks for before data about offences are used.
package struct OffenceGroundRow: Sendable {
  package let row: LawRow
  /// Paragraphs of DPA Sch 1 of which one is needed under the UK regime; empty where none is.
  package let schedule1: [Int]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    schedule1 = value.texts("schedule-1").compactMap { Int($0) }
  }
}

/// A ground for a decision by a computer alone.
package struct DecisionGroundRow: Sendable {
  package let row: LawRow
  /// By regime and day: conditions of Art 9(2) of which one is needed when data of special categories are used.
  package let special: [Regime: [Dated<[String]>]]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    var special: [Regime: [Dated<[String]>]] = [:]
    for period in row.periods {
      guard let regime = period.regime else { throw value.fault("\(row.id) is under no regime") }
      let conditions = period.value?.texts("with-special-categories") ?? []
      special[regime, default: []].append(Dated(value: conditions, span: period.span))
    }
    self.special = special
  }
}

/// From which age a child can consent to an online service.
package struct ConsentAgeRow: Sendable {
  package let row: LawRow
  /// Nil for the age of the regime where no other row speaks.
  package let country: CountryCode?
  /// Years.
  package let age: Int

  init(_ row: LawRow, _ value: TableValue, _ countries: [String: CountryCode]) throws(TableFault) {
    self.row = row
    guard let age = try value.number("age") else { throw value.fault("\(row.id) has no age") }
    self.age = age
    country = value["country"].flatMap { countries[$0.text] }
    if value["country"] != nil && country == nil { throw value.fault("\(row.id) names no country") }
  }
}

/// The grounds on which data are used, besides the lawful bases.
package struct GroundsLaw: Sendable {
  /// In the order of ``Law/specialConditions``.
  package let specialConditions: [SpecialConditionRow]
  package let schedule1: [Schedule1Row]
  package let recognisedInterests: [RecognisedInterestRow]
  package let offenceGrounds: [OffenceGroundRow]
  package let decisionGrounds: [DecisionGroundRow]
  package let decisionSafeguards: [LawRow]
  package let consentAges: [ConsentAgeRow]

  init(_ tables: LawTables, _ countries: [String: CountryCode]) throws(TableFault) {
    specialConditions = try tables.read("special-conditions", SpecialConditionRow.init)
    schedule1 = try tables.read("schedule-1", Schedule1Row.init)
    recognisedInterests = try tables.read("recognised-interests", RecognisedInterestRow.init)
    offenceGrounds = try tables.read("offence-grounds", OffenceGroundRow.init)
    decisionGrounds = try tables.read("decision-grounds", DecisionGroundRow.init)
    decisionSafeguards = try tables.read("decision-safeguards") { row, _ throws(TableFault) in row }
    consentAges = try tables.read("consent-ages") { row, value throws(TableFault) in
      try ConsentAgeRow(row, value, countries)
    }
  }
}

extension GroundsLaw {
  /// The condition of Annex 1 that a word of a record names.
  func recognised(_ id: String) -> RecognisedInterestRow? { recognisedInterests.first { $0.row.id == id } }
}

extension TableValue {
  /// What is written under the name of each regime.
  fileprivate func byRegime<Value>(_ read: (TableValue) -> Value) -> [Regime: Value] {
    var values: [Regime: Value] = [:]
    for (key, value) in entries { if let regime = Regime(rawValue: key) { values[regime] = read(value) } }
    return values
  }
}
