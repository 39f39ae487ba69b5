import LocatedYAML

/// What a reviewer of an impact assessment reads of one activity, computed once; Markdown, JSON and the register's page are written from it.
package struct Review: Sendable {
  package let record: RecordIndex
  /// The activity's place among the register's activities.
  package let slot: Int
  package let measures: ReviewMeasures
  /// Every part, in the order of the report.
  package let sections: [ReviewSection]
}

/// What is shown of an activity beside others. They are sorted by what a reviewer looks at first, never by one number.
package struct ReviewSummary: Sendable {
  package let record: RecordIndex
  package let slot: Int
  package let gate: GateWord
  /// Some finding says that the text does not allow what is recorded, or that two records cannot both be true.
  package let hasStop: Bool
  /// The gravest level that an assessor gave; nil where none is given.
  package let residual: RiskLevel?
  package let usesSensitiveData: Bool
  /// Sensitive data, and open findings about transfers or security.
  package let isSensitiveAndExposed: Bool
  package let freshness: Freshness

  private var rank: (Int, Int, Int, Int32) {
    (
      hasStop ? 0 : 1, residual == .high ? 0 : 1, isSensitiveAndExposed ? 0 : 1,
      freshness.oldest?.last?.number ?? .min
    )
  }

  /// In the order of a portfolio: contradictions and bars first, then a high risk that remains, then sensitive data with open findings on transfers
  /// or security, then what was looked at longest ago.
  package static func isBefore(_ left: ReviewSummary, _ right: ReviewSummary) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.slot < right.slot
  }
}

/// Makes reviews of an assessed register. What all activities share is found once, so that each review costs as much as the records
/// that its activity rests on.
package final class Reviewer: Sendable {
  let assessment: Assessment
  let assessed: Assessed
  private let index: ReviewIndex
  /// By record: places among the register's questions.
  private let questions: [RecordIndex: [Int32]]

  /// - Parameter assessment: made with the coverage of the rules noted.
  package init(_ assessment: Assessment) {
    self.assessment = assessment
    assessed = assessment.assessed
    index = ReviewIndex(assessment.report, assessment.registry)
    var questions: [RecordIndex: [Int32]] = [:]
    for (number, question) in assessment.registry.questions.enumerated() {
      questions[question.record, default: []].append(Int32(number))
    }
    self.questions = questions
  }

  /// - Parameter slot: the activity's place among the register's activities.
  package func review(activity slot: Int) -> Review {
    let scope = ReviewScope(slot, assessed)
    let findings = index.findings(of: scope)
    let measures = measures(scope, findings)
    let builder = ReviewBuilder(
      scope: scope, assessed: assessed, findings: findings, measures: measures,
      openQuestions: scope.records.flatMap { questions[$0] ?? [] }.map { assessed.registry.questions[Int($0)] })
    return Review(record: scope.activity.common.record, slot: slot, measures: measures, sections: builder.sections())
  }

  private func measures(_ scope: ReviewScope, _ findings: ActivityFindings) -> ReviewMeasures {
    let freshness = assessed.freshness(scope)
    return ReviewMeasures(
      gate: ReviewGate(findings, freshness, assessed.registry),
      completeness: CompletenessJudge(scope, assessed).completeness(), evidence: assessed.evidence(scope),
      freshness: freshness, consistency: Consistency(findings),
      coverage: Coverage(scope.records, assessment.coverage),
      residual: scope.impact.map { ResidualRisk(assessment: $0) })
  }

  /// - Parameter slot: the activity's place among the register's activities.
  package func summary(activity slot: Int) -> ReviewSummary {
    let scope = ReviewScope(slot, assessed)
    let findings = index.findings(of: scope)
    let freshness = assessed.freshness(scope)
    let isSensitive = assessed.facts.words.hasSensitiveData(scope.activity)
    return ReviewSummary(
      record: scope.activity.common.record, slot: slot, gate: ReviewGate(findings, freshness, assessed.registry).word,
      hasStop: findings.all.contains(where: \.isStop), residual: scope.impact.compactMap(\.residual.given).max(),
      usesSensitiveData: isSensitive,
      isSensitiveAndExposed: isSensitive
        && findings.all.contains { [.transfers, .security].contains($0.definition.group) },
      freshness: freshness)
  }

  /// The activities in the order of a portfolio.
  /// - Parameters:
  ///   - slots: places among the register's activities.
  ///   - jobs: threads at most.
  package func portfolio(_ slots: [Int], jobs: Int) -> [ReviewSummary] {
    let chunks = chunks(of: slots.count, size: 64)
    return inParallel(chunks.count, jobs: jobs) { chunk in chunks[chunk].map { summary(activity: slots[$0]) } }
      .flatMap(\.self).sorted(by: ReviewSummary.isBefore)
  }
}

/// Puts the parts of a review together; each part has a file of its own.
struct ReviewBuilder {
  let scope: ReviewScope
  let assessed: Assessed
  let findings: ActivityFindings
  let measures: ReviewMeasures
  /// Of the activity and the records it rests on.
  let openQuestions: [RecordedQuestion]
  var registry: Registry { assessed.registry }
  var law: LawOnDay { assessed.law }
  var activity: Activity { scope.activity }
  var day: Day { assessed.day }

  func sections() -> [ReviewSection] {
    let stopped = measures.gate.stops + measures.gate.beyondSignature
    let told = Set(stopped.flatMap { [$0.finding] + $0.others }.map { ObjectIdentifier($0) })
    var byPart = [[Finding]](repeating: [], count: ReviewPart.allCases.count)
    for finding in findings.open where !told.contains(ObjectIdentifier(finding)) {
      let kind = finding.records.first.map { registry.header($0).kind }
      byPart[ReviewPart.of(finding.definition, on: kind).rawValue].append(finding)
    }
    return ReviewPart.allCases.map { part in
      var blocks = blocks(of: part)
      let own = registry.roots(byPart[part.rawValue])
      if !own.isEmpty && part != .questions {
        blocks.append(.findings(id: "findings", title: "Findings", own, empty: nil))
      }
      return ReviewSection(part: part, blocks: blocks)
    }
  }

  private func blocks(of part: ReviewPart) -> [ReviewBlock] {
    switch part {
    case .header: header()
    case .stopList: stopList()
    case .subjects: subjects()
    case .screening: screening()
    case .lawfulness: grounds()
    case .necessity: necessity()
    case .people: people()
    case .bodies: bodies()
    case .transfers: transfers()
    case .security: security()
    case .decisions: automatedDecisions()
    case .risks: risks()
    case .advice: advice()
    case .change: change()
    case .settled: settled()
    case .questions: questions()
    case .signOff: [.signature]
    }
  }
}
