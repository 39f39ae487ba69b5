import LocatedYAML

/// Where data go, and what protects them there.
extension NoticeComposer {
  func transfers() -> [PublicBlock] {
    var rows = TransferRows()
    var told: Set<ToldPlace> = []
    for covered in legs where reachesThirdCountry(covered) {
      let leg = facts.flows.legs[covered.place]
      let isPossible = covered.isPossible
      for regime in regimes {
        for place in leg.places where law.isThird(place.territory, regime) {
          // Activities share their processors: what one of them told need not be made again.
          guard told.insert(ToldPlace(leg, place, regime, isPossible, facts.cover)).inserted,
            let party = projection.party(leg.importer), let name = name(party)
          else { continue }
          let possible = isPossible || party.isPossible
          let protections = protections(leg, place, regime, party, &rows)
          rows.add(leg.importer, name, place: words(place, isPossible: possible), regime, protections)
        }
      }
    }
    guard !rows.isEmpty else { return [] }
    let columns = [say(.columnWho), say(.columnPlace), say(.columnProtection)]
    var blocks: [PublicBlock] = [
      .paragraph(say(.transfers)), .table(PublicTable(columns: columns, rows: rows.cells { say(.partly, $0) })),
    ]
    if rows.hasSafeguard {
      let way = sentence(contact(organisation.own()?.rights?.contact))
      blocks.append(.paragraph(messages.sentences([say(.copyOfSafeguards)] + (way.map { [$0] } ?? []))))
    }
    return blocks + rows.words.map { .paragraph($0) }
  }

  /// Some covered data go where the notice has to tell of it.
  var hasTransfers: Bool {
    legs.contains { leg in reachesThirdCountry(leg) && projection.party(leg.importer).flatMap { name($0) } != nil }
  }

  private func reachesThirdCountry(_ leg: CoveredLeg) -> Bool {
    facts.flows.legs[leg.place].places.contains { place in regimes.contains { law.isThird(place.territory, $0) } }
  }

  private func words(_ place: LegPlace, isPossible: Bool) -> PublicText {
    let key: MessageKey =
      switch place.kind {
      case .established: .placeEstablished
      case .hosting: isPossible ? .placeMayHost : .placeHosting
      case .access: isPossible ? .placeMayAccess : .placeAccess
      }
    return say(key, PublicText(place, law, messages))
  }

  /// What protects data on a leg at a place under a regime; empty where the records do not say.
  private func protections(
    _ leg: Leg, _ place: LegPlace, _ regime: Regime, _ party: Published<Party>, _ rows: inout TransferRows
  ) -> Protections {
    var measures: [PublicText] = []
    let transfers = transfers(on: leg, place, regime)
    let mechanisms = mechanisms(to: place, regime, party, transfers)
    for transfer in transfers {
      for control in transfer.measures?.elements() ?? [] {
        guard let control = control.followed(), control.value.isInPlace else { continue }
        measures += (control.measures?.elements() ?? []).map {
          PublicText(law: law.law.measures[Int($0.value.index.value)], messages)
        }
      }
      for onward in transfer.onward?.elements() ?? [] {
        if let words = words(onward, from: party) { rows.add(words: words) }
      }
      if let words = text(transfer.recordWords()) { rows.add(words: words) }
    }
    if mechanisms.isEmpty {
      projection.omit(place.range)
      return Protections(mechanisms: [], measures: measures)
    }
    if mechanisms.contains(where: { $0.kind == .safeguard }) { rows.hasSafeguard = true }
    let words = mechanisms.map { PublicText(law: $0.term, messages) }
    guard regimes.count > 1, let version = law.name(of: regime) else {
      return Protections(mechanisms: words, measures: measures)
    }
    return Protections(
      mechanisms: words.map { say(.protectionUnder, PublicText(shortNameOf: version, messages), $0) },
      measures: measures)
  }

  /// The transfer records that may be told of and cover a leg at a place under a regime.
  func transfers(on leg: Leg, _ place: LegPlace, _ regime: Regime) -> [Published<Transfer>] {
    facts.cover.covering(leg, regime, place.territory).compactMap { projection.admit($0) }
  }

  /// What carries data to a body at a place: what its transfers rest on, else a decision that covers it.
  func mechanisms(
    to place: LegPlace, _ regime: Regime, _ party: Published<Party>, _ transfers: [Published<Transfer>]
  ) -> [Mechanism] {
    var mechanisms: [Mechanism] = []
    for transfer in transfers {
      if let mechanism = transfer.mechanism.map({ law.law.mechanisms[Int($0.value.index.value)] }),
        law.carries(mechanism, to: place.territory, regime, importer: party.value, transfer.value),
        law.protects(mechanism, transfer.value),
        !mechanisms.contains(where: { $0.term.id == mechanism.term.id })
      {
        mechanisms.append(mechanism)
      }
    }
    if mechanisms.isEmpty, let decision = law.law.mechanisms.first(where: { $0.kind == .adequacy }) {
      // A decision may cover the body, and yet not what a transfer says of the data.
      let each: [Transfer?] = transfers.isEmpty ? [nil] : transfers.map(\.value)
      if each.allSatisfy({ law.carries(decision, to: place.territory, regime, importer: party.value, $0) }) {
        mechanisms.append(decision)
      }
    }
    return mechanisms
  }

  /// Where an importer sends data on to.
  private func words(_ onward: Published<OnwardTransfer>, from importer: Published<Party>) -> PublicText? {
    guard let from = name(importer), let to = onward.party?.followed().flatMap({ name($0) }),
      let place = onward.country
    else { return nil }
    var sentences = [say(.onward, from, to, PublicText(place, law, messages))]
    if let when = text(onward.when) { sentences.append(when) }
    if let safeguard = text(onward.safeguard) { sentences.append(say(.onwardSafeguard, safeguard)) }
    return messages.sentences(sentences)
  }
}

/// A place on a leg as the table of transfers tells it.
private struct ToldPlace: Hashable {
  let exporter: RecordIndex
  let importer: RecordIndex
  let leg: FlowKind
  let territory: Territory
  let place: PlaceKind
  let regime: Regime
  let isPossible: Bool
  /// Only where a transfer record is bound to some activities.
  let activity: Int32?

  init(_ leg: Leg, _ place: LegPlace, _ regime: Regime, _ isPossible: Bool, _ cover: TransferCover) {
    (exporter, importer, self.leg) = (leg.exporter, leg.importer, leg.kind)
    (territory, self.place, self.regime, self.isPossible) = (place.territory, place.kind, regime, isPossible)
    activity = cover.dependsOnActivity(leg) ? leg.activity : nil
  }

  /// Few places of an importer differ in anything else.
  func hash(into hasher: inout Hasher) {
    hasher.combine(importer)
    hasher.combine(exporter)
  }
}

/// What protects data on one leg at one place.
private struct Protections {
  /// What the transfer rests on; none where no record says.
  let mechanisms: [PublicText]
  let measures: [PublicText]
}

/// The rows of the table of transfers: the places of a body that the same protects share a row.
private struct TransferRows {
  private struct Place {
    let words: PublicText
    /// In the order in which they were met; the regime of a mechanism, nil for a measure.
    var protections: [(words: PublicText, regime: Regime?)] = []
    /// Regimes under which nothing carries some of the data that go there.
    var uncarried: Set<Regime> = []
  }
  private var bodies: [(who: PublicText, places: [Place])] = []
  /// Bodies of one name stand together.
  private var placeOfName: [PublicText: Int] = [:]
  private var placeOfBody: [RecordIndex: Int] = [:]
  private(set) var words: [PublicText] = []
  /// Some safeguard is named of which people may have a copy.
  var hasSafeguard = false
  var isEmpty: Bool { bodies.isEmpty }

  /// - Parameter partly: what is said of a mechanism that carries some of the data that go to a place, while nothing carries others.
  func cells(partly: (PublicText) -> PublicText) -> [[[PublicText]]] {
    bodies.flatMap { body -> [[[PublicText]]] in
      var rows: [[[PublicText]]] = []
      for place in body.places {
        let protections = place.protections.map { protection in
          protection.regime.map(place.uncarried.contains) ?? false ? partly(protection.words) : protection.words
        }
        if let row = rows.firstIndex(where: { $0[2] == protections }) {
          rows[row][1].append(place.words)
        } else {
          rows.append([[body.who], [place.words], protections])
        }
      }
      return rows
    }
  }

  mutating func add(
    _ body: RecordIndex, _ who: PublicText, place words: PublicText, _ regime: Regime, _ protections: Protections
  ) {
    let index = placeOfBody[body] ?? placeOfName[who] ?? bodies.count
    (placeOfBody[body], placeOfName[who]) = (index, index)
    if index == bodies.count { bodies.append((who, [])) }
    let place = bodies[index].places.firstIndex { $0.words == words } ?? bodies[index].places.count
    if place == bodies[index].places.count { bodies[index].places.append(Place(words: words)) }
    if protections.mechanisms.isEmpty { bodies[index].places[place].uncarried.insert(regime) }
    let all = protections.mechanisms.map { ($0, regime) } + protections.measures.map { ($0, nil) }
    for (words, regime) in all where !bodies[index].places[place].protections.contains(where: { $0.words == words }) {
      bodies[index].places[place].protections.append((words, regime))
    }
  }

  mutating func add(words text: PublicText) { if !words.contains(text) { words.append(text) } }
}
