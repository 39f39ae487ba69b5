import LocatedYAML

/// What the activities of our organisations bring upon them.
package struct OrganisationDuties: Sendable {
  private var deciding: Set<RecordIndex> = []
  private var ordinary: Set<RecordIndex> = []
  /// By organisation the first activity that asks for a data protection officer, by its place.
  private var officer: [RecordIndex: Int32] = [:]

  /// It is the controller of something that runs now.
  package func decides(_ organisation: RecordIndex) -> Bool { deciding.contains(organisation) }
  /// Some of its activities that run now use no data of a special category or about offences.
  package func hasOrdinaryActivity(_ organisation: RecordIndex) -> Bool { ordinary.contains(organisation) }
  /// The place of an activity that is among those for which Art 37(1) asks for an officer; nil where no record shows one.
  package func activityNeedingOfficer(_ organisation: RecordIndex) -> Int? { officer[organisation].map(Int.init) }

  init(_ registry: Registry, _ words: WordFlags) {
    for (slot, activity) in registry.records.activities.enumerated()
    where activity.isLive && !activity.common.isDisputed {
      let organisation = registry.organisation(of: activity)
      if activity.isControllerRecord { deciding.insert(organisation) }
      if !words.hasSensitiveData(activity) { ordinary.insert(organisation) }
      guard activity.coreActivity.given?.value == true, activity.scale.given == .large, officer[organisation] == nil
      else { continue }
      if activity.monitoring.given?.systematic.given?.value == true || words.hasSensitiveData(activity) {
        officer[organisation] = Int32(slot)
      }
    }
  }
}

extension Registry {
  /// The contact of a body that a field names by its id; nil where there is none of that name.
  package func contact(_ name: Line?, of party: Party) -> Contact? {
    name.flatMap { name in party.contacts.given?.values.first { $0.id == name.text } }
  }
}

extension Contact {
  /// Some way to reach it is recorded, so that a notice can print it.
  package var isReachable: Bool {
    isPublishable
      && [email.given?.text, telephone.given?.text, form.given?.text, page.given?.text, post.given?.first].contains {
        $0 != nil
      }
  }
}

extension Assessed {
  /// The notices in force that print how to reach an organisation's data protection officer, by their places.
  package func noticesPrintingOfficer(of party: Party) -> [Int] {
    guard let officer = party.own?.dpo.given, registry.contact(officer.contact.given, of: party)?.isReachable == true
    else { return [] }
    return facts.notices.indices.filter { slot in
      let notice = facts.notices[slot]
      return notice.isPublished && notice.organisation == party.common.record
        && registry.state(of: "n-dpo", in: registry.records.notices[slot], notice, law) == .served
    }
  }

  /// Where the law expects data of an organisation, with the place of the record that says that it is there.
  func establishments(of party: Party) -> [(territory: Territory, range: SourceRange)] {
    var places: [(territory: Territory, range: SourceRange)] = []
    if case .given(let country, let range) = party.country.answer { places.append((country, range)) }
    for further in party.own?.establishments.elements() ?? [] where further.inactive.given?.value != true {
      if case .given(let country, let range) = further.country.answer { places.append((country, range)) }
    }
    return places
  }
}
