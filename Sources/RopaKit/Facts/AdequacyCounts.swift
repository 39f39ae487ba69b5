/// How many countries and territories adequacy findings cover, as people count them.
package struct AdequacyCounts: Sendable {
  package let all: Int
  /// Those covered only for recipients that meet a condition.
  package let partial: Int
  /// Those of them where each recipient needs an entry of its own in a list.
  package let listed: Int

  /// Numbers that a sentence may give: partial findings may be counted, left out, or left out where they hang on a list.
  package var accepted: [Int] { [all, all - partial, all - listed] }
}

extension LawOnDay {
  /// Countries outside the home area, without bodies that have a pseudo-code and without the areas that one row covers together.
  package func adequacyCounts(_ regime: Regime) -> AdequacyCounts {
    let rows = law.countries.indices.compactMap { index -> AdequacyRow? in
      let code = CountryCode(row: Int16(index))
      guard !law.countries[index].code.utf8.starts(with: "X-".utf8), isThird(code, regime),
        let row = adequacyRow(code, regime),
        row.members.count == 1
      else { return nil }
      return row
    }
    return AdequacyCounts(
      all: rows.count, partial: rows.count { $0.scope != nil },
      listed: rows.count { ["dpf", "dpf-uk-extension", "privacy-shield"].contains($0.scope?.test) })
  }

  /// A body decides about adequacy under some regime on some day; nil for a body that never does.
  package func decidesAdequacy(_ name: String, _ regime: Regime) -> Bool? {
    func matches(_ version: RegimeVersion) -> Bool {
      let name =
        name.utf8.starts(with: "The ".utf8) || name.utf8.starts(with: "the ".utf8) ? String(name.dropFirst(4)) : name
      return name.utf8.elementsEqual(version.adequacyBy.utf8)
    }
    if self.name(of: regime).map(matches) ?? false { return true }
    return law.regimes.values.contains { $0.contains { matches($0.value) } } ? false : nil
  }
}
