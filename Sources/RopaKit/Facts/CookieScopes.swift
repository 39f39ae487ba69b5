/// Whose cookies a sentence speaks of.
struct CookieScope {
  var activities: Set<RecordIndex>
  var systems: Set<RecordIndex>
  /// Every notice has the sentence, so that a cookie of which nobody says what it serves is meant as well.
  var isEverywhere = false
}

extension Assessed {
  /// What a statement names; else the activities of the notices that print it, with their systems; nil for the whole organisation.
  func cookieScope(of statement: Statement) -> CookieScope? {
    let named = statement.about.given
    let activities = named?.activities.elements().map(\.record) ?? []
    let systems = named?.systems.elements().map(\.record) ?? []
    if !activities.isEmpty || !systems.isEmpty {
      return CookieScope(activities: Set(activities), systems: Set(systems))
    }
    guard let covered = self.activities(ofNoticesWith: statement) else { return nil }
    var scope = cookieScope(ofActivities: covered)
    let mentions = registry.mentions(of: statement.common.record)
    scope.isEverywhere = registry.records.notices.allSatisfy { notice in
      mentions.contains { $0.from == notice.common.record }
    }
    return scope
  }

  /// Some activities, by their places among the register's, with their systems.
  func cookieScope<Slots: Sequence<Int>>(ofActivities slots: Slots) -> CookieScope {
    var scope = CookieScope(activities: [], systems: [])
    for slot in slots {
      let activity = registry.records.activities[slot]
      scope.activities.insert(activity.common.record)
      scope.systems.formUnion(activity.systems.elements().map(\.record))
    }
    return scope
  }

  /// A cookie feeds an activity of the scope, or is used on a site of it: one that is a system of the scope, or has a form that feeds one of
  /// its activities. Nil where nothing is recorded that could say so.
  func lies(_ cookie: Cookie, in scope: CookieScope) -> Bool? {
    if let activity = cookie.activity.given, scope.activities.contains(activity.record) { return true }
    var isPlaced = cookie.activity.given != nil
    for site in cookie.sites.elements().compactMap({ registry.site($0) }) {
      let fed = site.forms.given?.values.compactMap(\.activity.given?.record) ?? []
      let system = site.system.given?.record
      if system.map(scope.systems.contains) ?? false || fed.contains(where: scope.activities.contains) { return true }
      isPlaced = isPlaced || system != nil || !fed.isEmpty
    }
    return isPlaced ? false : scope.isEverywhere ? true : nil
  }
}
