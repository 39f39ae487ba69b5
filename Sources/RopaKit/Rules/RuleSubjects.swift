import LocatedYAML

extension Check {
  /// Judges some subjects; an activity may have several purposes, each judged by itself.
  func judge(_ subjects: Range<Int>, _ assessed: Assessed, _ report: (Verdict, Subject) -> Void) {
    let registry = assessed.registry
    func each<Kind: Record>(_ list: [Kind], _ check: (Kind, Assessed) -> Verdict) {
      for subject in list[subjects] { report(check(subject, assessed), .record(subject.common.record)) }
    }
    switch self {
    case .reading: break
    case .organisations(let check): each(registry.organisations, check)
    case .parties(let check): each(registry.records.parties, check)
    case .activities(let check): each(registry.records.activities, check)
    case .purposes(let check):
      for activity in registry.records.activities[subjects] {
        for purpose in activity.purposes.given?.values ?? [] {
          report(check(activity, purpose, assessed), .record(activity.common.record))
        }
      }
    case .systems(let check): each(registry.records.systems, check)
    case .transfers(let check): each(registry.records.transfers, check)
    case .transferGaps(let check):
      for number in subjects { report(judge(assessed.facts.gaps[number], assessed, check), .gap(Int32(number))) }
    case .lawfulBases(let check): each(registry.records.lawfulBases, check)
    case .retention(let check): each(registry.records.retention, check)
    case .statements(let check): each(registry.records.statements, check)
    case .assessments(let check): each(registry.records.assessments, check)
    case .consents(let check): each(registry.records.consents, check)
    case .dataCategories(let check): each(registry.records.dataCategories, check)
    case .controls(let check): each(registry.records.controls, check)
    case .cookies(let check): each(registry.records.cookies, check)
    case .sites(let check): each(registry.records.sites, check)
    case .decisions: break
    case .rulePolicies(let check):
      for subject in registry.rulePolicies[subjects] { report(check(subject, assessed), .nothing) }
    case .notices(let check):
      for subject in subjects {
        let notice = registry.records.notices[subject]
        report(check(notice, assessed.facts.notices[subject], assessed), .record(notice.common.record))
      }
    case .questions(let check):
      for subject in registry.questions[subjects] { report(check(subject, assessed), .record(subject.record)) }
    case .records(let check):
      for subject in subjects {
        guard let common = registry.common(RecordIndex(subject)) else { continue }
        report(check(registry.headers[subject], common, assessed), .record(RecordIndex(subject)))
      }
    }
  }

  private func judge(
    _ gap: TransferGap, _ assessed: Assessed, _ check: (TransferGap, Assessed) -> Verdict
  ) -> Verdict {
    gap.mayBeCovered
      ? .notEvaluable("a transfer between the two has a value that is not known") : check(gap, assessed)
  }
}
