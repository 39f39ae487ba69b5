/// A form on a site that feeds an activity.
struct FormPlace: Sendable {
  let site: RecordIndex
  let siteID: String
  let formID: String
  /// The activity that the answers feed.
  let activity: RecordIndex
}

extension Registry {
  /// The forms that may be told of, by the activities they feed; in the order of the sites and their files.
  func formsByActivity() -> [RecordIndex: [FormPlace]] {
    var forms: [RecordIndex: [FormPlace]] = [:]
    for site in records.sites where site.common.isPublishable && Gate(site.common.certainty.given) != .closed {
      for form in site.forms.given?.values ?? [] {
        guard let activity = form.activity.given?.record, activity.isResolved else { continue }
        forms[activity, default: []].append(
          FormPlace(
            site: site.common.record, siteID: header(site.common.record).id, formID: form.id, activity: activity))
      }
    }
    return forms
  }
}

extension Assessment {
  /// The forms of which a notice tells: those that feed its activities.
  func forms(ofNotice slot: Int, _ forms: [RecordIndex: [FormPlace]]) -> [FormPlace] {
    if forms.isEmpty { return [] }
    let facts = facts.notices[slot]
    return facts.told.map { registry.records.activities[$0].common }
      .filter { $0.isPublishable && Gate($0.certainty.given) != .closed }.flatMap { forms[$0.record] ?? [] }
  }
}
