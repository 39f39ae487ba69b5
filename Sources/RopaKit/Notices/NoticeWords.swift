import LocatedYAML

/// Words that several sections use.
extension NoticeComposer {
  /// A body by its name: the registered one where it has one, a class or a circumstance by its public words.
  func name(_ party: Published<Party>) -> PublicText? {
    let record = party.value.common.record
    projection.use(record)
    return memory.words(of: .party(record)) { fullName(party).map { [$0] } ?? [] }.first
  }

  private func fullName(_ party: Published<Party>) -> PublicText? {
    switch party.kind?.value ?? .company {
    case .class, .circumstance: text(party.category) ?? text(party.recordTitle())
    default: text(party.legalName) ?? text(party.recordTitle()) ?? text(party.category)
    }
  }

  /// A body as people call it.
  func shortName(_ party: Published<Party>) -> PublicText? { text(party.recordTitle()) ?? name(party) }

  /// A body by its name, with what sort of body it is.
  func nameAndCategory(_ party: Published<Party>) -> PublicText? {
    guard let name = name(party) else { return nil }
    guard let category = text(party.category), category != name else { return name }
    return say(.nameAndCategory, name, category)
  }

  /// A word for data: the register's own, else that of the vocabulary.
  func name(category reference: Published<Reference<DataCategory>>) -> PublicText? {
    let record = reference.value.record
    let words = memory.words(of: .category(record)) { word(category: reference).map { [$0] } ?? [] }
    if !words.isEmpty && !registry.header(record).isBuiltIn { projection.use(record) }
    return words.first
  }

  private func word(category reference: Published<Reference<DataCategory>>) -> PublicText? {
    if let own = reference.followed() {
      if let words = text(own.label) ?? text(own.recordTitle()) { return words }
      return own.kindOf.map { PublicText(law: law.law.dataCategories[Int($0.value.index.value)].term) }
    }
    return builtIn(reference.value.record, .dataCategories).map { PublicText(law: law.law.dataCategories[$0].term) }
  }

  /// A word for people: the register's own, else that of the vocabulary.
  func name(subjects reference: Published<Reference<DataSubjects>>) -> PublicText? {
    if let own = reference.followed() {
      return text(own.recordTitle())
        ?? own.kindOf.map { PublicText(law: law.law.dataSubjects[Int($0.value.index.value)].term) }
    }
    return builtIn(reference.value.record, .dataSubjects).map { PublicText(law: law.law.dataSubjects[$0].term) }
  }

  /// The row of a word of the built-in vocabulary; nil for records and for references that lead nowhere.
  func builtIn(_ record: RecordIndex, _ table: TermTable) -> Int? {
    guard record.isResolved, registry.header(record).isBuiltIn else { return nil }
    return registry.directory.term(registry.header(record).id, in: table).map { Int($0.value) }
  }

  func names(_ categories: Published<List<Reference<DataCategory>>>?) -> PublicText? {
    let names = (categories?.elements() ?? []).compactMap { name(category: $0) }
    return names.isEmpty ? nil : messages.list(unique(names))
  }

  /// One of the organisation's contacts, by its id in the record.
  func contact(_ id: Published<Line>?) -> Published<Contact>? {
    guard let id else { return nil }
    return organisation.contacts?.values().first { $0.value.id == id.value.text }
  }

  /// Every way to reach a contact, a line for each.
  func lines(_ contact: Published<Contact>, of party: Published<Party>) -> [PublicText] {
    var lines: [PublicText] = []
    if let role = text(contact.role) { lines.append(role) }
    if contact.post != nil, let name = name(party) { lines.append(name) }
    lines += PublicText.lines(of: contact.post, in: language)
    if let email = PublicText(email: contact.email) { lines.append(email) }
    if let number = PublicText(telephone: contact.telephone) { lines.append(say(.telephone, number)) }
    if let form = PublicText(address: contact.form) { lines.append(say(.form, form)) }
    if let page = PublicText(address: contact.page) { lines.append(page) }
    if let marked = text(contact.marked) { lines.append(say(.marked, marked)) }
    return lines
  }

  /// The shortest way to reach a contact: its e-mail address, form, telephone or page.
  func way(to contact: Published<Contact>) -> PublicText? {
    PublicText(email: contact.email) ?? PublicText(address: contact.form) ?? PublicText(telephone: contact.telephone)
      ?? PublicText(address: contact.page)
  }

  /// How to reach a contact, in a sentence.
  func sentence(_ contact: Published<Contact>?) -> PublicText? {
    guard let contact, let way = way(to: contact) else { return nil }
    return text(contact.role).map { say(.writeToRole, $0, way) } ?? say(.writeTo, way)
  }

  /// How long data are kept under a rule; nil when the rule gives neither a period nor an end.
  func duration(_ rule: Published<RetentionRule>) -> PublicText? {
    let record = rule.value.common.record
    projection.use(record)
    return memory.words(of: .duration(record)) { period(of: rule).map { [$0] } ?? [] }.first
  }

  private func period(of rule: Published<RetentionRule>) -> PublicText? {
    var parts: [PublicText] = []
    let start = rule.starts.flatMap { event($0) }
    func from(_ period: PublicText) -> PublicText { start.map { say(.periodAfter, period, $0) } ?? period }
    if let period = rule.period { parts.append(from(PublicText(period, messages))) }
    let ends = (rule.ends?.elements() ?? []).compactMap { event($0) }
    if !ends.isEmpty { parts.append(say(.until, messages.alternatives(ends))) }
    if let words = text(rule.criterion) { parts.append(words) }
    if let least = rule.minimum { parts.append(say(.atLeast, from(PublicText(least, messages)))) }
    if let most = rule.maximum { parts.append(say(.atMost, from(PublicText(most, messages)))) }
    if let stop = rule.backStop { parts.append(say(.backStop, PublicText(stop, messages))) }
    return parts.isEmpty ? nil : messages.phrases(parts)
  }

  /// An event that starts or ends a period; words of the record's own stay as they are.
  private func event(_ event: Published<Event>) -> PublicText? {
    guard let word = event.event else { return nil }
    let body = event.of?.followed().flatMap { name($0) }
    guard let key = MessageKey(rawValue: "event-" + word.value.text) else {
      return PublicText(word).map { words in body.map { say(.eventOf, words, $0) } ?? words }
    }
    if key == .eventContractEnd, let body { return say(.contractEndWith, body) }
    return body.map { say(.eventOf, say(key), $0) } ?? say(key)
  }

  /// Blocks of each activity, under its title where there are several with something to say.
  func byActivity(_ blocks: (CoveredActivity) -> [PublicBlock]) -> [PublicBlock] {
    let parts = covered.map { ($0, blocks($0)) }.filter { !$0.1.isEmpty }
    if parts.count == 1 || covered.count == 1 { return parts.flatMap(\.1) }
    return parts.flatMap { activity, blocks in
      (text(activity.fields.recordTitle()).map { [PublicBlock.subheading($0)] } ?? []) + blocks
    }
  }
}
