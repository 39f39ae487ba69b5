import LocatedYAML

/// A law table as it was written: what it is about, where it comes from, and its rows for pages and tests. The typed rows of ``Law``
/// are made from the same values.
package struct LawTable: Sendable {
  /// The file's name without ending; the table's address in the register.
  package let id: String
  package let title: String
  /// What the table answers, in a sentence or a few.
  package let about: String
  package let group: LawGroup
  package let source: String
  /// The day on which it was last compared with its sources.
  package let checked: Day
  /// What pages show of each row besides its title, days and source.
  package let columns: [LawColumn]
  /// Its rows are changes that may come; none of them is in force on any day.
  package let isPending: Bool
  private let from: Day?
  private let root: TableValue

  init(_ file: SourceFile) throws(TableFault) {
    let root = try TableValue(file)
    self.root = root
    id = file.path
    title = try root.required("title")
    about = try root.required("about")
    guard let group = LawGroup(rawValue: try root.required("group")) else { throw root.fault("unknown group") }
    self.group = group
    source = try root.required("source")
    guard let checked = try root.day("checked") else { throw root.fault("no checked") }
    self.checked = checked
    isPending = root.flag("pending")
    from = try root.day("from")
    columns = (root["columns"]?.entries ?? []).map { LawColumn(key: $0.key, heading: $0.value.text) }
  }

  /// A value of the table itself.
  subscript(_ name: StaticString) -> TableValue? { root[name] }

  /// The rows in their order.
  /// - Throws: a fault when a row has no days or no known confidence.
  package func rows() throws(TableFault) -> [LawTableRow] {
    var rows: [LawTableRow] = []
    for entry in try entries() { rows.append(LawTableRow(row: try row(entry), value: entry.value)) }
    return rows
  }

  /// Key and value of each row.
  func entries() throws(TableFault) -> [(key: String, value: TableValue)] {
    guard let rows = root["rows"] else { throw root.fault("without rows") }
    return rows.entries
  }

  /// What a row says of itself; it takes over source, day and first day of the table where it names none.
  func row(_ entry: (key: String, value: TableValue)) throws(TableFault) -> LawRow {
    try LawRow(entry.value, id: entry.key, source: source, checked: checked, from: from)
  }
}

/// A row with what it says of itself and everything that was written.
package struct LawTableRow: Sendable {
  package let row: LawRow
  let value: TableValue

  /// The names of everything that was written, at the top of the row.
  package var keys: [String] { value.entries.map(\.key) }
}

/// A column of a table's page.
package struct LawColumn: Sendable {
  /// The names of the values it shows; `scope.words` is a value inside another.
  package let keys: [String]
  package let heading: String

  init(key: String, heading: String) {
    keys = key.utf8.split(separator: UInt8(ascii: "+")).map { String(Substring($0)) }
    self.heading = heading
  }
}

/// What the tables of a group are about.
package enum LawGroup: String, CaseIterable, Sendable {
  case clock, organisations, places, grounds, people, records, assessments, devices, security, health, words

  package var title: String {
    switch self {
    case .clock: "Laws, days and figures"
    case .organisations: "Regulators and fees"
    case .places: "Places and transfers"
    case .grounds: "Grounds"
    case .people: "What people are told and can ask for"
    case .records: "Records and contracts"
    case .assessments: "Impact assessments"
    case .devices: "Devices and marketing"
    case .security: "Security"
    case .health: "Health"
    case .words: "Words"
    }
  }
}

/// All tables by name.
struct LawTables {
  private let tables: [String: LawTable]

  /// - Parameter files: one file per table; the path is the table's name without folder and ending.
  init(_ files: [SourceFile]) throws(TableFault) {
    var tables: [String: LawTable] = [:]
    for file in files { tables[file.path] = try LawTable(file) }
    self.tables = tables
  }

  /// In the order of the groups, then of the titles.
  var sorted: [LawTable] {
    LawGroup.allCases.flatMap { group in
      tables.values.filter { $0.group == group }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
  }

  func named(_ name: String) throws(TableFault) -> LawTable {
    guard let table = tables[name] else { throw TableFault(table: name, message: "missing") }
    return table
  }

  /// Key and value of each row of a table.
  func entries(_ name: String) throws(TableFault) -> [(key: String, value: TableValue)] { try named(name).entries() }

  /// Makes the typed rows of a table.
  func read<Row>(
    _ name: String, _ make: (LawRow, TableValue) throws(TableFault) -> Row
  ) throws(TableFault) -> [Row] {
    let table = try named(name)
    var rows: [Row] = []
    for entry in try table.entries() { rows.append(try make(try table.row(entry), entry.value)) }
    return rows
  }
}
