import LocatedYAML

/// A notice that is not published, or not as it should be, and why.
package struct WithheldNotice: Sendable {
  package let notice: RecordIndex
  package let reason: String
}

/// Whether a notice is in the public tree.
enum NoticePublication: Sendable {
  /// Never without a language.
  case published([Language])
  case leftOut(String)
}

extension Assessment {
  /// Notices in force that have open errors, on themselves, a statement they print, an activity they cover or the organisation they speak
  /// for, no approval, or no known day: not published under `--strict`.
  package var withheldNotices: [WithheldNotice] {
    registry.records.notices.enumerated().compactMap { slot, notice in
      let facts = facts.notices[slot]
      guard facts.isPublished else { return nil }
      let record = notice.common.record
      let concerned =
        printed(in: notice) + [facts.organisation]
        + facts.activities.map { registry.records.activities[$0].common.record }
      let errors = concerned.filter(\.isResolved).reduce(0) { count, record in
        count + report.findings(on: record).count { $0.severity == .error }
      }
      if errors > 0 {
        return WithheldNotice(notice: record, reason: "of \(counted(errors, "open error", "open errors"))")
      }
      if notice.approved.given == nil { return WithheldNotice(notice: record, reason: "no approval is recorded") }
      if notice.effective.answer.isOpen { return WithheldNotice(notice: record, reason: Self.undated) }
      return nil
    }
  }

  /// What a notice says in words of its own: its record and those of the statements that it prints.
  private func printed(in notice: Notice) -> [RecordIndex] {
    unique([notice.common.record] + notice.sections.elements().flatMap { $0.statements.elements() }.map(\.record))
  }

  /// Notices that are published although the records contradict what they say, by an open error about their own words or a statement
  /// that they print.
  /// - Parameter withheld: notices that are not published in this run.
  package func publishedAgainstRecords(_ messages: MessageCatalogue, without withheld: Set<RecordIndex>)
    -> [WithheldNotice]
  {
    publishedNotices(of: self, messages: messages).compactMap { published in
      let notice = registry.records.notices[published.slot]
      if withheld.contains(notice.common.record) { return nil }
      let contradicted = printed(in: notice).filter(\.isResolved).flatMap { record in
        report.findings(on: record).filter { finding in
          finding.severity == .error && finding.records.first == record
            && Rule.catalogue[finding.rule].ground == .contradiction
        }
      }
      guard !contradicted.isEmpty else { return nil }
      let words = contradicted.map { "\(registry.path(of: $0.records[0])) (\(Rule.catalogue[$0.rule].id))" }
      return WithheldNotice(notice: notice.common.record, reason: "of " + joined(unique(words)))
    }
  }

  /// Notices that are in no public page whatever the options, each with the reason.
  package func notPublished(_ messages: MessageCatalogue) -> [WithheldNotice] {
    registry.records.notices.enumerated().compactMap { slot, notice in
      guard case .leftOut(let reason) = publication(ofNotice: slot, messages) else { return nil }
      return WithheldNotice(notice: notice.common.record, reason: reason)
    }
  }

  /// Notices that are published although nobody knows from which day on they hold.
  package func publishedWithoutDay(_ messages: MessageCatalogue) -> [WithheldNotice] {
    publishedNotices(of: self, messages: messages).map { registry.records.notices[$0.slot] }
      .filter(\.effective.answer.isOpen).map { WithheldNotice(notice: $0.common.record, reason: Self.undated) }
  }

  private static let undated = "the day from which it holds is an open question"

  func publication(ofNotice slot: Int, _ messages: MessageCatalogue) -> NoticePublication {
    let notice = registry.records.notices[slot]
    let facts = facts.notices[slot]
    if !notice.common.isPublishable { return .leftOut("its record says publish: false") }
    if Gate(notice.common.certainty.given) == .closed {
      return .leftOut("its record says certainty: \(notice.common.certainty.given?.rawValue ?? "")")
    }
    guard facts.isPublished else {
      return .leftOut(
        notice.effective.given.map { "it holds from \($0) on" } ?? "it has no effective: day, which makes it a draft")
    }
    guard facts.organisation.isResolved, let organisation = registry.party(facts.organisation) else {
      return .leftOut("the register does not say whose notice it is")
    }
    guard organisation.common.isPublishable, Gate(organisation.common.certainty.given) != .closed else {
      return .leftOut("the record of \(registry.name(of: facts.organisation)) is kept out of public pages")
    }
    let wanted = registry.languages(of: notice)
    let languages = wanted.filter { messages.messages($0) != nil }
    if languages.isEmpty {
      return .leftOut("there are no sentences in its language: \(joined(wanted.map(\.code)))")
    }
    return .published(languages)
  }
}
