import LocatedYAML

extension Assessed {
  /// What raises some reasons for an impact assessment in an activity: recorded facts, and reasons that its screening declares.
  func raised(_ set: CriterionSet, in activity: Activity) -> (computed: TriggerSet, declared: TriggerSet) {
    let screen = facts.impact.screen
    let slot = Int(registry.header(activity.common.record).slot)
    return (
      facts.impact.computed(ofActivity: slot).intersection(screen.of(set)),
      screen.declared(activity).intersection(screen.of(set))
    )
  }

  /// The facts behind some reasons.
  func facts(for triggers: TriggerSet, in activity: Activity) -> [TriggerFact] {
    facts.impact.screen.facts(of: activity, registry.regimes(of: activity)).filter { triggers.contains($0.trigger) }
  }

  /// The same as notes, each once.
  func notes(for triggers: TriggerSet, in activity: Activity) -> [Note] {
    var notes: [Note] = []
    for fact in facts(for: triggers, in: activity) {
      let note = Note(message: "\(fact.words): \(fact.trigger.rawValue)", range: fact.range)
      if !notes.contains(where: { $0.range == note.range && $0.message == note.message }) { notes.append(note) }
    }
    return notes
  }

  /// What reasons mean, in the words of their table.
  func words(for triggers: TriggerSet) -> String {
    joined(
      triggers.triggers.map { trigger in
        law.law.records.criteria.first { $0.row.id == trigger.rawValue }?.words ?? trigger.rawValue
      })
  }

  func citations(for triggers: TriggerSet, in activity: Activity) -> [String] {
    let regimes = registry.regimes(of: activity)
    return unique(
      triggers.triggers.flatMap { trigger -> [String] in
        guard let row = law.law.records.criteria.first(where: { $0.row.id == trigger.rawValue }) else { return [] }
        return regimes.compactMap { law.cite(row.row, $0) }
      })
  }

  /// An impact assessment is missing where reasons of a set are raised.
  func missingAssessment(_ set: CriterionSet, of activity: Activity) -> Verdict {
    guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
    let raised = raised(set, in: activity)
    var triggers = raised.computed
    triggers.formUnion(raised.declared)
    let slot = Int(registry.header(activity.common.record).slot)
    guard !triggers.isEmpty else {
      let isOpen = activity.scale.answer.isOpen || facts.words.dataFlags(activity).contains(.open)
      return isOpen ? .notEvaluable("the scale, or some of the data, is an open question") : .notApplicable
    }
    if !facts.impact.assessments(ofActivity: slot).isEmpty { return .clear }
    let screening = activity.screening.answer
    let why = words(for: triggers)
    return .finding(
      Observation(
        "'\(registry.name(of: activity.common.record))' is a case of \(why)\(raised.computed.isEmpty ? ", as its screening says" : ""), and no impact assessment covers it",
        at: activity.screening.given?.outcome.answer.range ?? screening.range ?? activity.common.anchor,
        hint: "add a record of kind dpia to assessments/ that names this activity, or correct the facts",
        notes: notes(for: triggers, in: activity), citations: citations(for: triggers, in: activity),
        records: [activity.common.record],
        evidence: [
          Evidence("raised by the records", joined(raised.computed.triggers.map(\.rawValue))),
          Evidence("declared", joined(raised.declared.triggers.map(\.rawValue))),
        ]))
  }
}

/// A draft of an impact assessment that covers the activity of the examples.
/// - Parameter fields: the lines after the title and kind.
func exampleAssessment(_ fields: String = "status: draft\ndate: 2026-10-01", activities: String = "letters") -> String {
  "title: What the letters may do to people\nkind: dpia\nactivities: \(activities)\n\(fields)\nowner: dpo\nreviewed: 2026-10-01\n"
}
