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
      return own.kindOf.map { PublicText(law: law.law.dataCategories[Int($0.value.index.value)].term, messages) }
    }
    return builtIn(reference.value.record, .dataCategories).map {
      PublicText(law: law.law.dataCategories[$0].term, messages)
    }
  }

  /// A word for people: the register's own, else that of the vocabulary.
  func name(subjects reference: Published<Reference<DataSubjects>>) -> PublicText? {
    if let own = reference.followed() {
      return text(own.recordTitle())
        ?? own.kindOf.map { PublicText(law: law.law.dataSubjects[Int($0.value.index.value)].term, messages) }
    }
    return builtIn(reference.value.record, .dataSubjects).map {
      PublicText(law: law.law.dataSubjects[$0].term, messages)
    }
  }

  /// A word for people with some of those who are among them.
  func nameAndItems(subjects reference: Published<Reference<DataSubjects>>) -> PublicText? {
    guard let name = name(subjects: reference) else { return nil }
    let items = (reference.followed()?.items?.elements() ?? []).compactMap { text($0) }
    return items.isEmpty ? name : say(.subjectsWithItems, name, messages.list(items))
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

  /// Blocks of each activity, under its title unless they hold for every covered one.
  func byActivity(_ blocks: (CoveredActivity) -> [PublicBlock]) -> [PublicBlock] {
    let parts = covered.map { ($0, blocks($0)) }.filter { !$0.1.isEmpty }
    if parts.count == covered.count, let first = parts.first, parts.allSatisfy({ $0.1 == first.1 }) { return first.1 }
    return parts.flatMap { activity, blocks in
      (text(activity.fields.recordTitle()).map { [PublicBlock.subheading($0)] } ?? []) + blocks
    }
  }
}
