import LocatedYAML

// MARK: Necessity and proportionality

extension ReviewBuilder {
  func necessity() -> [ReviewBlock] {
    var blocks: [ReviewBlock] = [.table(needs())]
    blocks.append(
      .facts([
        ReviewFact("necessity", "Why it is needed and proportionate", assessment(\.necessity)),
        ReviewFact("accuracy", "Accuracy", ReviewCell("No field holds how data are kept accurate; ask")),
      ]))
    let weighings = scope.supporting.filter { $0.kind.given?.value == .legitimateInterests }
    if !weighings.isEmpty { blocks.append(.table(balances(weighings))) }
    blocks.append(.table(storage()))
    return blocks
  }

  /// What the impact assessments say on a matter.
  func assessment(_ field: KeyPath<AssessmentRecord, Internal<Text>>) -> ReviewCell {
    if scope.impact.isEmpty {
      return ReviewCell(ReviewItem(.state(.notRecorded), [.words("no impact assessment is recorded")]))
    }
    return ReviewCell(
      scope.impact.flatMap { assessment in
        assessment[keyPath: field].answer.cell.items.map {
          ReviewItem($0.value, $0.notes + [.name(assessment.common.record)])
        }
      })
  }

  private func needs() -> ReviewTable {
    var table = ReviewTable(
      "sensitive-data", "Data that need a reason",
      empty: "No data here are marked as of a special category, about offences or highly personal.",
      [
        ReviewColumn("data", "Data"), ReviewColumn("why-needed", "Why they are needed"),
        ReviewColumn("reason", "Why they count so"),
      ])
    for entry in activity.data.elements() {
      guard !assessed.facts.words.flags(entry).isDisjoint(with: [.special, .criminal, .highlyPersonal, .contextual])
      else {
        continue
      }
      table.add(
        ReviewCell(item(entry)), entry.whyNeeded.answer.cell,
        entry.reason.answer.isAbsent ? ReviewCell("By the vocabulary") : entry.reason.answer.cell)
    }
    return table
  }

  private func balances(_ weighings: [AssessmentRecord]) -> ReviewTable {
    var table = ReviewTable(
      "balances", "Weighing of interests", empty: "None is recorded.",
      [
        ReviewColumn("record", "Assessment"), ReviewColumn("outcome", "The assessor recorded"),
        ReviewColumn("by", "Assessor"), ReviewColumn("date", "On"),
      ])
    for weighing in weighings {
      table.add(
        ReviewCell(.name(weighing.common.record)), weighing.outcome.answer.cell,
        assessor(weighing), (weighing.approved.answer.isAbsent ? weighing.date : weighing.approved).answer.cell)
    }
    return table
  }

  /// Who approved an assessment, else who owns it.
  func assessor(_ assessment: AssessmentRecord) -> ReviewCell {
    guard assessment.approver.answer.isAbsent else { return assessment.approver.answer.named() }
    guard let owner = assessment.common.owner.given?.value.record, owner.isResolved else { return .notRecorded }
    return ReviewCell(.name(owner, .words("owner")))
  }

  private func storage() -> ReviewTable {
    var table = ReviewTable(
      "retention", "How long data are kept", empty: "No rule of retention is recorded.",
      [
        ReviewColumn("rule", "Rule"), ReviewColumn("period", "Time"), ReviewColumn("starts", "From"),
        ReviewColumn("action", "Then"), ReviewColumn("reason", "Why so long"), ReviewColumn("disposal", "Proof"),
      ])
    if activity.retention.hasOpenElement() {
      table.add(activity.retention.answer.names(), .empty, .empty, .empty, .empty, .empty)
    }
    for rule in scope.retention {
      table.add(
        ReviewCell(.name(rule.common.record)), time(rule), event(rule.starts.answer),
        rule.action.answer.list { .text(label(of: $0.rawValue)) }, rule.reason.answer.cell,
        ReviewCell(
          rule.disposal.answer.items { disposal in
            disposal.verified.answer.items { [ReviewItem(.words("Verified"), [.day($0)])] }
          }))
    }
    return table
  }

  private func time(_ rule: RetentionRule) -> ReviewCell {
    var items: [ReviewItem] = []
    if !rule.period.answer.isAbsent { items += rule.period.answer.cell.items }
    if let minimum = rule.minimum.given { items.append(ReviewItem(.period(minimum), [.words("at least")])) }
    if let maximum = rule.maximum.given { items.append(ReviewItem(.period(maximum), [.words("at most")])) }
    if !rule.ends.answer.isAbsent {
      items += rule.ends.answer.list { name($0) }.items.map { ReviewItem($0.value, $0.notes + [.words("ends it")]) }
    }
    if let stop = rule.backStop.given { items.append(ReviewItem(.period(stop), [.words("at the latest")])) }
    if let criterion = rule.criterion.given { items.append(.text(criterion.first)) }
    return items.isEmpty ? .notRecorded : ReviewCell(items)
  }

  private func event(_ answer: Answer<Event>) -> ReviewCell { answer.cell(name) }

  private func words(_ event: EventName) -> String {
    switch event {
    case .known(let event): label(of: event.rawValue)
    case .own(let words): words.text
    }
  }

  private func name(_ event: Event) -> ReviewItem {
    var item = event.event.given.map { ReviewItem.text(words($0)) } ?? ReviewItem(.state(.open))
    if let body = event.of.given { item.notes.append(.name(body.record)) }
    return item
  }
}
