/// The law as it stands on one day, laid out for quick questions.
package final class LawOnDay: Sendable {
  package let law: Law
  package let day: Day
  /// By regime and country.
  private let home: [[Bool]]
  private let adequacy: [[AdequacyRow?]]
  /// By regime and region.
  private let thirdRegions: [[Bool]]

  package init(_ law: Law, on day: Day) {
    self.law = law
    self.day = day
    home = Regime.allCases.map { regime in
      var inside = [Bool](repeating: false, count: law.countries.count)
      for row in law.home where row.regime == regime && row.span.contains(day) {
        for code in row.members { inside[Int(code.row)] = true }
      }
      return inside
    }
    adequacy = Regime.allCases.map { LawOnDay.adequacy(law, $0, day) }
    let home = home
    thirdRegions = Regime.allCases.map { regime in
      Region.allCases.map { region in
        (law.areas[region.rawValue] ?? []).allSatisfy { !home[regime.ordinal][Int($0.row)] }
      }
    }
  }

  /// A regime may take over another's rows for some days, as the United Kingdom did until the end of 2020.
  private static func adequacy(_ law: Law, _ regime: Regime, _ day: Day) -> [AdequacyRow?] {
    var rows = [AdequacyRow?](repeating: nil, count: law.countries.count)
    for row in law.adequacy where row.regime == regime && row.span.contains(day) {
      if let other = row.follows { return adequacy(law, other, day) }
      for code in row.members { rows[Int(code.row)] = row }
    }
    return rows
  }

  /// The tables know the law from 25 May 2018 on; before it only references and integrity are judged.
  package var hasRulePack: Bool { day >= .earliestLaw }

  /// The country is a third country under a regime on this day.
  package func isThird(_ code: CountryCode, _ regime: Regime) -> Bool { !home[regime.ordinal][Int(code.row)] }

  /// The finding that covers a country, if there is one on this day; its scope has still to be met.
  package func adequacyRow(_ code: CountryCode, _ regime: Regime) -> AdequacyRow? {
    adequacy[regime.ordinal][Int(code.row)]
  }

  /// The last finding that covered a country before this day.
  package func expiredAdequacy(_ code: CountryCode, _ regime: Regime) -> AdequacyRow? {
    law.adequacy.last { row in
      row.regime == regime && row.members.contains(code) && (row.span.to.map { $0 < day } ?? false)
    }
  }

  /// Countries of a region that people may name in place of a country, with those that had not left it by this day.
  package func members(_ region: Region) -> [CountryCode] {
    (law.areas[region.rawValue] ?? [])
      + (law.formerMembers[region.rawValue] ?? []).compactMap { $0.last >= day ? $0.code : nil }
  }

  /// True when a place may lie in a third country: a region only when all of it does.
  package func isThird(_ territory: Territory, _ regime: Regime) -> Bool {
    switch territory {
    case .country(let code): isThird(code, regime)
    case .region(let region): thirdRegions[regime.ordinal][region == .eu ? 0 : 1]
    case .outside(let region):
      // Everything outside the area that includes the home area is third; otherwise nobody can say.
      members(region).contains { !isThird($0, regime) }
    }
  }

  /// The name of the regime's law on this day.
  package func name(of regime: Regime) -> RegimeVersion? {
    law.regimes[regime]?.first { $0.span.contains(day) }?.value
  }

  /// The citation of a topic of the citation table under a regime on this day.
  package func cite(_ topic: String, _ regime: Regime) -> String? { law.citations[topic]?[regime]?.on(day) }

  /// The regulator whose name and address hold on this day.
  package func regulator(_ regime: Regime) -> Regulator? {
    law.regulators.first { $0.regime == regime && $0.span.contains(day) }
  }

  /// A right exists under a regime on this day; its citation.
  package func cite(_ right: RightRow, _ regime: Regime) -> String? { right.cite[regime]?.on(day) }

  /// How far a right goes when data are used on a basis.
  package func scope(of right: RightRow, under basis: LawfulBasisRow) -> RightScope {
    right.isUnconditional ? .applies : basis.rights[right.id] ?? .applies
  }

  /// The name of a place in running text: "Ireland", "the European Economic Area".
  package func inText(_ territory: Territory) -> String {
    switch territory {
    case .country(let code): law.countries[Int(code.row)].inText
    case .region(.eu): LawOnDay.areaWords[0]
    case .region(.eea): LawOnDay.areaWords[1]
    case .outside(.eu): LawOnDay.areaWords[2]
    case .outside(.eea): LawOnDay.areaWords[3]
    }
  }

  /// What running text calls areas and what lies outside of them.
  static let areaWords = [
    "the European Union", "the European Economic Area", "countries outside the European Union",
    "countries outside the European Economic Area",
  ]

  /// The short name of a place: a code or a region.
  package func code(_ territory: Territory) -> String {
    switch territory {
    case .country(let code): law.countries[Int(code.row)].code
    case .region(let region): region.rawValue
    case .outside(let region): "outside \(region.rawValue)"
    }
  }
}
