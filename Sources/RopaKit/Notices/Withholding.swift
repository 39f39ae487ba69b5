import LocatedYAML

/// A notice that is not published under `--strict`, and why.
package struct WithheldNotice: Sendable {
  package let notice: RecordIndex
  package let reason: String
}

extension Assessment {
  /// Notices in force that have open errors, on themselves, an activity they cover or the organisation they speak for, or no approval.
  package var withheldNotices: [WithheldNotice] {
    registry.records.notices.enumerated().compactMap { slot, notice in
      let facts = facts.notices[slot]
      guard facts.isPublished else { return nil }
      let record = notice.common.record
      let concerned =
        [record, facts.organisation] + facts.activities.map { registry.records.activities[$0].common.record }
      let errors = concerned.filter(\.isResolved).reduce(0) { count, record in
        count + report.findings(on: record).count { $0.severity == .error }
      }
      if errors > 0 {
        return WithheldNotice(notice: record, reason: "of \(counted(errors, "open error", "open errors"))")
      }
      if notice.approved.given == nil { return WithheldNotice(notice: record, reason: "no approval is recorded") }
      return nil
    }
  }
}
