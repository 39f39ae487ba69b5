import LocatedYAML

extension RightDetail {
  /// People are told that the right is not offered.
  var isRefused: Bool { offered.given?.value == false }
  /// Something is said of how the right is served here.
  var describesWay: Bool {
    [gives.answer.isAbsent, hint.answer.isAbsent, otherwise.answer.isAbsent].contains(false)
      || !routes.elements().isEmpty
  }
}

extension Assessed {
  /// The rights that the bases of an activity give on the day, those that are limited left out; nil where a basis is an open question, so
  /// that more may apply.
  func fullRights(of activity: Activity) -> (rights: [ApplicableRight], isOpen: Bool) {
    let regimes = registry.regimes(of: activity)
    let rights = registry.rights(of: [activity], regimes, law: law).filter { right in
      right.scope == .applies && (right.right.id != "objection-to-marketing" || activity.marketing.given != nil)
        && (right.right.id != "automated-decisions" || activity.automatedDecisions.given != nil)
    }
    let isOpen = regimes.contains { registry.bases(of: [activity], $0).isOpen }
    return (rights, isOpen)
  }

  /// An organisation names a provision that limits a right.
  func limits(_ right: String, of party: Party?) -> Bool {
    party?.own?.rights.given?.limits.elements().contains { limit in
      limit.cite.given != nil && limit.rights.elements().contains { $0.id == right }
    } ?? false
  }
}
