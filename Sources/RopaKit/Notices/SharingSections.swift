import LocatedYAML

/// Who gets data, and where they go.
extension NoticeComposer {
  func recipients() -> [PublicBlock] {
    var lists = RecipientLists(registry)
    for activity in covered {
      for entry in activity.fields.recipients?.elements() ?? [] { add(entry, of: activity, to: &lists) }
    }
    for leg in legs where leg.isProcessor && !lists.hasProcessor(leg.importer) {
      guard let party = projection.party(leg.importer), let name = nameAndCategory(party) else { continue }
      let what =
        [text(party.services) ?? service(of: leg), text(party.when)].compactMap { $0 } + passingOn(party)
        + [text(party.recordWords())].compactMap { $0 }
      let item = what.isEmpty ? name : say(.nameAndWhat, name, messages.sentences(what))
      let isPossible = leg.isPossible || party.isPossible
      // Whoever sets a cookie for us gets the data from the visitor, not from a supplier of ours.
      let isOurs = leg.kind == .recipient || leg.kind == .cookie
      lists.add(leg.importer, item, isOurs ? .processor : .chain, isPossible: isPossible)
      if leg.kind == .recipient && !isPossible { noteAgreement(with: party, in: &lists) }
    }
    return RecipientLists.Group.allCases.flatMap { group -> [PublicBlock] in
      [false, true].flatMap { isPossible -> [PublicBlock] in
        let items = lists.items(group, isPossible: isPossible)
        if items.isEmpty { return [] }
        let blocks: [PublicBlock] = [.paragraph(say(key(group, isPossible))), .list(items)]
        guard group == .processor && !isPossible, !lists.agreed.isEmpty else { return blocks }
        let names = unique(lists.agreed)
        let key: MessageKey = names.count == 1 ? .agreement : .agreements
        return blocks + [.paragraph(say(key, messages.list(names)))]
      }
    }
  }

  private func noteAgreement(with party: Published<Party>, in lists: inout RecipientLists) {
    let ours = organisation.value.common.record
    guard party.hasProcessingAgreement(with: ours, on: law.day), let name = name(party) else { return }
    lists.agreed.append(name)
  }

  /// Whom a body passes data on to for their own ends.
  private func passingOn(_ party: Published<Party>) -> [PublicText] {
    (party.onward?.elements() ?? []).flatMap { onward -> [PublicText] in
      guard let name = onward.party?.followed().flatMap({ name($0) }) else { return [] }
      return [say(onward.isPossible ? .mayPassOn : .passesOn, name), text(onward.when)].compactMap { $0 }
    }
  }

  private func key(_ group: RecipientLists.Group, _ isPossible: Bool) -> MessageKey {
    switch group {
    case .processor: isPossible ? .mayWorkForUs : .workForUs
    case .chain: isPossible ? .theyMayUse : .theyUse
    case .other: isPossible ? .mayGive : .give
    }
  }

  private func add(
    _ entry: Published<RecipientEntry>, of activity: CoveredActivity, to lists: inout RecipientLists
  ) {
    guard let party = entry.party?.followed(), entry.role?.value != .internal, entry.anonymous?.value != .anonymous,
      !registry.isOurs(party.value.common.record)
    else { return }
    let isProcessor = entry.role?.value == .processor || (entry.role == nil && party.value.face == .processors)
    if isProcessor && lists.hasProcessor(party.value.common.record) { return }
    // Most activities say no more than who gets data, and the words are the same each time.
    let isPlain =
      entry.services == nil && entry.when == nil && entry.data == nil && entry.purposes == nil
      && party.value.onward.answer.isAbsent
    projection.use(party.value.common.record)
    let item =
      isPlain
      ? memory.words(of: .recipient(party.value.common.record, isProcessor: isProcessor)) {
        words(entry, party, activity, isProcessor: isProcessor).map { [$0] } ?? []
      }.first : words(entry, party, activity, isProcessor: isProcessor)
    guard let item else { return }
    lists.add(
      party.value.common.record, item, isProcessor ? .processor : .other,
      isPossible: entry.isPossible || party.isPossible)
    if isProcessor && !entry.isPossible && !party.isPossible { noteAgreement(with: party, in: &lists) }
  }

  private func words(
    _ entry: Published<RecipientEntry>, _ party: Published<Party>, _ activity: CoveredActivity, isProcessor: Bool
  ) -> PublicText? {
    guard let name = nameAndCategory(party) else { return nil }
    var sentences = [text(entry.services) ?? text(party.services)].compactMap { $0 }
    sentences += unique([text(entry.when), text(party.when)].compactMap { $0 })
    // Words on when data are given name the standards as well.
    let hasWords = entry.when != nil || party.when != nil
    if !hasWords, let body = party.standard?.followed().flatMap({ self.name($0) }) {
      sentences.append(say(.norm, body))
    }
    if let data = names(entry.data) { sentences.append(say(.theyGet, data)) }
    if let purposes = words(ofPurposes: entry.purposes, [activity]) { sentences.append(say(.why, purposes)) }
    sentences += passingOn(party) + [text(party.recordWords())].compactMap { $0 }
    if !isProcessor, let website = PublicText(address: party.website) { sentences.append(say(.theirWebsite, website)) }
    return sentences.isEmpty ? name : say(.nameAndWhat, name, messages.sentences(sentences))
  }

  /// What a processor's processor does, as the one who uses it says.
  private func service(of leg: CoveredLeg) -> PublicText? {
    projection.party(leg.exporter)?.subProcessors?.elements()
      .first { $0.value.party.given?.record == leg.importer }.flatMap { text($0.services) }
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
            protections: protections(leg, place, regime, party, &rows))
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

  /// What protects data at a place under a regime; empty where the records do not say.
  private func protections(
    _ leg: Leg, _ place: LegPlace, _ regime: Regime, _ party: Published<Party>, _ rows: inout TransferRows
  ) -> [PublicText] {
    var mechanism: Mechanism?
    var measures: [PublicText] = []
    for transfer in facts.cover.covering(leg, regime, place.territory).compactMap({ projection.admit($0) }) {
      mechanism = transfer.mechanism.map { law.law.mechanisms[Int($0.value.index.value)] } ?? mechanism
      for control in transfer.measures?.elements() ?? [] {
        guard let control = control.followed(), control.value.isInPlace else { continue }
        measures += (control.measures?.elements() ?? []).map {
          PublicText(law: law.law.measures[Int($0.value.index.value)])
        }
      }
      for onward in transfer.onward?.elements() ?? [] {
        if let words = words(onward, from: party) { rows.add(words: words) }
      }
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
      return measures
    }
    if mechanism.kind == .safeguard { rows.hasSafeguard = true }
    let words = PublicText(law: mechanism.term)
    guard regimes.count > 1, let version = law.name(of: regime) else { return [words] + measures }
    return [say(.protectionUnder, PublicText(shortNameOf: version), words)] + measures
  }

  /// Where an importer sends data on to.
  private func words(_ onward: Published<OnwardTransfer>, from importer: Published<Party>) -> PublicText? {
    guard let from = name(importer), let to = onward.party?.followed().flatMap({ name($0) }),
      let place = onward.country
    else { return nil }
    var sentences = [say(.onward, from, to, PublicText(place, law))]
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

/// Recipients by how they get data, each body once.
private struct RecipientLists {
  enum Group: CaseIterable { case processor, chain, other }
  private var entries: [(group: Group, isPossible: Bool, text: PublicText)] = []
  /// Those who work for us under an agreement in force.
  var agreed: [PublicText] = []
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

  mutating func add(_ body: RecordIndex, _ who: PublicText, place: PublicText, protections: [PublicText]) {
    let index = rowOfBody[body] ?? rowOfName[who] ?? rows.count
    (rowOfBody[body], rowOfName[who]) = (index, index)
    if index == rows.count { rows.append((who, [], [])) }
    if !rows[index].places.contains(place) { rows[index].places.append(place) }
    for protection in protections where !rows[index].protections.contains(protection) {
      rows[index].protections.append(protection)
    }
  }

  mutating func add(words text: PublicText) { if !words.contains(text) { words.append(text) } }
}
