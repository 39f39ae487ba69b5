import LocatedYAML

/// What is collected, and from where.
extension NoticeComposer {
  func whatWeDo() -> [PublicBlock] {
    var audience = noRecords()
    let readers = notice.audience?.elements() ?? []
    for group in readers { _ = audience.insert(group.value.record) }
    let entries = covered.compactMap { activity -> PublicEntry? in
      guard let title = text(activity.fields.recordTitle()) else { return nil }
      let sentences =
        [
          text(activity.fields.description), text(activity.fields.recordWords()),
          people(of: activity, beyond: audience, readers.count),
        ]
        .compactMap { $0 }
      // Without a description the purposes say it, or what is done for others.
      let said = sentences.isEmpty ? uses(of: activity) : sentences
      return said.isEmpty ? nil : PublicEntry(term: title, text: messages.sentences(said))
    }
    return entries.isEmpty ? [] : [.definitions(entries)]
  }

  private func uses(of activity: CoveredActivity) -> [PublicText] {
    let purposes = (activity.fields.purposes?.values() ?? []).compactMap { text($0.text) }
    return purposes.isEmpty ? (activity.fields.processing?.elements() ?? []).compactMap { text($0) } : purposes
  }

  /// Whom an activity concerns, where that is not just the readers of the notice.
  private func people(of activity: CoveredActivity, beyond audience: RecordSet, _ count: Int) -> PublicText? {
    let subjects = activity.fields.subjects?.elements() ?? []
    let others = subjects.filter { !audience.contains($0.value.record) }
    if others.isEmpty {
      // Some of the readers only.
      guard !subjects.isEmpty, subjects.count < count else { return nil }
    }
    // Who is among the readers stands above.
    let names = (others.isEmpty ? Array(subjects) : others).compactMap { group in
      audience.contains(group.value.record) ? name(subjects: group) : nameAndItems(subjects: group)
    }
    if names.isEmpty { return nil }
    return say(others.isEmpty || others.count == subjects.count ? .concerns : .alsoConcerns, messages.list(names))
  }

  func data() -> [PublicBlock] {
    byActivity { activity in
      let items = categories(of: activity).compactMap { item(category: $0) }
      return items.isEmpty ? [] : [.list(items)]
    }
  }

  /// A category with its parts and what it is made from.
  private func item(category: Published<Reference<DataCategory>>) -> PublicText? {
    guard let name = name(category: category) else { return nil }
    guard let own = category.followed() else { return name }
    var item = own.isPossible ? say(.possibly, name) : name
    let words = text(own.recordWords())
    if words == nil, own.bounded?.value.value == false { item = say(.unbounded, item) }
    let parts = (own.items?.elements() ?? []).compactMap { text($0) }
    let list = parts.isEmpty ? nil : messages.list(parts)
    // "First name and surname" need not be followed by its parts.
    let kept = list.flatMap { $0.plain.lowercased() == name.plain.lowercased() ? nil : $0 }
    let sentences = origin(of: own) + [words].compactMap { $0 }
    if sentences.isEmpty { return kept.map { say(.dataWithItems, item, $0) } ?? item }
    return say(.nameAndWhat, item, messages.sentences((kept.map { [$0] } ?? []) + sentences))
  }

  private func origin(of category: Published<DataCategory>) -> [PublicText] {
    var sentences: [PublicText] = []
    if let data = names(category.derivedFrom) { sentences.append(say(.madeFrom, data)) }
    switch category.state?.value {
    case .pseudonymised?: sentences.append(say(.statePseudonymised))
    case .anonymised?, .anonymous?: sentences.append(say(.stateAnonymised))
    case .inferred?: sentences.append(say(.stateInferred))
    case .identified?, nil: break
    }
    if let reversible = category.reversible?.value.value {
      sentences.append(say(reversible ? .reversible : .irreversible))
    }
    return sentences
  }

  func sources() -> [PublicBlock] {
    let items = covered.flatMap { activity in
      (activity.fields.sources?.elements() ?? []).compactMap { source -> PublicText? in
        guard let origin = source.origin.flatMap({ words($0) }) else { return nil }
        var parts = [names(source.data).map { say(.sourceData, $0) }, text(source.when).map { say(.sourceWhen, $0) }]
          .compactMap { $0 }
        if let form = PublicText(source.form, in: language) { parts.append(say(.sourceForm, form)) }
        return parts.isEmpty ? origin : say(.sourceDetails, origin, messages.series(parts))
      }
    }
    let each = unique(items)
    if each.count == 1 { return [.paragraph(say(.sourceOne, each[0]))] }
    return each.isEmpty ? [] : [.paragraph(say(.sources)), .list(each)]
  }

  func words(_ origin: Published<Origin>) -> PublicText? {
    switch origin.value {
    case .subject: return say(.fromYou)
    case .device: return say(.fromDevice)
    case .derived: return say(.derived)
    case .publicSource: return say(.fromPublic)
    case .party(let reference):
      return projection.party(reference.record).flatMap { name($0) }.map { say(.fromBody, $0) }
    }
  }

  /// The categories of an activity's data.
  func categories(of activity: CoveredActivity) -> [Published<Reference<DataCategory>>] {
    (activity.fields.data?.elements() ?? []).compactMap { $0.category }
  }
}
