package import LocatedYAML

/// The law tables: dated data with sources. Nothing here is computed from a day; see ``LawOnDay``.
package final class Law: Sendable {
  package let countries: [Country]
  package let lawfulBases: [LawfulBasisRow]
  package let specialConditions: [TermRow]
  package let mechanisms: [Mechanism]
  package let measures: [TermRow]
  package let dataCategories: [DataCategoryRow]
  package let dataSubjects: [DataSubjectsRow]
  package let rights: [RightRow]
  package let elements: [NoticeElement]
  package let regulators: [Regulator]
  /// The day on which the table that was looked at longest ago was compared with its sources.
  package let checked: Day
  let home: [HomeRow]
  let adequacy: [AdequacyRow]
  let areas: [String: [CountryCode]]
  let regimes: [Regime: [Dated<RegimeVersion>]]
  let citations: [String: [Regime: [Dated<String>]]]
  private let countryIndex: [String: CountryCode]

  /// Reads the tables.
  /// - Parameter files: one file per table; the path is the table's name without folder and ending.
  package init(_ files: [SourceFile]) throws(TableFault) {
    var tables: [String: TableValue] = [:]
    for file in files { tables[file.path] = try TableValue(file) }
    var checked: [Day] = []
    for file in files { if let day = try tables[file.path]?.day("checked") { checked.append(day) } }
    self.checked = checked.min() ?? .earliestLaw
    func rows(_ name: String) throws(TableFault) -> [(key: String, value: TableValue)] {
      guard let rows = tables[name]?["rows"] else { throw TableFault(table: name, message: "missing, or without rows") }
      return rows.entries
    }
    let (countries, codes) = try Law.countries(
      try rows("countries"), aliases: tables["countries"]?["aliases"]?.entries ?? [])
    self.countries = countries
    countryIndex = codes
    let areas = try Law.areas(try rows("areas"), codes)
    self.areas = areas
    home = try Law.each(try rows("home")) { row throws(TableFault) in try HomeRow(row.value, areas: areas, codes) }
    adequacy = try Law.each(try rows("adequacy")) { row throws(TableFault) in
      try AdequacyRow(row.value, id: row.key, areas: areas, codes)
    }
    lawfulBases = try Law.each(try rows("lawful-bases")) { row throws(TableFault) in
      try LawfulBasisRow(row.value, id: row.key)
    }
    specialConditions = try Law.each(try rows("special-conditions")) { row throws(TableFault) in
      try TermRow(row.value, id: row.key)
    }
    mechanisms = try Law.each(try rows("mechanisms")) { row throws(TableFault) in try Mechanism(row.value, id: row.key)
    }
    measures = try Law.each(try rows("measures")) { row throws(TableFault) in try TermRow(row.value, id: row.key) }
    dataCategories = try Law.each(try rows("data-categories")) { row throws(TableFault) in
      try DataCategoryRow(row.value, id: row.key)
    }
    dataSubjects = try Law.each(try rows("data-subjects")) { row throws(TableFault) in
      try DataSubjectsRow(row.value, id: row.key)
    }
    rights = try Law.each(try rows("rights")) { row throws(TableFault) in try RightRow(row.value, id: row.key) }
    elements = try Law.each(try rows("notice-elements")) { row throws(TableFault) in
      try NoticeElement(row.value, id: row.key)
    }
    regulators = try Law.each(try rows("regulators")) { row throws(TableFault) in try Regulator(row.value) }
    regimes = try Law.regimes(try rows("regimes"))
    var citations: [String: [Regime: [Dated<String>]]] = [:]
    for row in try rows("citations") { citations[row.key] = try row.value.datedCitations() }
    self.citations = citations
  }

  private static func countries(
    _ rows: [(key: String, value: TableValue)], aliases: [(key: String, value: TableValue)]
  ) throws(TableFault) -> ([Country], [String: CountryCode]) {
    var countries: [Country] = []
    var index: [String: CountryCode] = [:]
    for (position, row) in rows.enumerated() {
      let name = try row.value.required("name")
      countries.append(Country(code: row.key, name: name, inText: row.value["in"]?.text ?? name))
      index[row.key] = CountryCode(row: Int16(position))
    }
    for alias in aliases { index[alias.key] = index[alias.value.text] }
    return (countries, index)
  }

  private static func each<Row>(
    _ rows: [(key: String, value: TableValue)],
    _ make: ((key: String, value: TableValue)) throws(TableFault) -> Row
  ) throws(TableFault) -> [Row] {
    var result: [Row] = []
    for row in rows { result.append(try make(row)) }
    return result
  }

  /// Areas may name other areas among their members.
  private static func areas(
    _ rows: [(key: String, value: TableValue)], _ countries: [String: CountryCode]
  ) throws(TableFault) -> [String: [CountryCode]] {
    var areas: [String: [CountryCode]] = [:]
    for row in rows { areas[row.key] = try codes(row.value.texts("members"), areas: areas, countries, in: row.value) }
    return areas
  }

  static func codes(
    _ names: [String], areas: [String: [CountryCode]], _ countries: [String: CountryCode], in row: TableValue
  ) throws(TableFault) -> [CountryCode] {
    var codes: [CountryCode] = []
    for name in names {
      if let area = areas[name] {
        codes += area
      } else if let code = countries[name] {
        codes.append(code)
      } else {
        throw row.fault("no country or area '\(name)'")
      }
    }
    return codes
  }

  private static func regimes(
    _ rows: [(key: String, value: TableValue)]
  ) throws(TableFault) -> [Regime: [Dated<RegimeVersion>]] {
    var regimes: [Regime: [Dated<RegimeVersion>]] = [:]
    for row in rows {
      guard let regime = Regime(rawValue: row.key) else { throw row.value.fault("no regime '\(row.key)'") }
      var versions: [Dated<RegimeVersion>] = []
      for version in row.value["versions"]?.items ?? [] {
        versions.append(Dated(value: try RegimeVersion(version), span: try version.span()))
      }
      regimes[regime] = versions
    }
    return regimes
  }

  /// The words of the tables and the codes of countries, for reading records.
  var vocabulary: (terms: [TermTable: [String: TermIndex]], countries: [String: CountryCode]) {
    func index(_ rows: [TermRow]) -> [String: TermIndex] {
      var index: [String: TermIndex] = [:]
      for (position, row) in rows.enumerated() {
        for word in [row.id] + row.aliases { index[word] = TermIndex(value: Int32(position)) }
      }
      return index
    }
    return (
      [
        .lawfulBases: index(lawfulBases.map(\.term)), .specialConditions: index(specialConditions),
        .mechanisms: index(mechanisms.map(\.term)), .measures: index(measures),
        .dataCategories: index(dataCategories.map(\.term)), .dataSubjects: index(dataSubjects.map(\.term)),
      ], countryIndex
    )
  }

  /// The code of a country; nil when the table has no such row.
  package func country(_ code: String) -> CountryCode? { countryIndex[code] }
}
