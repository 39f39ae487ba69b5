import LocatedYAML

// MARK: What happens to whom

extension ReviewBuilder {
  func subjects() -> [ReviewBlock] {
    [
      .facts([
        ReviewFact("description", "Description", activity.description.answer.cell),
        ReviewFact("purposes", "Purposes", purposes),
        ReviewFact("subjects", "People", people(activity.subjects)),
        ReviewFact("data", "Data", activity.data.answer.list(item)),
        ReviewFact("sources", "Sources", activity.sources.answer.list(source)),
        ReviewFact("scale", "Scale", activity.scale.answer.cell),
        ReviewFact(
          "frequency", "Frequency",
          activity.frequency.answer.cell(unlessGiven: "Continuous, as nothing else is said") {
            .text(label(of: $0.rawValue))
          }),
        ReviewFact("systems", "Systems", activity.systems.answer.names()),
        ReviewFact("profiling", "Profiling", unstated(activity.profiling)),
        ReviewFact("matching", "Data sets matched", unstated(activity.matching)),
        ReviewFact("monitoring", "Monitoring", monitoring),
      ]), .flows,
    ]
  }

  /// What nobody said is told as that, never as no.
  private func unstated(_ field: Internal<Truth>) -> ReviewCell {
    if field.answer.isAbsent { return ReviewCell(ReviewItem(.state(.notRecorded))) }
    return field.answer.cell
  }

  private var purposes: ReviewCell {
    ReviewCell(
      activity.purposes.answer.items { purposes in
        purposes.values.map { purpose in
          ReviewItem.text(purpose.text.given?.first ?? purpose.id)
        } + purposes.open.map { ReviewItem($0) }
      })
  }

  private func people(_ subjects: Public<List<Reference<DataSubjects>>>) -> ReviewCell {
    subjects.answer.list { reference in
      let flags = assessed.facts.words.people(reference.record)
      var item = ReviewItem(.name(reference.record))
      if flags.contains(.vulnerable) { item.notes.append(.mark(.warning, "vulnerable")) }
      if flags.contains(.imbalance) { item.notes.append(.words("depend on the organisation")) }
      if flags.contains(.children) { item.notes.append(.words("children")) }
      return item
    }
  }

  /// A category with what it counts as. That nothing marks it does not say that it is none of these.
  func item(_ entry: DataEntry) -> ReviewItem {
    guard let category = entry.category.given else { return ReviewItem(.state(.open)) }
    let flags = assessed.facts.words.flags(entry)
    var item = ReviewItem(.name(category.record))
    if flags.contains(.special) { item.notes.append(.mark(.warning, "special category")) }
    if flags.contains(.criminal) { item.notes.append(.mark(.warning, "offences")) }
    if flags.contains(.highlyPersonal) { item.notes.append(.mark(.warning, "highly personal")) }
    if flags.contains(.contextual) { item.notes.append(.words("may be special by what it says; not assessed")) }
    if flags.contains(.open) { item.notes.append(.words("what it counts as is an open question")) }
    return item
  }

  private func source(_ source: Source) -> ReviewItem {
    let when = source.when.given.map { [ReviewValue.text("when \($0.first)")] } ?? []
    switch source.origin.given {
    case .party(let reference)?: return ReviewItem(.name(reference.record), when)
    case .subject?: return ReviewItem(.words("The person concerned"), when)
    case .device?: return ReviewItem(.words("The person’s device"), when)
    case .derived?: return ReviewItem(.words("Derived from other data"), when)
    case .publicSource?: return ReviewItem(.words("Public sources"), when)
    case nil: return ReviewItem(.state(.open))
    }
  }

  private var monitoring: ReviewCell {
    ReviewCell(
      activity.monitoring.answer.items { monitoring in
        var items: [ReviewItem] = []
        if monitoring.systematic.given?.value == true { items.append(.words("Systematic")) }
        if monitoring.publicArea.given?.value == true { items.append(.words("Of a public area")) }
        if monitoring.systematic.answer.isOpen || monitoring.publicArea.answer.isOpen {
          items.append(ReviewItem(.state(.open)))
        }
        return items.isEmpty ? [.words("Neither systematic nor of a public area")] : items
      })
  }
}

// MARK: Why an impact assessment, or why not

extension ReviewBuilder {
  func screening() -> [ReviewBlock] {
    let screening = activity.screening.answer
    var blocks: [ReviewBlock] = [
      .facts([
        ReviewFact(
          "outcome", "Screening says",
          ReviewCell(
            screening.items { screening in
              screening.outcome.answer.items {
                [.words($0 == .dpia ? "An impact assessment is made" : "No impact assessment is made")]
              }
            })),
        ReviewFact("date", "On", ReviewCell(screening.items { $0.date.answer.cell.items })),
        ReviewFact("by", "By", ReviewCell(screening.items { $0.by.answer.named().items })),
        ReviewFact("reason", "Because", ReviewCell(screening.items { $0.reason.answer.cell.items })),
        ReviewFact("assessments", "Impact assessments that cover it", assessments),
        ReviewFact("raised", "Raised by the recorded facts", raised),
      ]), .table(triggers()),
    ]
    if activity.scale.answer.isOpen || assessed.facts.words.dataFlags(activity).contains(.open) {
      blocks.append(
        .remark("The scale, or what some of the data count as, is an open question: the answer may raise more."))
    }
    return blocks
  }

  private var assessments: ReviewCell {
    if scope.impact.isEmpty { return ReviewCell("None is recorded") }
    return ReviewCell(
      scope.impact.map { assessment in
        .name(
          assessment.common.record,
          assessment.status.given.map { .text(label(of: $0.value.rawValue)) } ?? .state(.notRecorded))
      })
  }

  private var raised: ReviewCell {
    let computed = assessed.facts.impact.computed(ofActivity: scope.slot)
    guard !computed.isEmpty else { return ReviewCell("No trigger found in the recorded facts") }
    let screen = assessed.facts.impact.screen
    var items: [ReviewItem] = []
    for (set, one, many): (CriterionSet, String, String) in [
      (.law, "case of Art 35(3)", "cases of Art 35(3)"),
      (.guidelines, "criterion of the guidelines", "criteria of the guidelines; from two on an assessment is expected"),
      (.regulator, "entry of the regulator’s list", "entries of the regulator’s list"),
    ] {
      let count = computed.intersection(screen.of(set)).triggers.count
      if count > 0 { items.append(.text(counted(count, one, many))) }
    }
    return ReviewCell(items)
  }

  /// Every reason that is declared, ruled out or raised, with the fact that raises it, and where the two differ.
  private func triggers() -> ReviewTable {
    var table = ReviewTable(
      "triggers", "Declared beside computed",
      empty: "Nothing is declared, and no trigger was found in the recorded facts.",
      [
        ReviewColumn("trigger", "Reason"), ReviewColumn("declared", "The screening"),
        ReviewColumn("computed", "The recorded facts"), ReviewColumn("difference", "Difference"),
      ])
    let screen = assessed.facts.impact.screen
    let computed = assessed.facts.impact.computed(ofActivity: scope.slot)
    let declared = screen.declared(activity)
    var ruledOut = TriggerSet()
    for trigger in activity.screening.given?.ruledOut.elements() ?? [] { ruledOut.insert(trigger) }
    var all = computed
    all.formUnion(declared)
    all.formUnion(ruledOut)
    let facts = assessed.facts(for: computed, in: activity)
    for trigger in all.triggers {
      let isRaised = computed.contains(trigger)
      let saidYes = declared.contains(trigger)
      let saidNo = ruledOut.contains(trigger)
      table.add(
        name(trigger), ReviewCell(saidYes ? "Applies" : saidNo ? "Ruled out" : "Does not name it"),
        isRaised
          ? ReviewCell(
            facts.filter { $0.trigger == trigger }.map { .text(sentenceCase($0.words), .place($0.range)) })
          : ReviewCell("Do not show it"),
        difference(isRaised, saidYes, saidNo, trigger))
    }
    return table
  }

  private func name(_ trigger: ScreeningTrigger) -> ReviewCell {
    guard let row = law.law.records.criteria.first(where: { $0.row.id == trigger.rawValue }) else {
      return ReviewCell(.text(label(of: trigger.rawValue)))
    }
    let cites = unique(scope.regimes.compactMap { law.cite(row.row, $0) })
    return ReviewCell(ReviewItem(.text(row.row.title), cites.map { .text($0) }))
  }

  private func difference(_ isRaised: Bool, _ saidYes: Bool, _ saidNo: Bool, _ trigger: ScreeningTrigger) -> ReviewCell
  {
    // "No assessment" says no to the cases of the text, whatever else it lists.
    let deniesCase =
      activity.screening.given?.outcome.given == .noDPIA
      && assessed.facts.impact.screen.of(.law).contains(trigger)
    if isRaised && (saidNo || deniesCase) && !saidYes {
      return ReviewCell(ReviewItem(.mark(.error, "Records conflict")))
    }
    if isRaised && !saidYes { return ReviewCell(ReviewItem(.mark(.warning, "Raised, not declared"))) }
    if saidYes && !isRaised { return ReviewCell(ReviewItem(.mark(.advice, "Declared, not seen in the facts"))) }
    return ReviewCell("None")
  }
}
