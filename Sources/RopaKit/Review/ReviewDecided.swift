import LocatedYAML

// MARK: Decisions in force

/// What lapses within so many days is told beforehand.
private let lapseWarning: Int32 = 90

extension ReviewBuilder {
  func settled() -> [ReviewBlock] {
    let acknowledged = findings.open.filter { $0.state == .acknowledged }
    let states = StateCounts(findings.open, findings.settled)
    var blocks: [ReviewBlock] = [
      .facts([
        ReviewFact(
          "states", "Findings that concern the activity",
          ReviewCell(FindingState.allCases.filter { $0 != .baseline }.map { .text("\(states[$0]) \($0.rawValue)") }))
      ]),
      .table(decided(acknowledged + findings.settled)),
    ]
    if !findings.ignored.isEmpty {
      blocks.append(
        .findings(
          id: "ignored", title: "Left out of other reports by registry.yaml", registry.roots(findings.ignored),
          empty: nil))
    }
    blocks.append(
      .remark(
        "A recorded acceptance is a management decision and does not alter legal duties. No measure counts it as success."
      ))
    return blocks
  }

  private func decided(_ decided: [Finding]) -> ReviewTable {
    var table = ReviewTable(
      "decisions", "Acknowledged, accepted, dismissed",
      empty: "Nobody has decided anything about findings that concern the activity.",
      [
        ReviewColumn("finding", "Finding"), ReviewColumn("state", "State"), ReviewColumn("until", "Until"),
        ReviewColumn("by", "By"), ReviewColumn("reason", "Because"), ReviewColumn("decision", "Decision"),
      ])
    for finding in decided {
      let waiver = finding.decision?.waiver
      let isMended = waiver?.kind.given?.value == .acknowledge
      let person = isMended ? waiver?.fixOwner.given : waiver?.approvedBy.given
      table.add(
        ReviewCell(
          .text(
            finding.message, .text(finding.definition.id), .text(finding.judgedSeverity.word), .place(finding.range))),
        ReviewCell(.text(sentenceCase(finding.state.rawValue))),
        until(isMended ? waiver?.fixBy.given : waiver?.expires.given),
        person.map { $0.record.isResolved ? ReviewCell(.name($0.record)) : .notRecorded } ?? .notRecorded,
        waiver.map { $0.reason.answer.cell } ?? .notRecorded,
        finding.decision.map { ReviewCell(.name($0.record)) } ?? .empty)
    }
    return table
  }

  private func until(_ last: Day?) -> ReviewCell {
    guard let last else { return .notRecorded }
    var item = ReviewItem(.day(last))
    if last < day {
      item.notes.append(.mark(.warning, "passed"))
    } else if last.number - day.number <= lapseWarning {
      item.notes.append(.mark(.warning, "within 90 days"))
    }
    return ReviewCell(item)
  }
}

// MARK: Cannot be seen from records

extension ReviewBuilder {
  func questions() -> [ReviewBlock] {
    var open = ReviewTable(
      "open-questions", "Open questions in its records", empty: "None is recorded.",
      [
        ReviewColumn("question", "Question"), ReviewColumn("record", "Record"), ReviewColumn("owner", "Owner"),
        ReviewColumn("due", "Due"),
      ])
    for question in openQuestions {
      let duty = registry.duty(of: question)
      open.add(
        ReviewCell(.text(question.question.question.first, .place(question.question.range))),
        ReviewCell(.name(question.record)),
        duty.owner.map { $0.record.isResolved ? ReviewCell(.name($0.record)) : .notRecorded } ?? .notRecorded,
        duty.due.map { ReviewCell(ReviewItem(.day($0), $0 < day ? [.mark(.warning, "overdue")] : [])) } ?? .notRecorded)
    }
    var asked = ReviewTable(
      "interview", "Questions for an interview", empty: "None.",
      [
        ReviewColumn("question", "Question"), ReviewColumn("reason", "Why records cannot show it"),
        ReviewColumn("law", "Law"),
      ])
    for question in NotFromRecords.all where arises(question.id) {
      asked.add(
        ReviewCell(.text(question.question)), ReviewCell(.text(question.reason)),
        ReviewCell(question.citations.map { .text($0) }))
    }
    return [.table(asked), .table(open)]
  }

  /// Whether a question that no record answers arises here; one that nothing is known of always does.
  private func arises(_ id: String) -> Bool {
    switch id {
    case "policy-document-kept": scope.bases.contains { !$0.policyDocument.answer.isAbsent }
    case "support-reviewed-yearly": activity.healthService.given?.confidentialityRoute.given == .section251
    case "soft-opt-in-earned", "calls-screened": activity.mayHaveMarketing
    case "human-review-meaningful":
      switch activity.automatedDecisions.answer {
      case .absent, .none, .notApplicable: false
      case .given, .unknown, .unusable: true
      }
    case "sub-processor-announced": scope.legs.contains { $0.kind == .subProcessor }
    case "approval-for-the-regime":
      scope.transfers.contains { transfer in
        assessed.mechanism(of: transfer)?.term.id.utf8.starts(with: "bcr-".utf8) ?? false
      }
    case "scope-in-words-fits":
      scope.importers.contains { party in
        party.certificates.given?.values.contains { $0.scope.given?.text.given != nil } ?? false
      }
    default: true
    }
  }
}
