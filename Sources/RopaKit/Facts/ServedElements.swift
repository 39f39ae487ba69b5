/// Which elements of Art 13 and 14 a notice says, and how it stands with those that it owes.
package enum ElementState: Sendable, Equatable {
  case served
  /// The section that says it is there, and what it would say is an open question.
  case open
  /// The section is there, and the records hold nothing for it.
  case withoutValue
  /// No section of the notice says it.
  case withoutSection
}

extension SectionName {
  /// The elements that the composed section says, by their ids in the element table.
  package var elements: [String] {
    switch self {
    case .whoWeAre: ["n-controller", "n-rep", "n-joint"]
    case .dpo: ["n-dpo"]
    case .data: ["n-categories"]
    case .sources: ["n-source"]
    case .purposes: ["n-purposes"]
    case .basis: ["n-basis"]
    case .interests: ["n-interests"]
    case .provision: ["n-statutory"]
    case .recipients: ["n-recipients"]
    case .transfers: ["n-transfers"]
    case .retention: ["n-retention"]
    case .automatedDecisions: ["n-adm"]
    case .rights: ["n-rights", "n-withdraw"]
    case .objection: ["n-object-prominent"]
    case .complaints: ["n-complain-controller", "n-complain-regulator"]
    case .changes: ["n-further"]
    case .activities, .specialData, .systems, .security, .marketing, .children, .cookies, .links, .contact: []
    }
  }
}

extension Registry {
  /// How an element stands in a notice; a notice that is a layer of another one is served by that one too.
  package func state(of element: String, in notice: Notice, _ facts: NoticeFacts, _ law: LawOnDay) -> ElementState {
    let whole = notice.layerOf.given.flatMap { self.notice($0) }
    let notices = [notice] + (whole.map { $0.common.record == notice.common.record ? [] : [$0] } ?? [])
    if notices.contains(where: { ownText($0, names: element) }) { return .served }
    guard notices.contains(where: { composes(element, in: $0) || element == "n-dpo" && showsOfficer($0, facts) })
    else { return .withoutSection }
    return value(of: element, facts, law)
  }

  /// Own text of a notice is said to tell of the element.
  func ownText(_ notice: Notice, names element: String) -> Bool {
    let word = element.utf8.starts(with: "n-".utf8) ? String(element.dropFirst(2)) : element
    return notice.sections.elements().contains { section in
      section.elements.elements().contains { $0.text == word }
    }
  }

  /// Without sections of its own a notice has the built-in ones. A section whose own text replaces the composed one says nothing by itself.
  func composes(_ element: String, in notice: Notice) -> Bool {
    guard notice.sections.given != nil else { return true }
    return notice.sections.elements().contains { section in
      section.replace.given?.value != true && section.section.given?.elements.contains(element) ?? false
    }
  }

  /// Another composed section shows the contact of the data protection officer: the list of contacts, or the way to use a right or to
  /// complain where that is the same one.
  private func showsOfficer(_ notice: Notice, _ facts: NoticeFacts) -> Bool {
    guard let organisation = party(facts.organisation), let own = organisation.own,
      let id = own.dpo.given?.contact.given?.text,
      let contact = organisation.contacts.given?.values.first(where: { $0.id == id }),
      contact.email.given != nil || contact.form.given != nil || contact.telephone.given != nil
        || contact.page.given != nil || contact.post.given != nil
    else { return false }
    return notice.sections.elements().contains { section in
      guard section.replace.given?.value != true else { return false }
      return switch section.section.given {
      case .contact?: true
      case .rights?: own.rights.given?.contact.given?.text == id
      case .complaints?: own.complaints.given?.contact.given?.text == id
      default: false
      }
    }
  }

  /// What the records hold for an element: something, only an open question, or nothing. Elements whose content follows from the law
  /// or from the flows always have something.
  private func value(of element: String, _ facts: NoticeFacts, _ law: LawOnDay) -> ElementState {
    let covered = facts.activities.map { records.activities[$0] }
    let organisation = party(facts.organisation)
    switch element {
    case "n-controller":
      return state(organisation.map { [$0.contacts.answer.presence, $0.address.answer.presence] } ?? [])
    case "n-dpo":
      return state([
        organisation?.own?.dpo.given?.contact.answer.presence ?? organisation?.own?.dpo.answer.presence ?? .absent
      ])
    case "n-purposes": return state(covered.lazy.map(\.purposes.answer.presence))
    case "n-basis":
      return state(
        covered.lazy.flatMap {
          [$0.basis.answer.presence] + ($0.purposes.given?.values ?? []).map(\.basis.answer.presence)
        })
    case "n-interests": return state(interests(of: covered, facts.regimes, law))
    case "n-categories": return state(covered.lazy.map(\.data.answer.presence))
    case "n-retention":
      return state(
        covered.lazy.flatMap {
          [$0.retention.answer.presence] + ($0.purposes.given?.values ?? []).map(\.retention.answer.presence)
        })
    case "n-statutory": return state(covered.lazy.map(\.provision.answer.presence))
    case "n-source": return state(covered.lazy.map(\.sources.answer.presence))
    case "n-adm":
      return state(
        covered.lazy.compactMap(\.automatedDecisions.given).filter(\.isWithoutPeople).map(\.logic.answer.presence))
    case "n-complain-controller":
      guard let complaints = organisation?.own?.complaints else { return .withoutValue }
      guard let ways = complaints.given else { return state([complaints.answer.presence]) }
      return state([ways.contact.answer.presence, ways.form.answer.presence, ways.text.answer.presence])
    case "n-complain-regulator":
      let named = organisation?.own?.complaints.given?.regulator.answer.presence ?? .absent
      return state([named] + facts.regimes.map { law.regulator($0) == nil ? .absent : .given })
    default: return .served
    }
  }

  private func interests(of activities: [Activity], _ regimes: [Regime], _ law: LawOnDay) -> [Presence] {
    var seen: Set<RecordIndex> = []
    return activities.flatMap { bases(of: $0).references }.filter { seen.insert($0.record).inserted }
      .compactMap { basis($0) }.filter { basis in
        regimes.contains { regime in
          basis.article6.given?.answer(regime).given?.elements.contains {
            law.law.lawfulBases[Int($0.index.value)].code == "6(1)(f)"
          } ?? false
        }
      }.map(\.interests.answer.presence)
  }

  /// The first value that is given decides; the others are not looked at.
  private func state(_ presences: some Sequence<Presence>) -> ElementState {
    var isOpen = false
    for presence in presences {
      if presence == .given { return .served }
      if presence == .open { isOpen = true }
    }
    return isOpen ? .open : .withoutValue
  }
}

/// What can be said of a field without its value.
private enum Presence { case given, open, absent }

extension Answer {
  fileprivate var presence: Presence {
    switch self {
    case .given: .given
    case .unknown, .unusable: .open
    case .absent, .none, .notApplicable: .absent
    }
  }
}
