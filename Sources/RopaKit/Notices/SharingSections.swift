import LocatedYAML

/// Who gets data and how it is protected.
extension NoticeComposer {
  func recipients() -> [PublicBlock] {
    var lists = RecipientLists(registry)
    for activity in covered {
      for entry in activity.fields.recipients?.elements() ?? [] { add(entry, to: &lists) }
    }
    for leg in legs where leg.isProcessor && !lists.hasProcessor(leg.importer) {
      guard let party = projection.party(leg.importer), let name = nameAndCategory(party) else { continue }
      let what = [text(party.services) ?? service(of: leg), text(party.recordWords())].compactMap { $0 }
      let item = what.isEmpty ? name : say(.nameAndWhat, name, messages.sentences(what))
      let isPossible = leg.isPossible || party.isPossible
      lists.add(leg.importer, item, leg.kind == .recipient ? .processor : .chain, isPossible: isPossible)
    }
    return RecipientLists.Group.allCases.flatMap { group -> [PublicBlock] in
      [false, true].flatMap { isPossible -> [PublicBlock] in
        let items = lists.items(group, isPossible: isPossible)
        return items.isEmpty ? [] : [.paragraph(say(key(group, isPossible))), .list(items)]
      }
    }
  }

  private func key(_ group: RecipientLists.Group, _ isPossible: Bool) -> MessageKey {
    switch group {
    case .processor: isPossible ? .mayWorkForUs : .workForUs
    case .chain: isPossible ? .theyMayUse : .theyUse
    case .other: isPossible ? .mayGive : .give
    }
  }

  private func add(_ entry: Published<RecipientEntry>, to lists: inout RecipientLists) {
    guard let party = entry.party?.followed(), entry.role?.value != .internal, entry.anonymous?.value != .anonymous,
      !registry.isOurs(party.value.common.record)
    else { return }
    let isProcessor = entry.role?.value == .processor || (entry.role == nil && party.value.face == .processors)
    if isProcessor && lists.hasProcessor(party.value.common.record) { return }
    guard let name = nameAndCategory(party) else { return }
    var sentences = [text(entry.services) ?? text(party.services)].compactMap { $0 }
    sentences += unique([text(entry.when), text(party.when)].compactMap { $0 })
    if let data = names(entry.data) { sentences.append(say(.theyGet, data)) }
    sentences += [text(party.recordWords())].compactMap { $0 }
    let item = sentences.isEmpty ? name : say(.nameAndWhat, name, messages.sentences(sentences))
    lists.add(
      party.value.common.record, item, isProcessor ? .processor : .other,
      isPossible: entry.isPossible || party.isPossible)
  }

  /// What a processor's processor does, as the one who uses it says.
  private func service(of leg: CoveredLeg) -> PublicText? {
    projection.party(leg.exporter)?.subProcessors?.elements()
      .first { $0.value.party.given?.record == leg.importer }.flatMap { text($0.services) }
  }

  func systems() -> [PublicBlock] {
    var seen = noRecords()
    let items = covered.flatMap { $0.fields.systems?.elements() ?? [] }.filter { seen.insert($0.value.record) }
      .compactMap { $0.followed() }.compactMap { system -> PublicText? in
        guard let title = text(system.recordTitle()) else { return nil }
        let ours = system.operator_?.value.record == organisation.value.common.record
        let runs =
          ours
          ? say(.weRun, title) : system.operator_?.followed().flatMap { name($0) }.map { say(.runsSystem, title, $0) }
        let item = system.isPossible ? say(.possibly, runs ?? title) : runs ?? title
        return messages.sentences([item] + [text(system.recordWords())].compactMap { $0 })
      }
    return items.isEmpty ? [] : [.paragraph(say(.systems)), .list(items)]
  }

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
          rows.add(
            leg.importer, name, place: words(place, isPossible: possible),
            protection: protection(leg, place, regime, party, &rows))
        }
      }
    }
    guard !rows.isEmpty else { return [] }
    let columns = [say(.columnWho), say(.columnPlace), say(.columnProtection)]
    var blocks: [PublicBlock] = [.paragraph(say(.transfers)), .table(PublicTable(columns: columns, rows: rows.cells))]
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
    return say(key, PublicText(place, law))
  }

  /// What protects data at a place under a regime; nil where the records do not say.
  private func protection(
    _ leg: Leg, _ place: LegPlace, _ regime: Regime, _ party: Published<Party>, _ rows: inout TransferRows
  ) -> PublicText? {
    var mechanism: Mechanism?
    for transfer in facts.cover.covering(leg, regime, place.territory).compactMap({ projection.admit($0) }) {
      mechanism = transfer.mechanism.map { law.law.mechanisms[Int($0.value.index.value)] } ?? mechanism
      if let words = text(transfer.recordWords()) { rows.add(words: words) }
    }
    if mechanism == nil {
      switch law.adequacy(of: place.territory, regime, importer: party.value) {
      case .covered, .met: mechanism = law.law.mechanisms.first { $0.kind == .adequacy }
      case .home, .unproven, .notCovered: break
      }
    }
    guard let mechanism else {
      projection.omit(place.range)
      return nil
    }
    if mechanism.kind == .safeguard { rows.hasSafeguard = true }
    let words = PublicText(law: mechanism.term)
    guard regimes.count > 1, let version = law.name(of: regime) else { return words }
    return say(.protectionUnder, PublicText(shortNameOf: version), words)
  }

  func security() -> [PublicBlock] {
    var seen = noRecords()
    var controls: [Published<Control>] = []
    func add(_ references: PublishedElements<Reference<Control>>?) {
      for reference in references ?? [] where seen.insert(reference.value.record) {
        if let control = reference.followed(), control.value.isInPlace, !control.isPossible { controls.append(control) }
      }
    }
    add(organisation.controls?.elements())
    for activity in covered {
      add(activity.fields.controls?.elements())
      for system in activity.fields.systems?.elements() ?? [] where seen.insert(system.value.record) {
        add(system.followed()?.controls?.elements())
      }
    }
    for leg in legs where leg.isProcessor && !leg.isPossible && seen.insert(leg.importer) {
      add(projection.party(leg.importer)?.controls?.elements())
    }
    let measures = unique(
      controls.flatMap { $0.measures?.elements() ?? [] }.map { measure in
        PublicText(law: law.law.measures[Int(measure.value.index.value)])
      })
    var blocks: [PublicBlock] = measures.isEmpty ? [] : [.paragraph(say(.measures)), .list(measures)]
    blocks += controls.compactMap { text($0.recordWords()) }.map { .paragraph($0) }
    let certificates = unique(
      (organisation.certificates?.values() ?? []).filter { certificate in
        certificate.value.expires.given.map { $0 >= law.day } ?? true
      }.compactMap { certificate -> PublicText? in
        guard let kind = certificate.kind?.settled() as Published<Line>? else { return nil }
        return MessageKey(rawValue: "certificate-" + kind.value.text).map { say($0) } ?? PublicText(kind)
      })
    if !certificates.isEmpty { blocks += [.paragraph(say(.certificates)), .list(certificates)] }
    return blocks
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
}

/// Recipients by how they get data, each body once.
private struct RecipientLists {
  enum Group: CaseIterable { case processor, chain, other }
  private var entries: [(group: Group, isPossible: Bool, text: PublicText)] = []
  /// The bodies that are told of as ones that work for us, or for one who does.
  private var processors: RecordSet
  private var others: Set<Told> = []

  /// One body may be told of several times when each says something else.
  private struct Told: Hashable {
    let record: RecordIndex
    let text: PublicText
  }

  init(_ registry: Registry) { processors = RecordSet(registry) }

  func hasProcessor(_ record: RecordIndex) -> Bool { processors.contains(record) }

  mutating func add(_ record: RecordIndex, _ text: PublicText, _ group: Group, isPossible: Bool) {
    let isNew =
      group == .other
      ? others.insert(Told(record: record, text: text)).inserted : processors.insert(record)
    if isNew { entries.append((group, isPossible, text)) }
  }

  func items(_ group: Group, isPossible: Bool) -> [PublicText] {
    entries.filter { $0.group == group && $0.isPossible == isPossible }.map(\.text)
  }
}

/// The rows of the table of transfers, one for each body.
private struct TransferRows {
  private var rows: [(who: PublicText, places: [PublicText], protections: [PublicText])] = []
  /// Bodies of one name share a row.
  private var rowOfName: [PublicText: Int] = [:]
  private var rowOfBody: [RecordIndex: Int] = [:]
  private(set) var words: [PublicText] = []
  /// Some safeguard is named of which people may have a copy.
  var hasSafeguard = false
  var isEmpty: Bool { rows.isEmpty }
  var cells: [[[PublicText]]] { rows.map { [[$0.who], $0.places, $0.protections] } }

  mutating func add(_ body: RecordIndex, _ who: PublicText, place: PublicText, protection: PublicText?) {
    let index = rowOfBody[body] ?? rowOfName[who] ?? rows.count
    (rowOfBody[body], rowOfName[who]) = (index, index)
    if index == rows.count { rows.append((who, [], [])) }
    if !rows[index].places.contains(place) { rows[index].places.append(place) }
    if let protection, !rows[index].protections.contains(protection) { rows[index].protections.append(protection) }
  }

  mutating func add(words text: PublicText) { if !words.contains(text) { words.append(text) } }
}
