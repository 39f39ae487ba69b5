import LocatedYAML

/// What people are asked, and how they say no.
extension NoticeComposer {
  /// How the consent that a basis rests on is given and taken back. Ways that cannot be consent are not told as such.
  func consent(of basis: Published<LawfulBasis>) -> [PublicText] {
    guard let consent = basis.consent?.followed() else { return [] }
    var sentences = (consent.mechanisms?.elements() ?? []).compactMap { way -> PublicText? in
      way.value.canBeConsent ? MessageKey(named: "consent-" + way.value.rawValue).map { say($0) } : nil
    }
    sentences += asking(consent)
    if let withdraw = text(consent.withdraw) { sentences.append(say(.withdraw, withdraw)) }
    guard !sentences.isEmpty, let purposes = purposes(restingOn: basis) else { return sentences }
    return [say(.serves, purposes)] + sentences
  }

  /// The purposes of the covered activities that rest on a basis, as sentences.
  private func purposes(restingOn basis: Published<LawfulBasis>) -> PublicText? {
    let record = basis.value.common.record
    let purposes = covered.flatMap { activity in
      (activity.fields.purposes?.values() ?? []).filter { purpose in
        let references =
          purpose.value.basis.answer.isAbsent ? activity.fields.value.basis.elements() : purpose.value.basis.elements()
        return references.contains { $0.record == record }
      }.compactMap { text($0.text) }
    }
    return purposes.isEmpty ? nil : messages.sentences(unique(purposes))
  }

  /// Who asks, when nobody is asked, what refusing does, and the record's own words.
  private func asking(_ consent: Published<Consent>) -> [PublicText] {
    var sentences: [PublicText] = []
    if let body = consent.by, body.value.record != organisation.value.common.record,
      let name = body.followed().flatMap({ name($0) })
    {
      sentences.append(say(.consentBy, name))
    }
    if let unless = text(consent.unless) { sentences.append(say(.unless, unless)) }
    if let effect = text(consent.effect) { sentences.append(say(.refusing, effect)) }
    if let words = text(consent.recordWords()) { sentences.append(words) }
    return sentences
  }

  /// What is asked although it is no basis; never called consent.
  func permissions() -> [PublicBlock] {
    var seen = noRecords()
    var entries: [PublicEntry] = []
    for activity in covered {
      for permission in activity.fields.permissions?.elements() ?? [] where seen.insert(permission.value.record) {
        guard let record = permission.followed(), let title = text(record.recordTitle()) else { continue }
        let ways = record.mechanisms.map { Array($0.elements()) } ?? []
        if !ways.isEmpty && !ways.contains(where: \.value.asksPeople) { continue }
        var sentences = asking(record)
        if let withdraw = text(record.withdraw) { sentences.append(say(.bannerWithdraw, withdraw)) }
        if !sentences.isEmpty { entries.append(PublicEntry(term: title, text: messages.sentences(sentences))) }
      }
    }
    return entries.isEmpty ? [] : [.paragraph(say(.permissions)), .definitions(entries)]
  }

  func marketing() -> [PublicBlock] {
    byActivity { activity in
      guard let marketing = activity.fields.marketing else { return [] }
      let items = (marketing.channels?.values() ?? []).map { channel -> PublicText in
        var sentences: [PublicText] = []
        if let route = channel.route.flatMap({ MessageKey(named: "marketing-" + $0.value.rawValue) }) {
          sentences.append(say(route))
        }
        if let how = text(channel.optOut) { sentences.append(say(.toStop, how)) }
        // A channel's name in the record is an id; these are the ones that have words.
        let name = say(MessageKey(named: "channel-" + channel.value.id) ?? .channelOther)
        return sentences.isEmpty ? name : say(.nameAndWhat, name, messages.sentences(sentences))
      }
      var blocks: [PublicBlock] = []
      if !items.isEmpty {
        let audience = (marketing.to?.elements() ?? []).map(\.value)
        let isCorporate = !audience.isEmpty && audience.allSatisfy { $0 == .corporate }
        blocks += [.paragraph(say(isCorporate ? .marketingCorporate : .marketing)), .list(items)]
      }
      let exceptions = (marketing.except?.elements() ?? []).compactMap { text($0) }
      if !exceptions.isEmpty { blocks.append(.paragraph(say(.noMarketing, messages.list(exceptions)))) }
      return blocks
    }
  }

  func children() -> [PublicBlock] {
    // The rule of the organisation goes first: it is under no activity's title.
    houseRule()
      + byActivity { activity in
        guard let children = activity.fields.children else { return [] }
        var sentences: [PublicText] = []
        if children.onlineService?.value.value == true { sentences.append(say(.childrenService)) }
        if let age = children.minimumAge { sentences.append(say(.minimumAge, PublicText(age))) }
        if let check = text(children.parentalCheck) { sentences.append(check) }
        return sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]
      }
  }

  private func houseRule() -> [PublicBlock] {
    guard let rule = organisation.own()?.children, let age = rule.under else { return [] }
    var sentences = [say(.houseRule, PublicText(age))]
    if rule.knownOnly?.value.value == true { sentences.append(say(.houseRuleKnown)) }
    if let scope = text(rule.scope) { sentences.append(say(.houseRuleScope, scope)) }
    return [.paragraph(messages.sentences(sentences))]
  }
}
