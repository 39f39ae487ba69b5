import LocatedYAML

/// For each activity the reasons for an impact assessment, and the assessments that cover it.
package struct ImpactFacts: Sendable {
  package let screen: ImpactScreen
  /// By the activities' places: what the recorded facts raise under the activity's regimes on the day.
  private let computed: [TriggerSet]
  /// By the activities' places: places of the impact assessments that cover it, those that were given up left out.
  private let covering: [[Int32]]

  package func computed(ofActivity slot: Int) -> TriggerSet { computed[slot] }
  /// Places among the register's assessments.
  package func assessments(ofActivity slot: Int) -> [Int32] { covering[slot] }

  init(_ registry: Registry, _ law: LawOnDay, _ words: WordFlags, regimes: [[Regime]], jobs: Int) {
    let screen = ImpactScreen(law, words)
    self.screen = screen
    let activities = registry.records.activities
    let chunks = chunks(of: activities.count, size: 512)
    computed = inParallel(chunks.count, jobs: jobs) { chunk in
      chunks[chunk].map { slot in
        activities[slot].runs ? screen.triggers(of: activities[slot], regimes[slot]) : TriggerSet()
      }
    }.flatMap { $0 }
    var covering = [[Int32]](repeating: [], count: registry.records.activities.count)
    for (slot, assessment) in registry.records.assessments.enumerated() where assessment.isImpactAssessmentInUse {
      for reference in assessment.activities.elements() where reference.record.isResolved {
        covering[Int(registry.header(reference.record).slot)].append(Int32(slot))
      }
    }
    self.covering = covering
  }
}

extension AssessmentRecord {
  /// A data protection impact assessment that was neither rejected nor retired.
  var isImpactAssessmentInUse: Bool {
    guard kind.given?.value == .dpia, common.isJudged else { return false }
    switch status.given?.value {
    case .rejected, .retired: return false
    case .draft, .officerReview, .approved, nil: return true
    }
  }
}
