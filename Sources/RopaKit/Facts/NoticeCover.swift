/// Who is told of what: every group of people of every activity in which the organisation decides, with the notices that tell them.
struct NoticeCover: Sendable {
  struct Entry: Sendable {
    /// The activity's place among the register's activities.
    let activity: Int
    let standing: Standing
  }

  enum Standing: Sendable {
    /// The notices in force that tell these people, by their places among the register's notices.
    case told([Int])
    /// A notice covers it that is not in force.
    case drafted([Int])
    /// An exemption is recorded.
    case exempt
    /// Notices in force cover it, and none is for these people.
    case otherAudience([Int])
    case untold
  }

  /// By the group of people, in the order of the register; activities in its order too.
  let groups: [(people: RecordIndex, entries: [Entry])]
  /// Activities that name nobody.
  let withoutPeople: Int

  init(_ assessed: Assessed) {
    let registry = assessed.registry
    var groups: [RecordIndex: [Entry]] = [:]
    var withoutPeople = 0
    let audiences = registry.records.notices.map { Audience($0, assessed) }
    for (slot, activity) in registry.records.activities.enumerated() {
      guard activity.isLive, activity.isControllerRecord else { continue }
      let people = activity.subjects.elements().map(\.record).filter(\.isResolved)
      if people.isEmpty { withoutPeople += 1 }
      let covering = assessed.facts.notices(ofActivity: slot).map { Int($0) }
      for group in people {
        groups[group, default: []].append(
          Entry(activity: slot, standing: NoticeCover.standing(activity, group, covering, audiences, assessed)))
      }
    }
    self.groups = groups.sorted { $0.key < $1.key }.map { (people: $0.key, entries: $0.value) }
    self.withoutPeople = withoutPeople
  }

  private static func standing(
    _ activity: Activity, _ people: RecordIndex, _ covering: [Int], _ audiences: [Audience], _ assessed: Assessed
  ) -> Standing {
    let inForce = covering.filter { assessed.facts.notices[$0].isPublished }
    let told = inForce.filter { audiences[$0].includes(people, assessed) }
    if !told.isEmpty { return .told(told) }
    if activity.noticeExempt.given != nil { return .exempt }
    if !inForce.isEmpty { return .otherAudience(inForce) }
    return covering.isEmpty ? .untold : .drafted(covering)
  }

  /// Whom a notice is for.
  private struct Audience {
    /// Nobody is named, or somebody may be missing: everybody.
    let isForAll: Bool
    let people: Set<RecordIndex>
    let kinds: Set<String>

    init(_ notice: Notice, _ assessed: Assessed) {
      let list = notice.audience.given
      isForAll = list.map { !$0.open.isEmpty || $0.elements.isEmpty } ?? true
      people = Set((list?.elements ?? []).map(\.record))
      kinds = Set(people.map { assessed.registry.kind(ofSubjects: $0, assessed.law.law) })
    }

    func includes(_ group: RecordIndex, _ assessed: Assessed) -> Bool {
      isForAll || people.contains(group) || kinds.contains(assessed.registry.kind(ofSubjects: group, assessed.law.law))
    }
  }
}
