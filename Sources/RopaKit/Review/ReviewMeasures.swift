import LocatedYAML

/// What can be measured of an activity's records. No measure is a percentage, none is added to another, and nothing that people decide
/// about findings makes one of them better.
package struct ReviewMeasures: Sendable {
  package let gate: ReviewGate
  package let completeness: Completeness
  package let evidence: EvidenceMeasure
  package let freshness: Freshness
  package let consistency: Consistency
  package let coverage: Coverage
  /// As assessors gave it, one for each impact assessment.
  package let residual: [ResidualRisk]
}

/// Whether what is recorded bars the way.
package enum GateWord: String, Sendable, Comparable {
  case clear = "clear of recorded errors"
  case attention
  case blocked

  package static func < (left: GateWord, right: GateWord) -> Bool { left.order < right.order }
  private var order: Int {
    switch self {
    case .clear: 0
    case .attention: 1
    case .blocked: 2
    }
  }
}

/// The gate with what closes it. Of several findings with one root one counts.
package struct ReviewGate: Sendable {
  /// With every finding that stands today, whatever was decided about it: a decision changes no duty, and improves no measure.
  package let word: GateWord
  /// With the open findings alone.
  package let openOnly: GateWord
  /// Open errors that the text does not allow or where two records cannot both be true.
  package let stops: [ReviewFinding]
  /// Other open errors that no signature can make up for.
  package let beyondSignature: [ReviewFinding]
  /// All other open errors.
  package let errors: [ReviewFinding]
  /// Errors that are accepted, dismissed or left out by a policy.
  package let decided: Int
  /// Records whose day for a review has passed.
  package let overdue: Int

  init(_ findings: ActivityFindings, _ freshness: Freshness, _ registry: Registry) {
    let errors = findings.open.filter { $0.judgedSeverity == .error }
    stops = registry.roots(errors.filter(\.isStop))
    beyondSignature = registry.roots(errors.filter { !$0.isStop && $0.isBeyondSignature })
    self.errors = registry.roots(errors.filter { !$0.isStop && !$0.isBeyondSignature })
    decided = (findings.settled + findings.ignored).count { $0.judgedSeverity == .error }
    overdue = freshness.items.count { $0.isOverdue }
    word = ReviewGate.word(findings.all, isOverdue: overdue > 0)
    openOnly = ReviewGate.word(findings.open, isOverdue: overdue > 0)
  }

  private static func word(_ findings: [Finding], isOverdue: Bool) -> GateWord {
    if findings.contains(where: { $0.isStop || $0.isBeyondSignature }) { return .blocked }
    return isOverdue || findings.contains { $0.judgedSeverity == .error } ? .attention : .clear
  }
}

/// What Art 30 asks of the record and Art 13 or 14 of a notice, as far as it applies to the activity: how much of it is filled.
package struct Completeness: Sendable {
  package let fields: [CompletenessField]
  package var filled: Int { fields.count { $0.state == .filled } }
  package var applicable: Int { fields.count { $0.state != .notApplicable } }
}

/// Something that is asked for, and whether it is there.
package struct CompletenessField: Sendable {
  package enum Kind: String, Sendable {
    /// Art 30.
    case record
    /// Art 13 and 14.
    case notice
  }

  package let kind: Kind
  /// The row of its law table.
  package let id: String
  package let title: String
  package let citations: [String]
  package let state: CompletenessState
}

/// Whether something that is asked for is there.
package enum CompletenessState: String, Sendable {
  /// A value, or `none:` with its reason where the law lets the answer be nothing.
  case filled
  case open
  case placeholder
  case missing
  /// The question does not arise; it counts on neither side.
  case notApplicable = "not-applicable"
}

/// The controls that the activity relies on: how many are implemented and were tested in time.
package struct EvidenceMeasure: Sendable {
  package let controls: [ControlEvidence]
  package var shown: Int { controls.count { $0.state == .shown } }
  package var reliedOn: Int { controls.count { $0.state != .noTestAsked } }
  /// Measures of people and paper, in place, for which nobody asks for a test; they count on neither side.
  package var withoutTest: Int { controls.count { $0.state == .noTestAsked } }
}

/// A control that is relied on, and whether that is shown.
package struct ControlEvidence: Sendable {
  package let control: Control
  package let state: ControlEvidenceState
}

package enum ControlEvidenceState: String, Sendable {
  case shown
  case neverTested = "never-tested"
  case testOverdue = "test-overdue"
  case testOpen = "test-open"
  case notImplemented = "not-implemented"
  /// The record does not say whether it is in place.
  case statusNotGiven = "status-not-given"
  case noTestAsked = "no-test-asked"

  package var words: StaticString {
    switch self {
    case .shown: "Implemented and tested in time"
    case .neverTested: "No day of a test"
    case .testOverdue: "Test overdue by your policy"
    case .testOpen: "When it was tested is an open question"
    case .notImplemented: "Not implemented"
    case .statusNotGiven: "Whether it is in place is not recorded"
    case .noTestAsked: "In place; no test is asked for"
    }
  }
}

/// Records with a review duty: how many are in date.
package struct Freshness: Sendable {
  package let items: [FreshnessItem]
  package var inDate: Int { items.count { $0.isInDate } }
  /// The last look that is longest ago; nil where none is recorded.
  package var oldest: FreshnessItem? {
    items.filter { $0.last != nil }.min { $0.last! < $1.last! }
  }
}

/// A record with a review duty.
package struct FreshnessItem: Sendable {
  package let record: RecordIndex
  /// The day of the last look; nil where none is recorded.
  package let last: Day?
  /// The day by which somebody looks again; nil where it does not follow from anything.
  package let due: Day?
  /// One of the days is an open question.
  package let isOpen: Bool
  package let isOverdue: Bool
  package var isInDate: Bool { due != nil && !isOverdue && !isOpen }
}

/// Contradictions between records, by the two files that they are written in.
package struct Consistency: Sendable {
  package let pairs: [ConflictingFiles]
  /// Each finding once, whatever was decided about it.
  package let count: Int
  /// Of these, how many are accepted, dismissed or left out by a policy.
  package let decided: Int

  init(_ findings: ActivityFindings) {
    let conflicts = findings.all.filter { $0.definition.ground == .contradiction }
    count = conflicts.count
    decided = (findings.settled + findings.ignored).count { $0.definition.ground == .contradiction }
    var pairs: [ConflictingFiles] = []
    for finding in conflicts {
      let here = finding.range.file
      var others = unique(finding.notes.map(\.range.file).filter { $0 != here })
      if others.isEmpty { others = [here] }
      for other in others {
        let (first, second) = (min(here, other), max(here, other))
        if let known = pairs.firstIndex(where: { $0.first == first && $0.second == second }) {
          pairs[known].count += 1
        } else {
          pairs.append(ConflictingFiles(first: first, second: second, count: 1))
        }
      }
    }
    self.pairs = pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

/// Two files of the register, or one twice, with the contradictions between them.
package struct ConflictingFiles: Sendable {
  package let first: UInt32
  package let second: UInt32
  package internal(set) var count: Int
}

/// The rules that apply to the activity and the records it rests on: how many of them could judge all of these.
package struct Coverage: Sendable {
  package let evaluated: Int
  package let applicable: Int
  /// Why rules could not judge, each reason once.
  package let open: [CoverageGap]

  init(_ records: [RecordIndex], _ coverage: RuleCoverage) {
    (applicable, evaluated) = coverage.counts(records)
    var gaps: [CoverageGap] = []
    for record in records {
      for open in coverage.openRules(record) {
        let known = gaps.firstIndex { $0.reason == open.reason } ?? gaps.endIndex
        if known == gaps.endIndex { gaps.append(CoverageGap(reason: open.reason)) }
        if !gaps[known].records.contains(record) { gaps[known].records.append(record) }
        if !gaps[known].rules.contains(open.rule) { gaps[known].rules.append(open.rule) }
      }
    }
    open = gaps
  }
}

/// A reason for which rules could not judge some records: it is told once, however many rules wait for it.
package struct CoverageGap: Sendable {
  package let reason: String
  package fileprivate(set) var records: [RecordIndex] = []
  /// The rules' places in the catalogue.
  package fileprivate(set) var rules: [Int] = []

  fileprivate init(reason: String) { self.reason = reason }
}

/// The risk that remains, as the assessor gave it; never computed.
package struct ResidualRisk: Sendable {
  package let assessment: AssessmentRecord
  package var level: RiskLevel? { assessment.residual.given }
  /// Who approved it, else who owns it.
  package var author: RecordIndex? { assessment.approver.given?.record ?? assessment.common.owner.given?.value.record }
  package var day: Day? { assessment.approved.given ?? assessment.date.given }
}
