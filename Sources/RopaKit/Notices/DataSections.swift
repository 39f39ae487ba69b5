import LocatedYAML

/// What is collected, from where, and why.
extension NoticeComposer {
  func whatWeDo() -> [PublicBlock] {
    let audience = Set((notice.audience?.elements() ?? []).map(\.value.record))
    let entries = covered.compactMap { activity -> PublicEntry? in
      guard let title = text(activity.fields.recordTitle()) else { return nil }
      var sentences = [text(activity.fields.description), text(activity.fields.recordWords())].compactMap { $0 }
      let subjects = activity.fields.subjects?.elements() ?? []
      let names = subjects.compactMap { name(subjects: $0) }
      if Set(subjects.map(\.value.record)) != audience, !names.isEmpty {
        sentences.append(say(.concerns, messages.list(names)))
      }
      return PublicEntry(term: title, text: messages.sentences(sentences))
    }
    return entries.isEmpty ? [] : [.definitions(entries)]
  }

  func data() -> [PublicBlock] {
    byActivity { activity in
      let items = categories(of: activity).compactMap { category -> PublicText? in
        guard let name = name(category: category) else { return nil }
        let own = category.followed()
        let parts = (own?.items?.elements() ?? []).compactMap { text($0) }
        // "First name and surname" need not be followed by its parts.
        let saysMore = !parts.isEmpty && messages.list(parts).plain.lowercased() != name.plain.lowercased()
        let item = saysMore ? say(.dataWithItems, name, messages.list(parts)) : name
        let sure = own?.isPossible == true ? say(.possibly, item) : item
        return text(own?.recordWords()).map { say(.nameAndWhat, sure, $0) } ?? sure
      }
      return items.isEmpty ? [] : [.list(items)]
    }
  }

  func sources() -> [PublicBlock] {
    let items = covered.flatMap { activity in
      (activity.fields.sources?.elements() ?? []).compactMap { source -> PublicText? in
        guard let origin = source.origin.flatMap({ words($0) }) else { return nil }
        var parts = [names(source.data).map { say(.sourceData, $0) }, text(source.when).map { say(.sourceWhen, $0) }]
          .compactMap { $0 }
        if let form = PublicText(source.form) { parts.append(say(.sourceForm, form)) }
        return parts.isEmpty ? origin : say(.sourceDetails, origin, messages.phrases(parts))
      }
    }
    return items.isEmpty ? [] : [.paragraph(say(.sources)), .list(unique(items))]
  }

  private func words(_ origin: Published<Origin>) -> PublicText? {
    switch origin.value {
    case .subject: return say(.fromYou)
    case .device: return say(.fromDevice)
    case .derived: return say(.derived)
    case .publicSource: return say(.fromPublic)
    case .party(let reference):
      return projection.party(reference.record).flatMap { name($0) }.map { say(.fromBody, $0) }
    }
  }

  func purposes() -> [PublicBlock] {
    var rows: [[[PublicText]]] = []
    for activity in covered {
      let all = categories(of: activity)
      // Most purposes use all the data of their activity.
      lazy var words = names(all)
      for purpose in activity.fields.purposes?.values() ?? [] {
        guard let text = text(purpose.text) else { continue }
        let own = purpose.data.map { Array($0.elements()) } ?? []
        rows.append([
          [text], own.isEmpty ? words : names(own), bases(of: purpose, activity),
          durations(of: purpose, activity, data: own.isEmpty ? all : own),
        ])
      }
    }
    if rows.isEmpty { return [] }
    let columns = [say(.columnPurpose), say(.columnData), say(.columnBasis), say(.columnDuration)]
    return [.table(PublicTable(columns: columns, rows: rows))]
  }

  /// The categories of an activity's data.
  func categories(of activity: CoveredActivity) -> [Published<Reference<DataCategory>>] {
    (activity.fields.data?.elements() ?? []).compactMap { $0.category }
  }

  private func names(_ categories: [Published<Reference<DataCategory>>]) -> [PublicText] {
    let names = unique(categories.compactMap { name(category: $0) })
    return names.isEmpty ? [] : [messages.list(names)]
  }

  private func bases(of purpose: Published<Purpose>, _ activity: CoveredActivity) -> [PublicText] {
    let references = purpose.value.basis.answer.isAbsent ? activity.fields.basis?.elements() : purpose.basis?.elements()
    return unique((references ?? []).compactMap { $0.followed() }.flatMap { words(of: $0) })
  }

  /// The Art 6 bases of a record in public words; none where the record leaves them open.
  func words(of basis: Published<LawfulBasis>) -> [PublicText] {
    let record = basis.value.common.record
    projection.use(record)
    return memory.words(of: .basis(record, isPossible: basis.isPossible)) { articleWords(of: basis) }
  }

  private func articleWords(of basis: Published<LawfulBasis>) -> [PublicText] {
    let rows = unique(
      regimes.flatMap { basis.article6?.answer($0)?.elements() ?? [] }.map { term in
        PublicText(law: law.law.lawfulBases[Int(term.value.index.value)].term)
      })
    return basis.isPossible ? rows.map { say(.possibly, $0) } : rows
  }

  private func durations(
    of purpose: Published<Purpose>, _ activity: CoveredActivity, data: [Published<Reference<DataCategory>>]
  ) -> [PublicText] {
    let references =
      purpose.value.retention.answer.isAbsent ? activity.fields.retention?.elements() : purpose.retention?.elements()
    return unique(
      (references ?? []).compactMap { $0.followed() }.filter { rule in
        let only = rule.appliesTo?.data?.elements() ?? []
        return only.isEmpty || only.contains { one in data.contains { $0.value.record == one.value.record } }
      }.compactMap { duration($0) })
  }

  /// The basis records that the covered purposes rest on, each once.
  var basisRecords: [Published<LawfulBasis>] {
    var seen = noRecords()
    var records: [Published<LawfulBasis>] = []
    func add(_ references: PublishedElements<Reference<LawfulBasis>>) {
      for reference in references where seen.insert(reference.value.record) {
        if let record = reference.followed() { records.append(record) }
      }
    }
    for activity in covered {
      add(activity.fields.basis?.elements() ?? [])
      for purpose in activity.fields.purposes?.values() ?? [] { add(purpose.basis?.elements() ?? []) }
    }
    return records
  }

  func bases() -> [PublicBlock] {
    basisRecords.flatMap { basis -> [PublicBlock] in
      let words = words(of: basis)
      var sentences: [PublicText] = []
      if !words.isEmpty {
        let rely = say(basis.isPossible ? .mayRelyOn : .relyOn, messages.alternatives(unique(regimeWords(of: basis))))
        sentences.append(rely)
      }
      if let law = text(basis.law) { sentences.append(say(.basisLaw, law)) }
      if let power = text(basis.power) { sentences.append(say(.basisPower, power)) }
      if let parties = parties(of: basis) { sentences.append(say(.basisContract, parties)) }
      if let condition = PublicText(basis.recognisedInterest) { sentences.append(say(.recognisedInterest, condition)) }
      if let safeguards = text(basis.researchSafeguards) { sentences.append(safeguards) }
      let own = PublicText.blocks(of: basis.recordWords(), in: language)
      return (sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]) + own
    }
  }

  private func regimeWords(of basis: Published<LawfulBasis>) -> [PublicText] {
    regimes.flatMap { basis.article6?.answer($0)?.elements() ?? [] }.map { term in
      PublicText(law: law.law.lawfulBases[Int(term.value.index.value)].term)
    }
  }

  /// The parties of the contract, when nothing but the contract says what the basis is.
  private func parties(of basis: Published<LawfulBasis>) -> PublicText? {
    guard basis.value.common.text.answer.isAbsent, !words(of: basis).isEmpty else { return nil }
    let names = (basis.contract?.between?.elements() ?? []).compactMap { party -> PublicText? in
      switch party.value {
      case .subject: return say(.you)
      case .party(let reference): return projection.party(reference.record).flatMap { name($0) }
      }
    }
    return names.count > 1 ? messages.list(names) : nil
  }

  func interests() -> [PublicBlock] {
    let interests = basisRecords.compactMap { text($0.interests) }
    return interests.isEmpty ? [] : [.paragraph(say(.interests)), .list(unique(interests))]
  }

  func provision() -> [PublicBlock] {
    byActivity { activity in
      guard let provision = activity.fields.provision else { return [] }
      var sentences: [PublicText] = []
      switch provision.required?.value {
      case .voluntary?: sentences.append(say(.provisionVoluntary))
      case .statutory?: sentences.append(say(.provisionStatutory))
      case .contractual?: sentences.append(say(.provisionContractual))
      case nil: break
      }
      if let refused = text(provision.ifRefused) { sentences.append(refused) }
      return sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]
    }
  }

  func retention() -> [PublicBlock] {
    var seen = noRecords()
    var rules: [Published<RetentionRule>] = []
    func add(_ references: PublishedElements<Reference<RetentionRule>>) {
      for reference in references where seen.insert(reference.value.record) {
        if let rule = reference.followed() { rules.append(rule) }
      }
    }
    for activity in covered {
      add(activity.fields.retention?.elements() ?? [])
      for purpose in activity.fields.purposes?.values() ?? [] { add(purpose.retention?.elements() ?? []) }
    }
    let entries = rules.compactMap { rule -> PublicEntry? in
      guard let title = text(rule.recordTitle()) else { return nil }
      let sentences = sentences(rule)
      return sentences.isEmpty ? nil : PublicEntry(term: title, text: messages.sentences(sentences))
    }
    return entries.isEmpty ? [] : [.definitions(entries)]
  }

  private func sentences(_ rule: Published<RetentionRule>) -> [PublicText] {
    var sentences: [PublicText] = []
    if let data = names(rule.appliesTo?.data) { sentences.append(say(.ruleData, data)) }
    if let duration = duration(rule) { sentences.append(say(rule.isPossible ? .mayKeep : .keep, duration)) }
    for action in rule.action?.elements() ?? [] {
      switch action.value {
      case .delete: sentences.append(say(.actionDelete))
      case .anonymise: sentences.append(say(.actionAnonymise))
      case .archive: sentences.append(say(.actionArchive))
      case .return: sentences.append(say(.actionReturn))
      }
    }
    if let reason = text(rule.reason) { sentences.append(reason) }
    if let law = text(rule.law) { sentences.append(say(.ruleLaw, law)) }
    if let backups = rule.backups { sentences.append(say(.backups, PublicText(backups, messages))) }
    if let interval = rule.reviewInterval { sentences.append(say(.ruleReviewed, PublicText(interval, messages))) }
    if let words = text(rule.recordWords()) { sentences.append(words) }
    return sentences
  }
}
