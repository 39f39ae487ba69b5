import LocatedYAML

// MARK: Transfers

extension ReviewBuilder {
  func transfers() -> [ReviewBlock] {
    var blocks: [ReviewBlock] = [.table(legs())]
    if scope.legs.contains(where: \.hasUnknownPlace) {
      let bodies = unique(scope.legs.filter(\.hasUnknownPlace).map(\.importer)).map { registry.name(of: $0) }
      blocks.append(.remark("Places that nobody has recorded: \(joined(bodies))."))
    }
    let used = scope.transfers
    if !used.isEmpty { blocks.append(.table(instruments(used))) }
    return blocks
  }

  /// One row for each leg, law and place in a third country.
  private func legs() -> ReviewTable {
    var table = ReviewTable(
      "legs", "Places in third countries",
      empty: "No place in a third country was found on the ways that were followed.",
      [
        ReviewColumn("exporter", "From"), ReviewColumn("importer", "To"), ReviewColumn("place", "Place"),
        ReviewColumn("regime", "Law"), ReviewColumn("recorded", "Recorded as"), ReviewColumn("adequacy", "Adequacy"),
      ])
    for leg in scope.legs {
      guard let exporter = registry.party(leg.exporter), let importer = registry.party(leg.importer) else { continue }
      let regimes = law.regimes(exporter: exporter, isOurs: registry.isOurs(leg.exporter), activity: scope.regimes)
      for regime in regimes {
        for place in leg.places where law.isThird(place.territory, regime) {
          let covering = assessed.facts.cover.covering(leg, regime, place.territory)
          let recorded = covering.map { transfer in
            ReviewItem(
              .name(transfer.common.record), assessed.mechanism(of: transfer).map { [.text($0.term.title)] } ?? [])
          }
          table.add(
            ReviewCell(.name(leg.exporter)),
            ReviewCell(
              ReviewItem(.name(leg.importer), leg.certainty == .certain ? [] : [.text(leg.certainty.rawValue)])),
            ReviewCell(.text(law.code(place.territory), .text(place.kind.words))),
            ReviewCell(.text(assessed.name(of: regime))), recorded.isEmpty ? .notRecorded : ReviewCell(recorded),
            adequacy(law.adequacy(of: place.territory, regime, importer: importer, transfer: covering.first)))
        }
      }
    }
    return table
  }

  private func adequacy(_ adequacy: Adequacy) -> ReviewCell {
    func row(_ row: AdequacyRow, _ words: StaticString) -> ReviewCell {
      var item = ReviewItem(.words(words), [.text(row.decision)])
      if let scope = row.scope { item.notes.append(.text(scope.words)) }
      if row.isUnverified { item.notes.append(.words("entry not verified")) }
      return ReviewCell(item)
    }
    return switch adequacy {
    case .home: ReviewCell("Inside the area of that law")
    case .covered(let found): row(found, "An entry covers it")
    case .met(let found): row(found, "An entry covers it; its condition is recorded as met")
    case .unproven(let found): row(found, "An entry covers it in part; its condition is not recorded")
    case .notCovered: ReviewCell("No entry")
    }
  }

  private func instruments(_ transfers: [Transfer]) -> ReviewTable {
    var table = ReviewTable(
      "instruments", "Recorded transfers", empty: "None is recorded.",
      [
        ReviewColumn("transfer", "Transfer"), ReviewColumn("instrument", "Instrument"),
        ReviewColumn("assessment", "Risk assessment"),
        ReviewColumn("measures", "Further measures"), ReviewColumn("fallback", "If it falls"),
      ])
    for transfer in transfers {
      table.add(
        ReviewCell(.name(transfer.common.record)), instrument(transfer), riskAssessment(transfer), measures(transfer),
        transfer.fallback.answer.cell(unlessGiven: "Nothing recorded") { .text($0.first) })
    }
    return table
  }

  private func instrument(_ transfer: Transfer) -> ReviewCell {
    guard !transfer.instrument.answer.isAbsent else { return ReviewCell("Names none") }
    return ReviewCell(
      transfer.instrument.answer.items { instrument in
        instrument.status.answer.items { status in
          var item = ReviewItem(.text(label(of: status.rawValue)))
          if let version = instrument.version.given { item.notes.append(.text(version.text)) }
          if let signed = instrument.signed.given { item.notes.append(.day(signed)) }
          if let expires = instrument.expires.given {
            item.notes += [.dated("until", expires)]
            if expires < day { item.notes.append(.mark(.warning, "passed")) }
          }
          return [item]
        }
      })
  }

  private func riskAssessment(_ transfer: Transfer) -> ReviewCell {
    guard let assessment = transfer.assessment.given.flatMap({ registry.assessment($0) }) else {
      let isAsked = assessed.mechanism(of: transfer)?.needsAssessment ?? false
      if case .absent = transfer.assessment.answer {
        return isAsked ? .notRecorded : ReviewCell("Not asked by the mechanism")
      }
      return transfer.assessment.answer.named()
    }
    var item = ReviewItem(.name(assessment.common.record))
    item.notes.append(
      assessment.outcome.given.map { .text("the assessor recorded \($0.rawValue)") } ?? .state(.notRecorded))
    if let made = assessment.date.given { item.notes.append(.day(made)) }
    return ReviewCell(item)
  }

  private func measures(_ transfer: Transfer) -> ReviewCell {
    if transfer.measures.answer.isAbsent { return ReviewCell("Names none") }
    return transfer.measures.answer.list { reference in
      guard let control = registry.control(reference) else { return ReviewItem(.state(.open)) }
      return ReviewItem(
        .name(reference.record), [control.status.given.map { .text($0.value.rawValue) } ?? .state(.notRecorded)])
    }
  }
}
