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
  /// Every table as it was written, in the order of the register's pages.
  package let tables: [LawTable]
  package let grounds: GroundsLaw
  package let people: PeopleLaw
  package let records: RecordsLaw
  package let devices: DevicesLaw
  package let figures: FiguresLaw
  package let schemes: SchemesLaw
  /// Countries that people often take for adequate and that no decision covers.
  package let oftenAssumed: [CountryCode]
  let home: [HomeRow]
  let adequacy: [AdequacyRow]
  let areas: [String: [CountryCode]]
  let formerMembers: [String: [FormerMember]]
  /// By area: what people write where a place is asked for and mean the whole of it.
  let areaNames: [String: [String]]
  let regimes: [Regime: [Dated<RegimeVersion>]]
  let citations: [String: [Regime: [Dated<String>]]]
  private let countryIndex: [String: CountryCode]

  /// Reads the tables.
  /// - Parameter files: one file per table; the path is the table's name without folder and ending.
  package init(_ files: [SourceFile]) throws(TableFault) {
    let tables = try LawTables(files)
    self.tables = tables.sorted
    checked = self.tables.map(\.checked).min() ?? .earliestLaw
    let (countries, codes) = try Law.countries(
      try tables.entries("countries"), aliases: try tables.named("countries")["aliases"]?.entries ?? [])
    self.countries = countries
    countryIndex = codes
    let areaRows = try tables.entries("areas")
    let areas = try Law.areas(areaRows, codes)
    self.areas = areas
    formerMembers = try Law.formerMembers(areaRows, codes)
    areaNames = Dictionary(uniqueKeysWithValues: areaRows.map { ($0.key, $0.value.texts("typed")) })
    home = try Law.each(try tables.entries("home")) { row throws(TableFault) in
      try HomeRow(row.value, areas: areas, codes)
    }
    adequacy = try Law.each(try tables.entries("adequacy")) { row throws(TableFault) in
      try AdequacyRow(row.value, id: row.key, areas: areas, codes)
    }
    let adequacyTable = try tables.named("adequacy")
    oftenAssumed = (adequacyTable["often-assumed"]?.items ?? []).compactMap { codes[$0.text] }
    lawfulBases = try Law.each(try tables.entries("lawful-bases"), LawfulBasisRow.init)
    specialConditions = try Law.each(try tables.entries("special-conditions"), TermRow.init)
    mechanisms = try Law.each(try tables.entries("mechanisms"), Mechanism.init)
    measures = try Law.each(try tables.entries("measures"), TermRow.init)
    dataCategories = try Law.each(try tables.entries("data-categories"), DataCategoryRow.init)
    dataSubjects = try Law.each(try tables.entries("data-subjects"), DataSubjectsRow.init)
    rights = try Law.each(try tables.entries("rights"), RightRow.init)
    elements = try Law.each(try tables.entries("notice-elements"), NoticeElement.init)
    regulators = try Law.each(try tables.entries("regulators")) { row throws(TableFault) in try Regulator(row.value) }
    regimes = try Law.regimes(try tables.entries("regimes"))
    var citations: [String: [Regime: [Dated<String>]]] = [:]
    for row in try tables.entries("citations") { citations[row.key] = try row.value.datedCitations() }
    self.citations = citations
    grounds = try GroundsLaw(tables, codes)
    people = try PeopleLaw(tables)
    records = try RecordsLaw(tables)
    devices = try DevicesLaw(tables)
    figures = try FiguresLaw(tables)
    schemes = try SchemesLaw(tables)
  }

  private static func countries(
    _ rows: [(key: String, value: TableValue)], aliases: [(key: String, value: TableValue)]
  ) throws(TableFault) -> ([Country], [String: CountryCode]) {
    var countries: [Country] = []
    var index: [String: CountryCode] = [:]
    for (position, row) in rows.enumerated() {
      let name = try row.value.required("name")
      countries.append(
        Country(code: row.key, name: name, inText: row.value["in"]?.text ?? name, typed: row.value.texts("typed")))
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

  private static func each<Row>(
    _ rows: [(key: String, value: TableValue)], _ make: (TableValue, String) throws(TableFault) -> Row
  ) throws(TableFault) -> [Row] {
    try each(rows) { row throws(TableFault) in try make(row.value, row.key) }
  }

  /// Countries that were members once, by area.
  private static func formerMembers(
    _ rows: [(key: String, value: TableValue)], _ countries: [String: CountryCode]
  ) throws(TableFault) -> [String: [FormerMember]] {
    var members: [String: [FormerMember]] = [:]
    for row in rows {
      for (country, day) in row.value["left"]?.entries ?? [] {
        guard let code = countries[country], let last = Day(day.text) else {
          throw row.value.fault("no former member '\(country)'")
        }
        members[row.key, default: []].append(FormerMember(code: code, last: last))
      }
    }
    return members
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

  /// What running text calls countries and regions: names, what else people write for them, and short forms beside the codes. The codes
  /// themselves are left out, because many are words.
  var placeNames: [(words: String, territory: Territory)] {
    var names: [(words: String, territory: Territory)] = []
    for (row, country) in countries.enumerated() {
      let code = CountryCode(row: Int16(row))
      names += ([country.name] + country.typed).map { ($0, .country(code)) }
    }
    names += countryIndex.filter { countries[Int($0.value.row)].code != $0.key }.sorted { $0.key < $1.key }
      .map { ($0.key, .country($0.value)) }
    for region in Region.allCases {
      names += unique([region.rawValue] + (areaNames[region.rawValue] ?? [])).map { ($0, .region(region)) }
    }
    return names
  }
}
