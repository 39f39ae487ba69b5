import LocatedYAML

/// What the rules about flows without a transfer record have in common.
extension Assessed {
  /// The finding of a gap: what happens abroad, that no record covers it, the whole way, and the stub of a record.
  /// - Parameter fact: what happens, with the names of the bodies and places.
  func observation(of gap: TransferGap, _ fact: String, severity: Severity) -> Observation {
    let leg = facts.flows.legs[Int(gap.leg)]
    let activities = gap.activities.map { registry.records.activities[Int($0)].common.record }
    let more = activities.count > 1 ? " (and \(activities.count - 1) more of the activities)" : ""
    var notes = gap.places.filter { $0.range != leg.range }.map { place in
      Note(
        message: "\(registry.name(of: leg.importer)) \(place.kind.words) here: \(law.code(place.territory))",
        range: place.range)
    }
    notes += nearMisses(of: leg, gap)
    return Observation(
      """
      \(fact), and no transfer record of \(registry.name(of: leg.exporter)) under the \(name(of: gap.regime)) covers it: \
      \(path(to: leg, at: gap.places))\(more). \(sentenceCase(words(for: gap.adequacy, of: worstPlace(gap, leg))))
      """,
      at: leg.range, hint: stub(of: leg, gap), notes: notes, severity: leg.certainty == .possible ? .advice : severity,
      citations: [law.cite("transfers-gate", gap.regime), adequacyCitation(gap), "Art 30(1)(d), (e)"].compactMap { $0 },
      records: [record(of: leg)] + activities + [leg.exporter, leg.importer],
      evidence: [
        Evidence("regime", gap.regime.rawValue), Evidence("places", words(for: gap.places)),
        Evidence("adequacy", words(for: gap.adequacy, of: worstPlace(gap, leg))),
      ])
  }

  /// The usual severity: a country that is covered without condition leaves only the record to be written.
  func severity(of gap: TransferGap) -> Severity {
    if case .covered = gap.adequacy { return .advice }
    return gap.isSameEntity ? .warning : .error
  }

  private func adequacyCitation(_ gap: TransferGap) -> String? {
    switch gap.adequacy {
    case .covered(let row), .met(let row), .unproven(let row): row.decision
    case .home, .notCovered: nil
    }
  }

  /// How adequacy stands to a place, as evidence and in running text.
  func words(for adequacy: Adequacy, of place: String) -> String {
    switch adequacy {
    case .home: "\(place) lies inside the area of the regime"
    case .covered(let row): "\(row.decision) covers \(place)"
    case .met(let row):
      "\(row.decision) covers \(place) only for \(row.scope?.words ?? "some recipients"); the recipient is recorded as one of these"
    case .unproven(let row):
      "\(row.decision) covers \(place) only for \(row.scope?.words ?? "some recipients"); the recipient is not recorded as one of these"
    case .notCovered: "no adequacy finding covers \(place)"
    }
  }

  /// The place whose protection decides.
  private func worstPlace(_ gap: TransferGap, _ leg: Leg) -> String {
    guard let importer = registry.party(leg.importer) else { return "" }
    let worst = gap.places.first {
      law.adequacy(of: $0.territory, gap.regime, importer: importer).rank == gap.adequacy.rank
    }
    return worst.map { law.inText($0.territory) } ?? ""
  }

  private func stub(of leg: Leg, _ gap: TransferGap) -> String {
    var countries: [String] = []
    for place in gap.places where !countries.contains(law.code(place.territory)) {
      countries.append(law.code(place.territory))
    }
    let mechanism: String
    if case .covered = gap.adequacy {
      mechanism = "adequacy"
    } else {
      mechanism = "{unknown: what the transfer rests on}"
    }
    return """
      add a record in transfers: {exporter: \(registry.header(leg.exporter).id), importer: \(registry.header(leg.importer).id), \
      countries: [\(countries.joined(separator: ", "))], regime: \(gap.regime.rawValue), mechanism: \(mechanism)}
      """
  }

  /// Transfer records to the same body that come near and do not cover the leg, and why.
  private func nearMisses(of leg: Leg, _ gap: TransferGap) -> [Note] {
    var seen: Set<RecordIndex> = []
    return registry.mentions(of: leg.importer).compactMap { mention in
      guard registry.header(mention.from).kind == .transfers, seen.insert(mention.from).inserted else { return nil }
      let transfer = registry.records.transfers[Int(registry.header(mention.from).slot)]
      guard transfer.importer.given?.record == leg.importer, let reason = miss(transfer, leg, gap) else { return nil }
      return Note(message: "This transfer does not cover it: \(reason)", range: transfer.common.anchor)
    }
  }

  private func miss(_ transfer: Transfer, _ leg: Leg, _ gap: TransferGap) -> String? {
    if let exporter = transfer.exporter.given?.record, exporter.isResolved, exporter != leg.exporter {
      return "its exporter is \(registry.name(of: exporter)), and this leg starts at \(registry.name(of: leg.exporter))"
    }
    if !transfer.isActive { return "it is not in use, or in doubt" }
    if let regime = transfer.regime.given?.value, regime != gap.regime {
      return "it is recorded under the \(name(of: regime))"
    }
    let missing = gap.places.map(\.territory).filter { place in
      !transfer.countries.elements().contains { law.includes($0, place) }
    }
    if !missing.isEmpty { return "it does not name \(names(of: missing))" }
    if !transfer.kind.elements().isEmpty && !transfer.kind.elements().contains(leg.kind) {
      return "it is for another kind of flow"
    }
    return transfer.activities.elements().isEmpty ? nil : "it is for other activities"
  }
}
