/// Which activities have a review among the pages of the register.
package enum ReviewPages: String, CaseIterable, Sendable {
  case all
  /// Those that raise the question of an impact assessment.
  case asked
  /// Not called `none`, which an optional would take for nothing said.
  case omitted = "none"

  /// A page for each activity would double the pages of a large register, and reviewers look at few of them: above this number of activities
  /// only those have one that raise the question.
  package static let mostForAll = 500
}

extension Assessment {
  /// The places of the activities that have a review among the pages, in their order.
  /// - Parameter pages: nil where the size of the register decides.
  package func reviewed(_ pages: ReviewPages?) -> [Int] {
    let activities = registry.records.activities
    switch pages ?? (activities.count <= ReviewPages.mostForAll ? .all : .asked) {
    case .all: return Array(activities.indices)
    case .omitted: return []
    case .asked:
      let stopped = namedByStops
      return activities.indices.filter { stopped[$0] || raisesQuestion($0) }
    }
  }

  /// An impact assessment covers it, its screening asks for one or names a reason, or the recorded facts match a case of the text or the
  /// regulator's list.
  private func raisesQuestion(_ slot: Int) -> Bool {
    let impact = facts.impact
    if !impact.assessments(ofActivity: slot).isEmpty { return true }
    let computed = impact.computed(ofActivity: slot)
    if !computed.intersection(impact.screen.of(.law)).isEmpty { return true }
    if !computed.intersection(impact.screen.of(.regulator)).isEmpty { return true }
    let activity = registry.records.activities[slot]
    guard activity.runs, let screening = activity.screening.given else { return false }
    return screening.outcome.given == .dpia || !screening.applies.elements().isEmpty
  }

  /// By the activities' places: what stands on a stop list names it, whatever was decided about that.
  private var namedByStops: [Bool] {
    var named = [Bool](repeating: false, count: registry.records.activities.count)
    for finding in [report.findings, report.settled, report.ignored].joined() where finding.isStop {
      for record in finding.records where registry.header(record).kind == .activities {
        named[Int(registry.header(record).slot)] = true
      }
    }
    return named
  }
}
