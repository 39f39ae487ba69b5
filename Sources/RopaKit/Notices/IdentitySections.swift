import LocatedYAML

/// Who the organisation is and how to reach it.
extension NoticeComposer {
  func whoWeAre() -> [PublicBlock] {
    var blocks: [PublicBlock] = []
    if let name = name(organisation) {
      let acting = covered.filter(\.isOnInstructions)
      if acting.isEmpty { blocks.append(.paragraph(messages.sentences([say(.weDecide, name)] + whoIsMeant))) }
      if !acting.isEmpty { blocks += roles(name, acting) }
    }
    var numbers: [PublicText] = []
    if let registration { numbers.append(say(.registered, registration)) }
    if let number = PublicText(organisation.registrations?.companiesHouse) {
      numbers.append(say(.companyNumber, number))
    }
    if !numbers.isEmpty { blocks.append(.paragraph(messages.sentences(numbers))) }
    let relations = relations()
    if !relations.isEmpty { blocks.append(.paragraph(messages.sentences(relations))) }
    var address = PublicText.lines(of: organisation.address, in: language)
    if let website = PublicText(address: organisation.website) { address.append(website) }
    if !address.isEmpty { blocks.append(.address((name(organisation).map { [$0] } ?? []) + address)) }
    // Addresses of others come after our own, each under the sentence that says whose it is.
    return blocks + PublicText.blocks(of: organisation.recordWords(), in: language) + jointControllers()
      + representatives()
  }

  /// "We" is the organisation by its short name.
  private var whoIsMeant: [PublicText] {
    guard let short = shortName(organisation), short != name(organisation) else { return [] }
    return [say(.weMeans, short)]
  }

  /// In what the organisation decides, and what it does for others, who decide. Where nobody knows who decides nothing is said.
  private func roles(_ name: PublicText, _ acting: [CoveredActivity]) -> [PublicBlock] {
    func titles(_ activities: [CoveredActivity]) -> [PublicText] {
      activities.compactMap { text($0.fields.recordTitle()) }
    }
    let deciding = titles(
      covered.filter { !$0.isOnInstructions && !($0.fields.controller?.elements().isEmpty ?? true) })
    var blocks: [PublicBlock] = deciding.isEmpty ? [] : [.paragraph(say(.weDecideFor, name)), .list(deciding)]
    var groups: [(names: [PublicText], activities: [CoveredActivity])] = []
    for activity in acting {
      let names = (activity.fields.controller?.elements() ?? []).compactMap { $0.followed() }
        .compactMap { self.name($0) }
      if let group = groups.firstIndex(where: { $0.names == names }) {
        groups[group].activities.append(activity)
      } else {
        groups.append((names, [activity]))
      }
    }
    for group in groups {
      let told = titles(group.activities)
      let whom = group.names.isEmpty ? say(.others) : messages.list(group.names)
      if !told.isEmpty { blocks += [.paragraph(say(.weActFor, name, whom)), .list(told)] }
    }
    let who = whoIsMeant
    return blocks + (who.isEmpty ? [] : [.paragraph(messages.sentences(who))])
  }

  /// The same in a sentence, for those who read no more.
  func role(_ name: PublicText) -> PublicText {
    let acting = covered.count { $0.isOnInstructions }
    return say(acting == 0 ? .weDecide : acting == covered.count ? .shortActing : .shortBoth, name)
  }

  /// For whom the organisation works and to whom it belongs, one sentence for each sort of relation.
  private func relations() -> [PublicText] {
    let relations = (organisation.relations?.elements() ?? []).filter { !$0.isPossible }
    let sorts: [(RelationWord, MessageKey)] = [
      (.commissionedBy, .relationCommissionedBy), (.operatedBy, .relationOperatedBy), (.ownedBy, .relationOwnedBy),
      (.contractWith, .relationContractWith),
    ]
    return sorts.compactMap { word, key in
      let names = relations.filter { $0.relation?.value == word }.compactMap { $0.party?.followed() }
        .compactMap { name($0) }
      return names.isEmpty ? nil : say(key, messages.list(names))
    }
  }

  /// "the regulator under the number N".
  var registration: PublicText? {
    guard let number = PublicText(organisation.registrations?.regulatorNumber?.number),
      let regulator = law.regulator(.ukGDPR)
    else { return nil }
    return say(.registration, PublicText(law: regulator, messages), number)
  }

  /// With whom the organisation decides together, under the titles of the activities unless that holds for all of them.
  private func jointControllers() -> [PublicBlock] {
    var told: [(words: PublicText, activities: [CoveredActivity])] = []
    for activity in covered where !activity.isOnInstructions {
      guard let words = jointControl(of: activity) else { continue }
      if let known = told.firstIndex(where: { $0.words == words }) {
        told[known].activities.append(activity)
      } else {
        told.append((words, [activity]))
      }
    }
    let deciding = covered.count { !$0.isOnInstructions }
    if let only = told.first, only.activities.count == deciding { return [.paragraph(only.words)] }
    let entries = told.compactMap { words, activities -> PublicEntry? in
      let titles = activities.compactMap { text($0.fields.recordTitle()) }
      return titles.isEmpty ? nil : PublicEntry(term: messages.list(titles), text: words)
    }
    return entries.isEmpty ? [] : [.definitions(entries)]
  }

  /// Those who decide with us.
  func otherControllers(of activity: CoveredActivity) -> [PublicText] {
    (activity.fields.controller?.elements() ?? [])
      .filter { $0.value.record != organisation.value.common.record }
      .compactMap { $0.followed() }.compactMap { name($0) }
  }

  private func jointControl(of activity: CoveredActivity) -> PublicText? {
    let others = otherControllers(of: activity)
    if others.isEmpty { return nil }
    let arrangement = activity.fields.jointArrangement
    let sentences = [say(.jointly, messages.list(others)), text(arrangement?.essence), point(arrangement)]
    return messages.sentences(sentences.compactMap { $0 })
  }

  /// Where people turn to under a joint arrangement: one of our contacts by its id, or what the record says.
  private func point(_ arrangement: Published<JointArrangement>?) -> PublicText? {
    guard let contact = arrangement?.contact else { return nil }
    if let own = self.contact(contact) { return sentence(own) }
    return PublicText(address: contact).map { say(.jointContact, $0) }
  }

  /// Who represents the organisation elsewhere, and how to reach them: Art 13(1)(a).
  private func representatives() -> [PublicBlock] {
    (organisation.own()?.representatives?.elements() ?? []).flatMap { representative -> [PublicBlock] in
      guard let party = representative.party?.followed(), let name = name(party), let country = representative.country
      else { return [] }
      let address = PublicText.lines(of: party.address, in: language)
      let contacts = (party.contacts?.values() ?? []).flatMap { self.lines($0, of: party) }
      let website = PublicText(address: party.website).map { [$0] } ?? []
      let lines = unique((address.isEmpty ? [] : [name]) + address + contacts + website)
      return [.paragraph(say(.representative, PublicText(country, law, messages), name))]
        + (lines.isEmpty ? [] : [.address(lines)])
    }
  }

  func officer() -> [PublicBlock] {
    guard let officer = organisation.own()?.dpo, officer.value.status.given?.value == .appointed else { return [] }
    var sentences = [say(.officer)]
    if let task = text(officer.task) { sentences.append(task) }
    var blocks: [PublicBlock] = [.paragraph(messages.sentences(sentences))]
    if let contact = contact(officer.contact) { blocks.append(.address(lines(contact, of: organisation))) }
    return blocks
  }

  func contacts() -> [PublicBlock] {
    (organisation.contacts?.values() ?? []).flatMap { contact -> [PublicBlock] in
      let lines = lines(contact, of: organisation)
      if lines.isEmpty { return [] }
      let purposes = (contact.purposes?.elements() ?? []).compactMap { text($0) }
      return (purposes.isEmpty ? [] : [.subheading(say(.contactFor, messages.list(purposes)))]) + [.address(lines)]
    }
  }

  func complaints() -> [PublicBlock] {
    // The regulator is there whether the organisation records how it deals with complaints or not.
    guard let complaints = organisation.own()?.complaints else { return regulator(nil, isOnlyWay: true) }
    var blocks = PublicText.blocks(of: complaints.text, in: language)
    var sentences: [PublicText] = []
    if complaints.text == nil, let right = right("complaint-to-controller") {
      sentences.append(PublicText(law: right, messages))
    }
    if let way = sentence(contact(complaints.contact)) { sentences.append(way) }
    if let form = PublicText(address: complaints.form) { sentences.append(say(.complaintForm, form)) }
    if let period = complaints.acknowledgeWithin {
      sentences.append(say(.acknowledgeWithin, PublicText(period, messages)))
    }
    if let outcome = text(complaints.outcome) { sentences.append(outcome) }
    if !sentences.isEmpty { blocks.append(.paragraph(messages.sentences(sentences))) }
    blocks += regulator(complaints, isOnlyWay: blocks.isEmpty)
    if complaints.court?.value.value == true { blocks.append(.paragraph(say(.court))) }
    return blocks
  }

  /// The regulator that the record names, else those of the law tables on the day.
  private func regulator(_ complaints: Published<Complaints>?, isOnlyWay: Bool) -> [PublicBlock] {
    let key: MessageKey = isOnlyWay ? .complainOnly : .complainTo
    if let party = complaints?.regulator?.followed(), let name = name(party) {
      var lines = [name]
      for contact in party.contacts?.values() ?? [] {
        lines += self.lines(contact, of: party).filter { $0 != name }
      }
      if let website = PublicText(address: party.website) { lines.append(website) }
      return [.paragraph(say(key, shortName(party) ?? name)), .address(lines)]
    }
    return regimes.compactMap { law.regulator($0) }.flatMap { regulator -> [PublicBlock] in
      [
        .paragraph(say(key, PublicText(law: regulator, messages))),
        .address(PublicText.lines(of: regulator, messages)),
      ]
    }
  }

  /// A right that exists on the day under a regime of the notice.
  func right(_ id: String) -> RightRow? {
    law.law.rights.first { right in right.id == id && regimes.contains { law.cite(right, $0) != nil } }
  }

  func links() -> [PublicBlock] {
    let links = (notice.links?.values() ?? []).compactMap { link -> PublicText? in
      guard let title = text(link.title) else { return nil }
      // A title whose address nobody knows still tells what there is to read.
      let words = link.url.flatMap { PublicText(address: $0, title: title) } ?? title
      return link.of?.followed().flatMap { shortName($0) }.map { say(.linkOf, words, $0) } ?? words
    }
    return links.isEmpty ? [] : [.list(links)]
  }

  func changes() -> [PublicBlock] {
    guard let changes = notice.changes else { return [] }
    var sentences = [text(changes.text), text(changes.effect), text(changes.existingData)].compactMap { $0 }
    if changes.tellsPeople?.value.value == true { sentences.append(say(.tellsPeople)) }
    return sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]
  }
}
