import LocatedYAML

/// Data that the law protects more, and decisions by machines.
extension NoticeComposer {
  func specialData() -> [PublicBlock] {
    let special = categories { entry, own, row in
      entry.special?.value.value ?? own?.special?.value.value ?? row?.isSpecial ?? false
    }
    let criminal = categories { _, own, row in own?.criminal?.value.value ?? row?.isCriminal ?? false }
    var blocks: [PublicBlock] = []
    if !special.isEmpty {
      blocks += [.paragraph(say(.specialData)), .list(special)]
      var reasons: [PublicText] = []
      for basis in basisRecords {
        let conditions = unique(
          regimes.flatMap { basis.article9?.answer($0)?.elements() ?? [] }.map { term in
            PublicText(law: law.law.specialConditions[Int(term.value.index.value)], messages)
          })
        if !conditions.isEmpty { reasons.append(say(.specialCondition, messages.alternatives(conditions))) }
        if let law = text(basis.article9Law) { reasons.append(say(.basisLaw, law)) }
        reasons += scheduleConditions(of: basis) { !$0.article9.isEmpty }
        if let secrecy = text(basis.secrecy) { reasons.append(secrecy) }
      }
      if !reasons.isEmpty { blocks.append(.paragraph(messages.sentences(unique(reasons)))) }
    }
    if !criminal.isEmpty {
      blocks += [.paragraph(say(.criminalData)), .list(criminal)]
      let laws = basisRecords.flatMap { basis in
        regimes.compactMap { PublicText(basis.article10?.answer($0), in: language) }
      }
      let conditions = basisRecords.flatMap { scheduleConditions(of: $0) { _ in true } }
      let reasons = (laws.isEmpty ? [] : [say(.basisLaw, messages.list(unique(laws)))]) + conditions
      if !reasons.isEmpty { blocks.append(.paragraph(messages.sentences(unique(reasons)))) }
    }
    return blocks
  }

  /// The paragraphs of Schedule 1 that a basis names and that hold on the day, as the law behind it.
  private func scheduleConditions(of basis: Published<LawfulBasis>, where isMeant: (Schedule1Row) -> Bool)
    -> [PublicText]
  {
    (basis.schedule1?.elements() ?? []).compactMap { number in
      law.law.grounds.schedule1.first { row in
        row.paragraph == number.value.value && isMeant(row) && regimes.contains { law.holds(row.row, $0) }
      }.map { say(.basisLaw, PublicText(sourceOf: $0.row, messages)) }
    }
  }

  private func categories(
    where matches: (Published<DataEntry>, Published<DataCategory>?, DataCategoryRow?) -> Bool
  ) -> [PublicText] {
    unique(
      covered.flatMap { activity in
        (activity.fields.data?.elements() ?? []).compactMap { entry -> PublicText? in
          guard let category = entry.category else { return nil }
          let own = category.followed()
          let row = own?.kindOf.map { Int($0.value.index.value) } ?? builtIn(category.value.record, .dataCategories)
          guard matches(entry, own, row.map { law.law.dataCategories[$0] }) else { return nil }
          return name(category: category)
        }
      })
  }

  func automatedDecisions() -> [PublicBlock] {
    byActivity { activity in intelligence(in: activity) + decisions(in: activity) }
  }

  private func intelligence(in activity: CoveredActivity) -> [PublicBlock] {
    guard let used = activity.fields.artificialIntelligence else { return [] }
    let provider = used.provider?.followed().flatMap { name($0) }.map { say(.intelligenceFrom, $0) }
    return [.paragraph(messages.sentences([say(.intelligence), provider].compactMap { $0 }))]
  }

  /// Decisions without a human being that matter to the person.
  private func decisions(in activity: CoveredActivity) -> [PublicBlock] {
    guard let decisions = activity.fields.automatedDecisions, decisions.solely?.value.value == true,
      decisions.significant?.value.value == true
    else { return [] }
    var sentences = [say(.automatedDecisions)]
    if let ground = decisions.ground.flatMap({ MessageKey(named: "ground-" + $0.value.rawValue) }) {
      sentences.append(say(ground))
    }
    if let logic = text(decisions.logic) { sentences.append(logic) }
    if let effect = text(decisions.effect) { sentences.append(effect) }
    let safeguards = (decisions.safeguards?.elements() ?? []).compactMap { safeguard in
      MessageKey(named: "safeguard-" + safeguard.value.text).map { say($0) }
    }
    return [.paragraph(messages.sentences(sentences))]
      + (safeguards.isEmpty ? [] : [.paragraph(say(.safeguards, messages.list(safeguards)))])
  }
}
