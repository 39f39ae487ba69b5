/// What lets something be stored on a visitor's device or read from it.
package struct StorageRouteRow: Sendable {
  package let row: LawRow
  /// Id and words of everything that must be shown.
  package let conditions: [(id: String, words: String)]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    conditions = (value["conditions"]?.entries ?? []).map { (id: $0.key, words: $0.value.text) }
    guard !conditions.isEmpty else { throw value.fault("\(row.id) has no conditions") }
  }
}

/// Names under which a product stores identifiers that follow people.
package struct KnownTrackerRow: Sendable {
  package let row: LawRow
  /// An asterisk at the end stands for the rest of a name.
  package let names: [String]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    names = value.texts("names")
    guard !names.isEmpty else { throw value.fault("\(row.id) has no names") }
  }
}

/// What lets marketing go to individuals by e-mail and the like.
package struct MarketingRouteRow: Sendable {
  package let row: LawRow
  package let words: String
  /// Kinds of bodies that alone may use it; empty for all.
  package let bodies: [String]

  init(_ row: LawRow, _ value: TableValue) throws(TableFault) {
    self.row = row
    words = try value.required("what")
    bodies = value.texts("bodies")
  }
}

/// Cookies, other storage on devices, and electronic marketing.
package struct DevicesLaw: Sendable {
  package let storageRoutes: [StorageRouteRow]
  /// The headings under which cookies are shown.
  package let storageCategories: [LawRow]
  package let knownTrackers: [KnownTrackerRow]
  package let marketingRoutes: [MarketingRouteRow]

  init(_ tables: LawTables) throws(TableFault) {
    storageRoutes = try tables.read("storage-routes", StorageRouteRow.init)
    storageCategories = try tables.read("storage-categories") { row, _ throws(TableFault) in row }
    knownTrackers = try tables.read("known-trackers", KnownTrackerRow.init)
    marketingRoutes = try tables.read("marketing-routes", MarketingRouteRow.init)
  }
}
