import LocatedYAML

/// What people can ask for.
extension NoticeComposer {
  var procedure: Published<Rights>? { organisation.own()?.rights }

  /// The rights that apply, and those that are offered while a basis on which they depend is an open question.
  var applicable: [RightRow] {
    if let rights = scope.rights { return rights }
    let rights = applicableRights()
    scope.rights = rights
    return rights
  }

  private func applicableRights() -> [RightRow] {
    // Whoever decides answers requests; where we only act for them, people turn to them.
    let activities = covered.filter { !$0.isOnInstructions }.map(\.fields.value)
    if activities.isEmpty && !covered.isEmpty { return [] }
    let hasMarketing = activities.contains(where: \.mayHaveMarketing)
    let known = registry.rights(of: activities, regimes, law: law).filter {
      $0.scope != .barred && (hasMarketing || $0.right.id != "objection-to-marketing")
    }.map(\.right.id)
    let isOpen = regimes.contains { registry.bases(of: activities, $0).isOpen }
    return law.law.rights.filter { right in
      known.contains(right.id)
        || (isOpen && self.right(right.id) != nil && procedure?.detail(right.id)?.offered?.value.value == true)
    }
  }

  func rights() -> [PublicBlock] {
    let apart = ["objection", "objection-to-marketing", "complaint-to-controller", "complaint-to-regulator"]
    let machines = covered.contains { $0.fields.automatedDecisions?.solely?.value.value == true }
    let entries = applicable.filter { right in
      // Without such decisions the right is told only where the organisation says something of it.
      !apart.contains(right.id)
        && (right.id != "automated-decisions" || machines || procedure?.detail(right.id) != nil)
    }.map { entry($0) }
    var blocks: [PublicBlock] = entries.isEmpty ? [] : [.definitions(entries)]
    blocks += elsewhere() + departures() + limits()
    let how = applicable.isEmpty ? [] : howToAsk()
    if !how.isEmpty { blocks += [.subheading(say(.howToAsk)), .paragraph(messages.sentences(how))] }
    return blocks
  }

  /// To whom people turn where we act for somebody else.
  private func elsewhere() -> [PublicBlock] {
    let controllers = unique(
      covered.filter(\.isOnInstructions).flatMap { activity in
        (activity.fields.controller?.elements() ?? []).compactMap { $0.followed() }.compactMap { name($0) }
      })
    return controllers.isEmpty ? [] : [.paragraph(say(.rightsElsewhere, messages.list(controllers)))]
  }

  /// What the organisation gives goes before the general words of the table.
  func entry(_ right: RightRow) -> PublicEntry {
    let detail = procedure?.detail(right.id)
    let sentences = [text(detail?.gives) ?? PublicText(law: right, messages)] + more(detail)
    return PublicEntry(term: PublicText(nameOf: right, messages), text: messages.sentences(sentences))
  }

  /// What makes a right easier to use, what follows when we do not agree, and further ways to ask.
  private func more(_ detail: Published<RightDetail>?) -> [PublicText] {
    var sentences = [text(detail?.hint), text(detail?.otherwise)].compactMap { $0 }
    for route in detail?.routes?.elements() ?? [] {
      guard let how = text(route.how) else { continue }
      sentences.append(text(route.condition).map { say(.routeIf, how, $0) } ?? say(.route, how))
      if route.formal?.value.value == false { sentences.append(say(.routeInformal)) }
    }
    return sentences
  }

  /// What is different for single activities.
  private func departures() -> [PublicBlock] {
    covered.flatMap { activity -> [PublicBlock] in
      guard let rights = activity.fields.rights else { return [] }
      let entries = law.law.rights.compactMap { right -> PublicEntry? in
        guard let detail = rights.detail(right.id) else { return nil }
        var sentences = [text(detail.gives)].compactMap { $0 } + more(detail)
        if detail.offered?.value.value == false { sentences.insert(say(.notHere), at: 0) }
        return sentences.isEmpty
          ? nil : PublicEntry(term: PublicText(nameOf: right, messages), text: messages.sentences(sentences))
      }
      guard !entries.isEmpty, let title = text(activity.fields.recordTitle()) else { return [] }
      return [.subheading(title), .definitions(entries)]
    }
  }

  /// Where rights stop, by the rights that are limited.
  private func limits() -> [PublicBlock] {
    var entries: [PublicEntry] = []
    var blocks: [PublicBlock] = []
    for limit in procedure?.limits?.elements() ?? [] {
      guard let words = text(limit.text) else { continue }
      var sentences = [words]
      if let data = names(limit.data) { sentences.append(say(.limitData, data)) }
      if let cite = PublicText(limit.cite, in: language) { sentences.append(say(.limitLaw, cite)) }
      let names = (limit.rights?.elements() ?? []).compactMap { MessageKey(named: "right-" + $0.value.id) }
      if names.isEmpty {
        blocks.append(.paragraph(messages.sentences(sentences)))
      } else {
        let term = messages.list(names.map { say($0) })
        entries.append(PublicEntry(term: term, text: messages.sentences(sentences)))
      }
    }
    if !entries.isEmpty { blocks.append(.definitions(entries)) }
    return blocks.isEmpty ? [] : [.subheading(say(.whereRightsStop))] + blocks
  }

  private func howToAsk() -> [PublicText] {
    guard let procedure else { return [] }
    var sentences: [PublicText] = []
    if let way = sentence(contact(procedure.contact)) { sentences.append(way) }
    if let period = procedure.respondWithin { sentences.append(say(.respondWithin, PublicText(period, messages))) }
    if let longer = text(procedure.ifLonger) { sentences.append(longer) }
    if let cost = text(procedure.cost) { sentences.append(say(.cost, cost)) }
    if let check = procedure.identityCheck.flatMap({ MessageKey(named: "identity-" + $0.value.text) }) {
      sentences.append(say(check))
    }
    if let decision = procedure.decidedBy {
      let names = (decision.parties?.elements() ?? []).filter { !registry.isOurs($0.value.record) }
        .compactMap { $0.followed() }.compactMap { name($0) }
      if !names.isEmpty { sentences.append(say(.decidedBy, messages.list(names))) }
      if let words = text(decision.text) { sentences.append(words) }
    }
    return sentences
  }

  /// The right to object stands apart, as Art 21(4) asks.
  func objection() -> [PublicBlock] {
    let machines = applicable.filter { $0.id == "objection" || $0.id == "objection-to-marketing" }
    return machines.map { right in .paragraph(entry(right).text) }
  }

  /// A few sentences for readers who read no more.
  func summary(of sections: [PublicSection]) -> [PublicEntry] {
    func linked(_ text: PublicText, _ name: SectionName) -> PublicText {
      sections.contains { $0.anchor == SectionAnchor(name, count: 1) }
        ? text.linked(to: SectionAnchor(name, count: 1)) : text
    }
    var entries: [PublicEntry] = []
    if let name = name(organisation) {
      entries.append(PublicEntry(term: say(.shortWho), text: messages.sentences([role(name)] + together())))
    }
    let purposes = unique(
      covered.flatMap { activity in (activity.fields.purposes?.values() ?? []).compactMap { text($0.text) } })
    if !purposes.isEmpty {
      let more = purposes.count > 3 ? [linked(say(.shortReasons), .purposes)] : []
      entries.append(
        PublicEntry(term: say(.shortPurposes), text: messages.sentences(Array(purposes.prefix(3)) + more)))
    }
    let data = unique(
      covered.flatMap { $0.fields.data?.elements() ?? [] }.compactMap { $0.category }.compactMap { name(category: $0) })
    if !data.isEmpty {
      entries.append(PublicEntry(term: say(.shortData), text: abridged(data, linked(say(.shortMore), .data))))
    }
    let given = sections.contains { $0.anchor == SectionAnchor(.recipients, count: 1) }
    let bodies = given ? unique(recipientNames) : []
    if !bodies.isEmpty {
      entries.append(
        PublicEntry(term: say(.shortRecipients), text: abridged(bodies, linked(say(.shortMore), .recipients))))
    }
    if sections.contains(where: { $0.anchor == SectionAnchor(.transfers, count: 1) }), hasTransfers {
      entries.append(PublicEntry(term: say(.shortPlaces), text: linked(say(.shortTransfers), .transfers)))
    }
    let rights = applicable.compactMap { MessageKey(named: "short-" + $0.id) }.map { say($0) }
    if !rights.isEmpty, sections.contains(where: { $0.anchor == SectionAnchor(.rights, count: 1) }) {
      entries.append(PublicEntry(term: linked(say(.shortRights), .rights), text: say(.youCan, messages.list(rights))))
    }
    if let way = sentence(contact(procedure?.contact)) {
      entries.append(PublicEntry(term: say(.shortContact), text: way))
    }
    return entries
  }

  /// With whom we decide, where that holds for all that is covered.
  private func together() -> [PublicText] {
    let others = unique(covered.map { activity in activity.isOnInstructions ? [] : otherControllers(of: activity) })
    return others.count == 1 && !others[0].isEmpty ? [say(.jointly, messages.list(others[0]))] : []
  }

  private func abridged(_ texts: [PublicText], _ more: PublicText) -> PublicText {
    texts.count <= 6 ? messages.list(texts) : messages.listed(Array(texts.prefix(5)), and: more)
  }

  /// The bodies that certainly get data, by name.
  private var recipientNames: [PublicText] {
    var seen = noRecords()
    return legs.filter { !$0.isPossible && seen.insert($0.importer) }.compactMap { projection.party($0.importer) }
      .filter { !$0.isPossible }.compactMap { name($0) }
  }
}
