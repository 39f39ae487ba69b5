/// What a notice covers and owes on the day.
package struct NoticeFacts: Sendable {
  /// Whose notice it is; -1 when the register does not say.
  package let organisation: RecordIndex
  package let regimes: [Regime]
  /// The activities it tells of, by their places among the register's activities, in the order of the notice.
  package let told: [Int]
  /// Those of them in which the organisation decides. Of the others, which it does on instructions, a notice owes nothing.
  package let activities: [Int]
  /// Some data come from the person (or a device the person uses): Art 13.
  package let owesArticle13: Bool
  /// Some data come from elsewhere: Art 14.
  package let owesArticle14: Bool
  package let owed: [OwedElement]
  /// It is shown on the day: it is in force, or nobody knows since when it is.
  package let isPublished: Bool

  init(_ notice: Notice, _ registry: Registry, _ flows: Flows, _ law: LawOnDay) {
    let organisation =
      notice.organisation.given?.record ?? registry.organisations.first?.common.record ?? RecordIndex(-1)
    self.organisation = organisation
    let regimes = (organisation.isResolved ? registry.party(organisation)?.own?.regimes.elements() ?? [] : []).sorted()
    self.regimes = regimes
    isPublished = notice.effective.given.map { $0 <= law.day } ?? notice.effective.answer.isOpen
    told = NoticeFacts.slots(notice, registry)
    let slots = told.filter { registry.records.activities[$0].isControllerRecord }
    activities = slots
    let covered = slots.map { registry.records.activities[$0] }
    owesArticle13 = NoticeFacts.isCollected(covered)
    owesArticle14 = NoticeFacts.isObtained(covered)
    let conditions = NoticeFacts.conditions(covered, slots, organisation, regimes, registry, flows, law)
    // Whoever decides tells people.
    let isOnlyActing = slots.isEmpty && !told.isEmpty
    owed =
      isOnlyActing
      ? []
      : NoticeFacts.owed(
        article13: owesArticle13 || !owesArticle14, article14: owesArticle14, regimes, conditions, law)
  }

  /// What one activity asks of a notice of its organisation, whichever notice that is.
  init(
    activity slot: Int, _ organisation: RecordIndex, _ regimes: [Regime], _ registry: Registry, _ flows: Flows,
    _ law: LawOnDay
  ) {
    let activity = registry.records.activities[slot]
    (self.organisation, self.regimes, told, activities, isPublished) = (organisation, regimes, [slot], [slot], true)
    let article13 = NoticeFacts.isCollected([activity])
    let article14 = NoticeFacts.isObtained([activity])
    (owesArticle13, owesArticle14) = (article13, article14)
    let conditions = NoticeFacts.conditions([activity], [slot], organisation, regimes, registry, flows, law)
    owed = NoticeFacts.owed(article13: article13 || !article14, article14: article14, regimes, conditions, law)
  }

  /// Some data come from the person, or from a device that the person uses.
  private static func isCollected(_ activities: [Activity]) -> Bool {
    activities.contains { activity in
      activity.sources.elements().contains { source in
        switch source.origin.given {
        case .subject, .device: true
        default: false
        }
      }
    }
  }

  /// Some data come from elsewhere.
  private static func isObtained(_ activities: [Activity]) -> Bool {
    activities.contains { activity in
      activity.sources.elements().contains { source in
        switch source.origin.given {
        case .party, .publicSource: true
        default: false
        }
      }
    }
  }

  private static func slots(_ notice: Notice, _ registry: Registry) -> [Int] {
    switch notice.activities.given {
    case .all?:
      return registry.records.activities.indices.filter {
        registry.records.activities[$0].runs && registry.records.activities[$0].isControllerRecord
      }
    case .some(let references)?:
      return references.filter(\.record.isResolved).map { Int(registry.header($0.record).slot) }.filter {
        $0 >= 0 && registry.records.activities[$0].runs
      }
    case nil: return []
    }
  }

  /// The conditions of the element table that hold for these activities.
  private static func conditions(
    _ activities: [Activity], _ slots: [Int], _ organisation: RecordIndex, _ regimes: [Regime], _ registry: Registry,
    _ flows: Flows, _ law: LawOnDay
  ) -> Set<String> {
    var conditions: Set<String> = ["always"]
    let party = organisation.isResolved ? registry.party(organisation) : nil
    if party?.own?.dpo.given?.status.given?.value == .appointed { conditions.insert("dpo") }
    if !(party?.own?.representatives.elements() ?? []).isEmpty { conditions.insert("representative") }
    if activities.contains(where: { $0.automatedDecisions.given?.isWithoutPeople ?? false }) {
      conditions.insert("automated-decisions")
    }
    if activities.contains(where: { $0.controller.elements().count > 1 }) { conditions.insert("joint") }
    if slots.contains(where: { !flows.range(ofActivity: $0).isEmpty }) { conditions.insert("recipients") }
    let leaves = slots.contains { slot in
      flows.range(ofActivity: slot).contains { leg in
        flows.legs[leg].places.contains { place in regimes.contains { law.isThird(place.territory, $0) } }
      }
    }
    if leaves { conditions.insert("transfers") }
    for regime in regimes {
      for row in registry.bases(of: activities, regime).rows(law.law) {
        if row.code == "6(1)(a)" { conditions.insert("consent") }
        if row.code == "6(1)(f)" { conditions.insert("interests") }
      }
    }
    let rights = registry.rights(of: activities, regimes, law: law)
    let hasMarketing = activities.contains(where: \.mayHaveMarketing)
    if rights.contains(where: {
      $0.right.id == "objection" || (hasMarketing && $0.right.id == "objection-to-marketing")
    }) {
      conditions.insert("objection")
    }
    if activities.contains(where: \.decidesByItself) { conditions.insert("automated-decisions") }
    if party?.own?.representatives.elements().isEmpty == false { conditions.insert("representative") }
    if activities.contains(where: { [.statutory, .contractual].contains($0.provision.given?.required.given) }) {
      conditions.insert("contract-or-statute")
    }
    return conditions
  }

  private static func owed(
    article13: Bool, article14: Bool, _ regimes: [Regime], _ conditions: Set<String>, _ law: LawOnDay
  ) -> [OwedElement] {
    law.law.elements.compactMap { element in
      guard regimes.contains(where: { element.regimes[$0]?.contains(law.day) ?? false }) else { return nil }
      var duties: [String] = []
      for (owes, duty) in [(article13, element.article13), (article14, element.article14)] where owes {
        let holds =
          switch duty.need {
          case .mandatory: true
          case .conditional: conditions.contains(element.condition)
          case .notRequired: false
          }
        if holds { duties.append(duty.cite) }
      }
      return duties.isEmpty ? nil : OwedElement(element: element, citations: duties)
    }
  }
}

extension Activity {
  /// A computer alone takes decisions with a legal or similarly significant effect.
  var decidesByItself: Bool {
    automatedDecisions.given.map { $0.solely.given?.value == true && $0.significant.given?.value == true } ?? false
  }
}

/// An element that a notice has to say, and where that stands.
package struct OwedElement: Sendable {
  package let element: NoticeElement
  package let citations: [String]
}
