import LocatedYAML

/// The ways an activity's data take, as nested lists: what follows a leg stands below it.
struct FlowView {
  let site: RegisterSite
  let legs: ArraySlice<Leg>
  let regimes: [Regime]
  /// By leg: the one before it.
  private let parents: [Int32]

  init(_ site: RegisterSite, activity slot: Int, regimes: [Regime]) {
    self.site = site
    let legs = site.assessment.facts.flows.legs(ofActivity: slot)
    self.legs = legs
    self.regimes = regimes
    parents = legs.indices.map { legs[$0].parent }
  }

  func write(_ page: inout HTMLBuffer) {
    page.html("<ul class=\"flows\">")
    children(of: -1, &page)
    page.html("</ul>\n")
  }

  private func children(of parent: Int32, _ page: inout HTMLBuffer) {
    for position in parents.indices where parents[position] == parent {
      let index = legs.startIndex + position
      page.html("<li>")
      site.legMarkup.write(key(legs[index]), into: &page) { write(legs[index], &$0) }
      if parents.contains(Int32(index)) {
        page.html("\n<ul>")
        children(of: Int32(index), &page)
        page.html("</ul>")
      }
      page.html("</li>\n")
    }
  }

  private func key(_ leg: Leg) -> LegKey {
    LegKey(
      exporter: leg.exporter, importer: leg.importer, system: leg.system, kind: leg.kind, isProcessor: leg.isProcessor,
      isFirst: leg.parent < 0, certainty: leg.certainty, hasUnknownPlace: leg.hasUnknownPlace, places: leg.places,
      regimes: regimes, activity: site.assessment.facts.cover.dependsOnActivity(leg) ? leg.activity : -1)
  }

  /// Asks the leg for nothing that its key does not hold.
  private func write(_ leg: Leg, _ page: inout HTMLBuffer) {
    page.html("<p class=\"leg\">")
    if leg.parent < 0 {
      site.mention(leg.exporter, from: .folder, &page)
    } else {
      page.text(site.names[Int(leg.exporter.value)])
    }
    page.html(" <span class=\"to\">to</span> ")
    site.mention(leg.importer, from: .folder, &page)
    page.html("</p><p class=\"meta\"><span>")
    role(leg, &page)
    page.html("</span>")
    if leg.system.isResolved {
      page.html("<span>Through ")
      site.mention(leg.system, from: .folder, &page)
      page.html("</span>")
    }
    for place in leg.places {
      page.html("<span>")
      page.capitalised(place.kind.words)
      page.html(" in ")
      page.text(site.law.inText(place.territory))
      page.html("</span>")
    }
    if leg.hasUnknownPlace { page.html("<span><b class=\"open\">Places not all known</b></span>") }
    if leg.certainty != .certain {
      page.html("<span>")
      page.capitalised(leg.certainty.rawValue)
      page.html("</span>")
    }
    transfers(leg, &page)
    page.html("</p>")
  }

  private func role(_ leg: Leg, _ page: inout HTMLBuffer) {
    switch leg.kind {
    case .recipient: page.html(leg.isProcessor ? "Processor" : "Recipient")
    case .subProcessor: page.html("Sub-processor")
    case .hosting: page.html("Stores the data")
    case .access: page.html("Can see the data")
    case .cookie: page.html("Sets or reads a cookie")
    }
  }

  /// What each regime's tables and the recorded transfers say of the places in third countries.
  private func transfers(_ leg: Leg, _ page: inout HTMLBuffer) {
    for (number, regime) in Regime.allCases.enumerated() {
      guard leg.places.contains(where: { site.isThird($0.territory, number) }),
        let exporter = site.registry.party(leg.exporter), let importer = site.registry.party(leg.importer),
        site.law.regimes(exporter: exporter, isOurs: site.registry.isOurs(leg.exporter), activity: regimes)
          .contains(regime)
      else { continue }
      var said: [Territory] = []
      for place in leg.places where site.isThird(place.territory, number) && !said.contains(place.territory) {
        said.append(place.territory)
        transfer(leg, place.territory, regime, importer, &page)
      }
    }
  }

  private func transfer(
    _ leg: Leg, _ territory: Territory, _ regime: Regime, _ importer: Party, _ page: inout HTMLBuffer
  ) {
    let name = site.law.name(of: regime)?.short ?? regime.rawValue
    let covering = site.assessment.facts.cover.covering(leg, regime, territory)
    page.html("<span>")
    page.text(name)
    page.html(": ")
    page.text(site.law.inText(territory))
    page.html(" is a third country; ")
    if covering.isEmpty {
      page.html("<b class=\"absent\">No transfer recorded</b>")
    } else {
      page.html("recorded as ")
      for (position, transfer) in covering.enumerated() {
        if position > 0 { page.html(", ") }
        site.mention(transfer.common.record, from: .folder, &page)
      }
    }
    page.html("</span><span>")
    page.text(name)
    page.html(": ")
    adequacy(site.law.adequacy(of: territory, regime, importer: importer, transfer: covering.first), &page)
    page.html("</span>")
  }

  private func adequacy(_ adequacy: Adequacy, _ page: inout HTMLBuffer) {
    switch adequacy {
    case .home: page.html("inside the area of that law")
    case .covered(let row): decision(row, "an adequacy entry covers it", &page)
    case .met(let row): decision(row, "an adequacy entry covers it; its condition is recorded as met", &page)
    case .unproven(let row): decision(row, "an adequacy entry covers it in part; its condition is not recorded", &page)
    case .notCovered: page.html("no adequacy entry")
    }
  }

  private func decision(_ row: AdequacyRow, _ words: StaticString, _ page: inout HTMLBuffer) {
    page.html(words)
    page.html(" (")
    page.text(row.decision)
    if let scope = row.scope {
      page.html(row.decision.utf8.isEmpty ? "" : "; ")
      page.text(scope.words)
    }
    page.html(row.isUnverified ? "; entry not verified)" : ")")
  }
}
