import LocatedYAML

/// Who gets data.
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
