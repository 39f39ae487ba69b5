package import LocatedYAML

/// How an activity stands to something that Art 30 asks of its record.
package struct RecordFieldState: Sendable {
  package let row: RecordFieldRow
  package let duty: RecordDuty
  package let state: FieldState
}

/// Whether something that the record holds is there.
package enum FieldState: Sendable, Equatable {
  case filled
  /// An open question, or text that could not be read.
  case open
  /// Where it is missed.
  case missing(SourceRange)
  /// Nothing in the records can say; or the question does not arise.
  case notApplicable
}

extension Assessed {
  /// What Art 30 asks of an activity's record, by the role of our organisation in it; with the state of each. What is recommended only
  /// is left out.
  package func recordFields(of activity: Activity) -> [RecordFieldState] {
    let role: RecordRole = activity.isControllerRecord ? .controller : .processor
    guard let regime = registry.regimes(of: activity).first else { return [] }
    return law.recordFields(of: role, regime).filter { $0.duty(of: role).need != .recommended }.map { row in
      RecordFieldState(row: row, duty: row.duty(of: role), state: state(of: row.row.id, activity))
    }
  }

  /// - Parameter field: id of a row of the table of record fields.
  package func state(of field: String, _ activity: Activity) -> FieldState {
    let anchor = activity.common.anchor
    switch field {
    case "contacts": return contacts(activity)
    case "purposes": return FieldState(activity.purposes.answer.standing(anchor: anchor, noneCounts: false))
    case "data-subjects": return FieldState(activity.subjects.answer.standing(anchor: anchor, noneCounts: false))
    case "data-categories": return FieldState(activity.data.answer.standing(anchor: anchor, noneCounts: false))
    case "recipients": return FieldState(activity.recipients.answer.standing(anchor: anchor))
    case "processing": return FieldState(activity.processing.answer.standing(anchor: anchor, noneCounts: false))
    case "erasure": return erasure(activity)
    case "security":
      switch isProtected(activity) {
      case true?: return .filled
      case false?: return .missing(anchor)
      case nil: return .open
      }
    default: return .notApplicable
    }
  }

  private func contacts(_ activity: Activity) -> FieldState {
    switch activity.controller.answer.standing(anchor: activity.common.anchor, noneCounts: false) {
    case .open: return .open
    case .missing(let range): return .missing(range)
    case .answered: break
    }
    var isOpen = activity.controller.hasOpenElement()
    for reference in activity.controller.elements() {
      guard let party = registry.party(reference) else { continue }
      switch FieldState(reach(party, at: reference.range)) {
      case .missing(let range): return .missing(range)
      case .open: isOpen = true
      case .filled, .notApplicable: break
      }
    }
    return isOpen ? .open : .filled
  }

  /// A body can be reached: it has contacts, or, as a class, a list of its members.
  /// - Parameter range: the place to point at.
  func reach(_ party: Party, at range: SourceRange) -> Standing {
    if party.kind.given == .class, case .given = party.members.answer { return .answered }
    let standing = party.contacts.answer.standing(anchor: range, noneCounts: false)
    if case .missing = standing { return party.members.answer.isOpen ? .open : .missing(range) }
    return standing
  }

  private func erasure(_ activity: Activity) -> FieldState {
    let own = activity.retention.answer.standing(anchor: activity.common.anchor)
    guard case .missing = own else { return FieldState(own) }
    let purposes = activity.purposes.given?.values ?? []
    return !purposes.isEmpty && purposes.allSatisfy { $0.retention.given != nil } ? .filled : FieldState(own)
  }
}

extension FieldState {
  init(_ standing: Standing) {
    switch standing {
    case .answered: self = .filled
    case .open: self = .open
    case .missing(let range): self = .missing(range)
    }
  }
}
