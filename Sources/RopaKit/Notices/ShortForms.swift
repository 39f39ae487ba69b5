/// What stands beside a form while somebody fills it in: two to six sentences and the way to the whole notice.
package struct PublicShortForm: Sendable {
  package let language: Language
  package let blocks: [PublicBlock]
}

extension NoticeComposer {
  /// The most sentences that a reader takes in beside a form.
  private static let mostSentences = 6

  /// The short form of the notice for a form; nil when the form or its activity may not be told of.
  /// - Parameter whole: where the whole notice is published; nil when the register does not say.
  func shortForm(_ place: FormPlace, whole: Link?) -> PublicShortForm? {
    guard let narrow = narrowed(to: place.activity), let site = projection.site(place.site),
      let form = site.forms?.values().first(where: { $0.value.id == place.formID })
    else { return nil }
    return narrow.shortForm(form, whole: whole)
  }

  private func shortForm(_ form: Published<SiteForm>, whole: Link?) -> PublicShortForm {
    let activity = covered[0]
    let asked = (form.value.fields.given?.entries ?? []).compactMap { $0.value.given?.record }
    let purposes = (activity.fields.purposes?.values() ?? []).filter { purpose in
      let data = purpose.value.data.elements()
      return asked.isEmpty || data.isEmpty || data.contains { asked.contains($0.record) }
    }
    var blocks = opening(purposes.compactMap { text($0.text) }, activity)
    let first = blocks.isEmpty ? 0 : 1
    let more = say(.collectMore, whole.map { title.linked(to: $0) } ?? title)
    // What matters most comes first; what finds no room is in the notice.
    let wanted =
      reliance(on: purposes, activity) + provision(of: activity) + withdrawal(on: form, purposes, activity)
      + keeping(purposes, activity, asked)
    let room = NoticeComposer.mostSentences - first - 1
    blocks.append(.paragraph(messages.sentences(Array(unique(wanted).prefix(room)) + [more])))
    return PublicShortForm(language: messages.language, blocks: blocks.map(\.capitalised))
  }

  /// Who uses the answers, and what for.
  private func opening(_ purposes: [PublicText], _ activity: CoveredActivity) -> [PublicBlock] {
    guard let name = name(organisation) else { return [] }
    if activity.isOnInstructions { return [.paragraph(messages.sentences([say(.shortActing, name)]))] }
    switch purposes.count {
    case 0: return [.paragraph(say(.collect, name))]
    case 1: return [.paragraph(messages.sentences([say(.collectPurpose, name, purposes[0])]))]
    default: return [.paragraph(say(.collectPurposes, name)), .list(purposes)]
    }
  }

  /// What allows the purposes: the words of the law, else those of the record.
  private func reliance(on purposes: [Published<Purpose>], _ activity: CoveredActivity) -> [PublicText] {
    var sentences: [PublicText] = []
    var seen = noRecords()
    for basis in purposes.flatMap({ basisRecords(of: $0, activity) }) where seen.insert(basis.value.common.record) {
      let words = words(of: basis)
      if case .paragraph(let own)? = PublicText.blocks(of: basis.recordWords(), in: language).first, words.isEmpty {
        sentences.append(own)
      }
      sentences += words.map { say(basis.isPossible ? .mayRelyOn : sentences.isEmpty ? .relyOn : .resting, $0) }
    }
    return sentences
  }

  /// How consent is taken back that the form asks, or that its purposes rest on.
  private func withdrawal(
    on form: Published<SiteForm>, _ purposes: [Published<Purpose>], _ activity: CoveredActivity
  ) -> [PublicText] {
    let resting = purposes.flatMap { basisRecords(of: $0, activity) }.compactMap { $0.consent?.followed() }
    let ways = resting.compactMap { text($0.withdraw) }.map { say(.withdraw, $0) }
    let others = (form.consents?.elements() ?? []).compactMap { $0.followed() }.filter { asked in
      !resting.contains { $0.value.common.record == asked.value.common.record }
    }
    return ways + others.compactMap { text($0.withdraw) }.map { say(.bannerWithdraw, $0) }
  }

  /// How long the answers are kept, where one sentence says it.
  private func keeping(
    _ purposes: [Published<Purpose>], _ activity: CoveredActivity, _ asked: [RecordIndex]
  ) -> [PublicText] {
    let data = categories(of: activity).filter { asked.isEmpty || asked.contains($0.value.record) }
    let sentences = unique(
      purposes.flatMap { rules(of: $0, activity, data: data) }.compactMap { keeping($0) })
    return sentences.count == 1 ? sentences : []
  }
}
