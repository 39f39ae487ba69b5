import LocatedYAML
import Synchronization

/// A place where a record names a purpose by its id, with the activities whose purpose it can be.
struct NamedPurpose {
  let name: InnerID
  let among: Owners

  enum Owners {
    case activities([Activity])
    /// Any activity of the register.
    case any
  }
}

/// The ids of all purposes of a register, gathered when the first place asks that may mean any of them.
final class PurposeNames: Sendable {
  let ids: Set<String>
  let near: NearWords

  init(_ activities: [Activity]) {
    ids = activities.reduce(into: []) { ids, activity in
      for purpose in activity.purposes.given?.values ?? [] { ids.insert(purpose.id) }
    }
    near = NearWords(ids.sorted())
  }
}

extension Registry {
  /// The ids of all purposes; gathered once.
  var purposeNames: PurposeNames {
    gatheredPurposes.withLock { gathered in
      if let names = gathered { return names }
      let names = PurposeNames(records.activities)
      gathered = names
      return names
    }
  }

  /// The purposes that a record names, besides those that it has itself.
  func namedPurposes(in header: RecordHeader, _ record: RecordIndex) -> [NamedPurpose] {
    func names(_ names: [InnerID], among activities: [Activity]?) -> [NamedPurpose] {
      names.map { NamedPurpose(name: $0, among: activities.map { .activities($0) } ?? .any) }
    }
    let slot = Int(header.slot)
    switch header.kind {
    case .activities:
      let activity = records.activities[slot]
      let named = activity.recipients.elements().flatMap { $0.purposes.elements() }
      return named.isEmpty ? [] : names(named, among: [activity])
    case .retention:
      let named = records.retention[slot].appliesTo.given?.purposes.elements() ?? []
      return named.isEmpty ? [] : names(named, among: users(of: record))
    case .statements:
      let scope = records.statements[slot].about.given
      let own = scope?.activities.elements().compactMap { activity($0) } ?? []
      return names(scope?.purposes.elements() ?? [], among: own.isEmpty ? nil : own)
    case .assessments:
      let assessment = records.assessments[slot]
      let own = assessment.activities.elements().compactMap { activity($0) }
      return names(assessment.purposes.elements(), among: own.isEmpty ? nil : own)
    case .notices:
      let sections = records.notices[slot].sections.elements()
      return names(sections.flatMap { $0.names.given?.purposes.elements() ?? [] }, among: nil)
    default: return []
    }
  }

  /// The activities that name a record, each once.
  private func users(of record: RecordIndex) -> [Activity] {
    var last: RecordIndex?
    return mentions(of: record).compactMap { mention in
      guard mention.from != last else { return nil }
      last = mention.from
      return activity(at: mention.from)
    }
  }
}
