import LocatedYAML

// MARK: The activity, and what bars the way

extension ReviewBuilder {
  func header() -> [ReviewBlock] {
    var blocks: [ReviewBlock] = [
      .measures,
      .facts([
        ReviewFact("controller", "Controller", activity.controller.answer.names()),
        ReviewFact("role", "Our role", ReviewCell(role)),
        ReviewFact("owner", "Owner", owner),
        ReviewFact("regimes", "Law", regimes),
        ReviewFact(
          "status", "Status",
          activity.status.answer.cell(unlessGiven: "Active") { .text(label(of: $0.value.rawValue)) }),
        ReviewFact("start", "First day", activity.start.answer.cell),
      ]),
    ]
    if let table = incomplete { blocks.append(.table(table)) }
    blocks.append(.table(looks))
    if let table = contradictions { blocks.append(.table(table)) }
    if let table = notJudged { blocks.append(.table(table)) }
    return blocks
  }

  private var role: ReviewItem {
    let words: StaticString =
      !activity.isControllerRecord
      ? "Processor" : activity.controller.elements().count > 1 ? "Joint controller" : "Controller"
    return ReviewItem(.words(words), scope.organisation.isResolved ? [.name(scope.organisation)] : [])
  }

  private var owner: ReviewCell {
    guard let owner = registry.owner(of: activity.common.record)?.record, owner.isResolved else { return .notRecorded }
    return ReviewCell(.name(owner))
  }

  private var regimes: ReviewCell {
    let names = scope.regimes.map { ReviewItem.text(law.name(of: $0)?.name ?? $0.rawValue) }
    return names.isEmpty ? .notRecorded : ReviewCell(names)
  }

  /// What is asked for and not filled; nil where all of it is.
  private var incomplete: ReviewTable? {
    var table = ReviewTable(
      "not-filled", "Asked for and not filled", empty: "Nothing.",
      [
        ReviewColumn("field", "Asked for"), ReviewColumn("in", "In"), ReviewColumn("state", "State"),
        ReviewColumn("law", "Law"),
      ])
    for field in measures.completeness.fields where field.state != .filled && field.state != .notApplicable {
      let state: ReviewItem =
        switch field.state {
        case .open: ReviewItem(.state(.open))
        case .placeholder: ReviewItem(.state(.notRecorded), [.words("a placeholder stands there")])
        default: .notRecorded
        }
      table.add(
        ReviewCell(.text(field.title)), ReviewCell(field.kind == .record ? "The record" : "A notice in force"),
        ReviewCell(state), ReviewCell(field.citations.map { .text($0) }))
    }
    return table.rows.isEmpty ? nil : table
  }

  /// The records with a review duty, those due first at the top.
  private var looks: ReviewTable {
    var table = ReviewTable(
      "reviews", "Records with a review duty", empty: "No record here has a review duty.",
      [ReviewColumn("record", "Record"), ReviewColumn("last", "Last look"), ReviewColumn("due", "Due")])
    let sorted = measures.freshness.items.enumerated().sorted {
      let (left, right) = ($0.element.due?.number ?? .min, $1.element.due?.number ?? .min)
      return left != right ? left < right : $0.offset < $1.offset
    }
    for (_, item) in sorted {
      let last: ReviewItem =
        item.isOpen && item.last == nil
        ? ReviewItem(.state(.open)) : item.last.map { ReviewItem(.day($0)) } ?? .notRecorded
      let due: ReviewItem =
        item.isOpen && item.due == nil
        ? ReviewItem(.state(.open))
        : item.due.map { ReviewItem(.day($0), item.isOverdue ? [.mark(.warning, "overdue")] : []) } ?? .notRecorded
      table.add(ReviewCell(.name(item.record)), ReviewCell(last), ReviewCell(due))
    }
    return table
  }

  /// Contradictions by the files that they stand in; nil where none was found.
  private var contradictions: ReviewTable? {
    guard measures.consistency.count > 0 else { return nil }
    var table = ReviewTable(
      "contradictions", "Contradictions by pair of files", empty: "None.",
      [ReviewColumn("files", "Files"), ReviewColumn("count", "Findings")])
    for pair in measures.consistency.pairs {
      let files = unique([pair.first, pair.second]).map { ReviewItem.text(registry.files[Int($0)].path) }
      table.add(ReviewCell(files), ReviewCell(.text("\(pair.count)")))
    }
    return table
  }

  /// Why rules could not judge; nil where all could.
  private var notJudged: ReviewTable? {
    guard !measures.coverage.open.isEmpty else { return nil }
    var table = ReviewTable(
      "not-evaluable", "Rules that could not judge", empty: "None.",
      [ReviewColumn("reason", "Because"), ReviewColumn("records", "On"), ReviewColumn("rules", "Rules that wait")])
    for gap in measures.coverage.open {
      table.add(
        ReviewCell(.text(sentenceCase(gap.reason))), ReviewCell(gap.records.map { .name($0) }),
        ReviewCell(gap.rules.map { .text(Rule.catalogue[$0].id) }))
    }
    return table
  }

  func stopList() -> [ReviewBlock] {
    let gate = measures.gate
    var blocks: [ReviewBlock] = [
      .findings(
        id: "stops", title: "Records conflict, or the cited text does not allow what is recorded", gate.stops,
        empty: "No open finding of this kind. That is what rules could see in the records, and no more.")
    ]
    if !gate.beyondSignature.isEmpty {
      blocks.append(
        .findings(
          id: "beyond-signature", title: "Errors that no signature can make up for", gate.beyondSignature, empty: nil))
    }
    if gate.word != gate.openOnly {
      blocks.append(
        .remark(
          """
          The open findings alone would give "\(gate.openOnly.rawValue)". What was accepted, dismissed or left out by a policy stands under \
          "\(ReviewPart.settled.title)", and improves no measure.
          """))
    }
    return blocks
  }
}
