import LocatedYAML

// MARK: Risks

extension ReviewBuilder {
  func risks() -> [ReviewBlock] {
    guard !scope.impact.isEmpty else {
      return [
        .remark(
          "No impact assessment is recorded, so that no assessor’s view of the risks is at hand. None is computed.")
      ]
    }
    return [.table(levels()), .table(riskTable())]
  }

  /// As the assessor gave it, untouched.
  private func levels() -> ReviewTable {
    var table = ReviewTable(
      "residual", "What remains, as the assessor gave it", empty: "None.",
      [
        ReviewColumn("assessment", "Assessment"), ReviewColumn("level", "What remains"), ReviewColumn("by", "Assessor"),
        ReviewColumn("date", "On"), ReviewColumn("article-36", "Consultation under Art 36"),
      ])
    for assessment in scope.impact {
      table.add(
        ReviewCell(.name(assessment.common.record)), assessment.residual.answer.cell, assessor(assessment),
        (assessment.approved.answer.isAbsent ? assessment.date : assessment.approved).answer.cell,
        consultation(assessment))
    }
    return table
  }

  private func consultation(_ assessment: AssessmentRecord) -> ReviewCell {
    if assessment.consultation.answer.isAbsent {
      return assessment.residual.given == .high ? .notRecorded : ReviewCell("None recorded")
    }
    return ReviewCell(
      assessment.consultation.answer.items { consultation in
        var item = consultation.submitted.given.map { ReviewItem(.words("Submitted"), [.day($0)]) } ?? .notRecorded
        if let outcome = consultation.outcome.given { item.notes.append(.text(outcome.first)) }
        if let closed = consultation.closed.given { item.notes += [.dated("closed", closed)] }
        return [item]
      })
  }

  private func riskTable() -> ReviewTable {
    var table = ReviewTable(
      "risks", "Risks to people", empty: "No risk is recorded in them.",
      [
        ReviewColumn("risk", "What may happen"), ReviewColumn("inherent", "Before"),
        ReviewColumn("measures", "Measures"),
        ReviewColumn("residual", "After"), ReviewColumn("owner", "Owner"), ReviewColumn("accepted-by", "Approved by"),
      ])
    for assessment in scope.impact {
      for risk in assessment.risks.given?.values ?? [] {
        table.add(
          risk.text.answer.cell, risk.inherent.answer.cell, against(risk), risk.residual.answer.cell,
          assessment.common.owner.answer.cell { .name($0.value.record) }, assessment.approver.answer.named())
      }
    }
    return table
  }

  private func against(_ risk: Risk) -> ReviewCell {
    if let avoided = risk.avoided.given { return ReviewCell(.text(avoided.first, .words("designed away"))) }
    return risk.measures.answer.list { reference in
      guard let control = registry.control(reference) else { return ReviewItem(.state(.open)) }
      let state = measures.evidence.controls.first { $0.control === control }?.state
      return ReviewItem(.name(reference.record), state.map { [.words($0.words)] } ?? [])
    }
  }
}

// MARK: Advice, consultation, decision

extension ReviewBuilder {
  func advice() -> [ReviewBlock] {
    guard !scope.impact.isEmpty else { return [.remark("No impact assessment is recorded.")] }
    var table = ReviewTable(
      "decisions", "By assessment", empty: "None.",
      [
        ReviewColumn("assessment", "Assessment"), ReviewColumn("status", "Status"),
        ReviewColumn("advice", "Advice of the officer"),
        ReviewColumn("followed", "Followed"), ReviewColumn("decision", "Decided by"), ReviewColumn("date", "On"),
      ])
    for assessment in scope.impact {
      let advice = assessment.officerAdvice.answer
      table.add(
        ReviewCell(.name(assessment.common.record)),
        assessment.status.answer.cell { .text(label(of: $0.value.rawValue)) },
        ReviewCell(
          advice.items { advice in
            var items = advice.summary.answer.cell.items
            if let given = advice.date.given, !items.isEmpty { items[0].notes.append(.day(given)) }
            return items
          }),
        ReviewCell(
          advice.items { advice in
            advice.accepted.answer.items { accepted in
              if accepted.value { return [.words("Yes")] }
              return [
                ReviewItem(.words("No"), [advice.overrideReason.given.map { .text($0.first) } ?? .state(.notRecorded)])
              ]
            }
          }),
        assessment.approver.answer.named(), assessment.approved.answer.cell)
    }
    return [.table(table)]
  }
}

// MARK: Change since the last approval

extension ReviewBuilder {
  func change() -> [ReviewBlock] {
    var blocks: [ReviewBlock] = [
      .facts([
        ReviewFact(
          "changed", "Last material change, as recorded",
          activity.changed.answer.cell(unlessGiven: "No day of a change is recorded") { ReviewItem(.day($0)) })
      ])
    ]
    if !scope.impact.isEmpty { blocks.append(.table(unseen())) }
    blocks.append(
      .remark(
        "What the records said before stands in version control: compare the files named here with their state on the day of the approval."
      ))
    return blocks
  }

  /// Bodies, countries and data that the records show today and that an assessment does not list as considered.
  private func unseen() -> ReviewTable {
    var table = ReviewTable(
      "not-considered", "On record today, and not among what the assessment considered", empty: "None.",
      [
        ReviewColumn("assessment", "Assessment"), ReviewColumn("approved", "Approved"),
        ReviewColumn("bodies", "Bodies"),
        ReviewColumn("countries", "Countries"), ReviewColumn("data", "Data"),
      ])
    for assessment in scope.impact {
      table.add(
        ReviewCell(.name(assessment.common.record)),
        approved(assessment), bodiesNot(in: assessment), countriesNot(in: assessment), dataNot(in: assessment))
    }
    return table
  }

  private func approved(_ assessment: AssessmentRecord) -> ReviewCell {
    var cell = assessment.approved.answer.cell
    if let approved = assessment.approved.given, let changed = activity.changed.given, changed > approved,
      !cell.items.isEmpty
    {
      cell.items[0].notes.append(.mark(.warning, "before the last change"))
    }
    return cell
  }

  private func bodiesNot(in assessment: AssessmentRecord) -> ReviewCell {
    if assessment.parties.answer.isAbsent { return ReviewCell("It lists no bodies") }
    let considered = Set(assessment.parties.elements().map(\.record))
    let missing = scope.importers.map(\.common.record).filter { !considered.contains($0) }
    return missing.isEmpty ? ReviewCell("None") : ReviewCell(missing.map { .name($0) })
  }

  private func countriesNot(in assessment: AssessmentRecord) -> ReviewCell {
    if assessment.countries.answer.isAbsent { return ReviewCell("It lists no countries") }
    let considered = assessment.countries.elements()
    let places = unique(scope.legs.flatMap(\.places).map(\.territory))
    let missing = places.filter { place in !considered.contains { law.includes($0, place) } }
    return missing.isEmpty ? ReviewCell("None") : ReviewCell(missing.map { .text(law.code($0)) })
  }

  private func dataNot(in assessment: AssessmentRecord) -> ReviewCell {
    if assessment.data.answer.isAbsent { return ReviewCell("It lists no data") }
    let considered = Set(assessment.data.elements().map(\.record))
    let missing = activity.data.elements().compactMap(\.category.given?.record).filter { !considered.contains($0) }
    return missing.isEmpty ? ReviewCell("None") : ReviewCell(missing.map { .name($0) })
  }
}
