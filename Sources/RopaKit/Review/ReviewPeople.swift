import LocatedYAML

// MARK: The people's view

extension ReviewBuilder {
  func people() -> [ReviewBlock] {
    guard activity.isControllerRecord else {
      return [
        .remark("Our organisation acts on instructions here; notices and rights are for the controller to record.")
      ]
    }
    var blocks: [ReviewBlock] = []
    if let exemption = activity.noticeExempt.given {
      blocks.append(
        .facts([
          ReviewFact("exempt", "The record claims an exemption from giving notice", exemption.cite.answer.cell),
          ReviewFact("exempt-reason", "Because", exemption.reason.answer.cell),
        ]))
    }
    blocks.append(.table(notices()))
    let elements = elements()
    if !elements.rows.isEmpty { blocks.append(.table(elements)) }
    blocks.append(.table(rights()))
    blocks.append(
      .facts([
        ReviewFact("complaints", "Complaints to the organisation", complaints),
        ReviewFact("children", "Children", children),
        ReviewFact("views", "Views of the people concerned", views),
      ]))
    return blocks
  }

  private func notices() -> ReviewTable {
    var table = ReviewTable(
      "notices", "Notices that cover it", empty: "No notice covers it.",
      [ReviewColumn("notice", "Notice"), ReviewColumn("standing", "On the day"), ReviewColumn("since", "Since")])
    for slot in scope.notices {
      let notice = registry.records.notices[Int(slot)]
      let isPublished = assessed.facts.notices[Int(slot)].isPublished
      table.add(
        ReviewCell(.name(notice.common.record)),
        ReviewCell(isPublished ? .words("In force") : ReviewItem(.mark(.warning, "Not in force"))),
        notice.effective.answer.cell)
    }
    return table
  }

  /// What the activity asks a notice to say, and whether a notice in force has it. Whether the words are fair nobody sees here.
  private func elements() -> ReviewTable {
    var table = ReviewTable(
      "elements", "What a notice has to say of it; wording is not assessed", empty: "Nothing is asked.",
      [ReviewColumn("element", "Element"), ReviewColumn("state", "In a notice in force"), ReviewColumn("law", "Law")])
    for field in measures.completeness.fields where field.kind == .notice {
      let state: ReviewItem =
        switch field.state {
        case .filled: .words("Listed")
        case .open: ReviewItem(.state(.open))
        default: .notRecorded
        }
      table.add(ReviewCell(.text(field.title)), ReviewCell(state), ReviewCell(field.citations.map { .text($0) }))
    }
    return table
  }

  /// The rights that the recorded grounds give, beside what is recorded to serve them.
  private func rights() -> ReviewTable {
    var table = ReviewTable(
      "rights", "Rights that apply, and what serves them", empty: "No right follows from what is recorded.",
      [
        ReviewColumn("right", "Right"), ReviewColumn("applies", "By the grounds"), ReviewColumn("served", "On record"),
        ReviewColumn("law", "Law"),
      ])
    let procedures = Rights.names.map(\.description)
    // What people are told and how they complain stands apart from this table.
    for right in registry.rights(of: [activity], scope.regimes, law: law)
    where right.right.id != "informed" && procedures.contains(right.right.id) && arises(right.right) {
      let applies: StaticString =
        switch right.scope {
        case .applies: "Applies"
        case .limited: "Applies within limits"
        case .barred: "Not on this basis"
        case .doesNotApply: "Does not apply"
        }
      table.add(
        ReviewCell(.text(right.right.title)), ReviewCell(applies), served(right.right.id),
        ReviewCell(right.citations.map { .text($0) }))
    }
    return table
  }

  /// A right about marketing or machines is asked for where there may be any.
  private func arises(_ right: RightRow) -> Bool {
    switch right.id {
    case "objection-to-marketing": activity.mayHaveMarketing
    case "automated-decisions": activity.automatedDecisions.given != nil || activity.automatedDecisions.answer.isOpen
    default: true
    }
  }

  private func served(_ right: String) -> ReviewCell {
    let own = activity.rights.given?.details[right]
    let usual = registry.party(scope.organisation)?.own?.rights.given?.details[right]
    var items: [ReviewItem] = []
    if let own, !own.answer.isAbsent {
      items += offered(own).map { ReviewItem($0.value, $0.notes + [.words("for this activity")]) }
    } else if let usual, !usual.answer.isAbsent {
      items += offered(usual)
    }
    for system in scope.systems {
      let unable = system.cannot.elements().filter { $0.right == right }
      if !unable.isEmpty {
        items.append(ReviewItem(.name(system.common.record), unable.map { .text("cannot \($0.rawValue)") }))
      }
    }
    return items.isEmpty ? .notRecorded : ReviewCell(items)
  }

  private func offered(_ detail: Public<RightDetail>) -> [ReviewItem] {
    detail.answer.items { detail in
      if detail.offered.given?.value == false { return [ReviewItem(.mark(.warning, "Not offered"))] }
      return [.text(detail.gives.given?.first ?? "Procedure recorded")]
    }
  }

  private var complaints: ReviewCell {
    guard let complaints = registry.party(scope.organisation)?.own?.complaints else { return .notRecorded }
    return ReviewCell(
      complaints.answer.items { ways in
        var items: [ReviewItem] = []
        if let contact = ways.contact.given { items.append(.text("Contact \(contact.text)")) }
        if ways.form.given != nil { items.append(.words("An electronic form")) }
        if let within = ways.acknowledgeWithin.given {
          items.append(ReviewItem(.period(within), [.words("to acknowledge, by your policy")]))
        }
        return items.isEmpty ? [.notRecorded] : items
      })
  }

  private var children: ReviewCell {
    ReviewCell(
      activity.children.answer.isAbsent
        ? [.words("The record says nothing of children")]
        : activity.children.answer.items { children in
          var items: [ReviewItem] = []
          if children.onlineService.given?.value == true { items.append(.words("An online service that they may use")) }
          if let age = children.minimumAge.given { items.append(.text("From \(age.value) years on")) }
          if let check = children.parentalCheck.given { items.append(.text(check.first)) }
          items += children.codeAssessed.answer.items {
            [ReviewItem(.words("Held against the code for children"), [.day($0)])]
          }
          return items
        })
  }

  private var views: ReviewCell {
    if scope.impact.isEmpty {
      return ReviewCell(ReviewItem(.state(.notRecorded), [.words("no impact assessment is recorded")]))
    }
    return ReviewCell(
      scope.impact.flatMap { assessment in
        assessment.views.answer.items { views in
          views.sought.answer.items { sought in
            var item = ReviewItem(.words(sought.value ? "Sought" : "Not sought"))
            if let reason = views.reason.given { item.notes.append(.text(reason.first)) }
            return [item]
          }
        }
      })
  }
}

extension Inability {
  /// The right that it touches, by its id in the table of rights.
  fileprivate var right: String? {
    switch self {
    case .export: "portability"
    case .erase: "erasure"
    case .restrict: "restriction"
    case .search: "access"
    case .log: nil
    }
  }
}
