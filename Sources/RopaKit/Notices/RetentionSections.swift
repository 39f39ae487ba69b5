import LocatedYAML

/// How long data are kept.
extension NoticeComposer {
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

  /// The rule's own words go first.
  private func sentences(_ rule: Published<RetentionRule>) -> [PublicText] {
    let scope = scope(rule.appliesTo)
    var sentences = [text(rule.recordWords())].compactMap { $0 } + (scope.isEmpty ? users(of: rule) : scope)
    let parts = limits(rule, inSentence: true)
    if !parts.isEmpty { sentences.append(say(rule.isPossible ? .mayKeep : .keep, messages.series(parts))) }
    if let words = text(rule.criterion) { sentences.append(words) }
    for action in rule.action?.elements() ?? [] {
      switch action.value {
      case .delete: sentences.append(say(.actionDelete))
      case .anonymise: sentences.append(say(.actionAnonymise))
      case .archive: sentences.append(say(.actionArchive))
      case .return: sentences.append(say(.actionReturn))
      }
    }
    if let reason = text(rule.reason) { sentences.append(say(.reason, reason)) }
    if let law = text(rule.law) { sentences.append(say(.ruleLaw, law)) }
    if let backups = rule.backups { sentences.append(say(.backups, PublicText(backups, messages))) }
    if let interval = rule.reviewInterval { sentences.append(say(.ruleReviewed, messages.interval(interval.value))) }
    return sentences
  }

  /// What a rule is about, where that is not everything.
  private func scope(_ scope: Published<RetentionScope>?) -> [PublicText] {
    guard let scope else { return [] }
    var sentences: [PublicText] = []
    if let data = names(scope.data) { sentences.append(say(.ruleData, data)) }
    let people = (scope.subjects?.elements() ?? []).compactMap { name(subjects: $0) }
    if !people.isEmpty { sentences.append(say(.ruleSubjects, messages.list(people))) }
    let bodies = (scope.parties?.elements() ?? []).compactMap { $0.followed() }.compactMap { name($0) }
    if !bodies.isEmpty { sentences.append(say(.ruleParties, messages.list(bodies))) }
    if let purposes = words(ofPurposes: scope.purposes, covered) { sentences.append(say(.serves, purposes)) }
    return sentences
  }

  /// The activities and purposes that name a rule which says of itself not what it is about; nothing where all of several do.
  private func users(of rule: Published<RetentionRule>) -> [PublicText] {
    let record = rule.value.common.record
    let users = covered.filter { $0.fields.value.retention.elements().contains { $0.record == record } }
    if users.count == covered.count {
      let data = users.count > 1 ? [] : categories(of: users[0]).compactMap { name(category: $0) }
      return data.isEmpty ? [] : [say(.ruleData, messages.list(unique(data)))]
    }
    // Titles may have commas and an "and" of their own.
    let titles = users.compactMap { text($0.fields.recordTitle()) }.map { say(.quoted, $0) }
    let purposes = covered.flatMap { activity in
      (activity.fields.purposes?.values() ?? []).filter { purpose in
        purpose.value.retention.elements().contains { $0.record == record }
      }.compactMap { text($0.text) }
    }
    let all = (titles.isEmpty ? [] : [messages.list(titles)]) + unique(purposes)
    return all.isEmpty ? [] : [say(.serves, messages.sentences(all))]
  }

  /// The periods of the rules that hold for a purpose.
  func durations(
    of purpose: Published<Purpose>, _ activity: CoveredActivity, data: [Published<Reference<DataCategory>>]
  ) -> [PublicText] {
    unique(rules(of: purpose, activity, data: data).compactMap { duration($0) })
  }

  /// The rules that hold for a purpose and some data.
  func rules(
    of purpose: Published<Purpose>, _ activity: CoveredActivity, data: [Published<Reference<DataCategory>>]
  ) -> [Published<RetentionRule>] {
    let references =
      purpose.value.retention.answer.isAbsent ? activity.fields.retention?.elements() : purpose.retention?.elements()
    return (references ?? []).compactMap { $0.followed() }.filter { rule in
      guard let scope = rule.appliesTo else { return true }
      let only = scope.data?.elements() ?? []
      let purposes = scope.purposes?.elements() ?? []
      return (purposes.isEmpty || purposes.contains { $0.value.text == purpose.value.id })
        && (only.isEmpty || only.contains { one in data.contains { $0.value.record == one.value.record } })
    }
  }

  /// How long data are kept under a rule, as a sentence; nil when the rule gives neither a period nor an end.
  func keeping(_ rule: Published<RetentionRule>) -> PublicText? {
    let parts = limits(rule, inSentence: true)
    return parts.isEmpty ? text(rule.criterion) : say(rule.isPossible ? .mayKeep : .keep, messages.series(parts))
  }

  /// How long data are kept under a rule; nil when the rule gives neither a period nor an end.
  private func duration(_ rule: Published<RetentionRule>) -> PublicText? {
    let record = rule.value.common.record
    projection.use(record)
    return memory.words(of: .duration(record)) {
      let parts = limits(rule, inSentence: false) + [text(rule.criterion)].compactMap { $0 }
      return parts.isEmpty ? [] : [messages.series(parts)]
    }.first
  }

  /// - Parameter inSentence: after "we keep the data", where periods need a "for".
  private func limits(_ rule: Published<RetentionRule>, inSentence: Bool) -> [PublicText] {
    var parts: [PublicText] = []
    let start = rule.starts.flatMap { event($0) }
    func from(_ period: PublicText) -> PublicText { start.map { say(.periodAfter, period, $0) } ?? period }
    func during(_ period: PublicText) -> PublicText { inSentence ? say(.forPeriod, period) : period }
    if let period = rule.period { parts.append(during(from(PublicText(period, messages)))) }
    let ends = (rule.ends?.elements() ?? []).compactMap { event($0) }
    if !ends.isEmpty { parts.append(messages.alternatives(ends.map { say(.until, $0) })) }
    if let least = rule.minimum { parts.append(during(say(.atLeast, from(PublicText(least, messages))))) }
    if let most = rule.maximum { parts.append(during(say(.atMost, from(PublicText(most, messages))))) }
    if let stop = rule.backStop { parts.append(say(.backStop, PublicText(stop, messages))) }
    return parts
  }

  /// An event that starts or ends a period; words of the record's own stay as they are.
  private func event(_ event: Published<Event>) -> PublicText? {
    guard let word = event.event else { return nil }
    let body = event.of?.followed().flatMap { name($0) }
    guard case .known(let known) = word.value, let key = MessageKey(named: "event-" + known.rawValue) else {
      return PublicText(word.ownWords(), in: language).map { words in body.map { say(.eventOf, words, $0) } ?? words }
    }
    if key == .eventContractEnd, let body { return say(.contractEndWith, body) }
    return body.map { say(.eventOf, say(key), $0) } ?? say(key)
  }
}
