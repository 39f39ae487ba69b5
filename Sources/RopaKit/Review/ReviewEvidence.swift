import LocatedYAML

extension Assessed {
  /// Whether what an activity relies on is shown. A status that nobody gave is no answer; a measure that can be tested counts only with a test in
  /// time, one of people and paper only where it was tested, because otherwise nobody asks for that.
  func evidence(_ scope: ReviewScope) -> EvidenceMeasure {
    EvidenceMeasure(
      controls: scope.reliedOn(registry).map { ControlEvidence(control: $0, state: evidence(of: $0)) })
  }

  private func evidence(of control: Control) -> ControlEvidenceState {
    guard let status = control.status.given?.value else { return .statusNotGiven }
    guard status == .implemented else { return .notImplemented }
    let isTechnical =
      control.measures.hasOpenElement() || control.measures.elements().isEmpty
      || control.measures.elements().contains { law.law.schemes.measures[Int($0.index.value)].isTechnical }
    if !isTechnical && control.tested.answer.isAbsent && control.testEvery.answer.isAbsent { return .noTestAsked }
    return switch test(of: control) {
    case .fresh: .shown
    case .old: .testOverdue
    case .open: .testOpen
    case .never: .neverTested
    }
  }

  /// The records of an activity that somebody looks at again, with the days. Intervals are those of the register's policy, and what is expected
  /// of no record is asked of none: a transfer or a retention rule has a duty once it names a day of a review.
  func freshness(_ scope: ReviewScope) -> Freshness {
    var items: [FreshnessItem] = []
    for record in scope.records {
      let header = registry.header(record)
      guard header.slot >= 0, let common = registry.common(record) else { continue }
      switch header.kind {
      case .activities:
        if scope.activity.isJudged {
          items.append(item(common, looks: [common.reviewed], reviewInterval(of: scope.activity)))
        }
      case .processors:
        if common.isJudged { items.append(item(common, looks: [common.reviewed], reviewInterval(of: nil))) }
      case .transfers, .retention:
        let hasDay = !common.reviewed.answer.isAbsent || !common.reviewBy.answer.isAbsent
        if common.isJudged, hasDay { items.append(item(common, looks: [common.reviewed], reviewInterval(of: nil))) }
      case .notices: notice(Int(header.slot), common).map { items.append($0) }
      case .assessments:
        let assessment = registry.records.assessments[Int(header.slot)]
        if common.isJudged, assessment.isInUse {
          items.append(item(common, looks: [common.reviewed] + assessment.looks, reviewInterval(of: assessment)))
        }
      default: break
      }
    }
    return Freshness(items: items)
  }

  private func notice(_ slot: Int, _ common: CommonFields) -> FreshnessItem? {
    guard common.isJudged, facts.notices[slot].isPublished else { return nil }
    let notice = registry.records.notices[slot]
    let published = notice.published.given == nil ? notice.effective.answer : notice.published.answer
    let interval = policy(\.noticeReviewInterval, Policy.defaultNoticeReviewInterval)
    var item = item(common, looks: [common.reviewed], interval)
    guard case .given(let day, let range) = published else { return item }
    let last = max(day, item.last ?? day)
    let due = DueLook(common, last: (last, range), interval).day
    item = FreshnessItem(
      record: common.record, last: last, due: due, isOpen: item.isOpen, isOverdue: due < self.day)
    return item
  }

  private func item(_ common: CommonFields, looks: [Internal<Day>], _ interval: Period) -> FreshnessItem {
    let last = latest(looks)
    let isOpen = common.reviewBy.answer.isOpen || (last == nil && looks.contains { $0.answer.isOpen })
    let due = common.reviewBy.given ?? last.map { $0.day.adding(interval) }
    return FreshnessItem(
      record: common.record, last: last?.day, due: due, isOpen: isOpen, isOverdue: due.map { $0 < day } ?? false)
  }
}

extension AssessmentRecord {
  /// It was neither rejected nor retired.
  fileprivate var isInUse: Bool {
    switch status.given?.value {
    case .rejected, .retired: false
    case .draft, .officerReview, .approved, nil: true
    }
  }
}
