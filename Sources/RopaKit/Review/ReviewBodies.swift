import LocatedYAML

// MARK: Who else

extension ReviewBuilder {
  func bodies() -> [ReviewBlock] {
    var blocks: [ReviewBlock] = [.table(processors()), .table(others())]
    if activity.isControllerRecord && activity.controller.elements().count > 1 {
      let arrangement = activity.jointArrangement.answer
      blocks.append(
        .facts([
          ReviewFact(
            "joint-agreement", "Arrangement between the controllers",
            ReviewCell(
              arrangement.items { $0.agreement.answer.cell { .text($0.text) }.items })),
          ReviewFact(
            "joint-essence", "Its essence, in public words",
            ReviewCell(
              arrangement.items { $0.essence.answer.cell.items })),
        ]))
    }
    return blocks
  }

  /// Bodies on the way that work on instructions.
  private func processors() -> ReviewTable {
    var table = ReviewTable(
      "processors", "Bodies that work on instructions", empty: "None is on the ways that were followed.",
      [
        ReviewColumn("body", "Body"), ReviewColumn("contract", "Contract"), ReviewColumn("terms", "Terms of Art 28(3)"),
        ReviewColumn("sub-processors", "Uses"), ReviewColumn("examined", "Examined"),

      ])
    for party in scope.importers {
      guard let leg = scope.legs.first(where: { $0.importer == party.common.record && $0.isProcessor }) else {
        continue
      }
      // With whom a body further down has its contract is not ours to hold; its flow-down is judged on the processor.
      let isDirect = registry.isOurs(leg.exporter)
      var name = ReviewItem(.name(party.common.record))
      if leg.certainty != .certain { name.notes.append(.text(leg.certainty.rawValue)) }
      if !isDirect { name.notes.append(.related("through", leg.exporter)) }
      table.add(
        ReviewCell(name), isDirect ? contract(party) : ReviewCell("With the body above it"),
        isDirect ? terms(party) : .empty, subProcessors(party), examined(party))
    }
    return table
  }

  private func contract(_ party: Party) -> ReviewCell {
    ReviewCell(
      party.agreements.answer.items { agreements in
        let items =
          agreements.values.map { agreement in
            var item = ReviewItem(.text(label(of: agreement.kind.given?.value.rawValue ?? agreement.id)))
            item.notes.append(
              agreement.status.given.map { .text(label(of: $0.value.rawValue)) } ?? .state(.notRecorded))
            if let signed = agreement.signed.given { item.notes += [.dated("signed", signed)] }
            if let expires = agreement.expires.given {
              item.notes += [.dated("until", expires)]
              if expires < day { item.notes.append(.mark(.warning, "passed")) }
            }
            return item
          } + agreements.open.map { ReviewItem($0) }
        return items.isEmpty ? [.notRecorded] : items
      })
  }

  private func terms(_ party: Party) -> ReviewCell {
    let agreements = (party.agreements.given?.values ?? []).filter { $0.binds(on: day) }
    if agreements.isEmpty { return ReviewCell("No contract in force to read") }
    return ReviewCell(
      agreements.map { agreement in
        switch agreement.terms(.clause, scope.regimes, law) {
        case .complete: .words("All recorded as found; wording not assessed")
        case .lacks(let rows):
          ReviewItem(.mark(.warning, "Not recorded"), rows.map { .text($0.row.title) })
        case .unread: ReviewItem(.state(.notRecorded), [.words("nobody has recorded which terms it holds")])
        case .open: ReviewItem(.state(.open))
        }
      })
  }

  private func subProcessors(_ party: Party) -> ReviewCell {
    party.subProcessors.answer.list { entry in
      guard let reference = entry.party.given else { return ReviewItem(.state(.open)) }
      return ReviewItem(.name(reference.record), entry.authorised.given.map { [.dated("authorised", $0)] } ?? [])
    }
  }

  private func examined(_ party: Party) -> ReviewCell {
    ReviewCell(
      party.diligence.answer.items { diligence in
        diligence.last.answer.items { last in
          var item = ReviewItem(.day(last))
          if let next = diligence.next.given {
            item.notes += [.dated("next", next)]
            if next < day { item.notes.append(.mark(.warning, "overdue")) }
          }
          for open in diligence.open.elements() { item.notes.append(.text("open: \(open.first)")) }
          return [item]
        }
      })
  }

  /// Whoever else gets data: controllers of their own, and entries whose role nobody said.
  private func others() -> ReviewTable {
    var table = ReviewTable(
      "recipients", "Other recipients", empty: "None is recorded.",
      [
        ReviewColumn("body", "Body"), ReviewColumn("role", "Role"), ReviewColumn("when", "When"),
        ReviewColumn("certainty", "Certainty"),
      ])
    if case .given = activity.recipients.answer {
    } else {
      table.add(activity.recipients.answer.list { _ in .notRecorded }, .empty, .empty, .empty)
    }
    for question in activity.recipients.given?.open ?? [] {
      table.add(ReviewCell(ReviewItem(question)), .empty, .empty, .empty)
    }
    for entry in activity.recipients.elements() {
      guard let party = registry.party(entry.party.given) else { continue }
      let role = entry.role.given ?? (party.face == .processors ? .processor : .controller)
      if role == .processor && !entry.role.answer.isOpen { continue }
      table.add(
        ReviewCell(.name(party.common.record)),
        entry.role.answer.isAbsent
          ? ReviewCell(.text(label(of: role.rawValue), .words("by its kind of record"))) : entry.role.answer.cell,
        (entry.when.answer.isAbsent ? party.when : entry.when).answer.cell(unlessGiven: "Not limited") {
          .text($0.first)
        },
        entry.certainty.answer.cell(unlessGiven: "Certain") { .text(label(of: $0.rawValue)) })
    }
    return table
  }
}
