/// What the retention rules of an activity leave out.
struct RetentionCover {
  /// Data to which no rule applies, each once, in the order of the activity.
  var data: [Reference<DataCategory>] = []
  /// People to whose data no rule applies.
  var people: [Reference<DataSubjects>] = []
  /// Some rule, or what it applies to, is an open question.
  var isOpen = false
}

extension Registry {
  /// Data and people of an activity that lie outside of what each of its rules applies to. A rule that names nothing applies to all; one for
  /// some purposes applies to the data of these, one for some bodies to the data there.
  func uncovered(_ activity: Activity, _ law: Law) -> RetentionCover {
    var cover = RetentionCover()
    var rules: [(rule: RetentionRule, purpose: Purpose?)] = []
    func add(_ list: Public<List<Reference<RetentionRule>>>, _ purpose: Purpose?) {
      if list.hasOpenElement() { cover.isOpen = true }
      for reference in list.elements() {
        // A rule that is not there has its own finding.
        guard let rule = retention(reference) else { cover.isOpen = true; continue }
        let scope = rule.appliesTo
        if scope.answer.isOpen || scope.given.map({ $0.data.hasOpenElement() || $0.subjects.hasOpenElement() }) ?? false
        {
          cover.isOpen = true
        }
        rules.append((rule, purpose))
      }
    }
    add(activity.retention, nil)
    for purpose in activity.purposes.given?.values ?? [] { add(purpose.retention, purpose) }
    if rules.isEmpty { return cover }
    for entry in activity.data.elements() {
      guard let category = entry.category.given, category.record.isResolved else { continue }
      let isCovered = rules.contains { covers($0.rule, $0.purpose, category.record, activity, law) }
      if !isCovered && !cover.data.contains(where: { $0.record == category.record }) { cover.data.append(category) }
    }
    for subjects in activity.subjects.elements() where subjects.record.isResolved {
      let isCovered = rules.contains { item in
        let only = item.rule.appliesTo.given?.subjects.elements() ?? []
        return only.isEmpty || only.contains { isPart(ofSubjects: subjects.record, $0.record, law) }
      }
      if !isCovered { cover.people.append(subjects) }
    }
    return cover
  }

  private func covers(
    _ rule: RetentionRule, _ purpose: Purpose?, _ data: RecordIndex, _ activity: Activity, _ law: Law
  ) -> Bool {
    let scope = rule.appliesTo.given
    let only = scope?.data.elements() ?? []
    guard only.isEmpty || only.contains(where: { isPart(ofData: data, $0.record, law) }) else { return false }
    let named = scope?.purposes.elements().map(\.text) ?? []
    let purposes = (activity.purposes.given?.values ?? []).filter { one in
      purpose.map { $0.id == one.id } ?? (named.isEmpty || named.contains(one.id))
    }
    if purpose == nil && named.isEmpty { return true }
    // A purpose that names no data may use all of them.
    return purposes.contains { one in
      one.data.given.map { list in list.elements.contains { $0.record == data } } ?? true
    }
  }

  /// A category is the one that a rule names, or is of the kind that it names.
  private func isPart(ofData data: RecordIndex, _ named: RecordIndex, _ law: Law) -> Bool {
    if data == named { return true }
    guard let kind = category(data)?.kindOf.given, named.isResolved, header(named).isBuiltIn else { return false }
    return law.dataCategories[Int(kind.index.value)].term.id == header(named).id
  }

  private func isPart(ofSubjects subjects: RecordIndex, _ named: RecordIndex, _ law: Law) -> Bool {
    if subjects == named { return true }
    guard let kind = self.subjects(subjects)?.kindOf.given, named.isResolved, header(named).isBuiltIn else {
      return false
    }
    return law.dataSubjects[Int(kind.index.value)].term.id == header(named).id
  }
}
