struct HomeRow: Sendable {
  let regime: Regime
  let members: [CountryCode]
  let span: Span

  init(_ row: TableValue, areas: [String: [CountryCode]], _ countries: [String: CountryCode]) throws(TableFault) {
    guard let regime = Regime(rawValue: try row.required("regime")) else { throw row.fault("no regime") }
    self.regime = regime
    members = try Law.codes(row.texts("members"), areas: areas, countries, in: row)
    span = try row.span()
  }
}

/// A finding that a country protects personal data well enough, or the rows that another regime takes over.
package struct AdequacyRow: Sendable {
  package let id: String
  let regime: Regime
  let members: [CountryCode]
  let follows: Regime?
  package let decision: String
  /// Data that it leaves out although the place is covered, in words; nil where it leaves out nothing.
  package let excludes: String?
  package let scope: AdequacyScope?
  package let span: Span
  package let isUnverified: Bool

  init(
    _ row: TableValue, id: String, areas: [String: [CountryCode]], _ countries: [String: CountryCode]
  ) throws(TableFault) {
    self.id = id
    guard let regime = Regime(rawValue: try row.required("regime")) else { throw row.fault("no regime") }
    self.regime = regime
    follows = row["follows"].flatMap { Regime(rawValue: $0.text) }
    members = try Law.codes(row.texts("country") + row.texts("area"), areas: areas, countries, in: row)
    guard !members.isEmpty || follows != nil else { throw row.fault("\(id) covers nothing") }
    decision = row["decision"]?.text ?? ""
    excludes = row["excludes"]?.text
    scope = try row["scope"].map { value throws(TableFault) in
      AdequacyScope(
        test: try value.required("test"), words: try value.required("words"),
        listedWithin: try value.period("listed-within"))
    }
    span = try row.span()
    isUnverified = row.flag("unverified") || row["doubt"] != nil
  }
}

/// The condition of a partial adequacy decision.
package struct AdequacyScope: Sendable {
  /// The fact a record must show.
  package let test: String
  package let words: String
  /// How old the look at the list may be that shows it; nil where there is no list.
  package let listedWithin: Period?
}

/// A country that left an area.
struct FormerMember: Sendable {
  let code: CountryCode
  /// The last day of its membership.
  let last: Day
}
