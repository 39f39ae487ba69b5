import LocatedYAML

/// How what a notice says on the day stands to the texts that were kept and to the content that was approved.
struct NoticeStanding: Sendable {
  /// Of what it says on the day, in all its languages; nil when it or its organisation is withheld.
  let digest: String?
  /// What differs from the text that was kept for its effective day; nil when none was kept.
  let sinceKept: [String]?
  let approval: ApprovalStanding

  init(_ slot: Int, _ assessed: Assessed, _ texts: NoticeTexts) {
    let registry = assessed.registry
    let notice = registry.records.notices[slot]
    let all = registry.keptVersions(of: notice)
    let kept = notice.effective.given.map { day in all.filter { $0.place.day == day } } ?? []
    let approved = notice.approved.given?.content.given?.text
    // Most notices have neither, and need not be composed to be judged.
    guard !kept.isEmpty || approved != nil else {
      (digest, sinceKept) = (nil, nil)
      approval = notice.approved.given == nil ? .missing : .ofNoContent
      return
    }
    let composed = registry.languages(of: notice, texts.messages).compactMap { language in
      texts.messages.messages(language).flatMap { texts.composed(slot, $0, of: assessed)?.notice }
    }
    digest = composed.isEmpty ? nil : ContentDigest.digits(of: composed)
    sinceKept = kept.isEmpty || composed.isEmpty ? nil : NoticeStanding.differences(kept, composed)
    guard let approved else {
      approval = notice.approved.given == nil ? .missing : .ofNoContent
      return
    }
    if digest == nil || approved == digest {
      approval = .ofThisContent
      return
    }
    let days = Set(all.map(\.place.day)).sorted()
    let then = days.lazy.map { day in all.filter { $0.place.day == day } }.first {
      ContentDigest.digits(of: $0.map(\.content)) == approved
    }
    approval = .ofOtherContent(since: then.map { NoticeStanding.differences($0, composed) })
  }

  /// The parts that differ, by their headings; in the first language in which something does.
  static func differences(_ kept: [KeptVersion], _ notices: [PublicNotice]) -> [String] {
    for notice in notices {
      guard let old = kept.first(where: { $0.place.language == notice.language }) else {
        return ["the text in '\(notice.language.code)', which was not kept"]
      }
      let names = NoticeComparison(from: old.content, to: notice).names
      if !names.isEmpty { return names }
    }
    if let gone = kept.first(where: { old in !notices.contains { $0.language == old.place.language } }) {
      return ["the text in '\(gone.place.language.code)', which is not published any more"]
    }
    return []
  }
}

/// Whether what a notice says is what somebody approved.
enum ApprovalStanding: Sendable {
  /// Nobody is on record.
  case missing
  /// Somebody is, and nobody knows for which content.
  case ofNoContent
  case ofThisContent
  /// - since: what changed since, by sections; nil when the approved text was not kept.
  case ofOtherContent(since: [String]?)
}

extension NoticeComparison {
  /// What changed, for a message: the headings of the sections.
  var names: [String] {
    let names = changes.map { change in
      switch change.key {
      case .top: "title and readers"
      case .summary: "summary"
      case .section: "'\(change.heading?.plain ?? "")'" + change.kind.remark
      }
    }
    return names.isEmpty && isReordered ? ["the order of the sections"] : names
  }
}

extension SectionChange.Kind {
  fileprivate var remark: String {
    switch self {
    case .new: " (new)"
    case .gone: " (gone)"
    case .reordered: " (order)"
    case .changed: ""
    }
  }
}

/// Names in a message, some of them and how many more.
func someOf(_ names: [String], most: Int = 6) -> String {
  let shown = names.prefix(most).joined(separator: ", ")
  return names.count > most ? shown + " and \(names.count - most) more" : shown
}
